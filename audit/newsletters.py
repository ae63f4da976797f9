"""Find newsletters: the page that one is about, with its issues and its ways to subscribe."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from audit.editions import EDITION
from audit.issues import issues
from audit.mailings import ABOUT_WORDS, NEWSLETTER, NOT_PUBLIC, theirs, whose
from audit.model import Fact
from audit.owners import says_we
from audit.page import Page
from audit.signups import joining, signup_forms, signup_links
from audit.site import CHROME, Site
from audit.states import state
from audit.words import any_of, pattern, sentences

_RHYTHM = pattern(
    r"\b(once a|twice a|every|each|four times a|three times a) (month|year|quarter|week|"
    r"fortnight|season|spring)\b[^.]{0,60}\b(e-?mail|round-?up|update|news|copy|copies)\b|"
    r"\b(news|e-?mail|updates?)\b[^.]{0,60}\b(once a|twice a|three times a|four times a|"
    r"every|each) (month|week|quarter|fortnight|season|year)\b|"
    r"\b(comes?|published|sen[dt]s?( out)?|e-?mail(ed)?|issued?|produced?|make|write|print(ed)?|"
    r"publish|bring( it)? out|goes? (out|to)|delivered|lands|landing|appears?)\b[^.]{0,60}\b("
    r"times a year|your door|"
    r"every (month|week|quarter|two|other|three|few|season|second|spring|friday|monday)|"
    r"monthly|weekly|quarterly|fortnightly|each (month|week|quarter|season)|twice a|"
    r"once a|inbox|doors?|homes?|households?|letterbox)\b|"
    r"\b(weekly|fortnightly|monthly|quarterly|seasonal|regular|occasional) ([\w'-]+ ){0,2}"
    r"(newsletter|e?-?bulletin|magazine|digest|round-?up|mailing|update|paper|letter|read|e-?zine|"
    r"e-?mail|summary)\b|"
    r"\b(summary|round-?up|digest) of the (week|month|quarter|season|year)\b|"
    r"\bevery (mon|tues|wednes|thurs|fri)day [^.]{0,60}\b(newsletter|bulletin|update|e-?mail)\b"
)
_READ_BY = pattern(
    r"\b(two|three|four|five|six|eight|ten|twelve|\d+) (times|issues|numbers|editions|copies|"
    r"e-?mails|letters) (a|per|each|every|in a) (year|month|week|quarter|season)\b|"
    r"\b(once|twice|three times|four times|six times) (a|per) (year|month|fortnight|week|"
    r"quarter)\b|"
    r"\b(every|each|on the first of the|first thing (on|in)) (other )?(fortnight|month|week|season|"
    r"quarter|spring|summer|autumn|winter|(mon|tues|wednes|thurs|fri)day)\b|"
    r"\b(monthly|fortnightly|weekly|quarterly|seasonally)\b|"
    r"\b(alternate|every second|most) (mon|tues|wednes|thurs|fri)days?\b|"
    r"\b(items|pieces|paragraphs|stories|things) (by|in) (an )?(e-?mail|post|your inbox)\b|"
    r"\b(tells?|brings?|keeps?|lands?|drops?|arrives?) ([\w'’]+ ){0,6}(you|inbox|doormat|door)\b|"
    r"\b(for|to) (anyone|anybody|everyone|everybody|people|residents|households|neighbours|"
    r"families|all) (who|in|living|across|on|round|around)\b|"
    r"\b(piles?|cop(y|ies))( \w+){0,3} (by|in|at|on|from)\b|\b(stories|recipes?|puzzles?|"
    r"crosswords?|good news|gossip)\b|\b(one|an|the|our|short) (e-?mail|letter)[.!, ]|"
    r"\bnews for (our )?(patients|residents|everyone|everybody|people|the public|local|you)\b|"
    r"\bminutes'? (reading|read)\b|"
    r"\bletters? to (you|residents|(the |our )?neighbour\w*|everyone)\b|"
    r"\b(put together|written|made|produced|printed|published|compiled|sent( out)?|drawn up) "
    r"[^.;]{0,40}\b(for|to) [^.;]{0,50}\b(residents|charities|the public|local people|patients|"
    r"parish(es| councils)|neighbours|readers|households)\b"
)
_FOR_ALL = any_of(
    r"anyone|everyone|everybody|public|residents?|households?|libraries|patients",
    r"local people|you can",
)
_NOT_FOR = pattern(
    r"\b(everyone|everybody|anyone|all|those|people) (who works?|working|employed)\b[^.]*|"
    r"\bnot (meant |intended )?(for|open to|available to)\b[^.]*|"
    r"\b(everyone|everybody|anyone|all) (on (the|our) (payroll|staff)|"
    r"in (the|our) (office|team)s?)\b"
)
_FIGURES = pattern(
    r"\b(meets?|met|meetings?|sits?|complain(ts?|ed)|applications?|planning)\b|"
    r"\b(publish|issue|updat|produc|releas|print|send)\w*( [\w'’-]+){0,4} "
    r"(figures|statistics|data|rotas?|minutes|agendas?|papers|reports?|lists?|numbers|accounts|"
    r"returns?|notices?|registers?|decisions|results|invoices|payments)\b"
)
_BESIDE = any_of(r"(of|with) (their|its) own|separate|another|a different|(also|too|as well)")
_HINTS = any_of(
    r"editions?|issues?|updates?|inbox|mailings?|(keep|stay) (in touch|informed|posted|up to date)",
    r"news|subscri\w+|sign up|receiv(e|ing)|publications?|keeping (you|in)( \w+)?",
)
_OTHER_PLAN = any_of(
    r"plans?|framework|proposals?|priorities|minutes|terms of reference|annual report|reports?",
    r"spend(ing)?|spent|expenditure|payments?|invoices|contracts|waiting|performance|figures|data",
    r"statistics|registers?|papers|meetings?|accounts|decisions|jobs|vacancies|events?|diary",
    r"consultations?|surveys?|leaflets?|requests|responses|log|policies|agendas?|timetables?|"
    r"rotas?|complaints?|(weekly|monthly) lists?|applications?|clinics?|results|findings",
    r"blog|diaries|column|press|releases?|minutes|group|panel|forum|network|prescribing|formulary",
)
_TO_DO = any_of(
    r"^(to )?(re-?)?(launch|start|introduce|develop|create|set up|produce|begin|explore|consider)"
)
_WAS = pattern(r"\b(was|were|used to be|had been) (our|the|a|sent|published|produced|printed)\b")
_NONE = pattern(
    r"\b(do(es)? not|don't|doesn't|no longer) (currently )?(publish|produce|have|send|"
    r"issue|run)\b|\b(is|are|have|has) no (newsletter|bulletin|magazine)\b"
)
_STOPPED = pattern(
    r"\b(last|final) (issue|edition)\b[^.]{0,60}\b(was|came|went|in|"
    r"of)\b[^.]{0,60}\b(20\d\d)?|\bno (more|further) (issues|editions)\b|"
    r"\b(newsletters?|bulletins?|magazines?|digest|it|publication|issues?|editions?|mailings?)\b"
    r"( was| were| has| have| had| is)?( been)?( finally| also| therefore)? "
    r"(stop(s|ped)?|cease[sd]?|ended|fold(s|ed)|finished|discontinued|wound up|withdrawn|"
    r"retired|scrapped|(came|comes) to an end|closed|(ends|finishes) (in|on|when|as|with (us|"
    r"the ccg|issue|number|(this|its|the) ([\w-]+ ){0,2}(issue|number|edition))))\b|"
    r"\b(newsletters?|bulletins?|magazines?|digest)\b[^.;]{0,60}, "
    r"(stop(s|ped)|cease[sd]|ended|fold(s|ed)|finished)\b|"
    r"\b(is|are) no more\b|"
    r"\b(not|n't|nor) (\w+ )?(publish|produc|print|send|sent|issue|mak|made|writ|com)\w*\b"
    r"[^.;]{0,40}\b(any longer|any more|anymore)\b|"
    r"\b(stop(s|ped)?|cease[sd]?) (publi|produc|print|send|writ|issu)|"
    r"\b(back (numbers|issues|copies)|past issues|old (issues|copies)|issues|copies) "
    r"(have|has|were|was|are|is) (not (been )?(kept|saved|held|stored|retained|preserved|archived|"
    r"available|online)|been (lost|deleted|destroyed|removed)|lost|deleted|destroyed)|"
    r"\b(none|no (back (numbers|issues)|copies|issues))\b[^.;]{0,30} (kept|survives?|remains?|left|"
    r"on this (web)?site|online)\b"
)
_NEW_BODY = any_of(
    r"(new|next|successor) ([\w-]+ ){0,2}(ccg|icb|board|body|organisation|authority|partnership)"
)
_CALLED_OURS = pattern(r"((it|this) is )?our (own )?(\w+ )?newsletter (for|about|with|from)\b")
_PAPER = pattern(r"\b(print(ed|ing)?|paper|posted) [^.;]{0,60}")
_READ = any_of(
    r"read|pick up|available|copies|back (issues|numbers)|past issues|latest issue",
    r"current issue|in this issue|our (regular|monthly|quarterly)",
    r"free to (pick up|take|collect)|pick(ed)? up (in|at|from|free)|delivered to|stocked (in|at)",
    r"(found|left|stocked) in (libraries|surgeries|waiting rooms|shops)",
)
_LONGEST_PARAGRAPH = 1200
_FIRST_PARAGRAPHS = 6
_FIRST_SENTENCES = 4
_HEADS = (1, 2, 3)
_NEVER_KINDS = frozenset(
    ("board", "meeting", "papers", "foi", "survey", "feedback", "interests", "person")
)


def newsletters(site: Site, page: Page, today: date) -> Iterator[Fact]:
    """Find newsletters (kind newsletter), their issues (issue) and ways to subscribe (signup)."""
    if page.is_pdf or "legal" in page.kinds:
        return
    kept = list(issues(site, page, today))
    signups = [*signup_forms(site, page), *signup_links(site, page)]
    ways = list(joining(site, page))
    about = _about(site, page, kept, [*signups, *ways])
    if about is None:
        if _is_closed(f"{page.name} {' '.join(_introduction(page)[:_FIRST_SENTENCES])}"):
            kept = []
            signups = [f for f in signups if f.place in CHROME]
        yield from signups
        named = (f for f in signups if f.label == "signup" and _names_one(f))
        yield from (replace(f, kind="newsletter") for f in named)
        said = [f for f in kept if f.detail.get("said")]
        yield from said
        yield from (replace(f, kind="newsletter", label="issue") for f in said)
        return
    yield about
    if about.state == "now":
        yield from (replace(f, owner=about.owner) if f.owner == "own" else f for f in kept)
        if about.detail.get("over"):  # nobody can subscribe to back numbers
            return
        signups.extend(replace(f, owner=about.owner) if f.owner == "own" else f for f in ways)
    yield from signups


def _is_closed(said: str) -> bool:
    """Say whether words about a newsletter keep it to staff or practices."""
    return bool(NOT_PUBLIC.search(said) and not _FOR_ALL.search(_NOT_FOR.sub(" ", said)))


def _names_one(signup: Fact) -> bool:
    return bool(signup.detail.get("named") or NEWSLETTER.search(signup.quote))


def _introduction(page: Page) -> list[str]:
    """Sentences of a page's beginning that speak of a newsletter or of how often one comes."""
    first = [
        b.text
        for b in page.main
        if b.text and b.level not in _HEADS and b.form < 0 and len(b.text) < _LONGEST_PARAGRAPH
    ]
    said = (s for text in first[:_FIRST_PARAGRAPHS] for s in sentences(text))
    telling = [NEWSLETTER, _RHYTHM, EDITION]
    if not _NEVER_KINDS & set(page.kinds):
        telling.append(_READ_BY)
    told = (s for s in said if any(p.search(s) for p in telling))
    news = (s for s in told if NEWSLETTER.search(s) or not _FIGURES.search(s))
    ours = [s for s in news if not ABOUT_WORDS.search(s) and not _TO_DO.search(s)]
    more = [s for s in ours if not (_BESIDE.search(s) and _is_closed(s))]
    return more or ours


