"""Find ways to subscribe to a newsletter: forms, links and addresses to write to."""

from collections.abc import Iterator

from audit import owners
from audit.decode import EMAIL, SPELT
from audit.forms import parted, purpose
from audit.mailings import NEWSLETTER, NOT_PUBLIC, SIGNUP_HOSTS, whose
from audit.model import Fact
from audit.page import Form, Link, Page, host_of
from audit.site import Site
from audit.states import state
from audit.words import any_of, pattern, sentence_with, sentences

_SIGN_WORDS = any_of(
    r"ask for (yours|a copy|your copy|it) (by|to be|at|from)",
    r"subscri(be|bing|ption)|sign(ing)?[- ]?up|join (the|our) (mailing )?list",
    r"(put|add|include|get) (me|you|yourself|your name|your e-?mail)( added)? (on|to|"
    r"onto) (the|our|its)( \w+){0,2} list",
    r"send me|have it (sent|posted|e-?mailed|delivered)",
    r"get (it|the \w+|our \w+|a copy|every issue|each issue) (by|in|to) (email|e-?mail|"
    r"your inbox|post)",
    r"(receive|get|have)( \w+){0,5} (by|via|to your) (e-?mail|inbox|post)|mailing list",
    r"distribution list|to receive|would like to (receive|be (added|sent|on))",
    r"(want|wish|like) (to|a) (receive|copy|be added|get)|in your inbox|straight to your",
    r"be (added to|put on)|register (for|to receive)",
)
_WANTED = any_of(
    r"(if|should) you('d| would)? (like|want|wish|care)( for| to (have|get|receive|see|read|take|"
    r"be sent))? (the|our|a|your|it|one|this|each|every|future|regular|more)( [\w-]+){0,3} "
    r"(newsletters?|e?-?bulletins?|magazines?|updates?|cop(y|ies)|issues?|editions?|digests?|month|"
    r"week|quarter|e-?mail(ed)?|post(ed)?|sent)",
    r"to (have|get|receive) (it|them|one|yours|the \w+|our \w+|a copy|copies|future|every|each)",
    r"(we'll|we will|please|to) (add|include|put|send) (you|your|it|me|them)",
    r"(ask|e-?mail|write|send)( (to )?us)? for (yours|one|it|a copy|your (own )?copy|the next)",
    r"get ([\w'’]+ ){1,4}(every|each) (month|week|fortnight|quarter|season|issue|time)|"
    r"(leave|give)( us)? your (name|e-?mail|address|details)",
    r"(add|include) (me|you|yourself|your (name|e-?mail|address|details))|"
    r"put (me|yourself) (on|down)|"
    r"(want|fancy|like) (it|one|yours|the next( one)?|a copy|the \w+) (too|as well|in|by)|"
    r"would like (it|one|them)|(want|fancy) (it|one|yours|the next( one)?|a copy)|count me in|"
    r"sign me up|yes please|every issue|each issue",
    r"(send|post|e-?mail|mail) (me|you)( a| the| it| our| every| each)?|sent to you|to your door",
    r"(want|like|wish) to be (kept (informed|up to date|posted)|told|sent|added|included|put)",
    r"ask(ing)? to (join|subscribe|go on|be (added|put|included|sent))|"
    r"not (already|currently|yet) (receive|receiving|get|getting|on (the|our))",
    r"delivered (to (you|your)|free|by)|(go|put|get) on (the|our) list|keep me (posted|informed)",
    r"i (want|would like|'d like) (to (get|receive|have|join)|the|your|a)",
)
_NOT_WANTED = any_of(
    r"unsubscrib\w*|opt(ing)? out|taken? off|remove[ds]?|no longer|contribut\w+|submit\w*",
    r"adverti\w+|large print|braille|easy[ -]read|formats?|languages?|translat\w+|stor(y|ies)",
    r"articles?|items?|feedback|comments?|your letters?|reprint|ideas|suggest\w*|more information",
    r"find out more",
)
_TO_JOIN_ELSE = any_of(
    r"volunteers?|volunteering|drivers?|panels?|members?|membership|forum",
    r"(focus|patient|local) groups?|training|organ|donors?|screening|app|online services",
    r"register of|befriend\w*|readers? group",
)
_PROMISED = any_of(
    r"(never|not) miss",
    r"we( will|'ll) (then )?(add|include|put|send|post|e-?mail) (you|your|it|one)",
)
_LEAVES = any_of(
    r"unsubscrib\w*|opt(ing)? out|remove me|take (me|you|my|your)( \w+){0,2} off",
    r"leave (the|our) list|stop (sending|receiving|getting)|cancel (my|your) subscription",
)
_JOINS = any_of(r"subscrib(e|ing)|sign(ing)?[- ]?up|sign me up|join|add me|send me|yes please")
_HAPPENING = pattern(
    r"\b(events?|tickets?|workshops?|webinars?|courses?|class(es)?|sessions?|conferences?|training|"
    r"your place|a place|book(ing)?|stalls?|roadshows?|focus groups?)\b"
)
_TIDINGS = any_of(
    r"news|updates?|e?-?bulletins?|(e-?)?news-?letters?|alerts|mailing|list|magazine|digest|inbox"
)
_TO_FILL_IN = any_of(
    r"forms?|request(s|ing)?|register|sign(ing)?[- ]?up|subscrib\w+|complet(e|ing)|fill(ing)?|join",
    r"add (me|yourself|your \w+)|put (me|yourself)|(leave|give|send)( us)? your|let us know|"
    r"tell us|count me in",
)
_POINTS = pattern(
    r"^((click|tap|press|follow|use|by|on|at|from|via|with|over) )*(here|online|"
    r"((this|our|the|that) )?(web ?)?(page|link|button|box))[.!]?$"
)
_ALERTS = pattern(r"\b(alerts?|agenda|planning|job|jobs|vacanc(y|ies)|rss|keywords?)\b")
_MAILERS = pattern(
    r"(list-manage|govdelivery|eepurl|mailchi\.mp|createsend|confirmsubscription|sibforms|"
    r"newzapp|dotdigital|campaign-archive|mailerlite|constantcontact)"
)
_LONGEST_QUOTE = 300


