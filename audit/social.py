"""Find the accounts a site links to on social networks, and whose they are.

A share button, a single post or film, a network's home page and an embedded feed are not a profile.
"""

from collections.abc import Iterator
from urllib.parse import parse_qs, unquote, urlsplit

from audit import owners
from audit.look import Block, Link, Page, host_of
from audit.model import Fact
from audit.site import Site
from audit.words import pattern, sentences, state

_NETWORKS = {
    "twitter.com": "Twitter", "x.com": "Twitter", "facebook.com": "Facebook", "fb.com": "Facebook", "fb.me": "Facebook",
    "instagram.com": "Instagram", "youtube.com": "YouTube", "youtu.be": "YouTube", "linkedin.com": "LinkedIn",
    "flickr.com": "Flickr", "vimeo.com": "Vimeo", "bsky.app": "Bluesky", "threads.net": "Threads", "threads.com": "Threads",
    "tiktok.com": "TikTok", "nextdoor.co.uk": "Nextdoor", "nextdoor.com": "Nextdoor", "pinterest.com": "Pinterest",
    "pinterest.co.uk": "Pinterest", "mastodon.social": "Mastodon", "mastodon.online": "Mastodon", "mstdn.social": "Mastodon",
    "social.nhs.uk": "Mastodon", "soundcloud.com": "SoundCloud", "whatsapp.com": "WhatsApp",
}  # fmt: skip
_NOT_HANDLES = frozenset(
    "share sharer sharer.php intent home search hashtag i login signup privacy policies tos about explore help settings watch embed "
    "playlist results feed sharing sharearticle dialog plugins tr events shareoffsite share-offsite widgets oembed photo.php "
    "groups status statuses p reel reels shorts live videos video posts story.php permalink.php submit pin create compose legal terms jobs "
    "feeds redirect gp playlists share.php timeline status.php messages notifications download business policy oauth".split()
)
_KEYED = {"user", "channel", "c", "company", "school", "showcase", "profile", "people", "photos", "in", "pages", "pg", "city", "agency-detail"}
_ENDED = pattern(r"\b(accounts?|pages?|channels?|profiles?|feeds?|it|they|this|these|both|which)\b[^.]{0,60}\b(closed|deleted|no longer|archived|ceased|deactivated|inactive|not (monitored|used))\b")
_AGENCY = pattern(r"\b(design|digital|studio|web|agency|gwefan|site by|website|built|hosting|powered)\b")
_OURS = pattern(r"\b(us|our|we|ours)\b|\bfollow\b|\bfind us\b|\bconnect with\b|\bofficial\b|\bon (twitter|facebook|x|instagram|youtube|linkedin|bluesky)\b")


def profile(url: str) -> tuple[str, str] | None:
    """Name the network and account of a profile's address, or nothing for anything else."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    host = host_of(url)
    for prefix in ("m.", "en-gb.", "uk.", "mobile.", "web.", "business."):
        host = host.removeprefix(prefix)
    network = _NETWORKS.get(host)
    segments = [unquote(s) for s in parts.path.split("/") if s and s != "#!"]
    if not network and len(segments) == 1 and segments[0].startswith("@") and "." in host:
        return "Mastodon", segments[0]
    if not network or host == "youtu.be":
        return None
    if not segments:
        return None
    first = segments[0].lower()
    if network == "Facebook" and first == "profile.php":
        number = parse_qs(parts.query).get("id", [""])[0]
        return (network, number) if number else None
    if first in ("intent",) and len(segments) > 1 and segments[1].lower() in ("user", "follow"):
        name = parse_qs(parts.query).get("screen_name", [""])[0]
        return (network, name) if name else None
    if first in _KEYED:
        if network == "LinkedIn" and first == "in":
            return network, "in/" + segments[1] if len(segments) > 1 else ""
        if len(segments) < 2:  # noqa: PLR2004
            return None
        return network, segments[-1] if first in ("pages", "people") and not segments[-1].isdigit() else segments[1]
    if first in _NOT_HANDLES or first.endswith(".php"):
        return None
    if network == "Vimeo" and (first.isdigit() or first in ("channels", "groups", "ondemand", "album", "showcase", "event", "manage")):
        return None
    if network == "Flickr" and first not in ("photos", "people"):
        return None
    if network in ("Twitter", "Instagram", "TikTok", "Threads") and len(segments) > 1 and segments[1].lower() in ("status", "statuses", "video", "p", "reel", "post", "moments"):
        return None
    if network == "Facebook" and len(segments) > 1 and segments[1].lower() in ("posts", "videos", "photos", "events"):
        return None
    if network == "WhatsApp" and first not in ("channel",):
        return None
    if network == "YouTube" and first not in ("user", "channel", "c") and not first.startswith("@") and len(segments) > 1 and segments[1].lower() not in ("videos", "featured", "streams", "playlists", "about"):
        return None
    return network, segments[0]


def profiles(site: Site, page: Page) -> Iterator[Fact]:
    """Find links to profiles, with their owner."""
    seen: set[tuple[str, str, str]] = set()
    for index, block in enumerate(page.blocks):
        if block.place == "share":
            continue
        for link in block.links:
            found = profile(link.href) if link.kind == "a" and link.href[:4] == "http" else None
            if not found:
                continue
            network, handle = found
            fact = _fact(site, page, index, block, link, network, handle)
            key = (network, handle.lower(), fact.owner)
            if key not in seen:
                seen.add(key)
                yield fact


def _names_body(site: Site, handle: str) -> bool:
    low = handle.lower()
    return any(t[:6] in low for t in site.tokens) or (len(site.initials) > 2 and site.initials in low)  # noqa: PLR2004


def _line_before(page: Page, index: int) -> str:
    block = page.blocks[index]
    last = page.blocks[index - 1] if index else block
    return last.text if last.place == block.place and len(last.text) < 160 and len(block.text) < 80 else ""  # noqa: PLR2004


def _fact(site: Site, page: Page, index: int, block: Block, link: Link, network: str, handle: str) -> Fact:
    sentence = next((s for s in sentences(block.text) if link.text and link.text in s), block.text if len(block.text) < 300 else "")  # noqa: PLR2004
    head = block.headings[-1] if block.headings else ""
    row = " ".join(b.text for b in page.blocks[max(0, index - 5) : index + 5] if b.row and b.row == block.row)
    context = f"{row} {sentence} {link.title}".strip()
    owner = owners.of_handle(site, handle, context)
    if not owner or owner == "own":
        above = owners.by_words(site, f"{head} {block.column}") if block.place == "main" else "own"
        if network == "LinkedIn" and handle.startswith("in/"):
            owner = "person"
        elif not owner and above != "own":
            owner = above
        elif not owner:
            chrome = block.place in ("header", "footer", "nav", "aside", "repeat") or "home" in page.kinds
            ours = _OURS.search(context) or _OURS.search(head)
            owner = "own" if chrome or ours else "other"
    if owner == "own" and not _names_body(site, handle) and _AGENCY.search(f"{context} {_line_before(page, index)}"):
        owner = "supplier"
    held = state(sentence)
    return Fact(
        kind="profile", value=link.href, label=network, owner=owner, quote=sentence or link.text or link.title or link.href,
        state="planned" if held == "planned" else "ended" if _ENDED.search(sentence) else "now",
        place=block.place, detail={"handle": handle, "block": str(index), "home": "yes" if "home" in page.kinds else "no"},
    )
