"""Find ways to take part: surveys that are open, groups to join, and what changed because of it."""

from collections.abc import Iterator
from datetime import date

from audit import owners
from audit.decode import EMAIL
from audit.look import Block, Page
from audit.model import Fact
from audit.site import Site
from audit.words import dates, pattern, sentences, state

_EXERCISE = pattern(r"\b(surveys?|consultations?|questionnaires?|engagement (exercise|period)|exercises?|have your say|your views|tell us (what|how|about|your)|conversation|poll|share your (views|thoughts|experience)|feedback on|comment on|respond(ing)? to|take part|listening exercise|arolwg|ymgynghoriad|call for views|your say|help us (decide|shape|plan|choose|improve))\b")
_CLOSES = pattern(r"\b(clos(e|es|ing|ed)|ends?|ended|ending|until|last day|ends on|you have until|deadline|open(s|ed)? (from|until|till|to|for)|by|before|runs?|ran|no later than|up to|till|closing date|from|between|reply|respond|responses|complete|views by|in by|midnight|tan|erbyn)\b")
_OPEN_NOW = pattern(r"\b(open now|now open|currently open|open (survey|consultation|exercise)s?|status:? open|live now|take (the|our|this|part in (the|our|this)) (short |online |new )?(survey|questionnaire)|(fill|complete)( in)? (the|our|this) (short |online )?(survey|questionnaire)|we are (currently |now )?(consulting|asking|seeking|gathering)|current (survey|consultation)s?|start (the )?survey|answer (the|our))\b")
_PLATFORMS = pattern(r"(citizenspace\.com|surveymonkey\.|smartsurvey\.|snapsurveys\.|forms\.office\.com|forms\.gle|docs\.google\.com/forms|engagementhq\.com|/consult\.ti|consult\.|jotform|typeform|onlinesurveys\.ac|participatenow|commonplace\.is|dialogue-app|haveyoursay|qualtrics|online1\.snapsurveys|surveys?\.|allourideas|welcomesyourfeedback)")
_NOT_OURS = pattern(r"\b((national |annual )?(gp|nhs|inpatient|staff) (patient )?survey|gp patient survey|friends and family|nhs england'?s?|national survey|national consultation|county council'?s?|district council'?s?|borough council'?s?|government'?s?|department|website (survey|satisfaction)|(this|our|about the|about our) web ?site|page rating|cookie|healthwatch'?s?|staff survey)\b")
_CLOSED_WORD = pattern(r"\b(closed|has (now )?(closed|ended|finished)|ended|is over|past|previous|completed|results?|outcomes?|archive)\b")
_GROUP = pattern(
    r"\b(panels?|forums?|(patient|public|people'?s?|citizens?'?|community|reference|reader|readers'|residents'?|advisory|lived experience|carers'?|youth|young people'?s|user|users'|involvement|engagement|voices?|virtual|equality|health|maternity|walking|focus|local|locality|working) (and public |and patient )?(reference |participation |involvement |engagement |advisory |assurance |voice |health )?(group|network|council|congress|assembly|community|jury|club|team|forum|voices?)s?|ppgs?|patient participation groups?|"
    r"champions?|volunteer(s|ing)?|wardens?|members?hip( scheme)?|become a member|lay (member|representative|reader|partner|assessor|role)s?|(patient|public|community|service user|lay|user|patient safety) (partner|representative|leader|reader|voice|ambassador|connector|reviewer|governor|assessor|makers?|researcher|champion|contributor)s?|ambassadors?|experts? by experience|health makers?|makers|readers|jury|co-?production|congress|circle|steering group|club|connectors|reviewers|friends of|listeners|mystery shoppers?|sounding board|network)\b"
)
_JOIN = pattern(
    r"\b(join(ing)?|become|becoming|apply|application|sign(ing)? up|signed up|come along|come and join|get involved|take part|volunteer(ing)?|recruit(ing)?|vacanc(y|ies)|places? (to fill|available|free|left|on)|looking for|we (are|'re) (seeking|looking|recruiting)|seats? (to fill|free|open)|register (your )?interest|express(ion)? (an |of )?interest|would you like to|interested in|want to (be|join|help|take)|like to (be|join|help|take)|new members|welcome|anyone|everyone|open to|be part of|put your(self)? (name )?forward|if you live|drop in|members wanted|enrol|ymuno|gwirfoddol\w*|starter pack|find out more|turn up|to be considered|places? (are )?(open|free|available|left|empty)|seats? (are )?(empty|vacant|free|open)|tell us (a (little|bit) )?about yourself|pick up a form|would like to stand|offer to help|could you)\b"
)
_HOW = pattern(r"\b(form|apply|call|ring|phone|telephone|email|e-mail|contact|write to|sign up|online|register|download|pack|click|speak to|talk to|text|post|complete|come along|turn up|just come|no need to book|drop in|at the|meets? (on|at|every|in)|first|second|third|last)\b")
_SURGERY = pattern(r"\b(ask (at )?(your|the) (own )?(surgery|practice|gp|doctor)|(your|each|every|own|local|at your) (surgery|practice|gp practice|gp surgery)('s)?( has| have| own)?|surgery'?s own|practice'?s own|practices? (belong|are members|in our area)|member practices|(made up|consists?) of .{0,30}practices|practice membership|foundation trust members|council of members|members of the (board|governing body|council|committee)|board member|elected members|membership of the (board|committee|council))\b")
_NOT_YET = pattern(r"\b(will be recruited|recruitment (has not|will|is not|begins|starts|opens)|not (yet )?(begun|started|recruiting|open)|details soon|in (spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december) 20\d\d (we|it)|wound up|disbanded|no (vacancies|longer|places)|are all (filled|full)|(is|are) (now )?full|has (now )?(closed|ended)|stood down)\b")
_FOR_STAFF = pattern(r"\b(toolkit|for staff|staff (can|should)|commissioners should|principles|glossary|definition|means that|is defined|framework|strategy|policy)\b")
_SAID = pattern(r"\b(you (said|told|asked|wanted|raised|felt|suggested|reported)|people (said|told|asked|felt|wanted)|(residents|patients|carers|parents|families|members|visitors|readers|walkers) (said|told|asked|felt|wanted|pointed|complained|found)|what you (said|told)|we (heard|were told|were asked)|comment(s)?|your (feedback|comments|views)|feedback|dywedoch|a (number|lot) of (you|people))\b")
_DID = pattern(r"\b(we (did|have (now )?(changed|moved|added|put|set|started|made|introduced|extended|bought|paid|asked|agreed|written|replaced|opened|given|doubled|rewritten|kept|funded|arranged|altered|created|commissioned|worked)|changed|added|moved|put|set up|started|made|introduced|extended|now|bought|agreed|opened|asked|rewrote|kept|funded|arranged|altered|doubled|created|commissioned|replaced|dropped)|as a result|because of (this|what|your)|so we|in response|what (changed|we did|happened)|now (open|has|have|offers?|runs?|stays?|starts?|gets?|sends?|includes?)|have (now )?been (added|changed|moved|extended|fitted|put|replaced|altered|introduced|installed|rewritten)|has (now )?been (added|changed|moved|extended|fitted|put|replaced|altered|introduced|installed|rewritten)|(was|were) (added|changed|moved|extended|fitted|put|replaced|altered|introduced|installed|dropped|kept)|led to|this (meant|led)|gwnaethom|done|changes? made)\b")
_REPORT = pattern(r"\b(what (people|you|patients|residents) (told|said|asked)|what we (decided|changed)|(outcome|results?|findings|report|summary|feedback) (of|from|on|report)|engagement report|consultation report|what we (heard|learned|found)|you said)\b")


