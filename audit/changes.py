"""Find what changed because of what people said."""

from collections.abc import Iterator

from audit import owners
from audit.groups import FOR_STAFF
from audit.heard import asked_for, came_of_it, is_vain
from audit.model import Fact
from audit.page import Block, Page
from audit.site import Site
from audit.states import state
from audit.words import any_of, pattern, sentences

_SAID = any_of(
    r"you (said|told|asked|wanted|raised|felt|suggested|reported|answered|replied|responded|"
    r"complained|mentioned|chose|requested|spoke|wrote|found|thought)",
    r"people (said|told|asked|felt|wanted)",
    r"(residents|patients|carers|parents|mothers|fathers|families|members|visitors|readers|walkers|"
    r"pupils|students|villagers|neighbours) (said|told|asked|felt|wanted|pointed|complained|found)",
    r"what you (said|told)|we (heard|were told|were asked)|comment(s)?",
    r"your (feedback|comments|views)|feedback|dywedoch|a (number|lot) of (you|people)",
)
_DID = any_of(
    r"we (did|have (now )?(changed|moved|added|put|set|started|made|introduced|extended|"
    r"bought|paid|asked|agreed|written|replaced|opened|given|doubled|rewritten|kept|"
    r"funded|arranged|altered|created|commissioned|worked)|changed|added|moved|put|set up|"
    r"started|made|introduced|extended|now|bought|agreed|opened|asked|rewrote|kept|funded|"
    r"arranged|altered|doubled|created|commissioned|replaced|dropped)",
    r"as a result|because of (this|what|your)|so we|in response|thanks to (you|your)",
    r"what (changed|we did|(has |has since )?(happened|changed)|is different)|there (is|are) now",
    r"(after|following) (your|this|these|the) (feedback|comments|survey|views|suggestions?)",
    r"we (have )?(acted|responded|listened)",
    r"now (open|has|have|offers?|runs?|stays?|starts?|gets?|sends?|includes?)",
    r"have (now )?been (added|changed|moved|extended|fitted|put|replaced|altered|"
    r"introduced|installed|rewritten)",
    r"has (now )?been (added|changed|moved|extended|fitted|put|replaced|altered|"
    r"introduced|installed|rewritten)",
    r"(was|were) (added|changed|moved|extended|fitted|put|replaced|altered|introduced|"
    r"installed|dropped|kept|bought|built|hired|brought forward|reopened|rewritten)",
    r"led to|this (meant|led)|gwnaethom|done|changes? made",
)
_REPORT = any_of(
    r"what (people|you|patients|residents) (told|said|asked)|what we (decided|changed)",
    r"(outcome|results?|findings|report|summary|feedback) (of|from|on|report)",
    r"engagement report|consultation report|what we (heard|learned|found)|you said",
    r"(involv\w+|engage\w+|participation|listening)\b.{0,60}\b(reports?|reviews?|in review)",
    r"(reports?|reviews?)\b.{0,60}\b(involv\w+|engage\w+|participation|listening)",
)
_ENGAGED = pattern(r"\b(engage\w+|involve\w+|involving|participation)\b.{0,30}\b(annual )?report\b")
_INVITING = any_of(
    r"you said|we did|what (has )?(changed|happens|happened|followed|came|you)|your impact",
    r"difference|told us|outcomes?|because (of )?you|results|impact|listened|you spoke",
    r"clos(e|ing) the loop|we heard|thanks to you|what we learn|listening reports?",
)
_NAMED_CHANGES = any_of(
    r"(your|their) (views|ideas|feedback|comments|words|voices?|suggestions) (have |has )?(led to|"
    r"changed|did|brought|made)|(what|things|changes) you (have |'ve )?(changed|made happen|"
    r"brought about|made us)|(changed|done|different|here) (because of|thanks to) (you|your \w+)",
    r"what (came|has come) of (your|it|what you)|difference (you|your \w+) (have |has )?made",
)
_RESULT = pattern(r"^(results?|outcome|action( taken)?|our response|what we did|we did) ?[:–-] ?\w")
_DONE_COLUMN = pattern(
    r"\b(did|change[ds]?|actions?|acted|response|results?|now|since|done|outcome|we'?ve|"
    r"improve(d|ments?)|happened|progress|different|consequences?|therefore|came|led|action(ed)?|"
    r"fixed|got to|where (we|it|things) (are|stands?)|"
    r"answer|reply|became)\b|^(and )?so\b"
)
_SAID_COLUMN = any_of(
    r"said|told|asked( for| us)?|wanted|heard|raised|suggest\w*|comments?|feedback|your ideas?|"
    r"grumbles?|responses?|replies|replied|your (views|requests?|concerns?|wish(es)?)|thought|"
    r"complain\w*|c[oa]me up|points? made",
)
_STATUS_COLUMN = any_of(
    r"status|until|closes?|closed|closing|opens?|opened|dates?|when|ends?|deadline|contact|links?",
)
_TOOK_PART = any_of(
    r"told|said|asked|took part|taken part|came to|gave us|suggest(ed|ions?)|responded|replied",
    r"answered|workshops?|survey|heard|feedback|comments|views|ideas|focus groups?|spoke|listened",
)
_LEADS_IN = any_of(
    r"what (came of|followed|changed|we (did|changed|have done))|as a result|led to|because of",
    r"(results|changes|outcomes|improvements|differences)( [a-z]+){0,4} (were|are|is|was|"
    r"include\w*|made|so far|been)",
    r"(have|has|been|were|was|are) (now |all |since )*(carried out|done|acted (up)?on|put in(to)? "
    r"(place|practice|action|effect)|adopted|taken up|implemented|introduced|made|changed)",
    r"we (have |then |also |have now |have since )*(did|changed|acted|made|done|put|introduced|"
    r"agreed)",
)
_NAMED_SO = pattern(r"[\"“‘']you said[^\"”’']{0,24}[\"”’']")
_INSIDE = any_of(
    r"staff (survey|feedback|engagement|news|room|views|forum)|employees?|workforce|colleagues",
    r"workshop|training|template|intranet|how to (make|write|run)",
)
_DOING = any_of(
    r"(now|since (then|january|february|march|april|may|june|july|august|september|"
    r"october|november|december|that|last|the)|as a result|because of|in response|"
    r"so (we|the|there|from|that|now))\b",
    r"(we|they|it|which|the [a-z ]{3,40}|[a-z]+s) (have |has |have since |"
    r"has since )?(now )?(changed|added|moved|put|set|started|made|introduced|extended|"
    r"bought|agreed|opened|rewrote|kept|funded|arranged|altered|doubled|created|"
    r"commissioned|replaced|dropped|began|begun|split|"
    r"fitted|hired|appointed|cut|rewritten|reopened|scrapped|saved|launched|printed|redesigned)",
)
_YOU_WE = pattern(r"\b(you (said|told|asked)|we (did|listened|heard))\b")
_PEOPLE = any_of(
    r"people|patients|residents|carers|parents|families|members|mothers|farmers|visitors",
    r"you|took part|wrote|wanted|told|said|asked",
)
_PROMISE = any_of(
    r"we will|will (be|let|tell|publish|report|say|show)",
    r"we (want|plan|hope|aim|promise|intend) to|this page will|template|for example|e\.g\.",
    r"insert|your (comment|change) here|should (write|record|complete)",
)
_A_SERVICE = pattern(r"^(the |our )?([a-z-]+ ){1,3}(clinics?|services?|units?|wards?)\b[ \d]*$")
_CLOSED_KINDS = frozenset(("legal", "papers", "foi", "interests", "meeting"))
_OPEN_KINDS = frozenset(("survey", "involvement", "home"))
_ASKING_KINDS = frozenset(("survey", "involvement", "feedback"))
_FILES = (".pdf", ".docx", ".doc")
_OF_ENGAGEMENT = any_of(
    r"engagement|consultation|survey|involv(ement|ing)|you said|feedback|listening|what we heard",
    r"participation",
    r"outcome",
)
_OF_ANOTHER_SORT = any_of(r"strategy|policy|annual report|friends and family|plan")
_SHORTEST_PARAGRAPH = 30
_SHORTEST_SENTENCE = 15
_SHORTEST_CELL = 12
_PAIR = 2
_LONGEST_PASSAGE = 1500
_FEWEST_PASSAGES = 2


