"""Find recordings of meetings and the body's other films, and whose they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote, urlsplit

from audit.boards import BOARD, MEETING, OTHER_MEETING, board_context, is_of_host
from audit.filmmakers import is_on_a_topic, maker
from audit.model import Fact
from audit.page import Block, Link, Page, host_of, row_text
from audit.site import Site
from audit.states import state
from audit.streams import EVENT, STREAM_HOSTS, is_over, when_held
from audit.subjects import is_of_another
from audit.words import any_of, pattern, sentence_with, sentences

_VIDEO_HOSTS = pattern(
    r"(youtube(-nocookie)?\.com|youtu\.be|vimeo\.com|public-i\.(tv|info)|dailymotion|"
    r"soundcloud\.com|audioboom|podbean|anchor\.fm|spotify\.com|(stream\.microsoft|microsoftstream)|"
    r"sharepoint\.com/.*stream|brightcove|webcast|civico\.net|wistia|mixcloud|"
    r"buzzsprout|streamable|facebook\.com/[^/]+/videos|\.mp4|\.mp3|\.m4a|\.wav|\.webm\b|"
    r"/recordings?/|twitch\.tv)"
)
_RECORDED = any_of(
    r"record(ed|ing|ings)|watch (it )?(again|back|the)|catch(ing)?[- ]?up|film(ed|s)? of",
    r"video(s)? of|webcasts? (of|archive|library)|listen( again| back)?|replay(s|ed)?",
    r"view (the )?(meeting|webcast|recording)|play(ed|ing)? ?back|on[- ]demand|re-?watch",
    r"archive(d)? (footage|webcasts?|meetings|streams?|broadcasts?)|audio (of|recording)",
    r"miss(ed)? (it|(the|a|our|last) (\w+ )?(meeting|session)|\w+'s (board |public )?meeting)",
    r"footage|(previous|past|earlier) ([\w-]+ ){0,2}(webcasts|meetings|streams|broadcasts)",
    r"(full|whole|complete|entire|unedited) (meeting|proceedings|session|discussion|debate)|watch",
    r"in full|(from )?start to (finish|end)|the whole (thing|evening|afternoon|morning)|unabridged",
    r"(see|hear|watch) (what|how|it|them|us|every(thing| word))|on tape|tapes?|sound files?|again",
)
_DESTROYED = any_of(
    r"destroyed|wiped|erased|deleted|for the (purpose|use) of (minut|the minute)",
    r"to help (with|write|the)|aid (the )?minute|minute[- ]?tak",
    r"not (kept|published|made public|retained)|(hopes?|plans?) to [a-z]+|once the minutes",
    r"until the minutes|secretary'?s",
)
_SOUND = pattern(r"\.(mp3|m4a|wav|ogg)($|[?&])|soundcloud|audioboom|podbean|mixcloud|buzzsprout")
_VIDEO_FILE = pattern(r"\.(mp4|mp3|m4a|wav|webm|m4v|mov|ogg)($|\?)")
_SHOWN_EVENT = any_of(
    r"webinars?|briefings?|annual (general|public) meeting|training|recordings?|conference",
)
_OUT = frozenset(("cookie", "share", "nav", "crumbs", "header", "footer"))
_OF_BOARD = any_of(r"board|governing body|council")
_KEPT = any_of(
    r"recordings?|recorded|webcasts? of|watch (again|back|the)|archived?|library|on[- ]demand",
    r"replay(s|ed)?|past|previous|earlier|catch[- ]?up",
)
_CHANNEL = any_of(r"channel|tv")
_DATED = pattern(
    r"\b\d{1,2}(st|nd|rd|th)? (of )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|"
    r"\b\d{1,2}[/.]\d{1,2}[/.](20)?\d\d\b|"
    r"\b(january|february|march|april|may|june|july|august|september|october|november|december) "
    r"20\d\d\b"
)
_SITTING = any_of(r"proceedings|agenda|public session|in public|debates?|part (a|one|1)")
_TO_CAMERA = any_of(
    r"introduc\w+|welcomes?|messages?|explain(s|ed|ing|er)?|talk(s|ing)?|speaks?|thank(s|ed)?",
    r"interview\w*|celebrat\w+|campaign|about (us|our)|who we are|stor(y|ies)|profile|wishes",
    r"how to|guide|tips|tutorial|advert|trailer|invitation|animation|(we|was|were) (showed|shown)",
)
_ITSELF = any_of(
    r"record(ing|ings|ed)|replay(s|ed)?|proceedings|webcast|footage|catch[- ]?up",
    r"watch (again|back)|(full|whole|complete|entire) \w+|meetings? (of|held|in public)",
    r"(board|body|public) meetings?",
)
_MEETING_HOSTS = pattern(r"(public-i\.(tv|info)|civico\.net|auditel\.tv|webcast)")
_VIMEO = r"vimeo\.com/(([^?#]*/)?\d{4,}|[^/?#]+/[^/?#]*[-\d])"
_VIMEO_FILM = pattern(rf"{_VIMEO}|player\.vimeo")
_LIVE = pattern(r"live-?stream|\b(live|stream(s|ed|ing)?)\b")
_OTHER_FILM = pattern(rf"(youtu\.be/|{_VIMEO}|facebook\.com/[^/]+/videos/\d)")
_YOUTUBE_FILM = pattern(r"(watch\?|/embed/|/live/|/playlist|/shorts/|videos)")
_CALLED_FILM = any_of(r"recordings?|films?|filmed|videos?|clips?|vlogs?|meetings?|animations?")
_OWN_CHANNEL = any_of(r"our ([\w-]+ ){0,3}(channel|tv)|channel of our own|the (ccg|icb)'s channel")
_WATCH_LIVE = any_of(r"(watch|view|join|see|follow|tune in)( \w+){0,3} live|live (stream|feed)")
_MEET = pattern(
    r"\b[Mm]eet (the |our |your )?(\p{Lu}|team|people|staff|board|members|chair|governing|faces)",
    cased=True,
)
_SAID_BEFORE = 200
_LONGEST_DATE = len("Board meeting of Wednesday 30 September 2026")
_SHORT_SENTENCE = 40  # "Watch it here."
_LONGEST_CAPTION = 120


@dataclass(frozen=True, kw_only=True)
class _Film:
    """A link or player of a film with the words beside it, in its row and above it."""

    link: Link
    sentence: str
    nearest: str
    row: str
    head: str
    above: str

    @property
    def is_sound(self) -> bool:
        """Whether there is nothing to see."""
        return self.link.kind == "audio" or bool(_SOUND.search(unquote(self.link.href)))

    @property
    def is_meeting(self) -> bool:
        """Whether any of the words speak of a meeting, or date what the board did."""
        near = f"{self.nearest} {self.row} {self.above}"
        if MEETING.search(near) or _MEETING_HOSTS.search(self.link.href):
            return True
        held = BOARD.search(near) and (_DATED.search(near) or _SITTING.search(near))
        return bool(held and not _TO_CAMERA.search(self.nearest))

    @property
    def is_one_sitting(self) -> bool:
        """Whether one film, not a channel, is offered under the name or the date of a meeting."""
        one = self.link.kind == "a" and _YOUTUBE_FILM.search(self.link.href)
        one = one or _OTHER_FILM.search(self.link.href)
        beside = f"{self.nearest} {self.row} {self.head}"
        told = _DATED.search(beside) or MEETING.search(beside)
        return bool(one and told and self.is_meeting and not _LIVE.search(self.nearest))


def recordings(site: Site, page: Page, today: date) -> Iterator[Fact]:
    """Find recordings, in picture or sound, and films.

    Label `board` when they are of the board's meetings, `topic` when on an illness or a service.
    """
    for index, block in enumerate(page.blocks):
        for link in block.links if block.place not in _OUT else ():
            if not (_plays(site, link, block) or _is_channel(site, page, block, link)):
                continue
            film = _film(page, block, link)
            label = _label(page, block, film, today)
            words = f"{film.sentence} {link.text} {link.title} {block.head}"
            if label == "film" and is_on_a_topic(site, page, index, words):
                label = "topic"
            if label == "board" and is_of_host(site, film.sentence, film.head, page.name):
                label = "event"
            if label == "board" and is_of_another(site, block.text, film.sentence):
                label = "event"
            if label:
                yield Fact(
                    kind="video" if label == "film" else "recording",
                    value=link.href,
                    label=label,
                    owner=maker(site, page, index, link, film.sentence),
                    quote=film.sentence or link.label,
                    state="ended" if _DESTROYED.search(film.nearest) else state(film.nearest),
                    place=block.place,
                    detail={"block": str(index)},
                )


def _film(page: Page, block: Block, link: Link) -> _Film:
    sentence = sentence_with(block.text, link.text) or block.text
    if 0 < len(sentence) < _SHORT_SENTENCE and link.kind == "a":
        before = block.text.partition(sentence)[0].strip()
        last = sentences(before)[-1:] if len(before) < _SAID_BEFORE else ()
        joined = " ".join((*last, sentence))
        sentence = joined if joined in block.text else sentence
    return _Film(
        link=link,
        sentence=sentence,
        nearest=_MEET.sub("", f"{sentence} {link.text} {link.title} {block.column}"),
        row=_row(page, block),
        head=f"{block.head} {_caption(page, block) if link.kind != 'a' else ''}",
        above=_MEET.sub("", " ".join((*block.headings[-2:], page.name))),
    )


def _caption(page: Page, block: Block) -> str:
    """Give the short text just before a player."""
    at = page.blocks.index(block)
    before = page.blocks[at - 1].text if at else ""
    tells = MEETING.search(before) or _RECORDED.search(before) or not before.endswith(".")
    return before if tells and len(before) < _LONGEST_CAPTION else ""


def _row(page: Page, block: Block) -> str:
    """Give the words of a table row, each cell's column with them."""
    if not block.row:
        return ""
    columns = " ".join(page.blocks[index].column for index in page.rows[block.row])
    return f"{columns} {row_text(page, block)}"


