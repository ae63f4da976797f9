"""Find surveys and consultations, and whether they are open."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from audit.askers import asker, is_of_others
from audit.closing import closing_day, has_ended
from audit.dates import dates
from audit.model import Fact
from audit.page import Block, Form, Page, row_text
from audit.site import Site
from audit.states import state
from audit.words import any_of, pattern, sentences

_EXERCISE = any_of(
    r"surveys?|consultations?|questionnaires?|engagement (exercise|period)|exercises?",
    r"have your (a )?say|your (views|comments)|comment form",
    r"tell us (what|how|about|your)|conversations?|poll",
    r"share your (views|thoughts|experience)|feedback on|comment on|respond(ing)? to",
    r"take part|listening exercise|arolwg|ymgynghoriad|call for views|your say",
    r"help us (decide|shape|plan|choose|improve)",
    r"(comment|feedback|thoughts|views) on|comments? (are )?(welcome|invited)",
    r"(first|early|rough) (go|stab|attempt|version|cut) (at|of)|say so",
    r"(got|get) (it|things|this) wrong|(make|send|submit|invit\w+) representations",
    r"draft (\w+ ){0,3}(strategy|proposals?|charter|plan|policy|assessment)|(first|"
    r"consultation) draft",
    r"(draft|document|proposals?) (is|are) (now )?(out|open|on (view|display|show))|remarks",
    r"(want|like|love) to hear from|talk to us about|seeking views|repl(y|ies)",
    r"views (are |were )?(invited|welcome|wanted|sought)",
)
_OPEN_NOW = any_of(
    r"open now|now open|currently open|open (survey|consultation|exercise)s?|status:? open",
    r"live now",
    r"take (the|our|this|part in (the|our|this)) (short |online |new )?(survey|"
    r"questionnaire)",
    r"(fill|complete)( in)? (the|our|this) (short |online )?(survey|questionnaire)",
    r"we are (currently |now )?(consulting|asking|seeking|gathering)",
    r"current (survey|consultation)s?|start (the )?survey|answer (the|our)",
)
_PLATFORMS = pattern(
    r"//[^/]*(citizenspace\.com|surveymonkey\.|smartsurvey\.|snapsurveys\.|forms\.office\.com|"
    r"forms\.gle|docs\.google\.com/forms|engagementhq\.com|consult\.|jotform|"
    r"typeform|onlinesurveys\.ac|participatenow|commonplace\.is|dialogue-app|haveyoursay|"
    r"qualtrics|online1\.snapsurveys|surveys?\.|allourideas|welcomesyourfeedback)|/consult\.ti"
)
_SURVEY_TOOLS = pattern(
    r"(citizenspace\.com|surveymonkey\.|smartsurvey\.|snapsurveys\.|engagementhq\.com|"
    r"onlinesurveys\.ac|"
    r"commonplace\.is|dialogue-app|allourideas|/consult\.ti|participatenow|qualtrics)"
)
_BOOKS = any_of(
    r"book(ing)?|register|sign(ing)? up|join(ing)?|apply|order|refer(ral)?|nominate|attend",
)
_REACHES = any_of(r"get in touch|contact (us|it|them)|(make|send) (us )?(a|your) complaints?")
_CLOSED_WORD = any_of(
    r"closed|has (now )?(closed|ended|finished)|ended|is over|past|previous|completed",
    r"results?|outcomes?|archive",
)
_ASKS = any_of(
    r"surveys?|consult\w*|questionnaires?",
    r"your (views?|say|comments|thoughts|opinions?|ideas)|have your say|tell us",
    r"comments? (by|to|on|are welcome|welcome|invited)|exercise|respond|responses?|feedback",
    r"views|draft|back to us|let us know|(want|love|like) to (hear|know)|repl(y|ies)|vote|"
    r"talk to us",
    r"say so|representations",
    r"arolwg|ymgynghor\w+|comment|(you|people|they|residents|patients|carers) think|thoughts",
)
_ADVERT = any_of(
    r"advert\w*|vacanc\w+|apply|applications?|applicants|salary|interviews?|non-executive",
    r"tender|bids?|grants?|nominations?|shortlist\w*",
)
_SHORTEST_QUESTION = 12
_FEWEST_QUESTIONS = 2
_CLOSED_KINDS = frozenset(("legal", "papers", "foi", "interests"))
_OPENS_LATER = any_of(r"(?:opens?|starts?|begins?) (?:on|in)")
_STARTS = any_of(
    r"(will|to|shall|should) (then |formally )?(start|open|begin|launch|run|go live|go out)",
    r"(opens?|starts?|begins?|launch(es)?|runs?) (on|in|from)|goes live",
)
_ENDING = pattern(
    r"\b(clos|open|until|till|before|by|up to|stop|deadline|end(s|ing)|last da(y|te)|shut)"
)
_NEVER_CLOSES = any_of(
    r"never clos\w+|no (closing|end) date|(always|permanently) open|all year round"
)
_GIVES = any_of(r"grants?|awards?|bursar(y|ies)|prizes?|tenders?|vacanc(y|ies)|nominations?")
_INVOLVES = any_of(r"engag\w+|involv\w+|participat\w+")
_BEGAN = any_of(r"opened|opens|start(s|ed)?|began|begins|from|launched")
_OTHER_RUNS = any_of(
    r"(clinics?|vaccin\w+|jabs?|exhibitions?|courses?|shows?|works|closures?|offers?|bookings?|"
    r"pharmac(y|ies)|surger(y|ies)|library|hours|services?|pilots?|programmes?|contracts?) "
    r"((is|are|will|be|has|have|been|stays?|open|also) )*(runs?|running|lasts?|opens?|open|"
    r"clos(es?|ed)|ends?|available|in place|extended)",
)
_LONGEST = 1500
_LONGEST_VALUE = 200
_LONGEST_QUOTE = 300
_LONGEST_SECTION = 800
_NEIGHBOURS = 4


@dataclass(frozen=True, kw_only=True)
class _Exercises:
    """What is asked again and again of one page."""

    page: Page
    today: date

    @cached_property
    def blocks(self) -> list[Block]:
        """Blocks in which an exercise may be announced."""
        return content_of(self.page)

    @property
    def asks(self) -> bool:
        """Whether the whole page is a survey or a consultation."""
        question = self.page.name.endswith("?") and "involvement" in self.page.kinds
        return "survey" in self.page.kinds or question

    @cached_property
    def begins_later(self) -> frozenset[tuple[str, ...]]:
        """The headings under which a sentence says that something starts after today."""
        found = set()
        for block in self.blocks:
            for sentence in sentences(block.text[:_LONGEST]) if not block.row else ():
                if _STARTS.search(sentence):
                    days = [day.value for day in dates(sentence, today=self.today)]
                    if days and min(days) > self.today:
                        found.add(block.headings)
        return frozenset(found)

    @cached_property
    def has_platform(self) -> bool:
        """Whether the page's own text leads to a survey on a survey site."""
        links = (link.href for block in self.blocks for link in block.links)
        return "home" not in self.page.kinds and any(map(_PLATFORMS.search, links))

    @cached_property
    def _ended(self) -> Counter[tuple[tuple[str, ...], int]]:
        """How many blocks say that something has closed, by headings and row; 0 for any row."""
        found: Counter[tuple[tuple[str, ...], int]] = Counter()
        for block in self.blocks:
            if has_ended(block, self.today):
                found[block.headings, 0] += 1
                if block.row:
                    found[block.headings, block.row] += 1
        return found

    def ended_beside(self, block: Block) -> bool:
        """Say whether another block of the same section (of the same row, in a table) has ended."""
        return self._ended[block.headings, block.row] > has_ended(block, self.today)


