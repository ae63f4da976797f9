"""Find newsletters with their issues and sign-ups, and posts in a personal voice."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from audit import owners
from audit.decode import EMAIL, SPELT
from audit.forms import purpose
from audit.look import Page, host_of
from audit.model import Fact
from audit.site import Site
from audit.words import Day, dates, pattern, sentences, state

_NEWSLETTER = pattern(r"\b((e-?)?news-?letters?|(e-?)?bulletins?|magazine|(news|email|e-?mail|monthly|weekly|quarterly|health) digest|digest|e-?news|newssheet|news sheet|newspaper|gazette|stakeholder (update|briefing|bulletin)s?|round-?up|cylchlythyr|(our|monthly|quarterly|regular|weekly|fortnightly) (email|e-?mail) (update|briefing)s?)\b")
_RHYTHM = pattern(r"\b(once a|twice a|every|each|four times a|three times a) (month|year|quarter|week|fortnight|season|spring)\b[^.]{0,60}\b(e-?mail|round-?up|update|news|copy|copies)\b|\b(news|e-?mail|updates?)\b[^.]{0,60}\b(once a|twice a|three times a|four times a|every|each) (month|week|quarter|fortnight|season|year)\b|\b(comes? (out|through)|published|sent( out)?|e-?mailed|issued|produced|goes? (out )?to|delivered|lands|landing)\b[^.]{0,60}\b(times a year|every (month|week|quarter|two|other|three|few|season|second|spring|friday|monday)|monthly|weekly|quarterly|fortnightly|each (month|week|quarter|season)|twice a|once a|inbox|doors?|households?|letterbox)\b")
_ISSUE_HOSTS = pattern(r"(campaign-archive\d?\.com|mailchi\.mp|govdelivery\.com/(accounts/[^/]+/)?bulletins|content\.govdelivery\.com|issuu\.com/[^/]+(/docs)?|e-mailstrategies|createsend|dotdigital|sway\.(office|cloud\.microsoft)|newsweaver|shorthandstories|emailnewsletter|paper\.li|substack|calameo|joomag|yumpu|flipsnack|newzapp)")
_SIGNUP_HOSTS = pattern(r"(list-manage\.com/(subscribe|profile)?|eepurl\.com|mailchi\.mp/[^/]+/(sign|subscribe)|govdelivery\.com/accounts/[^/]+/(subscriber|subscribers)|subscriber(help)?\.govdelivery|createsend\d*\.com/.*(subscribe|t/)|dotdigital.*subscribe|confirmsubscription|newzapp|sendinblue|sibforms|/subscribe|/newsletter-sign|sign-?up)")
_SIGN_WORDS = pattern(r"\b(subscri(be|bing|ption)|sign(ing)?[- ]?up|join (the|our) (mailing )?list|(put|add|include|get) (me|you|yourself|your name|your e-?mail)( added)? (on|to|onto) (the|our|its)( \w+){0,2} list|send me|have it (sent|posted|e-?mailed|delivered)|get (it|the \w+|our \w+|a copy|every issue|each issue) (by|in|to) (email|e-?mail|your inbox|post)|(receive|get|have)( \w+){0,5} (by|via|to your) (e-?mail|inbox|post)|mailing list|distribution list|to receive|would like to (receive|be (added|sent|on))|(want|wish|like) (to|a) (receive|copy|be added|get)|in your inbox|straight to your|be added to|register (for|to receive))\b")
_NOT_PUBLIC = pattern(r"\b((for|to) (our |all |the |member |local )*(gp |member )?(practices|gps|staff|colleagues|employees|clinicians|governors)( only)?\b|practices only|staff (newsletter|bulletin|magazine|news)|gp (bulletin|newsletter|only)|primary care bulletin|intranet|internal (newsletter|bulletin)|practice (bulletin|newsletter|managers)|(newsletter|bulletin) for (gps?|practices|practice|staff|member|clinicians|providers|employers)|in confidence)")
_ABOUT_WORDS = pattern(r"\b(policy|strategy|guidelines?|glossary|toolkit|handbook|protocol|style guide|template|means|definition|channels? (such as|including|like))\b")
_OTHERS = pattern(r"\b(nhs england|england's|healthwatch|county council|district council|borough council|town council|council's|the trust's|hospital's|department|neighbour\w*|partner'?s'?|voluntary|charity|parish|cvs|other organisations?)\b")
_ALERTS = pattern(r"\b(alerts?|agenda|planning|job|rss)\b")
_LONGEST_ISSUE = 160


def newsletters(site: Site, page: Page, today: date) -> Iterator[Fact]:
    """Find newsletters (kind newsletter), their issues (issue) and ways to subscribe (signup)."""
    if page.is_pdf or "legal" in page.kinds:
        return
    said = _introduction(page)
    issues = list(_issues(site, page, today))
    signups = [*_signup_forms(site, page), *_signup_links(site, page)]
    about = _about(site, page, said, issues, signups)
    if about is not None:
        yield about
        if about.state == "now":
            yield from (replace(i, owner=about.owner if i.owner == "own" else i.owner) for i in issues)
            signups.extend(_joining(site, page, about))
    yield from signups
    for fact in signups:
        if fact.label == "signup" and about is None and (_NEWSLETTER.search(fact.quote) or fact.detail.get("named") == "yes"):
            yield replace(fact, kind="newsletter")
    if about is None:
        yield from (replace(i, kind="newsletter", label="issue") for i in issues if i.detail.get("said") == "yes")


def _introduction(page: Page) -> list[str]:
    """Sentences of the page's beginning that speak of a newsletter or of how often something comes."""
    first = [b for b in page.main if b.text and b.level not in (1, 2, 3) and b.form < 0 and len(b.text) < 1200][:6]  # noqa: PLR2004
    return [s for b in first for s in sentences(b.text) if (_NEWSLETTER.search(s) or _RHYTHM.search(s)) and not _ABOUT_WORDS.search(s)]


