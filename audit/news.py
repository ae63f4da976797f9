"""Find newsletters with their issues and sign-ups, and posts in a personal voice."""

from collections.abc import Iterator
from datetime import date

from audit import owners
from audit.forms import purpose
from audit.look import Block, Link, Page, host_of
from audit.model import Fact
from audit.site import Site
from audit.words import dates, pattern, sentences, state

_NEWSLETTER = pattern(r"\b((e-?)?news-?letters?|(e-?)?bulletins?|magazine|(news|email|e-?mail|monthly|weekly|quarterly|health) digest|digest|e-?news|newssheet|news sheet|newspaper|gazette|stakeholder (update|briefing|bulletin)s?|round-?up|cylchlythyr|(our|monthly|quarterly|regular|weekly|fortnightly) (email|e-?mail) (update|briefing)s?)\b")
_RHYTHM = pattern(r"\b(comes? out|published|sent( out)?|e-?mailed|issued|produced|goes? (out )?to|delivered|lands|landing)\b[^.]{0,60}\b(times a year|every (month|week|quarter|two|other|three|few|season|second|spring|friday|monday)|monthly|weekly|quarterly|fortnightly|each (month|week|quarter|season)|twice a|once a|inbox|doors?|households?|letterbox)\b")
_ISSUE_HOSTS = pattern(r"(campaign-archive\d?\.com|mailchi\.mp|govdelivery\.com/(accounts/[^/]+/)?bulletins|content\.govdelivery\.com|issuu\.com/[^/]+(/docs)?|e-mailstrategies|createsend|dotdigital|sway\.(office|cloud\.microsoft)|newsweaver|shorthandstories|emailnewsletter|paper\.li|substack|calameo|joomag|yumpu|flipsnack|newzapp)")
_SIGNUP_HOSTS = pattern(r"(list-manage\.com/(subscribe|profile)?|eepurl\.com|mailchi\.mp/[^/]+/(sign|subscribe)|govdelivery\.com/accounts/[^/]+/(subscriber|subscribers)|subscriber(help)?\.govdelivery|createsend\d*\.com/.*(subscribe|t/)|dotdigital.*subscribe|confirmsubscription|newzapp|sendinblue|sibforms|/subscribe|/newsletter-sign|sign-?up)")
_SIGN_WORDS = pattern(r"\b(subscri(be|bing|ption)|sign(ing)?[- ]?up|join (the|our) (mailing )?list|(put|add|include|get) (me|you|yourself|your name|your e-?mail)( added)? (on|to|onto) (the|our|its)( \w+){0,2} list|send me|get (it|the \w+|our \w+|a copy|every issue|each issue) (by|in|to) (email|e-?mail|your inbox|post)|(receive|get|have)( \w+){0,5} (by|via|to your) (e-?mail|inbox|post)|mailing list|distribution list|to receive|would like to (receive|be (added|sent|on))|(want|wish|like) (to|a) (receive|copy|be added|get)|in your inbox|straight to your|be added to|register (for|to receive))\b")
_NOT_PUBLIC = pattern(r"\b((for|to) (our |all |the |member |local )*(gp |member )?(practices|gps|staff|colleagues|employees|clinicians|governors)( only)?\b|practices only|staff (newsletter|bulletin|magazine|news)|gp (bulletin|newsletter|only)|primary care bulletin|intranet|internal (newsletter|bulletin)|practice (bulletin|newsletter|managers)|(newsletter|bulletin) for (gps?|practices|practice|staff|member|clinicians|providers|employers)|in confidence)")
_ABOUT_WORDS = pattern(r"\b(policy|strategy|guidelines?|glossary|toolkit|handbook|protocol|style guide|template|means|definition|channels? (such as|including|like))\b")
_OTHERS = pattern(r"\b(nhs england|england's|healthwatch|county council|district council|borough council|town council|council's|the trust's|hospital's|department|neighbour\w*|partner'?s'?|voluntary|charity|parish|cvs|other organisations?)\b")
_ALERTS = pattern(r"\b(alerts?|agenda|planning|job|rss)\b")
_LONGEST_ISSUE = 160
_OLDEST_ISSUE = 2000


def newsletters(site: Site, page: Page, today: date) -> Iterator[Fact]:
    """Find newsletters (kind newsletter), their issues (issue) and ways to subscribe (signup)."""
    if page.is_pdf:
        return
    about = _about_newsletter(site, page)
    if about and "legal" not in page.kinds:
        yield from _issues(site, page, today, about)
    for index, block in enumerate(page.blocks):
        if block.place in ("cookie", "share"):
            continue
        yield from _from_links(site, page, index, block)
        if about and block.place == "main":
            yield from _joining(site, page, index, block, about)
    for form in page.forms:
        if purpose(form, page) == "newsletter":
            words = " ".join([form.text, *form.headings[-1:]])
            label = "alerts" if _ALERTS.search(words) and not _NEWSLETTER.search(words) else "signup"
            quote = next((b.text for b in page.blocks if b.form >= 0 and page.forms[b.form] is form and b.text), form.headings[-1] if form.headings else form.action)
            yield Fact(kind="signup", value=form.action or page.url, label=label, owner=_whose(site, words), quote=quote, place=form.place)
            if label == "signup" and _NEWSLETTER.search(words):
                yield Fact(kind="newsletter", value=page.url, label="form", owner=_whose(site, words), quote=quote, place=form.place)


