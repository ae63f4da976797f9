"""Read the network and the account that an address on a social network names.

A share button, a single post or film and a network's home page are not a profile.
"""

from urllib.parse import parse_qs, unquote, urlsplit

from audit.page import host_of

NETWORKS = {
    host: network
    for network, hosts in {
        "Twitter": ("twitter.com", "x.com"),
        "Facebook": ("facebook.com", "fb.com", "fb.me"),
        "Instagram": ("instagram.com",),
        "YouTube": ("youtube.com", "youtu.be"),
        "LinkedIn": ("linkedin.com",),
        "Flickr": ("flickr.com",),
        "Vimeo": ("vimeo.com",),
        "Bluesky": ("bsky.app",),
        "Threads": ("threads.net", "threads.com"),
        "TikTok": ("tiktok.com",),
        "Nextdoor": ("nextdoor.co.uk", "nextdoor.com"),
        "Pinterest": ("pinterest.com", "pinterest.co.uk"),
        "Mastodon": ("mastodon.social", "mastodon.online", "mstdn.social", "social.nhs.uk"),
        "SoundCloud": ("soundcloud.com",),
        "WhatsApp": ("whatsapp.com",),
    }.items()
    for host in hosts
}
_NOT_HANDLES = frozenset(
    (
        "share sharer sharer.php intent home search hashtag i login signup privacy policies tos "
        "about explore help settings watch embed playlist results feed sharing sharearticle "
        "dialog plugins tr events shareoffsite share-offsite widgets oembed photo.php groups "
        "status statuses p reel reels shorts live videos video posts story.php permalink.php "
        "submit pin create compose legal terms jobs feeds redirect gp playlists share.php "
        "timeline status.php messages notifications download business policy oauth redir "
        "directory reg join ajax skills communitystandards rules safety gaming marketplace"
    ).split()
)
_KEYED = frozenset(
    (
        "user channel c company school showcase profile people photos in pages pg city "
        "agency-detail"
    ).split()
)
_SUBDOMAINS = ("m.", "en-gb.", "uk.", "mobile.", "web.", "business.")
_POSTS = {
    "Twitter": frozenset(("status", "statuses", "video", "p", "reel", "post", "moments")),
    "Facebook": frozenset(("posts", "videos", "photos", "events")),
}
_POSTS |= dict.fromkeys(("Instagram", "TikTok", "Threads"), _POSTS["Twitter"])
_NOT_VIMEO = frozenset(("channels", "groups", "ondemand", "album", "showcase", "event", "manage"))
_YOUTUBE_TABS = frozenset(("videos", "featured", "streams", "playlists", "about"))


def profile(url: str) -> tuple[str, str] | None:
    """Name the network and account of a profile's address, or nothing for anything else."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    host = host_of(url)
    for prefix in _SUBDOMAINS:
        host = host.removeprefix(prefix)
    network = NETWORKS.get(host, "")
    segments = [unquote(s) for s in parts.path.split("/") if s and s != "#!"]
    if not network and len(segments) == 1 and segments[0].startswith("@") and "." in host:
        return "Mastodon", segments[0]
    if not network or not segments or host == "youtu.be":
        return None
    name = _by_query(network, segments, parts.query)
    if name is None:
        name = _by_key(network, segments)
    if name is None:
        name = _by_first(network, segments)
    return (network, name.strip()) if name and name.strip() else None


def _by_query(network: str, segments: list[str], query: str) -> str | None:
    """Give the account that a query names; empty when it should but does not, else None."""
    first, second = segments[0].lower(), "".join(segments[1:2]).lower()
    if network == "Facebook" and first == "profile.php":
        return parse_qs(query).get("id", [""])[0]
    if network == "LinkedIn" and (first, second) == ("profile", "view"):
        known = parse_qs(query).get("id", [""])[0]
        return f"in/{known}" if known else ""
    if first == "intent" and second:
        known = parse_qs(query).get("screen_name", [""])[0]
        return known if second in ("user", "follow") else ""
    return None


def _by_key(network: str, segments: list[str]) -> str | None:
    """Give the account that follows a word like `user`; empty when none does, else None."""
    first = segments[0].lower()
    if first not in _KEYED:
        return None
    if len(segments) == 1:
        return ""
    if network == "LinkedIn" and first == "in":
        return f"in/{segments[1]}"
    last = first in ("pages", "people", "agency-detail")
    named = last and not segments[-1].isdigit()
    return segments[-1] if named else segments[1]


def _by_first(network: str, segments: list[str]) -> str:
    """Give the account that an address begins with, unless it goes on to a single post or film."""
    first, second = segments[0].lower(), "".join(segments[1:2]).lower()
    not_a_profile = (
        first in _NOT_HANDLES
        or first.endswith(".php")
        or second in _POSTS.get(network, ())
        or network in ("Flickr", "WhatsApp")  # theirs follow a word
        or (network == "Vimeo" and (first.isdigit() or first in _NOT_VIMEO))
        or (
            network == "YouTube"
            and not first.startswith("@")
            and second != ""
            and second not in _YOUTUBE_TABS
        )
    )
    return "" if not_a_profile else segments[0]
