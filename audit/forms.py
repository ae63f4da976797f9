"""Say what a form is for and whether its email field takes unusual but valid addresses."""

import re
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import urlsplit

import re2

from audit.model import Fact
from audit.page import Field, Form, Page, host_of
from audit.site import Site
from audit.words import any_of, pattern

UNUSUAL = ("a.b@mail.community", "x@y.london", "a+b@c.org")
_STAFF = (
    r"(teams?|leads?|managers?|officers?|offices?|services?|groups?|crew|desk|people|folk|staff|"
    r"colleagues|unit|workers?|pair|duo|trio|squad)"
)
_BY_LEAD = {
    "engagement": any_of(
        r"(looks? after|leads? on|in charge of|responsible for|runs?|works? (on|in|for)|here for) "
        r"(our |the |all |patient |public |community |and ){0,4}"
        r"(engagement|involvement|participation)",
    ),
    "complaint": any_of(
        r"(this|the|our|a)( [a-z]+)? form( below)?\b[^.]{0,60}\b(to complain|(your|a) complaint)",
        r"complain(ing|ts?)?\b[^.]{0,60}\b(us(e|ing)|fill(ing)? in|complet(e|ing)|with|by|on) "
        r"(this|the|our|a)( [a-z]+)? form",
    ),
}
_PATTERNS = {
    "search": pattern(
        r"\b(search(form|word|box)?|find|keyword|query|postcode finder|chwilio|zoek(en)?|s$)\b"
    ),
    "newsletter": pattern(
        r"\b(newsletter|subscri|bulletin|mailing list|sign[- ]?up|mc-embedded|e-?news|"
        r"email updates|digest|keep me (posted|informed))"
    ),
    "alerts": pattern(r"\b(alerts?|notif)"),
    "foi": any_of(r"freedom of information|foi (request|form)|information request"),
    "complaint": pattern(r"\b(complain|compliment|concern)"),
    "board": any_of(
        r"(contact|message|write|email|e-mail|send|talk|speak|ask)( it)?( to)? (the|our) (board|"
        r"governing body|council|company|trust|corporate|committee|democratic)('s)? (\w+ )?"
        r"(secretary|secretariat|office|clerk|team|services|governance)",
        r"(office of the |your )?(board|company|trust|corporate|governing body) secretar(y|iat)",
        r"(corporate )?governance (team|office)|(board|governing body|meetings?|committee) "
        r"(office|team|desk|support)|(contact|write to|ask) the office that [^.]{0,40}\b(board|"
        r"governing body|meetings?)",
    ),
    "engagement": any_of(
        r"(contact|message|email|write to|talk to|tell|ask)( to| for| with)? (the |our )?"
        r"(\w+ ){0,3}(engagement|involvement|participation|experience|insight|involving \w+)"
        rf"( and \w+)? {_STAFF}",
        rf"(patient experience|involvement|engagement|public voice|patient voice) ({_STAFF}|form)",
    ),
    "question": any_of(r"question (for|to) the|public question|board question|your question"),
    "rating": any_of(
        r"was this (page|information) (useful|helpful|any use)|^useful not useful|rate this",
        r"page (feedback|rating)|did you find|what went wrong|improve this (page|site)",
        r"report a problem",
    ),
    "survey": any_of(r"survey|questionnaire|consultation response|poll"),
    "join": any_of(r"join|register (your )?interest|volunteer|become a member|membership|apply"),
    "cookies": any_of(r"cookies?|consent"),
    "comment": any_of(r"leave a (reply|comment)|post comment|commentform|comment-form"),
}
_MAILING = pattern(
    r"(list-manage|govdelivery|createsend|sibforms|newzapp|mailerlite|constantcontact|"
    r"subscri)"
)
_CONTACT = any_of(
    r"contact|message|enquir|get in touch|your (comments?|question|message)|email us",
    r"write to us|send us|subject|how can we help|comments?|feedback",
)
_RECOVERY = any_of(
    r"forg[oe]t(ten)?|lost|reset|recover(y)?|retrieve|remind|password|user ?name|log ?in|sign ?in",
    r"create (an |your )?account|verification",
)
_ENTRY = any_of(r"log ?in|sign ?in")
_APPLIED = any_of(
    r"applications?|apply|order|register|registration|create (an |new |your )*account",
    r"add (an? |your )?new|list your",
)
_PERSONAL = any_of(r"birth|dob|gender|sex|user ?name|nick ?name")
_BOUGHT = pattern(
    r"\b(invoice|billing|payment|credit card|checkout|order number|card number)\b|[$£€] ?\d"
)
_STREET = any_of(r"address ?[12]|address line|street|house ?number")
_LISTED = any_of(r"mailing list|e?-?newsletters?|bulletins?|e-?news")
_HUMP = pattern(r"([a-z])([A-Z])", cased=True)
_EMAIL_FIELD = pattern(r"e-?mail|\bmail\b|cyfeiriad e-?bost|your address online")
_UNASKED = frozenset(("submit", "button", "reset", "image", "hidden"))
_PRESSED = frozenset(("submit", "button", "image"))
_CHOSEN = frozenset(("radio", "checkbox"))
_UPLOADED = frozenset(("file", "date"))
_TYPED = frozenset(("text", "", "tel", "url"))
_ASKED_WITHOUT_MESSAGE = frozenset(("survey", "join", "alerts", "newsletter", "question"))
_BY_PAGE = ("foi", "complaint", "question", "survey", "join")
_FILTERS = pattern(r"filter|facet|categor")
_SAYS_CONTACT = any_of(r"contact")
_MOST_CHOICES = 3
_MOST_SEARCHED = 2
_LONGEST_TEXT = 400
_NEAREST_TEXT = 160
_LONGEST_ACTION = 80
_LONGEST_HEADINGS = 200
_SHORTEST_QUOTE = 4
_QUIET = re2.Options()
_QUIET.log_errors = False
_LOOKAROUND = re.compile(r"\(\?[=!<][^)]*\)")