def _about_newsletter(site: Site, page: Page) -> Fact | None:
    """The newsletter that a page is about: by its name, its links' words or what it says of itself."""
    named = " ".join((page.name, page.title, *page.link_texts))
    by_name = bool(_NEWSLETTER.search(named)) or bool(pattern(r"newsletter|bulletin|magazine|e-?news").search(page.url))
    says = [s for b in page.main if b.text and len(b.text) < 1200 for s in sentences(b.text) if (_NEWSLETTER.search(s) or _RHYTHM.search(s)) and not _ABOUT_WORDS.search(s)]  # noqa: PLR2004
    if not by_name and not ({"newsletter", "news"} & set(page.kinds) and says and any(_RHYTHM.search(s) or _SIGN_WORDS.search(s) or pattern(r"\b(read|latest|back issues|past issues|current issue)\b").search(s) for s in says)):
        return None
    if _ABOUT_WORDS.search(page.name) or _NOT_PUBLIC.search(named):
        return None
    body = " ".join(b.text for b in page.main)[:6000]
    first = says[0] if says else page.name
    whole = " ".join(says[:6])
    if _NOT_PUBLIC.search(whole) and not pattern(r"\b(anyone|everyone|public|residents|households?|you can|libraries|patients)\b").search(whole):
        return None
    if says and all(state(s) in ("ended", "denied") for s in says[:3]):
        return Fact(kind="newsletter", value=page.name, owner="own", quote=first, state="ended")
    owner = _whose(site, f"{page.name} {whole[:400]}")
    del body
    return Fact(kind="newsletter", value=page.name, owner=owner, quote=first, state="planned" if says and all(state(s) == "planned" for s in says) else "now")


def _whose(site: Site, words: str) -> str:
    said = owners.by_words(site, words)
    if said in ("hospital", "council", "other", "supplier"):
        return said if _OTHERS.search(words) and not pattern(r"\b(our|we|us)\b").search(words) else "own"
    return said


def _issues(site: Site, page: Page, today: date, about: Fact) -> Iterator[Fact]:
    if about.state == "now":
        found_any = False
        for block in page.main:
            for link in block.links:
                document = _is_issue_target(site, link)
                if not document:
                    continue
                text = link.text or block.text
                if _NOT_PUBLIC.search(block.text) or _ABOUT_WORDS.search(text) or not _issue_like(page, block, link, today):
                    continue
                found_any = True
                near = block.text if len(block.text) < _LONGEST_ISSUE else text
                seen = dates(text, today=today) or dates(near, today=today) or dates(" ".join(block.headings[-1:]), today=today)
                seen = [d for d in seen if d.year_given]
                owner = owners.by_host(site, host_of(link.href)) if not site.owns(link.href) else "own"
                owner = about.owner if about.owner != "own" else ("own" if owner in ("", "own", "supplier") else owner)
                yield Fact(kind="issue", value=link.href, owner=owner, quote=near, when=max((d.value for d in seen), default=None), place=block.place, state="now")
        own_words = len(" ".join(b.text for b in page.main).split())
        dated_page = [d for d in dates(" ".join((page.name, page.title)), today=today) if d.year_given]
        if not found_any and dated_page:
            yield Fact(kind="issue", value=page.url, owner=about.owner, quote=page.name, when=max(d.value for d in dated_page))
            found_any = True
        if found_any or pattern(r"\b(sign up|subscribe|read|comes out|published|edition|issue|copies|send|mailing list)\b").search(about.quote) or (own_words > 25 and _mentions_own(about.quote)):  # noqa: PLR2004
            yield about
    elif about.state in ("ended", "planned"):
        yield about


def _mentions_own(text: str) -> bool:
    return bool(pattern(r"\b(our|we|us)\b").search(text))


def _is_issue_target(site: Site, link: Link) -> bool:
    if link.kind != "a" or not link.href.startswith("http"):
        return False
    low = link.href.lower()
    return bool(_ISSUE_HOSTS.search(low)) or low.split("?")[0].endswith((".pdf", ".docx", ".doc")) or "/documents/" in low or "/download" in low or site.owns(link.href)


