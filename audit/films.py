"""Find recordings of meetings and the body's other films, and whose they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from audit import owners
from audit.boards import BOARD, MEETING, OTHER_MEETING, board_context
from audit.model import Fact
from audit.page import Block, Link, Page, host_of, row_text
from audit.site import Site
from audit.states import state
from audit.streams import EVENT, STREAM_HOSTS
from audit.words import any_of, pattern, sentence_with

_VIDEO_HOSTS = pattern(
    r"(youtube(-nocookie)?\.com|youtu\.be|vimeo\.com|public-i\.(tv|info)|dailymotion|"
    r"soundcloud\.com|audioboom|podbean|anchor\.fm|spotify\.com|stream\.microsoft|"
    r"sharepoint\.com/.*stream|brightcove|webcast|civico\.net|wistia|mixcloud|"
    r"buzzsprout|streamable|facebook\.com/[^/]+/videos|\.mp4|\.mp3|\.m4a|\.wav|\.webm\b|"
    r"/recordings?/|twitch\.tv)"
)
_RECORDED = any_of(
    r"record(ed|ing|ings)|watch (it )?(again|back|the)|catch[- ]?up|film(ed|s)? of",
    r"video(s)? of|webcast (of|archive|library)|listen( again| back)?|replay",
    r"view (the )?(meeting|webcast|recording)|playback|on demand",
    r"archive(d)? (footage|webcast|meetings)|missed (it|a meeting)|audio (of|recording)",
    r"footage|previous (webcasts|meetings)|past meetings|watch",
)
_DESTROYED = any_of(
    r"destroyed|wiped|erased|deleted|for the (purpose|use) of (minut|the minute)",
    r"to help (with|write|the)|aid (the )?minute|minute[- ]?tak",
    r"not (kept|published|made public|retained)|hopes?|plan|once the minutes",
    r"until the minutes|secretary'?s",
)
_SOUND = pattern(r"\.(mp3|m4a|wav|ogg)($|[?&])|soundcloud|audioboom|podbean|mixcloud|buzzsprout")
_VIDEO_FILE = pattern(r"\.(mp4|mp3|m4a|wav|webm|m4v|mov|ogg)($|\?)")
_SHOWN_EVENT = any_of(
    r"webinars?|briefings?|annual (general|public) meeting|training|recordings?|conference",
)
_SOMEBODYS = pattern(
    r"(\p{Lu}\w+ )+\p{Lu}\w+'s ([a-z]+ ){0,2}(video|film|channel|animation)|"
    r"\b(video|film|animation) (about \w+ )?(by|from|of) (the )?(\p{Lu}\w+ ?){2,}|^NHS: ",
    cased=True,
)
_OUT = frozenset(("cookie", "share", "nav", "crumbs", "header", "footer"))
_OF_BOARD = any_of(r"board|governing body|council")
_KEPT = any_of(r"recording|recorded|webcast of|watch (again|back|the)|archive")
_VIMEO_FILM = pattern(r"vimeo\.com/([^?#]*/)?\d{4,}|player\.vimeo")
_LIVE = pattern(r"live-?stream|\b(live|stream(s|ed|ing)?)\b")
_YOUTUBE_FILM = pattern(r"(watch\?|/embed/|/live/|/playlist|/shorts/|videos)")
_CALLED_FILM = any_of(r"recordings?|films?|videos?|meetings?")
_FROM_OTHERS = any_of(
    r"campaign|charity|made by|produced by|film by|film from|from the|by the|courtesy",
    r"national|partner",
    r"(tourist board|university|college|broadcaster|bbc|itv|museum|society|federation) "
    r"(has|have|put|made|produced|released|shows?)",
)
_MADE_BY = pattern(r"\b(made|produced|filmed|created|shot) (by|for) (?:the )?[A-Z]")
_MEET = pattern(r"\b[Mm]eet (the |our |your )?(\p{Lu}|team|people|staff|board)", cased=True)
_NATIONAL = any_of(r"(national|campaign) (campaign|film|video|advert)|campaign film")
_SAID_BEFORE = 200


@dataclass(frozen=True, kw_only=True)
class _Film:
    """A link or player of a film with the words beside it, in its row and above it."""

    link: Link
    sentence: str
    nearest: str
    row: str
    above: str

    @property
    def is_sound(self) -> bool:
        """Whether there is nothing to see."""
        return self.link.kind == "audio" or bool(_SOUND.search(unquote(self.link.href)))

    @property
    def is_meeting(self) -> bool:
        """Whether any of the words speak of a meeting."""
        return bool(MEETING.search(f"{self.nearest} {self.row} {self.above}"))


def recordings(site: Site, page: Page) -> Iterator[Fact]:
    """Find recordings, in picture or sound; label `board` when they are of the board's meetings."""
    for index, block in enumerate(page.blocks):
        for link in block.links if block.place not in _OUT else ():
            if not _plays(site, link, block):
                continue
            film = _film(page, block, link)
            label = _label(page, block, film)
            if label:
                yield Fact(
                    kind="video" if label == "film" else "recording",
                    value=link.href,
                    label=label,
                    owner=_owner(site, page, index, film),
                    quote=film.sentence or link.label,
                    state="ended" if _DESTROYED.search(film.nearest) else state(film.nearest),
                    place=block.place,
                    detail={"block": str(index)},
                )