def consultations(site: Site, page: Page, today: date) -> Iterator[Fact]:
    """Find surveys and consultations: state now when open on `today`, ended when closed."""
    if page.is_pdf or (_CLOSED_KINDS & set(page.kinds) and "survey" not in page.kinds):
        return
    exercises = _Exercises(page=page, today=today)
    news = "news" in page.kinds and not {"survey", "involvement"} & set(page.kinds)
    for at, block in enumerate(exercises.blocks):
        if not block.text or len(block.text) > _LONGEST:
            continue
        section = section_of(exercises.blocks, at)
        platform = any(_PLATFORMS.search(link.href) for link in block.links)
        if not _speaks_of_one(exercises, block, section, platform=platform):
            continue
        closing = closing_day(block, today)
        if closing is not None:
            day, sentence = closing
            fits = _is_asked(exercises, block, sentence, section, platform=platform)
            later = block.tag == "p" and block.headings in exercises.begins_later
            is_open = day >= today and not later and not _OPENS_LATER.search(sentence)
            fact = _fact(site, page, block, quote=sentence, when=day) if fits else None
        elif not news and (platform or _says_open(site, block)):
            reachable = platform or block.links or (not block.level and any(map(_asks, page.forms)))
            is_open = not _is_over(exercises, block)
            quote = block.text[:_LONGEST_QUOTE]
            fact = _fact(site, page, block, quote=quote) if reachable else None
        else:
            continue
        if fact is not None:
            yield fact if is_open else replace(fact, state="ended")
    elsewhere = {"complaints", "contact"} & set(page.kinds) and "survey" not in page.kinds
    if not elsewhere or (page.name.endswith("?") and not _ADVERT.search(page.name)):
        yield from _asked_here(page)