def signup_forms(site: Site, page: Page) -> Iterator[Fact]:
    """Find forms that subscribe to a newsletter, or (label `alerts`) to something else."""
    for number, form in enumerate(page.forms):
        kind = purpose(form, page)
        words = f"{form.text} {form.head} {page.name}"
        if kind not in ("newsletter", "alerts") and not _asks_to_be_sent(form, kind, page):
            continue
        if _is_for_else(form):
            continue
        asked = " ".join(f"{f.name} {f.label} {f.value}" for f in form.fields)
        named = bool(NEWSLETTER.search(f"{words} {parted(asked)}"))
        kind = "alerts" if _ALERTS.search(parted(asked)) else kind
        ours = bool(named or _MAILERS.search(form.action))
        alerts = kind == "alerts" or (bool(_ALERTS.search(form.text)) and not named)
        held = page.form_texts[number]
        first = held[0] if held else form.head or form.action
        yield Fact(
            kind="signup",
            value=form.action or page.url,
            label="alerts" if alerts else "signup",
            owner=whose(site, words),
            quote=next((t for t in held if _SIGN_WORDS.search(t)), first),
            place=form.place,
            detail={
                "named": "yes" if ours and not alerts else "",
                "form": "" if alerts or kind != "newsletter" else "named" if ours else "yes",
            },
        )


def _pressed(form: Form) -> str:
    buttons = (f for f in form.fields if f.type in ("submit", "button"))
    return " ".join(f"{f.label} {f.value}" for f in buttons)


def _asks_to_be_sent(form: Form, kind: str, page: Page) -> bool:
    """Say whether a form of no other purpose asks for a newsletter to be sent."""
    if kind not in ("other", "join", "contact") or form.place != "main" or "contact" in page.kinds:
        return False
    said = f"{form.head} {form.text} {_pressed(form)}"
    named = NEWSLETTER.search(f"{page.name} {page.lead} {said}")
    pressed = _pressed(form)
    return bool(named and (_WANTED.search(pressed) or _SIGN_WORDS.search(pressed)))