def consultations(site: Site, page: Page, today: date) -> Iterator[Fact]:
    """Find surveys and consultations: state now when open on `today`, ended when closed."""
    if page.is_pdf or {"legal", "papers", "foi", "interests"} & set(page.kinds):
        return
    asking = bool({"survey"} & set(page.kinds)) or (page.name.endswith("?") and "involvement" in page.kinds)
    blocks = [b for b in page.blocks if b.place in ("main", "repeat", "aside")]
    news = "news" in page.kinds and not {"survey", "involvement"} & set(page.kinds)
    for at, block in enumerate(blocks):
        if not block.text or len(block.text) > 1500:  # noqa: PLR2004
            continue
        section = _section(blocks, at)
        context = f"{' '.join(block.headings[-2:])} {page.name} {section}"
        if not asking and not _EXERCISE.search(f"{block.text} {' '.join(block.headings[-1:])}") and not ("home" not in page.kinds and _EXERCISE.search(context) and any(_PLATFORMS.search(link.href) for link in block.links)):
            continue
        near = f"{block.text} {block.headings[-1] if block.headings else ''} {_row(blocks, block)}"
        whose = _exercise_owner(site, near, section)
        closing = _closing(block, today)
        platform = any(_PLATFORMS.search(link.href) for link in block.links)
        if closing is not None:
            day, sentence = closing
            if _ADVERT.search(f"{sentence} {page.name} {block.headings[-1] if block.headings else ''}") and not _ASKS.search(f"{sentence} {page.name}"):
                continue
            if "feedback" in page.kinds and not platform and not pattern(r"\b(clos|open|until|deadline|end(s|ing)|last day)").search(f"{sentence} {block.column}"):
                continue
            if not asking and not platform and not _ASKS.search(f"{sentence} {section} {page.name}"):
                continue
            is_open = day >= today and not pattern(r"\b(opens?|starts?|begins?) (on|in)\b").search(sentence)
            yield Fact(kind="consultation", value=(block.headings[-1] if block.headings else page.name)[:200], label="dated", owner=whose, quote=sentence, when=day, state="now" if is_open else "ended", place=block.place)
        elif (platform or _OPEN_NOW.search(block.text)) and not news:
            closed = _CLOSED_WORD.search(near) or _section_closed(blocks, block, today) or state(block.text) in ("ended", "denied", "planned")
            reachable = platform or bool(block.links) or bool(page.forms)
            if reachable:
                yield Fact(kind="consultation", value=(block.headings[-1] if block.headings else page.name)[:200], label="undated", owner=whose, quote=block.text[:300], state="ended" if closed else "now", place=block.place)