def forms(site: Site, page: Page) -> Iterator[Fact]:
    """Find a page's forms with their purpose."""
    for number, form in enumerate(page.forms):
        field = email_field(form)
        label = purpose(form, page)
        elsewhere = bool(host_of(form.action)) and not site.owns(form.action)
        yield Fact(
            kind="form",
            value=form.action or page.url,
            label=label,
            owner="other" if label == "other" and elsewhere else "own",
            quote=_quote(page, number),
            place=form.place,
            detail={
                "refuses": ", ".join(refused(field)) if field else "",
                "email_field": (field.name or field.label) if field else "",
                "pattern": field.pattern if field else "",
                "headings": " / ".join(form.headings)[-_LONGEST_HEADINGS:],
                "number": str(number),
            },
        )


def purpose(form: Form, page: Page) -> str:
    """Name what a form is for: contact, newsletter, foi, complaint, survey, search or other."""
    asked = [f for f in form.fields if f.type not in _UNASKED]
    types = {f.type for f in asked}
    filled = sum(f.type not in _CHOSEN for f in asked)
    if not asked or (not filled and len(asked) <= _MOST_CHOICES):
        return "other"
    message = "textarea" in types
    email = email_field(form) is not None
    if email and not message and _MAILING.search(form.action) and not _BOUGHT.search(form.text):
        return "newsletter"
    short = not message and filled <= _MOST_SEARCHED
    if "password" in types or (short and _ENTRY.search(_buttons(form))):
        return "login"
    asks = not email and not message and not types & _UPLOADED
    few = short and not email and types & _TYPED and len(asked) <= _MOST_SEARCHED
    words = _words(form) if few else _buttons(form) if asks else ""
    chosen = not filled and any(_FILTERS.search(f.name) for f in asked)
    if chosen or "search" in types or _PATTERNS["search"].search(words):
        return "search"
    if email and not message and filled == 1:
        return _for_address(form, page)
    return _named(form, page, message=message) or _by_fields(form, page, message=message)


def _for_address(form: Form, page: Page) -> str:
    """Name the purpose of a form that asks for an email address and no more."""
    words = _words(form)
    if _PATTERNS["newsletter"].search(words):
        return "newsletter"
    if _PATTERNS["alerts"].search(words):
        return "alerts"
    around = f"{page.name} {parted(urlsplit(page.url).path)}" if form.place == "main" else ""
    return "other" if _RECOVERY.search(f"{words} {around}") else "newsletter"


def _by_fields(form: Form, page: Page, *, message: bool) -> str:
    """Name the purpose of a form whose words near the top name none."""
    words, email = _words(form), email_field(form) is not None
    applied = _APPLIED.search(f"{form.head or page.name} {_buttons(form)}")
    if message and applied and not _CONTACT.search(form.head):
        return "other"
    if message and (email or _CONTACT.search(words) or "contact" in page.kinds):
        return _by_page(page, form)
    subscribes = _may_list(form) and not message and _PATTERNS["newsletter"].search(words)
    return "newsletter" if subscribes else "other"