def changes(site: Site, page: Page) -> Iterator[Fact]:
    """Find statements of what changed because of what people said, and reports of engagement."""
    kinds = set(page.kinds)
    about_else = kinds & _CLOSED_KINDS or ("complaints" in kinds and not kinds & _ASKING_KINDS)
    if about_else or FOR_STAFF.search(page.name) or _INSIDE.search(page.name):
        return
    first = [b.text for b in page.main[:1] if page.is_pdf]
    called = " ".join((page.name, page.title, *page.link_texts, *first))
    inviting = "feedback" in kinds or (
        (kinds & _OPEN_KINDS or not kinds) and bool(_INVITING.search(called))
    )
    for row in page.rows.values():
        yield from _in_row(page, [page.blocks[index] for index in row], inviting=inviting)
    yield from _by_content(site, page, inviting=inviting)
    yield from _listed(page)
    if not inviting and not kinds & _OPEN_KINDS:
        return
    for index, block in enumerate(page.blocks):
        if block.place != "main":
            continue
        yield from _reports(site, page, block)
        apart = block.level or block.row or len(block.text) < _SHORTEST_PARAGRAPH
        if not apart and not FOR_STAFF.search(block.text):
            yield from _done(site, page, index, inviting=inviting)


def _by_content(site: Site, page: Page, *, inviting: bool) -> Iterator[Fact]:
    """Find passages that tell what came of what people said, on a page that has several."""
    found = []
    parts = [b for b in page.main if b.text and b.form < 0]
    for at, block in enumerate(parts):
        above = parts[at - 1] if at else None
        near = above is not None and (above.row == block.row or not block.row)
        before = above.text if above is not None and near else ""
        sentence = "" if block.level else came_of_it(before, block.text[:_LONGEST_PASSAGE])
        if sentence and state(sentence) != "planned" and not FOR_STAFF.search(block.text):
            owner = _whose(site, page, block, sentence)
            found.append(Fact(kind="change", value=page.name, quote=sentence, owner=owner))
    answers = bool(found) and (inviting or asked_for(" ".join(b.text for b in parts)))
    if answers or len(found) >= _FEWEST_PASSAGES:
        yield from found


