"""Tell contacts that a page gives for others, and those that ended with a closed body."""

from collections.abc import Iterator
from dataclasses import replace

from audit import owners
from audit.model import Fact
from audit.page import Block, Page
from audit.site import CHROME, Site
from audit.words import any_of, pattern, sentences

_REACHED_BY = frozenset(("email", "phone"))
_ENTRIES = frozenset(("li", "td", "th", "dd", "dt", "tr"))
_MOST_ABOVE = 24  # blocks of a list between a contact and what introduces it
_DOERS = (
    r"(people|person|organisations?|services?|providers?|places?|hospitals?|teams?|trusts?|"
    r"departments?|wards?|practices?|surger(y|ies)|staff|one|ones|bod(y|ies))"
)
_TURNS_TO_OTHERS = any_of(
    rf"(with|to|from|by|ask|contact|tell|ring|at) (the|each|whichever|whoever|that) {_DOERS} "
    r"(who|that|which|concerned|involved|responsible|where|gave|provided|runs?|did|do|does)",
    r"where (it|they|things?|the (trouble|problem)) (went wrong|happened|began|started|arose)",
    r"(we|it|the (board|group|ccg|icb)) (do not|don't|does not|doesn't) (ourselves |itself )?"
    r"(provide|run|give|deliver|employ)",
    r"the (providers?|hospitals?|trusts?|surger(y|ies)|practices?) (themselves|direct(ly)?)",
    r"(direct(ly)?|straight) (to|with) (the|each|your) (providers?|hospitals?|trusts?|service)",
)
_ENDED_HERE = any_of(
    r"(telephones?|phones?|lines?|numbers?|mailbox(es)?|e-?mails?|addresses|contacts?)\b[^.]{0,80}"
    r"\b(all )?(ended|closed|ceased|stopped|shut|gone|switched off|no longer|"
    r"not (be )?(read|answered|staffed|monitored|working|in use))",
    r"no longer (answer|read|monitor|staff)\w*|cannot (be )?(answer|reach|contact)\w*",
)
_COMMITTEE = pattern(
    r"^(the )?((\p{Lu}[\p{L}'’-]*|and|for|of|the|&),? )+"
    r"(Sub-?committee|Committee|Panel|Forum|Cabinet|Commission)( \d+)?$",
    cased=True,
)
_NO_NAMES = frozenset("the and for of our joint committee panel forum cabinet commission".split())


def turned(site: Site, page: Page, facts: list[Fact]) -> Iterator[Fact]:
    """Give a page's facts, its contacts as another's or as ended where the page says so.

    So it is of a list that sends readers to those who give care, of the page of another committee
    than the body, and of a closed body's site that says its lines and mailboxes are gone. What
    stands on a withdrawn page has ended, whatever it is.
    """
    elsewhere = _is_of_another_committee(site, page)
    gone = _has_ended(site, page)
    for fact in facts:
        if page.url in site.withdrawn and fact.place not in CHROME:
            yield replace(fact, state="ended")
        elif fact.kind not in _REACHED_BY or fact.owner not in ("own", "person"):
            yield fact
        elif gone:
            yield replace(fact, state="ended")
        elif fact.place in CHROME:
            yield fact
        elif elsewhere or _is_listed_for_others(site, page, fact):
            yield replace(fact, owner="other", detail={**fact.detail, "for_body": "no"})
        else:
            yield fact


def _is_listed_for_others(site: Site, page: Page, fact: Fact) -> bool:
    """Say whether a contact stands in a list that begins by sending readers to others."""
    at = int(fact.detail.get("block", "-1"))
    block = page.blocks[at]
    if at < 0 or block.tag not in _ENTRIES:
        return False
    row = f"{fact.detail.get('row', '')} {block.text}"
    ours = owners.says_we(row) or site.mentions_self(row)
    said = sentences(_introduction(page, at))
    return not ours and any(_TURNS_TO_OTHERS.search(sentence) for sentence in said)


def _introduction(page: Page, at: int) -> str:
    """Give the paragraph or heading that stands over the list of a block."""
    above: list[Block] = [b for b in page.blocks[max(0, at - _MOST_ABOVE) : at] if b.text]
    place = page.blocks[at].place
    own = (b.text for b in reversed(above) if b.place == place and b.tag not in _ENTRIES)
    return next(own, "")


def _is_of_another_committee(site: Site, page: Page) -> bool:
    """Say whether a page is named for a committee other than the board that the body is."""
    if not site.is_board or not _COMMITTEE.search(page.name):
        return False
    words = {w.strip(",.").lower() for w in page.name.replace("-", " ").split()}
    ours = {w.lower() for w in site.body.name.replace("-", " ").split()}
    return bool(words - ours - _NO_NAMES)


def _has_ended(site: Site, page: Page) -> bool:
    """Say whether a closed body's home page, or what repeats on this one, ends all its contacts."""
    if not site.closed:
        return False
    repeated = (b.text for b in page.blocks if b.place in CHROME)
    return any(_ENDED_HERE.search(text) for text in (site.closed, *repeated))