def _is_for_else(form: Form) -> bool:
    """Say whether a form takes people off a list, or books a place at what is held once."""
    said = f"{form.text} {form.head} {_pressed(form)}"
    leaves = _LEAVES.search(f"{form.head} {_pressed(form)}")
    if leaves and not _JOINS.search(_pressed(form)):
        return True
    return bool(_HAPPENING.search(said) and not _TIDINGS.search(said))


def signup_links(site: Site, page: Page) -> Iterator[Fact]:
    """Find links to a list at a mailing company."""
    for block in page.blocks:
        for link in block.links if block.place not in ("cookie", "share") else ():
            low = link.href.lower()
            outside = link.href.startswith("http") and not site.owns(link.href)
            if link.kind != "a" or not outside or not SIGNUP_HOSTS.search(low):
                continue
            sentence = sentence_with(block.text, link.text) or block.text[:_LONGEST_QUOTE]
            context = f"{sentence} {block.head} {link.title}"
            named = bool(NEWSLETTER.search(context))
            mailing = bool(_MAILERS.search(low))
            about = NEWSLETTER.search(f"{context} {page.name}") and _SIGN_WORDS.search(context)
            alerts = _ALERTS.search(link.text if about or mailing else context) and not named
            if NOT_PUBLIC.search(context) or alerts or not (mailing or about):
                continue
            account = owners.by_host(site, host_of(link.href))
            ours = account in ("", "own", "supplier")
            yield Fact(
                kind="signup",
                value=link.href,
                label="signup",
                owner=whose(site, context) if ours else account,
                quote=sentence or link.label,
                state=state(sentence),
                place=block.place,
                detail={"named": "yes" if mailing or named else ""},
            )


def joining(site: Site, page: Page) -> Iterator[Fact]:
    """Find ways to subscribe on a newsletter's own page: an address to write to, or a link."""
    for block in page.main:
        for sentence in _asked(block.text):
            wanted = _WANTED.search(sentence) and not _NOT_WANTED.search(sentence)
            if not (wanted or _SIGN_WORDS.search(sentence)):
                continue
            held = state(_PROMISED.sub(" ", sentence))
            alerts = _ALERTS.search(sentence) and not NEWSLETTER.search(sentence)
            leaves = _LEAVES.search(sentence) and not _JOINS.search(sentence)
            else_ = _TO_JOIN_ELSE.search(f"{sentence} {block.head}") and not _TIDINGS.search(
                sentence
            )
            if (
                held in ("ended", "planned")
                or else_
                or alerts
                or leaves
                or NOT_PUBLIC.search(sentence)
            ):
                continue
            linked = [link for link in block.links if _stands_in(link, sentence)]
            written = (
                any(link.href.startswith("mailto:") for link in linked)
                or EMAIL.search(sentence)
                or SPELT.search(sentence)
            )
            leads = held != "denied" and any(_subscribes(page, link) for link in linked)
            if written or leads:
                yield Fact(
                    kind="signup",
                    value=linked[0].href if linked else sentence,
                    label="signup",
                    owner="own" if written else _kept_by(site, sentence, linked),
                    quote=sentence,
                    place=block.place,
                )


def _kept_by(site: Site, sentence: str, linked: list[Link]) -> str:
    """Name whose list a sentence leads to, by its words or by where its links lead."""
    hosts = (owners.by_host(site, host_of(link.href)) for link in linked)
    others = (host for host in hosts if host not in ("", "own", "supplier"))
    return next(others, whose(site, sentence))


def _asked(text: str) -> Iterator[str]:
    """Give the sentences of a text, a question ("Want the next one?") with what answers it."""
    before = ""
    for sentence in sentences(text):
        whole = f"{before} {sentence}".strip()
        before = sentence if sentence.endswith("?") else ""
        yield whole if whole in text else sentence


def _stands_in(link: Link, sentence: str) -> bool:
    leads = link.href.startswith(("mailto:", "http"))
    return leads and (not link.text or link.text in sentence or link.kind == "cloak")


def _subscribes(page: Page, link: Link) -> bool:
    low = link.href.lower()
    if not link.href.startswith("http") or link.href.partition("#")[0] == page.url:
        return False
    feed = "rss" in low or "feed" in low
    told = any(p.search(link.text) for p in (_SIGN_WORDS, _TO_FILL_IN, _POINTS))
    return not feed and bool(told or SIGNUP_HOSTS.search(low))