_ASKS = pattern(r"\b(surveys?|consult\w*|questionnaires?|your (views?|say|comments|thoughts|opinions?|ideas)|have your say|tell us|comments? (by|to)|exercise|respond|responses?|feedback|arolwg|ymgynghor\w+)\b")


_ADVERT = pattern(r"\b(advert\w*|vacanc\w+|apply|applications?|applicants|salary|interviews?|non-executive|tender|bids?|grants?|nominations?|shortlist\w*)\b")


def _section(blocks: list[Block], at: int) -> str:
    head = blocks[at].headings
    return " ".join(b.text for b in blocks[max(0, at - 4) : at + 4] if b.headings == head)[:800]


def _row(blocks: list[Block], block: Block) -> str:
    return " ".join(b.text for b in blocks if block.row and b.row == block.row)


def _section_closed(blocks: list[Block], block: Block, today: date) -> bool:
    for other in blocks:
        if other.headings == block.headings and other is not block and (not block.row or other.row == block.row):
            found = _closing(other, today)
            if found and found[0] < today:
                return True
            if pattern(r"\b(has (now )?closed|is (now )?closed|closed (on|at))\b").search(other.text):
                return True
    return False


def _closing(block: Block, today: date) -> tuple[date, str] | None:
    context = " ".join(block.headings)
    for sentence in sentences(block.text):
        found = dates(sentence, today=today, context=context)
        dated = [d for d in found if _CLOSES.search(sentence[max(0, d.start - 45) : d.start]) or _CLOSES.search(block.column)]
        if dated:
            return max(d.value for d in dated), sentence
    return None


def _exercise_owner(site: Site, near: str, section: str) -> str:
    if _NOT_OURS.search(near) and not pattern(r"\b(our|we are|we want|we'd)\b[^.]{0,40}\b(survey|consult\w*|asking|draft|plan)").search(near):
        return "other"
    said = owners.by_words(site, near)
    if said in ("national", "council", "other") and not pattern(r"\b(our|we|us)\b").search(near):
        return said
    del section
    return site.mentions_other(near) or "own"


