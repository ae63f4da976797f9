"""Find ways to subscribe to a newsletter: forms, links and addresses to write to."""

from collections.abc import Iterator

from audit import owners
from audit.decode import EMAIL, SPELT
from audit.forms import parted, purpose
from audit.mailings import NEWSLETTER, NOT_PUBLIC, SIGNUP_HOSTS, whose
from audit.model import Fact
from audit.page import Link, Page, host_of
from audit.site import Site
from audit.states import state
from audit.words import any_of, pattern, sentence_with, sentences

_SIGN_WORDS = any_of(
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
_ALERTS = pattern(r"\b(alerts?|agenda|planning|job|rss)\b")
_MAILERS = pattern(
    r"(list-manage|govdelivery|eepurl|mailchi\.mp|createsend|confirmsubscription|sibforms|"
    r"newzapp|dotdigital|campaign-archive|mailerlite|constantcontact)"
)
_LONGEST_QUOTE = 300


def signup_forms(site: Site, page: Page) -> Iterator[Fact]:
    """Find forms that subscribe to a newsletter, or (label `alerts`) to something else."""
    for number, form in enumerate(page.forms):
        kind = purpose(form, page)
        if kind not in ("newsletter", "alerts"):
            continue
        words = f"{form.text} {form.head} {page.name}"
        asked = " ".join(f"{f.name} {f.label} {f.value}" for f in form.fields)
        named = bool(NEWSLETTER.search(f"{words} {parted(asked)}"))
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
            detail={"named": "yes" if named and not alerts else ""},
        )


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


def joining(page: Page, about: Fact) -> Iterator[Fact]:
    """Find ways to subscribe on a newsletter's own page: an address to write to, or a link."""
    for block in page.main:
        for sentence in sentences(block.text):
            held = state(sentence) if _SIGN_WORDS.search(sentence) else "ended"
            alerts = _ALERTS.search(sentence) and not NEWSLETTER.search(sentence)
            if held in ("ended", "planned") or alerts:
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
                    owner=about.owner,
                    quote=sentence,
                    place=block.place,
                )


def _stands_in(link: Link, sentence: str) -> bool:
    leads = link.href.startswith(("mailto:", "http"))
    return leads and (not link.text or link.text in sentence or link.kind == "cloak")


def _subscribes(page: Page, link: Link) -> bool:
    low = link.href.lower()
    if not link.href.startswith("http") or link.href.partition("#")[0] == page.url:
        return False
    feed = "rss" in low or "feed" in low
    return not feed and bool(_SIGN_WORDS.search(link.text) or SIGNUP_HOSTS.search(low))
