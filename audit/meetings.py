"""Find meetings of the board with their dates, how they can be watched, and recordings of them."""

from collections.abc import Iterator
from datetime import date

from audit import owners
from audit.look import Block, Link, Page, host_of
from audit.model import Fact
from audit.site import Site
from audit.words import dates, pattern, sentences, state

BOARD = pattern(r"\b(governing bod(y|ies)|governing board|board|full council|council meetings?|meetings? of the council|cabinet|the council|y cyngor|trustees|directors|meet(s|ing|ings)? in public|in public)\b")
_OTHER_MEETING = pattern(
    r"\b((primary care|audit|remuneration|quality|finance|planning|scrutiny|licensing|personnel|footpaths?|commissioning|performance|transport|advisory|engagement|clinical|executive|assurance)( (and|&) \w+)?( \w+){0,2} (sub-?)?committee|sub-?committee|(drop-?in|advice|councillor|ward) ?surger(y|ies)|"
    r"council of (members|representatives)|patient (and public )?(panel|group|forum|council|congress|voice)|forum|congress|panel|working group|fair|workshop|training|staff|fun day|open day|private|closed to the public|not open to the public|carers|seminar|development session|congress|clinic|roadshow|coffee|festival|market|market stall|partnership|network|reference group)\b"
)
_MEETING = pattern(r"\b(meet(s|ing|ings)?|sits?|sittings?|sessions?|cyfarfod(ydd)?|agm|annual general)\b")
_ONLINE = pattern(
    r"\b(live[- ]?stream(s|ed|ing)?|stream(s|ed|ing)?( live| online)?|webcasts?|webcasting|broadcast(s|ing)? (live|online)|shown live|live (online|on|feed|link|video|event|broadcast)|watch(ed)?( \w+){0,6} (live|online|as (it|they) happens?|as they take place)|"
    r"(tune|dial|log) in( \w+){0,4}|(view|follow|see|join|attend|observe|watch|listen)(ing|ed)?( \w+){0,8} (live|online|virtually|remotely|as (it|they) (happens?|take)|on (microsoft )?(teams|zoom|youtube|facebook)|(by|via|through|over|using) (microsoft )?(teams|zoom|youtube|video ?link|webex|facebook|phone or video))|"
    r"(teams|zoom|webex) (webinar|link|meeting|live event)|(via|by|on|over|using|through) (microsoft )?(teams|zoom|webex)|join (the|this|our) meeting|livestream|live event|watch (the|our|this) (meeting|live)|remote(ly)? (viewing|access)|from home|online link|virtual(ly)?( meetings?)? (in public|open to))\b"
)
_PUBLIC = pattern(r"\b(public|anyone|everyone|residents?|you|people|members of|viewers|watch|webcast|stream|live|tune|follow|view|all are)\b")
_STREAM_HOSTS = pattern(r"(public-i\.(tv|info)|teams\.microsoft\.com/l/meetup-join|teams\.microsoft\.com/(meet|_#/broadcast|.*broadcast)|teams\.live\.com|events\.teams\.microsoft|zoom\.us/(j|w|webinar|meeting)|youtube\.com/(live|watch\?v=live|@[^/]+/(live|streams)|channel/[^/]+/live|c/[^/]+/live|user/[^/]+/live)|facebook\.com/[^/]+/live|webex\.com|vimeo\.com/event|livestream\.com|civico\.net|auditel\.tv|webcast|gotowebinar|streamyard)")
_VIDEO_HOSTS = pattern(r"(youtube(-nocookie)?\.com|youtu\.be|vimeo\.com|public-i\.(tv|info)|dailymotion|soundcloud\.com|audioboom|podbean|anchor\.fm|spotify\.com|stream\.microsoft|sharepoint\.com/.*stream|brightcove|webcast|civico\.net|media\.\w+|wistia|mixcloud|buzzsprout|streamable|facebook\.com/[^/]+/videos|\.mp4|\.mp3|\.m4a|\.wav|\.webm|/recordings?/|twitch\.tv)")
_RECORDED = pattern(r"\b(record(ed|ing|ings)|watch (it )?(again|back|the)|catch[- ]?up|film(ed|s)? of|video(s)? of|webcast (of|archive|library)|listen( again| back)?|replay|view (the )?(meeting|webcast|recording)|playback|on demand|archive(d)? (footage|webcast|meetings)|missed (it|a meeting)|audio (of|recording)|footage|previous (webcasts|meetings)|past meetings|watch)\b")
_INTERNAL = pattern(r"\b(staff|internal|members only|(board |committee )?members( of the (board|governing body|committee|council))? (join|use|dial|connect|who are unwell)|in their invitation|a member who|for members of the (board|committee) only|observers? admitted|training|colleagues|intranet|test meeting)\b")
_EVENT = pattern(r"\b(webinar|agm|annual general meeting|annual public meeting|event|launch|training|staff|conference|drop-in|workshop|seminar|class|session|q ?& ?a|open evening)\b")
_FILMING = pattern(r"\b(you|visitors|members of the public|press|anyone|people|attendees|those (present|attending))\b[^.]{0,60}\b(may|can|are (allowed|permitted|welcome|free) to|wish(es|ing)? to|who want to)\b[^.]{0,40}\b(film|record|photograph|blog|tweet|broadcast|take photo|report)\b")
_DESTROYED = pattern(r"\b(destroyed|wiped|erased|deleted|for the (purpose|use) of (minut|the minute)|to help (with|write|the)|aid (the )?minute|minute[- ]?tak|not (kept|published|made public|retained)|hopes?|plan|once the minutes|until the minutes|secretary'?s)\b")
_SHUT = pattern(r"\b(not (be )?(stream|broadcast|shown|webcast|possible|able)|cannot (be )?(view|watch|stream|shown|follow)|no (live|stream|webcast|link)|do(es)? not (stream|webcast|broadcast)|in person only|only in person|ask(ing)? (for|us for) (a|the) link by|email(ing)? .{0,30}for (a|the) link|prior request|request(ed)? (a|the) link)\b")