def _label(page: Page, block: Block, film: _Film, today: date) -> str:
    """Say what a film is: board, event or film; nothing when it is no film to list."""
    nearest, above, streams = film.nearest, film.above, STREAM_HOSTS.search(film.link.href)
    kept = _RECORDED.search(f"{nearest} {above}")
    about = board_context(page, block)
    meets = {"meeting", "papers"} & set(page.kinds) or BOARD.search(page.lead)
    sat = meets and len(page.name) < _LONGEST_DATE and _DATED.search(page.name)
    dated = sat or _DATED.search(f"{nearest} {film.row} {film.head}")
    ours = about == "board" or (not about and dated and meets)
    sitting = bool(kept and dated and "meeting" in page.kinds)
    ours = ours and (film.is_sound or film.is_meeting or sat or sitting or not about)
    beside = MEETING.search(f"{nearest} {film.row}") or BOARD.search(f"{film.row} {above}")
    if _MEETING_HOSTS.search(film.link.href) and OTHER_MEETING.search(f"{nearest} {above}"):
        return "event"
    board = ours or (beside and film.is_meeting)
    over = is_over(when_held(page, block), today)
    if (streams and not (kept or over)) or (film.is_sound and not board):
        return ""
    if _TO_CAMERA.search(nearest) and not _ITSELF.search(nearest) and film.link.kind == "a":
        board = None
    event = EVENT.search(nearest) and not _OF_BOARD.search(nearest)
    other = OTHER_MEETING.search(nearest) or event
    recorded = kept or film.link.kind in ("embed", "audio") or _VIDEO_FILE.search(film.link.href)
    recorded = recorded or film.is_one_sitting or (streams and over)
    watched = film.link.kind == "a" and _WATCH_LIVE.search(nearest)
    live = (streams or watched) and not (over or _KEPT.search(nearest))
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


def _is_channel(site: Site, page: Page, block: Block, link: Link) -> bool:
    """Say whether a page about films leads to the body's own channel of them."""
    low = link.href.lower()
    known = "youtube.com/" in low or "vimeo.com/" in low
    if not known or STREAM_HOSTS.search(low) or "video" not in page.kinds or block.place != "main":
        return False
    said = f"{page.name} {block.text}"
    live = _LIVE.search(said) or MEETING.search(said)
    ours = _OWN_CHANNEL.search(said) or site.mentions_self(link.text)
    return bool(ours and not live and _CHANNEL.search(f"{said} {link.text}"))