def _issue_like(page: Page, block: Block, link: Link, today: date) -> bool:
    text = f"{link.text} {block.text if len(block.text) < _LONGEST_ISSUE else ''}"
    if _ISSUE_HOSTS.search(link.href):
        return True
    named = bool(_NEWSLETTER.search(text)) or bool(pattern(r"\b(issue|edition|volume|no\.?) ?\d|\b(latest|current|this|back|past|previous) (issue|edition|copy)|\bissue\b|\bedition\b").search(text))
    dated = bool([d for d in dates(text, today=today) if d.year_given])
    document = link.href.lower().split("?")[0].endswith((".pdf", ".docx", ".doc"))
    name_words = {w.lower() for w in page.name.split() if len(w) > 3}  # noqa: PLR2004
    branded = bool(name_words) and name_words <= {w.lower().strip(".,:") for w in text.split()}
    return named and (dated or document) or (dated and (document or branded)) or (branded and document)


def _from_links(site: Site, page: Page, index: int, block: Block) -> Iterator[Fact]:
    del index
    for link in block.links:
        if link.kind != "a" or not link.href.startswith("http"):
            continue
        outside = not site.owns(link.href)
        low = link.href.lower()
        sentence = next((s for s in sentences(block.text) if link.text and link.text in s), block.text[:300])
        context = f"{sentence} {block.headings[-1] if block.headings else ''} {link.title}"
        signup = outside and _SIGNUP_HOSTS.search(low)
        issue = outside and _ISSUE_HOSTS.search(low) and not signup
        if not signup and not issue:
            continue
        owner = _whose(site, context)
        account = owners.by_host(site, host_of(link.href))
        if account not in ("", "own", "supplier"):
            owner = account
        held = state(sentence)
        if _NOT_PUBLIC.search(context):
            continue
        if _ALERTS.search(context) and not _NEWSLETTER.search(context):
            continue
        if signup and ("list-manage" in low or "govdelivery" in low or "eepurl" in low or _SIGN_WORDS.search(context)):
            yield Fact(kind="signup", value=link.href, label="signup", owner=owner, quote=sentence or link.text or link.title, state=held, place=block.place)
            yield Fact(kind="newsletter", value=link.href, label="signup", owner=owner, quote=sentence or link.text or link.title, state=held, place=block.place)
        elif issue and (_NEWSLETTER.search(context) or "newsletter" in page.kinds):
            yield Fact(kind="newsletter", value=link.href, label="issue", owner=owner, quote=sentence or link.text or link.title, state=held, place=block.place)


def _joining(site: Site, page: Page, index: int, block: Block, about: Fact) -> Iterator[Fact]:
    """A way to subscribe on a newsletter's own page: an address to write to, or a link with such words."""
    del index
    for sentence in sentences(block.text):
        if not _SIGN_WORDS.search(sentence) or state(sentence) in ("ended", "planned"):
            continue
        if _ALERTS.search(sentence) and not _NEWSLETTER.search(sentence):
            continue
        linked = [link for link in block.links if link.href.startswith(("mailto:", "http")) and (not link.text or link.text in sentence or link.kind == "cloak")]
        written = "@" in sentence or any(link.href.startswith("mailto:") for link in linked)
        if state(sentence) == "denied" and not written:
            continue
        outside = [link for link in linked if link.href.startswith("http") and (_SIGN_WORDS.search(link.text) or _SIGNUP_HOSTS.search(link.href.lower())) and "/rss" not in link.href and "feed" not in link.href]
        if written or outside:
            yield Fact(kind="signup", value=linked[0].href if linked else sentence, label="signup", owner=about.owner, quote=sentence, place=block.place)
    del site, page


_QUOTED = pattern(r"[\"“][^\"”]*[\"”]|‘[^’]*’")
_FIRST = pattern(r"\b(I|I['’](m|ve|d|ll)|my|me|mine|myself)\b")
_COLUMN = pattern(r"\b(blogs?|column|diary|reflections?|viewpoint|from (my|the) (desk|chair|chief)|message from|letter from|view from|notes from|thoughts|(\w+)['’]s (week|month|blog|diary|notes|view|update|column|thoughts|message)|in my (last|latest)|week(ly)? (notes|update|message))\b")
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
    named = " ".join((page.name, page.title, page.url.replace("-", " "), *page.link_texts))
    column = bool(_COLUMN.search(named))
    seen = [d for d in dates(" ".join((page.title, text[:3000])), today=today) if d.year_given or d.exact]
    if not seen or _GUEST.search(f"{named} {plain[:1500]}") or firsts < _FEWEST_I or firsts * 70 < words:
        return
    if not column and not ({"blog", "news"} & set(page.kinds) and pattern(r"\b(chair|chief|officer|executive|doctor|dr|gp|nurse|leader|director|lay member|mayor)\b").search(f"{named} {plain[:400]} {plain[-200:]}")):
        return
    owner = site.mentions_other(named) or "own"
    first = next((s for s in sentences(plain) if _FIRST.search(s)), page.name)
    first = first if first in text else page.name
    yield Fact(kind="post", value=page.name, label="blog" if column else "message", owner=owner, quote=first, when=max(d.value for d in seen), detail={"firsts": str(firsts)})