def _film(page: Page, block: Block, link: Link) -> _Film:
    sentence = sentence_with(block.text, link.text) or block.text
    return _Film(
        link=link,
        sentence=sentence,
        nearest=_MEET.sub("", f"{sentence} {link.text} {link.title} {block.column}"),
        row=row_text(page, block),
        above=" ".join((*block.headings[-2:], page.name)),
    )


def _label(page: Page, block: Block, film: _Film) -> str:
    """Say what a film is: board, event or film; nothing when it is no film to list."""
    nearest, above, streams = film.nearest, film.above, STREAM_HOSTS.search(film.link.href)
    kept = _RECORDED.search(f"{nearest} {above}")
    ours = board_context(page, block) == "board" and (film.is_sound or film.is_meeting)
    beside = MEETING.search(f"{nearest} {film.row}") or BOARD.search(above)
    board = ours or (beside and film.is_meeting)
    if (streams and not kept) or (film.is_sound and not board):
        return ""
    event = EVENT.search(nearest) and not _OF_BOARD.search(nearest)
    other = OTHER_MEETING.search(nearest) or event
    recorded = kept or film.link.kind in ("embed", "audio") or _VIDEO_FILE.search(film.link.href)
    live = streams and not _KEPT.search(nearest)
    if board and recorded and not other and not live:
        return "board"
    elsewhere = other and (MEETING.search(nearest) or EVENT.search(nearest))
    return "event" if board or elsewhere or _SHOWN_EVENT.search(above) else "film"


def _plays(site: Site, link: Link, block: Block) -> bool:
    """Say whether a link leads to a film or a sound."""
    known = bool(_VIDEO_HOSTS.search(link.href))
    if link.kind in ("embed", "audio"):
        return known
    if _VIDEO_FILE.search(link.href):
        return True
    host = host_of(link.href)
    if not host or (site.owns(link.href) and not known):
        return False
    unnamed = "youtube.com" in host and not _YOUTUBE_FILM.search(link.href)
    if unnamed or ("vimeo.com" in host and not _VIMEO_FILM.search(link.href)):
        account = urlsplit(link.href).path.strip("/")
        called = _CALLED_FILM.search(f"{link.text} {block.text[:_SAID_BEFORE]}")
        shown_live = _LIVE.search(block.text) and not _KEPT.search(block.text)
        return bool(account and account != "subscription_center" and called and not shown_live)
    return known


def _owner(site: Site, page: Page, index: int, film: _Film) -> str:
    """Say whose film it is: the body's, unless its words give it to somebody else."""
    link = film.link
    words = f"{film.sentence} {link.title}"
    said = owners.by_words(site, words)
    somebodys = bool(_SOMEBODYS.search(words))
    if said in ("hospital", "supplier") and owners.says_we(words):
        said = "own"
    if said not in ("own", "supplier"):
        named = site.mentions_self(f"{link.title} {link.text}") and not somebodys
        return "own" if named and said not in ("hospital", "council") else said
    if site.mentions_self(f"{link.title} {link.text}") and not somebodys:
        return "own"
    if somebodys and not site.mentions_self(words):
        return "other"
    if _FROM_OTHERS.search(f"{words} {page.blocks[index].head}") and not owners.says_we(words):
        return "other"
    return _owner_beside(site, page, index) if link.kind == "embed" else "own"


def _owner_beside(site: Site, page: Page, index: int) -> str:
    """Say whose a player is by the words before and after it."""
    near = page.blocks[max(0, index - 2) : index + 3]
    beside = " ".join(b.text for b in near if b.place == "main")
    said = "national" if _NATIONAL.search(beside) else owners.by_words(site, beside)
    made = _MADE_BY.search(beside) and not owners.says_we(beside)
    return said if said == "national" or made else "own"