def groups(site: Site, page: Page) -> Iterator[Fact]:
    """Find standing groups and roles that people can join now, with how."""
    if page.is_pdf or {"legal", "papers", "foi", "interests", "complaints"} & set(page.kinds):
        return
    named = " ".join((page.name, *page.link_texts))
    inviting = bool({"involvement", "survey", "feedback"} & set(page.kinds)) or bool(_INVITES.search(named))
    page_is_group = (bool(_GROUP.search(named)) or inviting and bool(_POSSESSED.search(named))) and not _SURGERY.search(named) and not _FOR_STAFF.search(page.name)
    blocks = [b for b in page.blocks if b.place in ("main", "aside", "repeat")]
    whole = " ".join(b.text for b in blocks)[:8000]
    reach = bool(EMAIL.search(whole)) or any(link.href.startswith(("mailto:", "tel:")) for b in blocks for link in b.links) or any(c.isdigit() for c in whole)
    page_over = _NOT_YET.search(whole) and page_is_group
    for at, block in enumerate(blocks):
        if not block.text or len(block.text) > 1500:  # noqa: PLR2004
            continue
        section = _section(blocks, at)
        for sentence in sentences(block.text):
            near = f"{sentence} {block.headings[-1] if block.headings else ''}"
            if sentence.count(" ") < 3 or not _JOIN.search(sentence) or not (page_is_group or _GROUP.search(f"{near} {block.text} {section if _STRONG_JOIN.search(sentence) else ''}")):
                continue
            if not page_is_group and not inviting and not (_STRONG_JOIN.search(sentence) and _GROUP.search(f"{near} {block.text} {section}")):
                continue
            held = state(sentence)
            leads = any(link.href.partition("#")[0] != page.url for link in block.links)
            how = leads or (bool(_HOW.search(section)) and (reach or any(f.place == "main" and len(f.fields) > 1 for f in page.forms)))
            if _SURGERY.search(sentence) or _SURGERY.search(block.text):
                owner = "hospital"
            else:
                owner = owners.by_words(site, near)
                owner = owner if owner in ("national", "council", "hospital") and not pattern(r"\b(our|we|us)\b").search(section) else site.mentions_other(near) or "own"
            gone = _NOT_YET.search(section) or page_over or _FOR_STAFF.search(page.name) or not how
            yield Fact(
                kind="group", value=(block.headings[-1] if block.headings and not page_is_group else page.name)[:200], owner=owner,
                quote=sentence, state="planned" if gone else held, place=block.place,
            )


_INVITES = pattern(r"\b(join|take part|taking part|get involved|volunteer|become|take a seat|have your say|work(ing)? with (you|us)|help us)\b")
_POSSESSED = pattern(r"\b(citizens?|peoples?|patients?|residents?|public|community|communities|carers?|youth|young|users?|readers?|voices?|local)'?s?'? ([a-z]+)\b|^join \w+|\b(\w+) (voices|makers|partners|thousand|hundred|friends|line|circle|club)\b")
_STRONG_JOIN = pattern(r"\b(join|become (one|a|an)|to become|apply|volunteer(s|ing)?|sign up|recruit(ing)?|vacanc|new members|register your interest|put your(self)? forward)\b")


def changes(site: Site, page: Page) -> Iterator[Fact]:
    """Find statements of what changed because of what people said, and reports of past engagement."""
    kinds = set(page.kinds)
    if {"legal", "papers", "foi", "interests", "meeting"} & kinds or (kinds & {"complaints"} and "feedback" not in kinds) or _FOR_STAFF.search(page.name):
        return
    inviting = "feedback" in kinds or bool(_INVITING.search(" ".join((page.name, page.title, *page.link_texts))))
    if not inviting and not kinds & {"survey", "involvement", "home"}:
        return
    rows: dict[int, list[Block]] = {}
    for block in page.main:
        if block.row:
            rows.setdefault(block.row, []).append(block)
        yield from _reports(site, page, block)
        if block.level or block.row or len(block.text) < 30 or _FOR_STAFF.search(block.text):  # noqa: PLR2004
            continue
        before = _paragraph_before(page, block)
        yield from _pairs(site, page, block, before, inviting=inviting)
    for cells in rows.values():
        texts = [b for b in cells if b.tag == "td" and len(b.text) > 12]  # noqa: PLR2004
        if len(texts) < 2:  # noqa: PLR2004
            continue
        last = texts[-1]
        headed = _SAID.search(texts[0].column) and (_DID.search(last.column) or _DONE_COLUMN.search(last.column))
        if (inviting or headed) and not _PROMISE.search(last.text) and state(last.text) != "planned":
            yield Fact(kind="change", value=page.name, label="table", quote=last.text, owner="own", place="main")


