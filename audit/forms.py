"""Say what a form is for and whether its email field takes unusual but valid addresses."""

import re
from collections.abc import Iterator

import re2

from audit.look import Field, Form, Page
from audit.model import Fact
from audit.site import Site
from audit.words import pattern

UNUSUAL = ("a.b@mail.community", "x@y.london", "a+b@c.org")
_PURPOSES: tuple[tuple[str, str], ...] = (
    ("search", r"\b(search|find|keyword|query|postcode finder|s$)\b"),
    ("login", r"\b(log ?in|sign ?in|password|username|forgotten)\b"),
    ("newsletter", r"\b(newsletter|subscri|bulletin|mailing list|sign[- ]?up|mc-embedded|e-?news|email updates|digest|keep me (posted|informed))"),
    ("alerts", r"\b(alerts?|notif)"),
    ("foi", r"\b(freedom of information|foi (request|form)|information request)\b"),
    ("complaint", r"\b(complain|compliment|concern)"),
    ("board", r"\b((contact|message|write to|email) (to )?the )(board|governing body|council|company|trust|corporate|committee)('s)? (secretary|secretariat|office|clerk)\b"),
    ("engagement", r"\b(contact|message|email|write to|talk to) (the |our )?(engagement|involvement|patient experience)( and \w+)? (team|lead|manager|officer)?\b"),
    ("question", r"\b(question (for|to) the|public question|board question|your question)\b"),
    ("rating", r"\b(was this (page|information) (useful|helpful|any use)|^useful not useful|rate this|page (feedback|rating)|did you find|what went wrong|improve this (page|site)|report a problem)\b"),
    ("survey", r"\b(survey|questionnaire|consultation response|poll)\b"),
    ("join", r"\b(join|register (your )?interest|volunteer|become a member|membership|apply)\b"),
    ("cookies", r"\b(cookies?|consent)\b"),
    ("comment", r"\b(leave a (reply|comment)|post comment|commentform|comment-form)\b"),
)
_MAILING = pattern(r"(list-manage|govdelivery|createsend|sibforms|newzapp|mailerlite|constantcontact|subscri)")
_CONTACT = pattern(r"\b(contact|message|enquir|get in touch|your (comments?|question|message)|email us|write to us|send us|subject|how can we help|comments?)\b")
_EMAIL_FIELD = pattern(r"e-?mail|\bmail\b|cyfeiriad e-?bost|your address online")


def purpose(form: Form, page: Page) -> str:
    """Name what a form is for: contact, newsletter, foi, complaint, survey, search or other."""
    fields = [f for f in form.fields if f.type not in ("hidden",)]
    asked = [f for f in fields if f.type not in ("submit", "button", "reset", "image")]
    words = " ".join([form.name, form.headings[-1] if form.headings else "", form.text[:400], *(f"{f.name} {f.label}" for f in fields), form.action.rpartition("/")[2][:80]]).replace("_", " ")
    message = any(f.type == "textarea" for f in asked)
    email = email_field(form) is not None
    if not asked or all(f.type in ("radio", "checkbox") for f in asked) and len(asked) < 4:  # noqa: PLR2004
        return "other"
    if email and not message and _MAILING.search(form.action):
        return "newsletter"
    if any(f.type == "password" for f in asked):
        return "login"
    if any(f.type == "search" for f in asked) or (not message and not email and len(asked) <= 2 and pattern(_PURPOSES[0][1]).search(words)):  # noqa: PLR2004
        return "search"
    for name, source in _PURPOSES[2:]:
        near = " ".join([form.name, form.headings[-1] if form.headings else "", form.text[:160], *(f.label for f in fields if f.type in ("submit", "button"))]).replace("_", " ")
        if "contact" in page.kinds and name == "foi" and message and not pattern(source).search(" ".join((page.name, *form.headings))):
            continue
        if pattern(source).search(near) and not (name in ("survey", "join", "alerts", "newsletter", "question") and message and _CONTACT.search(" ".join(form.headings))):
            if name == "newsletter" and message:
                continue
            return name
    if message and (email or _CONTACT.search(words) or "contact" in page.kinds):
        return _by_page(page, form)
    if email and not message:
        return "newsletter" if pattern(_PURPOSES[2][1]).search(words) else "other"
    return "other"


def _by_page(page: Page, form: Form) -> str:
    if "contact" in page.kinds and not {"complaints", "foi"} & set(page.kinds):
        return "contact"
    named = " ".join([page.name, *form.headings])
    for name in ("foi", "complaint", "question", "survey", "join"):
        if pattern(dict(_PURPOSES)[name]).search(named) and not pattern(r"\bcontact\b").search(named):
            return name
    return "contact"


def email_field(form: Form) -> Field | None:
    """The field of a form that asks for an email address, if it has one."""
    for field in form.fields:
        if field.type == "email":
            return field
    asked = (f for f in form.fields if f.type in ("text", "", "textarea", "tel", "url"))
    return next((f for f in asked if f.type != "textarea" and _EMAIL_FIELD.search(f"{f.name} {f.label}")), None)


def refused(field: Field) -> list[str]:
    """List the unusual but valid addresses that a field's own attributes turn away."""
    found = []
    for address in UNUSUAL:
        if field.maxlength is not None and len(address) > field.maxlength:
            found.append(address)
        elif field.pattern and not _admits(field.pattern, address):
            found.append(address)
    return found


def _admits(source: str, address: str) -> bool:
    """Match as a browser does: the whole value; a pattern no engine here can read limits nothing."""
    try:
        return bool(re2.compile(source).fullmatch(address))
    except re2.error:
        pass
    try:
        re.compile(source)
    except re.error:
        return True
    plain = re.sub(r"\(\?[=!<][^)]*\)", "", source)
    try:
        return bool(re2.compile(plain).fullmatch(address))
    except re2.error:
        return True


def forms(site: Site, page: Page) -> Iterator[Fact]:
    """Find a page's forms with their purpose."""
    del site
    for number, form in enumerate(page.forms):
        kind = purpose(form, page)
        field = email_field(form)
        turned = refused(field) if field else []
        yield Fact(
            kind="form", value=form.action or page.url, label=kind, quote=_quote(form, page), place=form.place,
            detail={
                "refuses": ", ".join(turned), "email_field": (field.name or field.label) if field else "",
                "pattern": field.pattern if field else "", "headings": " / ".join(form.headings)[-200:], "number": str(number),
            },
        )


def _quote(form: Form, page: Page) -> str:
    labels = [f.label for f in form.fields if f.label and f.type not in ("hidden",)]
    held = [b.text for b in page.blocks if b.form >= 0 and b.text and page.forms[b.form] is form] if page.forms else []
    return next((t for t in held if len(t) > 3), labels[0] if labels else (form.headings[-1] if form.headings else form.action))  # noqa: PLR2004
