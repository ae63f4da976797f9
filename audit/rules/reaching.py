"""Rules that find how to reach somebody: addresses, numbers, forms, people, accounts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from audit.model import Fact
from audit.owners import another, by_words, speaks_for_us, stranger
from audit.page import row_text
from audit.rules.scene import Hit, Scene, Words, above, as_hit, facts_of, url_of
from audit.site import CHROME
from audit.words import any_of, hit, pattern, sentences

_OFFICE = any_of(
    r"governance (manager|officer|lead|team)|secretar(y|iat)|committee (clerk|officer|manager)",
    r"administrator|assistant|officer for|democratic services",
)
_SUPPORT = any_of(r"hosting|website|drupal|wordpress|joomla|technical|hospital|trust|surgery")
_WRITE_TO = any_of(r"write to|contact|message|email|e-mail|get in touch with|talk to|ask")
_CHAIR = pattern(
    r"^((our|the) )?(independent |clinical |interim |acting )?(chair\b|chairm|chairp|chairw|leader)"
)
_TO_CHAIR = any_of(
    r"(write|letters?|message|e-?mail|note|talk|speak|line|question|word) (to|for|"
    r"with) (the|our|your) "
    r"(chair(man|woman|person)?|leader)",
    r"(contact|ask|e-?mail|message|tell|reach) (the|our|your) (chair(man|woman|person)?|leader)",
)
_GREETED = pattern(
    r"\b((?:[Dd]ear|[Mm]essage|[Mm]essage (?:to|for)|[Ww]rite to|[Ee]mail|"
    r"[Cc]ontact) (?:\p{Lu}[\p{L}'’.-]+ ?){1,4})",
    cased=True,
)
_WORDS = pattern(r"[\p{L}'’-]+")
_INVITED = any_of(
    r"apologies|call|ring|phone|write|e-?mail|contact|send|speak|talk|ask|bring|tell|reach|take",
    r"free-?phone|get(ting)? in touch|get hold of us",
    r"come|message|have a( quiet| friendly| first)? (word|chat)|drop in|clerk",
    r"desk|team|offices?|officer|manager|services|secretary|directors?|by (post|letter|telephone)",
)
_AGENT = any_of(
    r"agents? (of|for)|on behalf of|(acts?|acting|handles?|handled|answers?|answered|works?|deals?|"
    r"dealt|looked after|run|managed|processed?)\b[^.]{0,60} (for|by) (the|this|both|each)",
)
_FOR_FEW = any_of(
    r"(only|solely|strictly|just|exclusively) for (the use of )?(our |member |local )?"
    r"(prescribers|practices|gps|doctors|staff|suppliers|clinicians|colleagues|pharmacists|"
    r"employees|members|bidders|applicants|officers|councillors)",
    r"for (our |member |local )?(prescribers|practices|gps|doctors|staff|suppliers|clinicians|"
    r"colleagues|pharmacists|employees|bidders|applicants) (only|alone)|not for the public",
    r"(prescribers|practices|suppliers|clinicians|colleagues|staff|employees|bidders) "
    r"(can|may|should|wishing|who|with)",
)
_REFUSES = pattern(
    r"^[^,;]{0,40}\b((is|are) (not able|unable) to|cannot|can't|do(es)? not|don't|doesn't)\b"
)
_MEMBERS = ("own", "person", "other", "council", "hospital")
_MENUS = frozenset(("header", "footer", "nav"))


def email(
    scene: Scene, *, label: Words = (), owner: Words = ("own",), agent: bool = False
) -> Iterator[Hit]:
    """Find email addresses for a purpose (`label`), by whose they are.

    `agent` takes those of others too who act for the body. The office of a body that is itself a
    board is its general address.

    In words: an email address
        label: for {}
        owner: that belongs to {}
        agent: or to somebody else who acts for the body
    """
    for fact in facts_of(scene, "email", label=_wanted(scene, label), owner=owner):
        beside = f"{fact.detail['sentence']} {fact.detail['row']}"
        few = fact.label == "general" and _FOR_FEW.search(fact.detail["sentence"])
        if not few and (not agent or not another(scene.site, beside)):
            yield as_hit(fact)
    for fact in facts_of(scene, "email", label=label, owner=("any",)) if agent else ():
        beside = f"{fact.detail['sentence']} {fact.detail['row']}"
        if fact.owner in ("national", *owner) or another(scene.site, beside):
            continue
        ours = speaks_for_us(beside) or _AGENT.search(beside)
        if by_words(scene.site, beside) != "own" and not ours:
            continue
        if not _SUPPORT.search(fact.quote):
            yield as_hit(fact)


def _wanted(scene: Scene, label: Words) -> Words:
    return (*label, "board") if scene.site.is_board and "general" in label else label


def _numbers(scene: Scene, label: Words) -> Iterator[Fact]:
    """Yield telephone numbers that are offered as a way to reach the body."""
    for fact in facts_of(scene, "phone", label=label, owner=("any",)):
        few = fact.label == "general" and _FOR_FEW.search(fact.detail["sentence"])
        if fact.detail["for_body"] == "yes" and not few:
            yield fact


def phone(
    scene: Scene, *, label: Words = (), unshared: bool = False, anyone: bool = False
) -> Iterator[Hit]:
    """Find telephone numbers for reaching the body.

    `anyone` takes the numbers of others too; `unshared` asks that no other body gives it.

    In words: a telephone number for reaching the body
        label: for {}
        unshared: that no other body gives too
        anyone: whoever it belongs to
    """
    found = list(
        facts_of(scene, "phone", label=label, owner=("any",))
        if anyone
        else _numbers(scene, _wanted(scene, label))
    )
    if unshared and any(fact.value in scene.shared for fact in found):
        return
    yield from (as_hit(fact) for fact in found if not unshared or fact.owner == "own")


def address(scene: Scene, *, label: Words = ()) -> Iterator[Hit]:
    """Find postal addresses of the body: a street or building with a postcode.

    In words: a postal address of the body, with a street or building and a postcode
        label: for {}
    """
    yield from map(as_hit, facts_of(scene, "address", label=label))


def contact(
    scene: Scene,
    *,
    label: Words,
    owner: Words = ("own", "supplier"),
    forms: Words = (),
    addresses: bool = False,
    near: Words = (),
    unless: Words = (),
) -> Iterator[Hit]:
    """Find any way to reach someone for a purpose: an email, a number, a form, or an address.

    `forms` are purposes of forms that count, `addresses` lets postal addresses count. `near` must
    hit the row, the headings, the page's name or its first words, outside menus, headers and
    footers, where a verb or an office invites; `unless` must not hit the sentence.

    In words: an email address or a telephone number
        label: for {}
        owner: that belongs to {}
        forms: or a form for {}
        addresses: or a postal address
        near: offered by a verb or an office, with one of these beside it, over it or as its page:
        unless: but not with one of these beside it:
    """
    found = [*facts_of(scene, "email", label=label, owner=owner)]
    found += [fact for fact in _numbers(scene, label) if fact.owner in owner]
    found += facts_of(scene, "form", label=forms) if forms else ()
    found += facts_of(scene, "address", label=label) if addresses else ()
    for fact in found:
        refused = unless and hit(unless, fact.detail.get("sentence", ""))
        if not refused and (not near or _is_offered(scene, fact, near)):
            yield as_hit(fact)


def _is_offered(scene: Scene, fact: Fact, near: Words) -> bool:
    """Say whether a contact of a page's own text is given to readers for what `near` tells."""
    page = next((p for p in scene.pages if p.url == url_of(fact)), None)
    at = fact.detail.get("block", "")
    if page is None or not at or fact.place in CHROME:
        return False
    block = page.blocks[int(at)]
    beside = row_text(page, block) or block.text
    invited = _INVITED.search(f"{beside} {block.head}")
    lead = " ".join(s for s in sentences(page.lead) if not _REFUSES.search(s))
    return bool(invited) and hit(near, f"{beside} / {above(page, block)} / {lead}")