_INVITING = pattern(r"\b(you said|we did|what (has )?(changed|happens|happened|followed|came|you)|your impact|difference|told us|outcomes?|because (of )?you|results|impact|listened|you spoke|we heard|thanks to you|what we learn)\b")
_DONE_COLUMN = pattern(r"\b(did|change[ds]?|action|response|result|now|done|outcome|we'?ve)\b")
_DOING = pattern(
    r"\b((now|since (then|january|february|march|april|may|june|july|august|september|october|november|december|that|last|the)|as a result|because of|in response|so (we|the|there|from|that))\b|(we|they|it|which|the [a-z ]{3,40}|[a-z]+s) (have |has |have since |has since )?(now )?"
    r"(changed|added|moved|put|set|started|made|introduced|extended|bought|agreed|opened|rewrote|kept|funded|arranged|altered|doubled|created|commissioned|replaced|dropped|began|begun|split|stays?|opens?|work|works|run|runs|fitted|hired|appointed|cut|rewritten|reopened|scrapped|saved|launched|printed|redesigned|moved|employs?|offers?|pays?|sends?|comes?))\b"
)


def _pairs(site: Site, page: Page, block: Block, before: str, *, inviting: bool) -> Iterator[Fact]:
    """Within a paragraph (or after one that tells what people said): something was done."""
    text = sentences(block.text)
    for at, sentence in enumerate(text):
        if len(sentence) < 15 or _PROMISE.search(sentence) or state(sentence) in ("planned", "denied"):  # noqa: PLR2004
            continue
        told = " ".join([before, *text[:at], *block.headings[-1:]])
        said = _SAID.search(f"{told} {sentence}")
        strong = _DID.search(sentence) and said
        weak = inviting and at > 0 and _DOING.search(sentence) and (said or inviting and _PEOPLE.search(told))
        if strong and (inviting or _SAID.search(sentence) or _YOU_WE.search(f"{told} {sentence}")) or weak:
            yield Fact(kind="change", value=page.name, quote=sentence, owner=owners.stranger(site, sentence) or owners.stranger(site, " ".join(block.headings[-1:])) or "own", place=block.place)


_YOU_WE = pattern(r"\b(you (said|told|asked)|we (did|listened|heard))\b")
_PEOPLE = pattern(r"\b(people|patients|residents|carers|parents|families|members|mothers|farmers|visitors|you|took part|wrote|wanted|told|said|asked)\b")


def _reports(site: Site, page: Page, block: Block) -> Iterator[Fact]:
    for link in block.links:
        low = link.href.lower().partition("?")[0]
        words = f"{link.text} {page.name}"
        if not low.endswith((".pdf", ".docx", ".doc")) or not _REPORT.search(link.text) or state(block.text) != "now":
            continue
        if pattern(r"\b(engagement|consultation|survey|involvement|you said|feedback|listening|what we heard|outcome)\b").search(words) and not pattern(r"\b(strategy|policy|annual report|friends and family|plan)\b").search(link.text):
            yield Fact(kind="change", value=link.href, label="report", quote=link.text, owner=site.mentions_other(link.text) or "own", place=block.place)


_PROMISE = pattern(r"\b(we will|will (be|let|tell|publish|report|say|show)|we (want|plan|hope|aim|promise|intend) to|this page will|template|for example|e\.g\.|insert|your (comment|change) here|should (write|record|complete))\b")


def _paragraph_before(page: Page, block: Block) -> str:
    at = page.blocks.index(block)
    return " ".join(b.text for b in page.blocks[max(0, at - 2) : at] if b.place == "main" and b.headings[:-1] == block.headings[:-1])