def _about(site: Site, page: Page, said: list[str], issues: list[Fact], signups: list[Fact]) -> Fact | None:
    """The newsletter a page is about: by its name, its first words, its issues or its form."""
    named = " ".join((page.name, page.title, *page.link_texts, page.url.rpartition("://")[2].partition("/")[2].replace("-", " ")))
    strong = bool(_NEWSLETTER.search(named))
    kept = [i for i in issues if i.detail.get("host") == "yes"]
    index = {"home", "contact"} & set(page.kinds)
    whole = f"{page.name} {' '.join(said[:4])}"
    if _ABOUT_WORDS.search(page.name) or (_NOT_PUBLIC.search(whole) and not _FOR_ALL.search(whole)):
        return None
    numbered = [i for i in issues if _NUMBERED.search(i.quote)]
    if numbered and not index and not said:
        said = [page.name]
    if not (strong and (issues or signups or said)) and not (said and (issues or signups) and not index) and not (kept and not index):
        return None
    quote = next((s for s in said if _NEWSLETTER.search(s)), said[0] if said else page.name)
    held = {state(s) for s in said}
    over = bool(said) and (all(_WAS.search(s) or state(s) == "ended" or _NONE.search(s) for s in said) or any(_STOPPED.search(s) for s in said))
    planned = held == {"planned"} and not issues
    owner = _whose(site, whole)
    if not signups and not issues and not any(_RHYTHM.search(s) or _READ.search(s) for s in said) and not over:
        return None
    return Fact(kind="newsletter", value=page.name, owner=owner, quote=quote, state="ended" if over else "planned" if planned else "now")


_FOR_ALL = pattern(r"\b(anyone|everyone|everybody|public|residents?|households?|libraries|patients|local people|you can)\b")
_WAS = pattern(r"\b(was|were|used to be|had been) (our|the|a|sent|published|produced|printed)\b")
_NONE = pattern(r"\b(do(es)? not|don't|doesn't|no longer) (currently )?(publish|produce|have|send|issue|run)\b|\b(is|are|have|has) no (newsletter|bulletin|magazine)\b")
_STOPPED = pattern(r"\b(last|final) (issue|edition)\b[^.]{0,60}\b(was|came|went|in|of)\b[^.]{0,60}\b(20\d\d)?|\bno (more|further) (issues|editions)\b|\b(stopped|ceased) (publi|produc|print)")
_READ = pattern(r"\b(read|pick up|available|copies|back (issues|numbers)|past issues|latest issue|current issue|in this issue|our (regular|monthly|quarterly))\b")


def _whose(site: Site, words: str) -> str:
    said = owners.by_words(site, words)
    if said in ("hospital", "council", "other", "supplier"):
        return said if _OTHERS.search(words) and not pattern(r"\b(our|we|us)\b").search(words) else "own"
    return said