def _asked_here(page: Page) -> Iterator[Fact]:
    """Find a form that is itself a survey: it puts questions and no more."""
    for form in page.forms:
        asked = [f.label.partition("?")[0] for f in form.fields if "?" in f.label]
        long = [label for label in asked if len(label) >= _SHORTEST_QUESTION]
        words = f"{page.name} {form.head} {form.text}"
        other = is_of_others(words) or _ADVERT.search(words) or _CLOSED_WORD.search(page.name)
        if form.place == "main" and len(long) >= _FEWEST_QUESTIONS and not other:
            yield Fact(
                kind="consultation",
                value=page.name,
                label="undated",
                quote=long[0],
                place=form.place,
            )


def _says_open(site: Site, block: Block) -> bool:
    """Say whether words say that something is open; the way to a page that was read does not."""
    entry = [link.text for link in block.links] == [block.text]
    href = block.links[0].href if entry else ""
    menu = site.owns(href) and (block.place != "main" or site.has_read(href))
    return bool(_OPEN_NOW.search(block.text)) and not menu


def _asks(form: Form) -> bool:
    return form.place == "main" and len(form.fields) > 1


def _fact(site: Site, page: Page, block: Block, *, quote: str, when: date | None = None) -> Fact:
    return Fact(
        kind="consultation",
        value=(block.head or page.name)[:_LONGEST_VALUE],
        label="dated" if when else "undated",
        owner=asker(site, _near(page, block)),
        quote=quote,
        when=when,
        place=block.place,
    )


def _near(page: Page, block: Block) -> str:
    return f"{block.text} {block.head} {row_text(page, block)}"


def _speaks_of_one(exercises: _Exercises, block: Block, section: str, *, platform: bool) -> bool:
    page = exercises.page
    if _REACHES.search(block.text) and not _EXERCISE.search(block.text):
        return False
    told = exercises.asks and block.place == "main"
    if told or _EXERCISE.search(f"{block.text} {block.head} {block.column}"):
        return True
    if _has_begun(page, block):
        return True
    tool = any(_SURVEY_TOOLS.search(link.href) for link in block.links)
    if tool and "home" not in page.kinds and not _BOOKS.search(block.text):
        return True
    if exercises.has_platform and _ENDING.search(block.text):
        return True
    context = f"{' '.join(block.headings[-2:])} {page.name} {section}"
    return "home" not in page.kinds and platform and bool(_EXERCISE.search(context))


def _has_begun(page: Page, block: Block) -> bool:
    """Say whether a row of a table about involving people has a column for the first day."""
    row = page.rows.get(block.row, ()) if block.row else ()
    involves = "involvement" in page.kinds or _INVOLVES.search(page.name)
    return bool(involves) and any(_BEGAN.search(page.blocks[i].column) for i in row)


def _is_asked(
    exercises: _Exercises, block: Block, sentence: str, section: str, *, platform: bool
) -> bool:
    """Say whether a sentence with a closing date invites answers, and not applications."""
    name = exercises.page.name
    if _offers_else(f"{name} {block.head}", name, sentence):
        return False
    if platform or (exercises.has_platform and _ENDING.search(sentence)):
        return True
    if "feedback" in exercises.page.kinds and not _ENDING.search(f"{sentence} {block.column}"):
        return False
    if exercises.asks or _has_begun(exercises.page, block):
        return True
    return bool(_ASKS.search(f"{sentence} {section} {name}"))


def _offers_else(called: str, name: str, sentence: str) -> bool:
    """Say whether a last day is that of an advert, a grant or a service, and not of asking."""
    if _GIVES.search(called) and not _EXERCISE.search(called):
        return True
    advert = _ADVERT.search(f"{sentence} {called}") and not _ASKS.search(f"{sentence} {name}")
    return bool(advert or (_OTHER_RUNS.search(sentence) and not _ASKS.search(sentence)))


def _is_over(exercises: _Exercises, block: Block) -> bool:
    return (
        bool(_CLOSED_WORD.search(_near(exercises.page, block)))
        or exercises.ended_beside(block)
        or state(_NEVER_CLOSES.sub("", block.text)) in ("ended", "denied", "planned")
    )


def content_of(page: Page) -> list[Block]:
    """List the blocks of a page's content, with what stands beside it and on every page."""
    return [b for b in page.blocks if b.place in ("main", "repeat", "aside")]


def section_of(blocks: list[Block], at: int) -> str:
    """Give the words next to a block under the same headings, at most 800 characters."""
    head = blocks[at].headings
    near = blocks[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS]
    return " ".join(b.text for b in near if b.headings == head)[:_LONGEST_SECTION]
