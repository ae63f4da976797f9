"""Find standing groups and roles that people can join now, with how."""

from collections.abc import Iterator
from dataclasses import dataclass

from audit.consultations import content_of, section_of
from audit.conveners import convener, is_of_surgery
from audit.decode import EMAIL
from audit.model import Fact
from audit.page import Block, Page
from audit.site import Site
from audit.standing import openings
from audit.states import state
from audit.words import any_of, pattern, sentences

_GROUP = any_of(
    r"panels?|forums?",
    r"(patient|public|people'?s?|citizens?'?|community|reference|reader|readers'|"
    r"residents'?|advisory|lived experience|carers'?|youth|young people'?s|user|users'|"
    r"involvement|engagement|voices?|virtual|equality|health|maternity|walking|focus|"
    r"local|locality|working) (and public |and patient )?(reference |participation |"
    r"involvement |engagement |advisory |assurance |voice |health )?(group|network|"
    r"council|congress|assembly|community|jury|club|team|forum|voices?)s?",
    r"ppgs?|patient participation groups?|champions?|volunteer(s|ing)?|wardens?",
    r"members?hip( scheme)?|become a member",
    r"lay (member|representative|reader|partner|assessor|role)s?",
    r"(patient|public|community|service user|lay|user|patient safety) (partner|"
    r"representative|leader|reader|voice|ambassador|connector|reviewer|governor|assessor|"
    r"makers?|researcher|champion|contributor)s?",
    r"ambassadors?|experts? by experience|health makers?|makers|readers|jury",
    r"co-?production|congress|circle|steering group|club|connectors|reviewers|friends of",
    r"listeners|mystery shoppers?|sounding board|network",
    r"(youth|young people'?s|children'?s|shadow|junior|patients?'?|citizens?'?|people'?s|"
    r"residents'?|carers'?) (\w+ )?(board|parliament|cabinet|senate|commission|crew|squad|"
    r"alliance|academy)",
    r"(pool|bank|team|band) of (local |lay |willing |interested )?"
    r"(people|patients|residents|volunteers|members|carers|readers)",
    r"buddies|befrienders|lay people",
    r"(lived experience|patient|community|lay|citizen|young) (advis[eo]r|reviewer|expert|trainer|"
    r"consultant|listener|educator|associate|member)s?",
    r"(secret|patient|quality|lay|peer|young|volunteer|enter and view) (shopper|visitor|inspector|"
    r"checker|observer|auditor|evaluator|assessor)s?",
)
_PROFESSIONAL = any_of(
    r"funding (requests? )?panel|ifr|exceptional|appeals? panel|interview panel|prescribing",
    r"(gp|gps|nurses?|practice managers?|managers|clinical|clinicians|staff|providers?|partners|"
    r"medicines|commissioners|pharmacists?|referrals?) (forum|network|panel|council|group)s?",
    r"local medical committee|trade union",
    r"(scrutiny|overview|audit|licensing|planning|remuneration|standards|personnel) (and [a-z]+ )?"
    r"(select )?committee",
)
_JOB = any_of(
    r"salary|band [2-9]|agenda for change|per annum|pro rata|nhs jobs|fixed[- ]term",
    r"[\d.]+ hours (a|per) week|full[- ]time|part[- ]time post|annual leave|driving licence",
)
_LAY = any_of(r"lay|voluntary|volunteers|unpaid|expenses|patient (partner|representative)s?")
_JOIN = any_of(
    r"join(ing)?|become|becoming|apply|application|sign(ing)? up|signed up|com(e|ing) along",
    r"come and join|get involved|take part|volunteer(ing)?|recruit(ing)?|vacanc(y|ies)",
    r"places? (to fill|available|free|left|on)|looking for",
    r"we (are|'re) (seeking|looking|recruiting)|seats? (to fill|free|open)",
    r"register (your )?interest|express(ion)? (an |of )?interest|would you like to",
    r"interested in|want to (be|join|help|take)|like to (be|join|help|take)|new members",
    r"welcome|anyone|everyone|open to|be part of|put your(self)? (name )?forward",
    r"if you live|drop in|members wanted|enrol|ymuno|gwirfoddol\w*|starter pack",
    r"find out more|turn up|to be considered",
    r"places? (are )?(open|free|available|left|empty)",
    r"seats? (are )?(empty|vacant|free|open)|tell us (a (little|bit) )?about yourself",
    r"there('s| is) (always |still )?room( for .{1,20})?|to book on|we have gaps|call in",
    r"pick up a (joining )?(card|form)",
    r"would like to stand|offer to help|could you|express (an |your |their )?interest",
    r"to be (an?|one|part|on)\b[^.,;]{0,40},? (just |please |simply )?(call|ring|phone|text|"
    r"write|e-?mail|contact|ask|speak|see|send|fill|apply)",
    r"(application|joining|membership|volunteer\w*|interest) (form|pack|card)",
    r"(come|coming) to (a|the|our|one|any) (\w+ )?(taster|session)",
    r"to be invited|(give|leave|send) (us )?your (name|details)",
)
_JOIN_IT = any_of(
    r"(we|we're|we are) (always )?(take on|taking on|need (more|new)|inviting|invite|after) ",
    r"(more|new) (people|faces|recruits|readers|volunteers|champions|voices)|be (an?|one of our)",
    r"sit on|enter the|anybody|everybody",
    r"(can|may) (come|attend|turn up|drop|sit)|bring a friend|ready to (start|help|begin)",
    r"take up|spare|(hour|day|morning|evening)s? a (week|month|year)|add(ed)? (you|your name) to",
    r"(want|need|welcome|take|use|do with|love) (some |a few |many )?(more|others)|belong(ing)? to",
    r"be added|get on board|step forward|lend a hand|team up|count (you|me) in|stand for",
    r"with your name|you (are|'re) interested|how (do|can) (i|you)",
)
_HOW = any_of(
    r"form|apply|call|ring|phone|telephone|email|e-mail|contact|write to|sign up|online",
    r"register|download|pack|click|speak to|talk to|text|post|complete|come along|turn up",
    r"just come|no need to book|drop in|at the|meets? (on|at|every|in)|first|second|third",
    r"last|send|give|leave|let .{1,30} know|message|tell|fill|whatsapp|return|ask|come to",
)
_NOT_A_GROUP = any_of(
    r"mailing list|newsletter|news letter|e-?mail (club|list|updates)|(health|theat(re|er)) club",
    r"(also )?(serves?|served|acts?|works?|worked|volunteers|volunteered) as an?",
    r"(who|and) ha(s|ve) (joined|taken)|representative$|he|she|his|her|join forces|the join",
    r"(voted?|agreed|decided|resolved|chose|chosen|opted|unanimous\w*)\b[^.]{0,60}\b(join|"
    r"become|apply)",
    r"join(ing|ed)? with (their|our|its|two|the|other)|merge[rd]?|come and (read|see|"
    r"inspect) (it|them)",
    r"volunteer (fire\w+|coach(es)?|work)|(for|like) (an? )?nice",
    r"agendas?|join (the|this|our|a|each|every) (\w+ )?(meeting|call|webinar|broadcast|stream)",
    r"(sign(ing)? up|subscribe|join|get|receive)( [\w'’]+){0,5} (bulletin|e-?news|digest|magazine)",
    r"at the heart of|have (their|your|a) (full )?say|we (all )?(believe|recognise|value) ",
    r"^welcome to|this agreement|terms and conditions",
    r"foundation trusts?|(members?|governors?) of (the|a|your|this) (\w+ )?(hospital|trust)",
    r"meetings? (is|are) (\w+ )?(open to|held in|in) (the )?(press|public)|"
    r"(place|thing)s? (that )?(you|they) want to be",
)
_NOT_YET = any_of(
    r"will be recruited|recruitment (has not|will|is not|begins|starts|opens)",
    r"not (yet )?(begun|started|recruiting|open)|details soon",
    r"in (spring|summer|autumn|winter|january|february|march|april|may|june|july|august|"
    r"september|october|november|december) 20\d\d (we|it)",
    r"for the last time|wound up|disbanded|no (vacancies|longer|places)|are all (filled|full)",
    r"(is|are) (now )?full|has (now )?(closed|ended)|stood down",
)
FOR_STAFF = any_of(
    r"toolkit|for staff|staff (can|should)|commissioners should|principles|glossary",
    r"definition|means that|is defined|framework|strategy|policy",
)
_INVITES = any_of(
    r"join|take part|taking part|get involved|volunteer|become|take a seat|have your say",
    r"work(ing)? with (you|us)|help us",
)
_POSSESSED = pattern(
    r"\b(citizens?|peoples?|patients?|residents?|public|community|communities|carers?|"
    r"youth|young|users?|readers?|voices?|local)'?s?'? ([a-z]+)\b|^join \w+|"
    r"\b(\w+) (voices|makers|partners|thousand|hundred|sixty|fifty|forty|thirty|twenty|"
    r"friends|line|circle|club)\b"
)
_STRONG_JOIN = any_of(
    r"join|become (one|a|an)|to become|apply|volunteer(s|ing)?|sign up|recruit(ing)?",
    r"vacanc|new members|(register|express) (your |an |their )?interest|put your(self)? forward",
    r"to be (an?|one|part|on)\b[^.,;]{0,40},? (just |please |simply )?(call|ring|phone|text|"
    r"write|e-?mail|contact|ask|speak|see|send|fill|apply)",
    r"(come|coming) to (a|the|our|one|any) (\w+ )?(taster|session)",
    r"volunteers (needed|wanted)|be (an? )?\w+ (champion|volunteer|reader)",
)
_ONE_OFF = pattern(
    r"\b(workshop|conference|open (day|evening)|event|fair|seminar|launch|roadshow|drop-in)\b.*"
    r"\b(20\d\d|january|february|march|april|may|june|july|august|september|october|november|"
    r"december)\b"
)
_TO_WHOM = pattern(r"\b(give|tell|let|send|leave|ring|call|ask|text) (him|her)\b")
_TO_AN_EVENT = pattern(rf"\b(come|welcome) (along )?to (an? |the |our |one of )?{_ONE_OFF.pattern}")
_BELONG = pattern(r"^(how to )?(join|belong to|become (a member|part) of|be (a )?part of|enrol) ")
_FORM_TO_JOIN = pattern(
    r"^(an? |the |our )?(application|joining|membership|volunteer\w*|(expression of )?interest) "
    r"(form|pack)\b"
)
_CLOSED_KINDS = frozenset(("legal", "papers", "foi", "interests", "complaints"))
_ELSEWHERE = frozenset("home meeting news blog newsletter advice accessibility".split())
_OPEN_KINDS = frozenset(("involvement", "survey", "feedback"))
_LONGEST = 1500
_LONGEST_PAGE = 8000
_SHORT_PAGE = 1500
_LONGEST_VALUE = 200
_FEWEST_SPACES = 2