def board_context(page: Page, block: Block) -> str:
    """Say whose meetings a block speaks of: board, other, or nothing when its words do not tell.

    The nearest words decide: the block's own, its column's, its headings', the page's name; then
    what a page of meetings says of them anywhere.
    """
    for words in (block.text, block.column, *reversed(block.headings), page.name, *page.link_texts, page.title):
        if _OTHER_MEETING.search(words) and not (words is block.text and BOARD.search(words)):
            return "other"
        if BOARD.search(words):
            return "board"
    if {"meeting", "papers"} & set(page.kinds):
        said = [b.text for b in page.main if BOARD.search(b.text) and _MEETING.search(b.text)]
        if said or _OF_BOARD.search(page.url.replace("-", " ").replace("_", " ")):
            return "board"
    return ""


_OF_BOARD = pattern(r"\b(governing ?body|board|council|in public|trust board|governing)\b")


def meetings(site: Site, page: Page, today: date) -> Iterator[Fact]:
    """Find dates of the board's meetings; label `board` or `other`, state as the words say."""
    if page.is_pdf or not {"meeting", "papers", "board", "home", "about"} & set(page.kinds):
        return
    for index, block in enumerate(page.blocks):
        if block.place not in ("main", "repeat", "aside") or len(block.text) > 1500:  # noqa: PLR2004
            continue
        context = f"{' '.join(block.headings)} {page.title} {block.column}"
        for seen in dates(block.text, today=today, context=context):
            if not seen.exact or not _at_meeting(page, index, block, seen.start):
                continue
            row = " ".join(b.text for b in page.blocks[max(0, index - 4) : index + 6] if block.row and b.row == block.row)
            sentence = next((s for s in sentences(block.text) if block.text[seen.start : seen.end] in s), block.text)
            if _NOT_A_DATE_OF_MEETING.search(sentence):
                continue
            wider = f"{row} {sentence}"
            said = "other" if _OTHER_MEETING.search(wider) and not pattern(r"\b(governing body|board|full council|council meeting)\b").search(wider) else board_context(page, block)
            label = "board" if said == "board" or (said == "" and "board" in page.kinds) else "other"
            cancelled = pattern(r"\b(cancelled|postponed|stood down|private|closed session)\b").search(wider)
            owner = owners.stranger(site, f"{sentence} {row}") or "own"
            if site.mentions_self(f"{sentence} {row}") or _TOGETHER.search(f"{sentence} {row}"):
                owner = "own"
            yield Fact(
                kind="meeting", value=seen.value.isoformat(), label=label, owner=owner, quote=sentence,
                state="ended" if cancelled else "now", when=seen.value, place=block.place, detail={"block": str(index)},
            )