def _words(form: Form) -> str:
    """All words of a form that tell its purpose."""
    fields = (_called(f) for f in form.fields if f.type not in _UNASKED | _CHOSEN)
    action = form.action.rpartition("/")[2][:_LONGEST_ACTION]
    words = (form.name, form.head, form.text[:_LONGEST_TEXT], *fields, action, _buttons(form))
    return parted(" ".join(words))


def parted(text: str) -> str:
    """Part the words that names run together: `emailSignUp_form` says `email Sign Up form`."""
    return str(_HUMP.sub(r"\1 \2", text.replace("_", " ")))


def _buttons(form: Form) -> str:
    """All words of a form's buttons."""
    return " ".join(f"{f.label} {f.value}" for f in form.fields if f.type in _PRESSED)


def _may_list(form: Form) -> bool:
    """Say whether a form asks for what a mailing list needs, and no account, order or delivery."""
    called = (_called(f) for f in form.fields if f.type not in _UNASKED)
    words = parted(" ".join((form.head, form.text[:_LONGEST_TEXT], *called)))
    posted = _STREET.search(words) and not _LISTED.search(words)
    stranger = posted or _PERSONAL.search(words) or _BOUGHT.search(words)
    return email_field(form) is not None and not stranger


def _named(form: Form, page: Page, *, message: bool) -> str:
    """Give the purpose that a form's heading, first words and button name, or nothing."""
    near = parted(" ".join((form.name, form.head, form.text[:_NEAREST_TEXT], _buttons(form))))
    filled = any(f.type not in _UNASKED | _CHOSEN for f in form.fields)
    headings = " ".join(form.headings)
    for name, words in _PATTERNS.items():
        if name == "search" or not words.search(near) or (name == "cookies" and filled):
            continue
        if name in ("newsletter", "alerts") and not _may_list(form):
            continue
        told = words.search(f"{page.name} {headings} {_buttons(form)}")
        elsewhere = not told and "contact" in page.kinds
        contact = name in _ASKED_WITHOUT_MESSAGE and _CONTACT.search(headings)
        if message and (
            (name in ("foi", "complaint") and elsewhere) or contact or name == "newsletter"
        ):
            continue
        return name
    return ""


def _by_page(page: Page, form: Form) -> str:
    """Say what a message is about by the page it is written on."""
    if "contact" in page.kinds and not {"complaints", "foi"} & set(page.kinds):
        return "contact"
    named = " ".join((page.name, *form.headings))
    told = (name for name, words in _BY_LEAD.items() if words.search(page.lead))
    if lead := next(told, ""):
        return lead
    if _SAYS_CONTACT.search(named):
        return "contact"
    return next((name for name in _BY_PAGE if _PATTERNS[name].search(named)), "contact")


def email_field(form: Form) -> Field | None:
    """Give the field of a form that asks for an email address, if it has one."""
    typed = (f for f in form.fields if f.type == "email")
    named = (f for f in form.fields if f.type in _TYPED and _EMAIL_FIELD.search(_called(f)))
    return next(typed, next(named, None))


def _called(field: Field) -> str:
    return f"{field.name} {field.label} {field.value if field.type in _TYPED else ''}"


def refused(field: Field) -> list[str]:
    """List the unusual but valid addresses that a field's own attributes turn away."""
    longest = field.maxlength if field.maxlength is not None else max(map(len, UNUSUAL))
    return [
        address
        for address in UNUSUAL
        if len(address) > longest or not _admits(field.pattern, address)
    ]


def _admits(source: str, address: str) -> bool:
    """Match as a browser does: the whole value; what cannot be read limits nothing.

    Only linear patterns are run; others are tried without their look-arounds.
    """
    if not source:
        return True
    for readable in (source, _LOOKAROUND.sub("", source)):
        with suppress(re2.error):
            return bool(re2.compile(readable, _QUIET).fullmatch(address))
        with suppress(re.error, OverflowError, RecursionError):
            re.compile(readable)
            continue
        return True
    return True


def _quote(page: Page, number: int) -> str:
    form = page.forms[number]
    held = (t for t in page.form_texts[number] if len(t) >= _SHORTEST_QUOTE)
    labels = (f.label for f in form.fields if f.label and f.type != "hidden")
    return next(held, next(labels, form.head or form.action))