@dataclass(frozen=True, kw_only=True)
class _Invitation:
    """What a whole page tells about joining: is it about a group, does it invite and say how."""

    is_group: bool
    invites: bool
    reachable: bool
    is_over: bool


def groups(site: Site, page: Page) -> Iterator[Fact]:
    """Find standing groups and roles that people can join now, with how."""
    other = _PROFESSIONAL.search(page.name) or _ONE_OFF.search(page.name)
    if page.is_pdf or _CLOSED_KINDS & set(page.kinds) or other:
        return
    blocks = content_of(page)
    whole = _invitation(site, page, blocks)
    yield from _by_form(site, page)
    for at, block in enumerate(blocks):
        if not block.text or len(block.text) > _LONGEST:
            continue
        section = section_of(blocks, at)
        said = [s for s in sentences(block.text) if _is_joined(site, whole, block, s, section)]
        if not said or (_JOB.search(section) and not _LAY.search(section)):
            continue
        leads = any(link.href.partition("#")[0] != page.url for link in block.links)
        leads = leads or _invited_beside(page, blocks, at) or bool(_JOIN.search(block.column))
        how = leads or (whole.reachable and bool(_HOW.search(section)))
        gone = not how or whole.is_over or _NOT_YET.search(section) or FOR_STAFF.search(page.name)
        value = page.name if whole.is_group else block.head or page.name
        for sentence in said:
            yield Fact(
                kind="group",
                value=value[:_LONGEST_VALUE],
                owner=convener(site, block, sentence, section),
                quote=sentence,
                state="planned" if gone else state(sentence),
                place=block.place,
            )