def _issues(site: Site, page: Page, today: date) -> Iterator[Fact]:
    """Links to single issues: documents or pages with a number or date, or kept at a mailing company."""
    brand = {w.lower().strip("'’.,:") for w in page.name.split() if len(w) > 2}  # noqa: PLR2004
    named = bool(_NEWSLETTER.search(" ".join((page.name, page.title, *page.link_texts))))
    for block in page.main:
        for link in block.links:
            if link.kind != "a" or not link.href.startswith("http") or link.href.partition("#")[0] == page.url:
                continue
            low = link.href.lower().partition("?")[0]
            outside = not site.owns(link.href)
            host = outside and bool(_ISSUE_HOSTS.search(link.href.lower())) and not _SIGNUP_HOSTS.search(link.href.lower())
            document = low.endswith((".pdf", ".docx", ".doc")) or bool(_FILE.search(low))
            if outside and not host and not document:
                continue
            row = " ".join(b.text for b in page.main if block.row and b.row == block.row)
            near = row or (block.text if len(block.text) < _LONGEST_ISSUE else link.text)
            text = f"{link.text} {near}"
            context = f"{near} {block.headings[-1] if block.headings else ''}"
            if _NOT_PUBLIC.search(text) or _ABOUT_WORDS.search(text) or _OTHER_DOCUMENT.search(text) or state(block.text) in ("planned",):
                continue
            dated = [d for d in dates(text, today=today) if d.year_given] or [d for d in dates(" ".join(block.headings[-1:]), today=today) if d.year_given]
            numbered = bool(_NUMBERED.search(text))
            says = bool(_NEWSLETTER.search(context))
            branded = bool(brand) and brand <= {w.lower().strip("'’.,:()") for w in text.split()}
            headed = bool(pattern(r"\b(issues?|editions?|back numbers|archive|back copies|past copies)\b").search(" ".join(block.headings[-1:])))
            good = host or (document and (dated or numbered or branded or says) and (says or named or numbered or branded or headed or _plain_date(near, dated))) or ((dated or numbered) and (says and named or branded or numbered or headed))
            if not good:
                continue
            owner = owners.by_host(site, host_of(link.href)) if outside else "own"
            owner = owner if owner not in ("", "supplier") else "own"
            whose = _whose(site, context)
            yield Fact(
                kind="issue", value=link.href, owner=owner if whose == "own" else whose, quote=(block.text if row else near) or link.title or link.href,
                when=max((d.value for d in dated), default=None), place=block.place,
                detail={"host": "yes" if host else "", "said": "yes" if says and host else ""},
            )
    own = [d for d in dates(page.name, today=today) if d.year_given]
    if named and own and not _ABOUT_WORDS.search(page.name):
        yield Fact(kind="issue", value=page.url, quote=page.name, when=max(d.value for d in own))


_FILE = pattern(r"(/download(_file)?/|/documents?/|/media/\d|/file/\d|/asset/)")
_NUMBERED = pattern(r"\b(issue|edition|volume|vol\.?|no\.?|number) ?\d|\b(latest|current|this|newest|most recent) (issue|edition)\b")
_OTHER_DOCUMENT = pattern(r"\b(agenda|minutes|papers|report|accounts|plan|policy|strategy|form|register|statement|pack|constitution|terms of reference|leaflet)\b")


def _plain_date(near: str, dated: list[Day]) -> bool:
    """A link that says a month and a year and nothing else is an issue of what its page is about."""
    return bool(dated) and len(near) < len("Wednesday 30 September 2026 (PDF, 999 kB)")


def _signup_forms(site: Site, page: Page) -> Iterator[Fact]:
    for form in page.forms:
        if purpose(form, page) not in ("newsletter", "alerts"):
            continue
        words = " ".join([form.text, *form.headings[-1:], page.name])
        alerts = purpose(form, page) == "alerts" or (_ALERTS.search(form.text) and not _NEWSLETTER.search(words))
        held = [b.text for b in page.blocks if b.form >= 0 and page.forms[b.form] is form and b.text]
        quote = next((t for t in held if _SIGN_WORDS.search(t)), held[0] if held else form.headings[-1] if form.headings else form.action)
        yield Fact(
            kind="signup", value=form.action or page.url, label="alerts" if alerts else "signup", owner=_whose(site, words), quote=quote,
            place=form.place, detail={"named": "yes" if _NEWSLETTER.search(words) and not alerts else ""},
        )