def _listed(page: Page) -> Iterator[Fact]:
    """Read a list right below the name of a page that says that what it lists was changed."""
    told = [b for b in page.main if b.text and not b.level]
    listed = [b for b in told if b.tag == "li" and not b.links and b.headings[1:] == ()]
    if len(listed) < _PAIR or not _NAMED_CHANGES.search(page.name) or page.name.endswith("?"):
        return
    if not any(is_vain(b.text) or _PROMISE.search(b.text) or state(b.text) != "now" for b in told):
        yield Fact(kind="change", value=page.name, label="list", quote=listed[0].text)


def _in_row(page: Page, cells: list[Block], *, inviting: bool) -> Iterator[Fact]:
    """Read a row that tells in one cell what was said and in its last what was done."""
    told = [
        b for b in cells if b.place == "main" and b.tag == "td" and len(b.text) > _SHORTEST_CELL
    ]
    if len(told) < _PAIR:
        return
    last = told[-1]
    done = _DID.search(last.column) or _DONE_COLUMN.search(last.column)
    said = any(_SAID_COLUMN.search(cell.column) for cell in cells[:-1])
    told_so = (done and said) or (inviting and not _STATUS_COLUMN.search(last.column))
    if told_so and not _PROMISE.search(last.text) and state(last.text) != "planned":
        yield Fact(kind="change", value=page.name, label="table", quote=last.text)


def _done(site: Site, page: Page, index: int, *, inviting: bool) -> Iterator[Fact]:
    """Read a paragraph, or one after another that tells what people said: something was done."""
    block = page.blocks[index]
    before = _paragraphs_before(page, index)
    text = sentences(_NAMED_SO.sub("", block.text))
    for at, sentence in enumerate(text):
        unsaid = is_vain(sentence) or _PROMISE.search(sentence)
        if len(sentence) < _SHORTEST_SENTENCE or unsaid:
            continue
        if state(sentence) in ("planned", "denied"):
            continue
        told = " ".join([before, *text[:at], block.head]).rstrip()
        said = _SAID.search(f"{told} {sentence}")
        ours = inviting or _SAID.search(sentence) or _YOU_WE.search(f"{told} {sentence}")
        strong = (_DID.search(sentence) or _RESULT.search(sentence)) and said and ours
        told_us = (at > 0 or before) and (said or _PEOPLE.search(told))
        weak = inviting and told_us and _DOING.search(sentence)
        listed = _leads_list(page, index, sentence) and _TOOK_PART.search(f"{told} {sentence}")
        if strong or weak or listed:
            yield Fact(
                kind="change",
                value=page.name,
                quote=sentence,
                owner=_whose(site, page, block, sentence),
                place=block.place,
            )


def _whose(site: Site, page: Page, block: Block, sentence: str) -> str:
    named = owners.stranger(site, sentence) or owners.stranger(site, block.head)
    ours = owners.says_we(_NAMED_SO.sub("", block.text)) or owners.says_we(page.name)
    if named or ours or site.mentions_self(page.name):
        return named or "own"
    about = "" if _A_SERVICE.search(page.name) else owners.by_words(site, page.name)
    return about if about in ("hospital", "council", "national") else "own"


def _leads_list(page: Page, index: int, sentence: str) -> bool:
    """Say whether a sentence ends a paragraph and tells that what is listed below was done."""
    ends = sentence.endswith(":") and page.blocks[index].text.endswith(sentence)
    below = page.blocks[index + 1 : index + 2]
    return ends and bool(_LEADS_IN.search(sentence)) and [b.tag for b in below] == ["li"]


def _reports(site: Site, page: Page, block: Block) -> Iterator[Fact]:
    for link in block.links:
        words = f"{link.text} {page.name}"
        is_file = link.href.lower().partition("?")[0].endswith(_FILES)
        if not is_file or not _REPORT.search(link.text) or state(block.text) != "now":
            continue
        other = _OF_ANOTHER_SORT.search(link.text) and not _ENGAGED.search(link.text)
        if _OF_ENGAGEMENT.search(words) and not other:
            yield Fact(
                kind="change",
                value=link.href,
                label="report",
                quote=link.text,
                owner=site.mentions_other(link.text) or "own",
                place=block.place,
            )


def _paragraphs_before(page: Page, index: int) -> str:
    above = page.blocks[index].headings[:-1]
    near = page.blocks[max(0, index - _PAIR) : index]
    return " ".join(b.text for b in near if b.place == "main" and b.headings[:-1] == above)