def _by_form(site: Site, page: Page) -> Iterator[Fact]:
    """Find a group that no name gives away, told on the whole page or under one heading."""
    kinds = set(page.kinds)
    if "involvement" in kinds:
        kinds -= {"blog"}  # many a group is called Voices
    elsewhere = _ELSEWHERE & kinds or ({"service", "feedback"} & kinds and not kinds & _OPEN_KINDS)
    if elsewhere or FOR_STAFF.search(page.name):
        return
    told = [b for b in page.main if b.text]
    parts: dict[tuple[str, ...], list[Block]] = {}
    for block in told:
        parts.setdefault(block.headings, []).append(block)
    if sum(len(b.text) for b in told) <= _SHORT_PAGE:
        parts = {(): told}
    for part in parts.values():
        whole = " ".join(b.text for b in part)
        for block, sentence in openings(part):
            plain = _TO_WHOM.sub("", sentence)
            if _NOT_A_GROUP.search(plain) or _TO_AN_EVENT.search(plain):
                continue
            yield Fact(
                kind="group",
                value=page.name[:_LONGEST_VALUE],
                owner=convener(site, block, sentence, whole),
                quote=sentence,
                state="planned" if _NOT_YET.search(whole) else state(sentence),
                place=block.place,
            )


def _invited_beside(page: Page, blocks: list[Block], at: int) -> bool:
    """Say whether a block right before or after is a link that invites to join."""
    near = (b for b in blocks[max(0, at - 1) : at + 2] if b.headings == blocks[at].headings)
    links = (k for b in near for k in b.links if k.href.partition("#")[0] != page.url)
    return any(_STRONG_JOIN.search(link.text) for link in links)


