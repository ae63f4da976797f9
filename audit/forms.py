"""Say what a form is for and whether its email field takes unusual but valid addresses."""

import re
from collections.abc import Iterator
from contextlib import suppress

import re2

from audit.model import Fact
from audit.page import Field, Form, Page
from audit.words import any_of, pattern

UNUSUAL = ("a.b@mail.community", "x@y.london", "a+b@c.org")
_PATTERNS = {
    "search": pattern(r"\b(search|find|keyword|query|postcode finder|s$)\b"),
    "newsletter": pattern(
        r"\b(newsletter|subscri|bulletin|mailing list|sign[- ]?up|mc-embedded|e-?news|"
        r"email updates|digest|keep me (posted|informed))"
    ),
    "alerts": pattern(r"\b(alerts?|notif)"),
    "foi": any_of(r"freedom of information|foi (request|form)|information request"),
    "complaint": pattern(r"\b(complain|compliment|concern)"),
    "board": any_of(
        r"(contact|message|write to|email) (to )?the (board|governing body|council|company|"
        r"trust|corporate|committee)('s)? (secretary|secretariat|office|clerk)"
    ),
    "engagement": any_of(
        r"(contact|message|email|write to|talk to) (the |our )?(engagement|involvement|"
        r"patient experience)( and \w+)? (team|lead|manager|officer)?"
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
    r"write to us|send us|subject|how can we help|comments?",
)
_EMAIL_FIELD = pattern(r"e-?mail|\bmail\b|cyfeiriad e-?bost|your address online")
_UNASKED = frozenset(("submit", "button", "reset", "image", "hidden"))
_TYPED = frozenset(("text", "", "tel", "url"))
_ASKED_WITHOUT_MESSAGE = frozenset(("survey", "join", "alerts", "newsletter", "question"))
_BY_PAGE = ("foi", "complaint", "question", "survey", "join")
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


def forms(page: Page) -> Iterator[Fact]:
    """Find a page's forms with their purpose."""
    for number, form in enumerate(page.forms):
        field = email_field(form)
        yield Fact(
            kind="form",
            value=form.action or page.url,
            label=purpose(form, page),
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
    if not asked or (types <= {"radio", "checkbox"} and len(asked) <= _MOST_CHOICES):
        return "other"
    message = "textarea" in types
    email = email_field(form) is not None
    if email and not message and _MAILING.search(form.action):
        return "newsletter"
    if "password" in types:
        return "login"
    few = not message and not email and len(asked) <= _MOST_SEARCHED
    if "search" in types or (few and _PATTERNS["search"].search(_words(form))):
        return "search"
    return _named(form, page, message=message) or _by_fields(form, page, message=message)


def _by_fields(form: Form, page: Page, *, message: bool) -> str:
    """Name the purpose of a form whose words near the top name none."""
    words, email = _words(form), email_field(form) is not None
    if message and (email or _CONTACT.search(words) or "contact" in page.kinds):
        return _by_page(page, form)
    subscribes = email and not message and _PATTERNS["newsletter"].search(words)
    return "newsletter" if subscribes else "other"


def _words(form: Form) -> str:
    """All words of a form that tell its purpose."""
    fields = (f"{f.name} {f.label}" for f in form.fields if f.type != "hidden")
    action = form.action.rpartition("/")[2][:_LONGEST_ACTION]
    words = (form.name, form.head, form.text[:_LONGEST_TEXT], *fields, action)
    return " ".join(words).replace("_", " ")


def _named(form: Form, page: Page, *, message: bool) -> str:
    """Give the purpose that a form's heading, first words and button name, or nothing."""
    buttons = (f.label for f in form.fields if f.type in ("submit", "button"))
    near = " ".join((form.name, form.head, form.text[:_NEAREST_TEXT], *buttons)).replace("_", " ")
    headings = " ".join(form.headings)
    for name, words in _PATTERNS.items():
        if name == "search" or not words.search(near):
            continue
        elsewhere = not words.search(f"{page.name} {headings}") and "contact" in page.kinds
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
    if _SAYS_CONTACT.search(named):
        return "contact"
    return next((name for name in _BY_PAGE if _PATTERNS[name].search(named)), "contact")


def email_field(form: Form) -> Field | None:
    """Give the field of a form that asks for an email address, if it has one."""
    typed = (f for f in form.fields if f.type == "email")
    named = (f for f in form.fields if f.type in _TYPED and _EMAIL_FIELD.search(_called(f)))
    return next(typed, next(named, None))


def _called(field: Field) -> str:
    return f"{field.name} {field.label}"


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