_TOGETHER = pattern(r"\b(in common|jointly|together)\b")
_NOT_A_DATE_OF_MEETING = pattern(r"\b(until \d+|passed to|kept (here )?(for|until)|posted|published|updated|uploaded|last (modified|updated|reviewed)|deadline|closing date|by (noon|5pm|midday)|no later than|copyright|elected|appointed|joined|approved (on|at)|questions? (by|before|must)|born|since|established|formed on|closed on|dissolved)\b")


def _at_meeting(page: Page, index: int, block: Block, start: int) -> bool:
    if _MEETING.search(block.text) or _MEETING.search(" ".join((*block.headings, block.column))):
        return True
    own = page.name + " " + " ".join(page.link_texts)
    short = len(block.text) < 120 or bool(block.row)  # noqa: PLR2004
    del index, start
    return bool(short and (_MEETING.search(own) or "meeting" in page.kinds))


def streams(site: Site, page: Page) -> Iterator[Fact]:
    """Find ways to watch meetings as they happen; label `board`, `event` or `other`."""
    for index, block in enumerate(page.blocks):
        if block.place in ("cookie", "share", "nav", "crumbs") or not (block.text or block.links):
            continue
        linked = [link for link in block.links if _STREAM_HOSTS.search(link.href)]
        said = [s for s in sentences(block.text) if _ONLINE.search(s)]
        if not linked and not said:
            continue
        sentence = said[0] if said else (block.text or linked[0].text or linked[0].title)
        yield Fact(
            kind="stream", value=linked[0].href if linked else sentence[:200], label=_stream_label(page, block, sentence),
            owner=site.mentions_other(sentence) or owner_of_meeting(site, page, block, sentence),
            quote=sentence or (linked[0].href if linked else ""), state=_stream_state(block.text, said, bool(linked)),
            place=block.place, detail={"link": linked[0].href if linked else "", "block": str(index)},
        )


def _stream_label(page: Page, block: Block, sentence: str) -> str:
    near = f"{sentence} {block.headings[-1] if block.headings else ''} {block.column}"
    if pattern(r"\bwebinars?\b").search(" ".join(block.headings[-1:])) and not BOARD.search(near):
        return "event"
    if _INTERNAL.search(near) or _FILMING.search(block.text):
        return "other"
    about = board_context(page, block)
    if _EVENT.search(sentence) and not pattern(r"\b((governing body|board|council|all|every|each|our|these)\b[^.]{0,20}\bmeetings?|webinar link|teams webinar)\b").search(sentence):
        return "event"
    if about == "board" or (about == "" and {"meeting", "papers"} & set(page.kinds)):
        return "board" if _MEETING.search(near) or {"meeting", "papers", "board"} & set(page.kinds) else "other"
    return "other"


def _stream_state(text: str, said: list[str], linked: bool) -> str:
    if any(_SHUT.search(s) for s in said) or (said and all(state(s) in ("denied", "ended") for s in said)):
        return "denied"
    if linked and said and all(state(s) == "planned" for s in said) and pattern(r"\b(next year|from (april|spring|january)|20\d\d|pilot|trial)").search(text):
        return "planned"
    if not linked and said and all(state(s) == "planned" for s in said) and not pattern(r"\b(every|each|all)\b[^.]{0,40}\b(is|are|be) (shown|streamed|webcast|broadcast)|link will be|shortly before|on the (day|morning)").search(text):
        return "planned"
    if not linked and said and all(pattern(r"\b(recording|recorded|film(ed)? of)\b").search(s) and not pattern(r"\b(live|join|as (it|they))\b").search(s) for s in said):
        return "past"
    return "now"


def owner_of_meeting(site: Site, page: Page, block: Block, sentence: str) -> str:
    """Name the owner of a meeting when the words give it to somebody else."""
    del page, block
    said = owners.by_words(site, sentence)
    return said if said in ("national", "hospital", "other") and not owners.speaks_for_us(sentence) else "own"