def _invitation(site: Site, page: Page, blocks: list[Block]) -> _Invitation:
    named = " ".join((page.name, *page.link_texts)).replace(site.body.name, "")
    invites = bool(_OPEN_KINDS & set(page.kinds) or _INVITES.search(named))
    is_group = (
        bool(_GROUP.search(named) or (invites and _POSSESSED.search(named)) or _is_joined_by(page))
        and not is_of_surgery(named)
        and not FOR_STAFF.search(page.name)
    )
    whole = " ".join(b.text for b in blocks)[:_LONGEST_PAGE]
    links = (link.href for b in blocks for link in b.links)
    return _Invitation(
        is_group=is_group,
        invites=invites,
        reachable=bool(EMAIL.search(whole))
        or any(href.startswith(("mailto:", "tel:")) for href in links)
        or any(c.isdigit() for c in whole)
        or any(f.place == "main" and len(f.fields) > 1 for f in page.forms),
        is_over=is_group and bool(_NOT_YET.search(whole)),
    )


def _is_joined_by(page: Page) -> bool:
    """Say whether a link on a page calls on people to join what the page is named after."""
    name = page.name.lower().removeprefix("the ")
    links = (link.text for block in page.main for link in block.links)
    joins = name and not {"meeting", "news", "newsletter"} & set(page.kinds)
    return bool(joins) and any(_BELONG.search(t) and name in t.lower() for t in links)


def _is_joined(site: Site, whole: _Invitation, block: Block, sentence: str, section: str) -> bool:
    """Say whether a sentence calls on people to join something that stands."""
    sentence = f"{block.column}: {sentence}" if block.column else sentence
    joins = _JOIN.search(sentence) or (whole.is_group and _JOIN_IT.search(sentence))
    brief = sentence.count(" ") < _FEWEST_SPACES and not _FORM_TO_JOIN.search(sentence)
    if brief or not joins:
        return False
    if _NOT_A_GROUP.search(sentence) or _TO_AN_EVENT.search(sentence):
        return False
    if whole.is_group:
        return True
    strong = bool(_STRONG_JOIN.search(sentence))
    near = f"{sentence} {block.head} {block.text} {section if strong else ''}"
    near = near.replace(site.body.name, "")
    return bool(_GROUP.search(near)) and (whole.invites or strong)