def _about(site: Site, page: Page, kept: list[Fact], signups: list[Fact]) -> Fact | None:
    """Give the newsletter a page is about: by its name, its first words, its issues or its form."""
    said = _introduction(page)
    whole = f"{page.name} {' '.join(said[:_FIRST_SENTENCES])}"
    planned = _OTHER_PLAN.search(page.name) and not NEWSLETTER.search(page.name)
    if _is_closed(whole) or ABOUT_WORDS.search(page.name) or planned:
        return None
    alone = not {"home", "contact"} & set(page.kinds)
    series = alone and not _OTHER_PLAN.search(page.name) and not _NEVER_KINDS & set(page.kinds)
    if not said and series and any(f.detail.get("series") for f in kept):
        said = [page.name]
    if not _is_about_one(page, said, kept, signups, alone=alone):
        return None
    over = _is_over(said)
    around = sentences(" ".join(b.text for b in page.main[:_FIRST_PARAGRAPHS] if not b.level))
    telling = (_RHYTHM, _READ, EDITION)
    tells = said and any(p.search(s) for s in (*said, *around) for p in telling)
    if not (signups or kept or tells or over):
        return None
    back = over and any(f.when or f.detail.get("sure") for f in kept)
    planned = not kept and {state(s) for s in said} == {"planned"}
    return Fact(
        kind="newsletter",
        value=page.name,
        owner=theirs(site, said, kept) or whose(site, whole),
        quote=next((s for s in said if NEWSLETTER.search(s)), said[0] if said else page.name),
        state="ended" if over and not back else "planned" if planned else "now",
        detail={"over": "yes"} if over else {},
    )