def _signup_links(site: Site, page: Page) -> Iterator[Fact]:
    for block in page.blocks:
        if block.place in ("cookie", "share"):
            continue
        for link in block.links:
            low = link.href.lower()
            if link.kind != "a" or not link.href.startswith("http") or site.owns(link.href) or not _SIGNUP_HOSTS.search(low):
                continue
            sentence = next((s for s in sentences(block.text) if link.text and link.text in s), block.text[:300])
            head = block.headings[-1] if block.headings else ""
            context = f"{sentence} {head} {link.title}"
            mailing = bool(_MAILERS.search(low))
            if _NOT_PUBLIC.search(context) or (_ALERTS.search(context) and not _NEWSLETTER.search(context)):
                continue
            if not (mailing or (_SIGN_WORDS.search(context) and _NEWSLETTER.search(f"{context} {page.name}"))):
                continue
            account = owners.by_host(site, host_of(link.href))
            owner = _whose(site, context)
            yield Fact(
                kind="signup", value=link.href, label="signup", owner=owner if account in ("", "own", "supplier") else account,
                quote=sentence or link.text or link.title or link.href, state=state(sentence), place=block.place,
                detail={"named": "yes" if mailing or _NEWSLETTER.search(context) else ""},
            )


_MAILERS = pattern(r"(list-manage|govdelivery|eepurl|mailchi\.mp|createsend|confirmsubscription|sibforms|newzapp|dotdigital|campaign-archive|mailerlite|constantcontact)")


def _joining(site: Site, page: Page, about: Fact) -> Iterator[Fact]:
    """A way to subscribe on a newsletter's own page: an address to write to, or a link with such words."""
    for block in page.main:
        for sentence in sentences(block.text):
            if not _SIGN_WORDS.search(sentence) or state(sentence) in ("ended", "planned"):
                continue
            if _ALERTS.search(sentence) and not _NEWSLETTER.search(sentence):
                continue
            linked = [link for link in block.links if link.href.startswith(("mailto:", "http")) and (not link.text or link.text in sentence or link.kind == "cloak")]
            written = bool(EMAIL.search(sentence) or SPELT.search(sentence)) or any(link.href.startswith("mailto:") for link in linked)
            if state(sentence) == "denied" and not written:
                continue
            leads = [link for link in linked if link.href.startswith("http") and (_SIGN_WORDS.search(f"{link.text}") or _SIGNUP_HOSTS.search(link.href.lower())) and "rss" not in link.href.lower() and "feed" not in link.href.lower() and link.href.partition("#")[0] != page.url]
            if written or leads:
                yield Fact(kind="signup", value=linked[0].href if linked else sentence, label="signup", owner=about.owner, quote=sentence, place=block.place)
    del site


_QUOTED = pattern(r"[\"“][^\"”]*[\"”]|‘[^’]*’")
_FIRST = pattern(r"\b(I|I['’](m|ve|d|ll)|my|me|mine|myself)\b")
_COLUMN = pattern(r"\b(blogs?|column|diary|reflections?|viewpoint|from (my|the) (desk|chair|chief)|message from|letter from|view from|notes from|thoughts|(\w+)['’]s (week|month|blog|diary|notes|view|update|column|thoughts|message)|in my (last|latest)|week(ly)? (notes|update|message)|notebook|journal|voices|diaries|in (their|her|his) own words)\b")
_GUEST = pattern(r"\b(guest (post|blog|column|writer)|by our friends|written by .{0,40}(charity|trust|healthwatch)|intranet|staff (message|briefing|update)|all-staff)\b")
_FEWEST_I = 3


def posts(site: Site, page: Page, today: date) -> Iterator[Fact]:
    """Find dated posts in a personal voice: first person singular outside quotation marks."""
    if page.is_pdf or "legal" in page.kinds:
        return
    text = "\n".join(b.text for b in page.main if b.form < 0)
    plain = _QUOTED.sub(" ", text)
    firsts = len(_FIRST.findall(plain))
    words = len(plain.split())
    named = " ".join((page.name, page.title, page.url.replace("-", " "), *page.link_texts, page.parent))
    column = bool(_COLUMN.search(named))
    seen = [d for d in dates(" ".join((page.title, text[:3000])), today=today) if d.year_given or d.exact]
    if not seen or _GUEST.search(f"{named} {plain[:1500]}") or firsts < _FEWEST_I or firsts * 70 < words:
        return
    if {"complaints", "foi", "survey", "service", "contact"} & set(page.kinds) and not column:
        return
    if not column and not (pattern(r"\b(chair|chief|officer|executive|doctor|dr|gp|nurse|leader|director|lay member|mayor)\b").search(f"{named} {plain[:300]} {plain[-200:]}") and {"blog", "news", "about"} & set(page.kinds)):
        return
    owner = site.mentions_other(named) or "own"
    first = next((s for s in sentences(plain) if _FIRST.search(s)), page.name)
    first = first if first in text else page.name
    yield Fact(kind="post", value=page.name, label="blog" if column else "message", owner=owner, quote=first, when=max(d.value for d in seen), detail={"firsts": str(firsts)})