def form(scene: Scene, *, purpose: Words, takes_any_email: bool = False) -> Iterator[Hit]:
    """Find forms by purpose; `takes_any_email` asks that no attribute refuses a valid address.

    In words: a form
        purpose: for {}
        takes_any_email: that takes every valid email address
    """
    for fact in facts_of(scene, "form", label=purpose):
        asks = fact.detail["email_field"]
        if fact.place in _MENUS and purpose == ("contact",) and not asks:
            continue
        if not takes_any_email or (asks and not fact.detail["refuses"]):
            yield as_hit(fact)


def person(
    scene: Scene, *, of: str = "board", at_least: int = 1, reachable: bool = False
) -> Iterator[Hit]:
    """Find people of a group with their roles, at least so many on the site's pages together.

    `reachable` asks for an email address, number or form that reaches one of them by name.

    In words: people with their names and roles
        of: who are members of {}
        at_least: {} or more of them on the pages together
        reachable: with an email address, a telephone number or a form that reaches one of them
    """
    people = [f for f in facts_of(scene, "person") if f.detail["group"] == of]
    named: dict[str, Fact] = {}
    for fact in people:
        named.setdefault(fact.value.lower(), fact)
    if reachable:
        yield from _lines_to(scene, of)
        yield from _forms_to(scene, people)
    elif len(named) >= at_least:
        for fact in named.values():
            yield replace(as_hit(fact), value=f"{fact.value}, {fact.label}")


def _lines_to(scene: Scene, of: str) -> Iterator[Hit]:
    """Find addresses and numbers of one member of a group."""
    for kind in ("email", "phone"):
        for fact in facts_of(scene, kind, label=("person",), owner=_MEMBERS):
            offered = fact.detail.get("for_body", "yes") == "yes"
            if fact.owner in ("council", "hospital") and not scene.site.is_board:
                offered = offered and not stranger(scene.site, fact.quote)
            if offered and fact.detail.get("group") == of and not _OFFICE.search(fact.quote):
                yield replace(as_hit(fact), value=f"{fact.detail['person']}: {fact.value}")


def _forms_to(scene: Scene, people: Sequence[Fact]) -> Iterator[Hit]:
    """Find forms that write to one of some people, by name or as the one in the chair."""
    surnames = {f.value.split()[-1] for f in people}
    chaired = any(_CHAIR.search(f.label) for f in people)
    for found in scene.pages:
        for entry in found.forms:
            greeted = _GREETED.findall(entry.text)
            named = " ".join((found.name, entry.head, *greeted)).strip()
            message = any(f.type == "textarea" for f in entry.fields)
            if entry.place in CHROME or not message or not _WRITE_TO.search(named):
                continue
            seat = chaired and _TO_CHAIR.search(named)
            if seat or surnames & set(_WORDS.findall(named)):
                yield Hit(value=named, quote=found.name, page=found.url)


def profile(scene: Scene, *, networks: int = 1, on_home: bool = False) -> Iterator[Hit]:
    """Find the body's own accounts on so many networks; `on_home` asks for links on home.

    In words: the body's own account on a social network
        networks: on {} or more networks
        on_home: with a link on the home page
    """
    facts = facts_of(scene, "profile")
    found = [f for f in facts if not on_home or f.detail["home"] == "yes"]
    if len({f.label for f in found}) >= networks:
        yield from map(as_hit, found)