def _is_about_one(
    page: Page, said: list[str], kept: list[Fact], signups: list[Fact], *, alone: bool
) -> bool:
    path = page.url.rpartition("://")[2].partition("/")[2].replace("-", " ")
    named = NEWSLETTER.search(" ".join((page.name, page.title, *page.link_texts, path)))
    if named and (kept or signups or said):
        return True
    at_mailer = any(f.detail.get("host") for f in kept)
    hinted = _HINTS.search(" ".join((page.name, *page.link_texts, path)))
    subscribed = any(f.place == "main" and f.detail.get("form") == "named" for f in signups)
    regular = hinted and any(NEWSLETTER.search(s) and _RHYTHM.search(s) for s in said)
    plain = any(p.search(s) for s in said for p in (NEWSLETTER, _RHYTHM, EDITION))
    issued = [f for f in kept if plain or f.detail.get("sure") or f.detail.get("series")]
    opened = any(EDITION.search(s) for s in said)
    called = "newsletter" in page.kinds and any(_CALLED_OURS.match(s) for s in said)
    shown = at_mailer or subscribed or opened or regular or called
    return alone and bool(shown or (said and (issued or signups)))


def _is_over(said: list[str]) -> bool:
    ours = [s for s in said if says_we(s) or not _NEW_BODY.search(s)]
    said = [str(_PAPER.sub(" ", s)) for s in ours or said]
    if any(map(_STOPPED.search, said)):
        return True
    past = (_WAS.search(s) or _NONE.search(s) or state(s) == "ended" for s in said)
    return bool(said) and all(past)