def recordings(site: Site, page: Page) -> Iterator[Fact]:
    """Find recordings, in picture or sound; label `board` when they are of the board's meetings."""
    for index, block in enumerate(page.blocks):
        if block.place in ("cookie", "share", "nav", "crumbs", "header", "footer"):
            continue
        for link in block.links:
            if not _plays(site, page, link, block):
                continue
            sentence = next((s for s in sentences(block.text) if link.text and link.text in s), block.text)
            nearest = " ".join((sentence, link.text, link.title, block.column))
            above = " ".join((*block.headings[-2:], page.name))
            row = " ".join(b.text for b in page.blocks[max(0, index - 5) : index + 5] if block.row and b.row == block.row)
            sound = link.kind == "audio" or bool(_SOUND.search(link.href))
            ours = board_context(page, block) == "board" and (sound or bool(_MEETING.search(f"{nearest} {row} {above}")))
            board = (_MEETING.search(f"{nearest} {row}") or ours or BOARD.search(above)) and (_MEETING.search(f"{nearest} {above} {row}") or ours)
            other = _OTHER_MEETING.search(nearest) or (_EVENT.search(nearest) and not pattern(r"\b(board|governing body|council)\b").search(nearest))
            if _STREAM_HOSTS.search(link.href) and not _RECORDED.search(f"{nearest} {above}"):
                continue
            recorded = _RECORDED.search(f"{nearest} {above}") or link.kind in ("embed", "audio") or _VIDEO_FILE.search(link.href)
            live = _STREAM_HOSTS.search(link.href) and not pattern(r"\b(recording|recorded|webcast of|watch (again|back|the)|archive)\b").search(nearest)
            if sound and not board:
                continue
            label = "board" if board and recorded and not other and not live else "event" if board or (other and (_MEETING.search(nearest) or _EVENT.search(nearest))) or _SHOWN_EVENT.search(above) else "film"
            yield Fact(
                kind="recording" if label != "film" else "video", value=link.href, label=label,
                owner=video_owner(site, page, block, link), quote=sentence or link.text or link.title or link.href,
                state="ended" if _DESTROYED.search(nearest) else state(nearest), place=block.place, detail={"block": str(index)},
            )


_SOUND = pattern(r"\.(mp3|m4a|wav|ogg)($|\?)|soundcloud|audioboom|podbean|mixcloud|buzzsprout")
_VIDEO_FILE = pattern(r"\.(mp4|mp3|m4a|wav|webm|m4v|mov|ogg)($|\?)")


_SHOWN_EVENT = pattern(r"\b(webinars?|briefings?|annual (general|public) meeting|training|recordings?|conference)\b")


def _plays(site: Site, page: Page, link: Link, block: Block) -> bool:
    if link.kind in ("embed", "audio"):
        return bool(_VIDEO_HOSTS.search(link.href))
    host = host_of(link.href)
    if _VIDEO_FILE.search(link.href):
        return True
    if not host or (site.owns(link.href) and not _VIDEO_HOSTS.search(link.href)):
        return False
    if "youtube.com" in host and not pattern(r"(watch\?|/embed/|/live/|/playlist|/shorts/|videos)").search(link.href):
        return bool(pattern(r"\b(recordings?|films?|videos?|meetings?)\b").search(f"{link.text} {block.text[:200]}"))
    del page
    return bool(_VIDEO_HOSTS.search(link.href))


_SOMEBODYS = pattern(r"(\p{Lu}\w+ )+\p{Lu}\w+'s ([a-z]+ ){0,2}(video|film|channel|animation)|\b(video|film|animation) (about \w+ )?(by|from|of) (the )?(\p{Lu}\w+ ?){2,}|^NHS: ", cased=True)


def video_owner(site: Site, page: Page, block: Block, link: Link) -> str:
    """Say whose film it is: the body's, unless its words give it to somebody else."""
    sentence = next((s for s in sentences(block.text) if link.text and link.text in s), block.text)
    head = block.headings[-1] if block.headings else ""
    words = f"{sentence} {link.title}"
    said = owners.by_words(site, words)
    if site.mentions_self(f"{link.title} {link.text}") and not _SOMEBODYS.search(words) and said not in ("hospital", "council"):
        return "own"
    said = "own" if said == "supplier" else said
    if said == "own" and _SOMEBODYS.search(words) and not site.mentions_self(words):
        said = "other"
    if said == "own" and pattern(r"\b(campaign|charity|made by|produced by|film by|film from|from the|by the|courtesy|national|partner)\b").search(f"{words} {head}"):
        said = "other" if not pattern(r"\b(our|we|us)\b").search(words) else "own"
    near = page.blocks
    at = near.index(block)
    beside = " ".join(b.text for b in near[max(0, at - 2) : at + 3] if b.place == "main")
    if said == "own" and link.kind == "embed":
        said = owners.by_words(site, beside)
        said = said if said in ("national",) or pattern(r"\b(made|produced|filmed|created|shot) (by|for) (?:the )?[A-Z]").search(beside) and said != "own" else "own"
    return said
