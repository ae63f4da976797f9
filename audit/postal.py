"""Find postal addresses: a street or building near a postcode, within one box."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from audit import owners
from audit.labels import Nearby, label_of, nearby, standing
from audit.model import Fact
from audit.page import Block, Page
from audit.site import CHROME, Site
from audit.words import any_of, pattern

_POSTCODE = pattern(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b", cased=True)
_PLACE = any_of(
    r"house|street|road|lane|avenue|court|building|floor|centre|center|hall|square|way",
    r"park|gate|place|close|drive|crescent|yard|wharf|quay|quayside|loft|row|terrace|hill",
    r"mill|view|buildings|suite|unit|room|point|mews|green|walk|hub|office|offices|works",
    r"box|chambers|exchange|tower|campus|barn|farm|site|library|market|parade|gardens|heol",
    r"maltings?|brewery|depot|lodge|manor|cottage|school|chapel|abbey|priory|rectory|vicarage",
    r"stables|warehouse|arcade|arches|station|bank|block|wing|level|college|institute|villa|grange",
    r"croft|brow|rise|grove|\w+park|lock|bridge|castle|pavilion|courtyard|freepost",
    r"stryd|ffordd|neuadd|ysgol|canolfan|t[yŷ]|swyddfa|capel|plas|llys|l[oô]n|\d+[a-z]? [a-z]+",
    r"(the|yr|y) (old|former|hen) [a-z]+|surgery|vaults?|rooms?|shop|hangar|ferry|bakery|forge",
    r"(corn|wool|butter|fish|cloth|cattle) [a-z]+|estate|enterprise|innovation|civic|broadway",
)
_SUCH_AS = any_of(
    r"such as|e\.g\.|for example|enter (a|your)( full)? postcode|your postcode|postcode used",
)
_GOES_ON = pattern(r"^ ([£€$]|\p{L}[\p{L}\d-]+)")
_MAY_FOLLOW = any_of(
    r"uk|united|great|england|scotland|wales|cymru|northern|tel\w*|phone|ffôn|fax|e-?mail|mobile|t|e",
    r"map|view|get|find|directions|open|opening|registered|company|charity|and|or|by|on|is|at|for",
)
_BUILDINGS = pattern(r"\b\w+ (house|court|building|hall|centre|mill|works|park)\b")
_PRICED = pattern(r"[£€$] ?\d[\d,.]*(k|m)?\b")
_LEFT = any_of(
    r"until (\w+ ){0,3}(19|20)\d\d|given up|vacated|moved out|former|left (on|in)|closed on",
    r"(was|were) (at|in|based|housed)|used to be|moved (away )?from|(old|previous) address",
    r"(is|are|stands?|lies|now) (now )?empty|(nobody|no one)( is)?( now| left)? (at|in)",
)
_VENUE = any_of(
    r"meets?|meeting|held|venue|takes place|gather|workshop|event|drop-?in|session",
    r"room hire|training (days?|sessions?|courses?)|at \d+(\.\d\d)?(am|pm)",
)
_SEAT = any_of(
    r"(our|registered|main|head) ?((head|main|postal|registered) ?)?"
    r"(quarters|offices?|base|address)",
    r"(we are|are|is) based|write to|(by|our) post|letters?",
)
_EVENT = any_of(
    r"f(air|ayre|[eê]te)|festival|road-?show|workshop|open day|events?|coffee morning|launch",
    r"jabs?|vaccin\w+|where (to|you can) (get|have|go|pick|buy|give)|venues?|pick-?up points?",
)
_OUT = frozenset(("cookie", "share"))
_LINE_ENDS = pattern(r"[,\n]")
_LONGEST_ADDRESS = 160
_BARE = 12  # characters before a postcode that stands alone
_LINES_ABOVE = 6
_LONGEST_LINE = 90
_SOFT = 7
_FEWEST_LINES = 4
_LONGEST_QUOTE = 200
_LONGEST = 300
_FEWEST_WORDS = 3  # of a board's name without its place's


def addresses(site: Site, page: Page) -> Iterator[Fact]:
    """Find postal addresses: a street or building near a postcode, within one box."""
    for index, block in enumerate(page.blocks):
        if block.place in _OUT or block.form >= 0 or _SUCH_AS.search(block.text):
            continue
        for match in _POSTCODE.finditer(block.text):
            whole = _whole(page, index, match.start(), match.end())
            if _PRICED.search(block.head):  # a house for sale
                continue
            if _is_code(block.text, match) or (block.tag != "address" and not _is_address(whole)):
                continue
            near = _unhoused(nearby(page, index, match.start(), match.end()))
            yield Fact(
                kind="address",
                value=" ".join(match.group(0).split()),
                label=_label(near, chrome=block.place in CHROME),
                owner=_owner(site, near, whole, _columns(page, block)),
                quote=block.text if len(block.text) < _LONGEST_QUOTE else near.sentence,
                state="ended" if _LEFT.search(near.sentence) else standing(near.sentence),
                place=block.place,
                detail={"block": str(index), "lines": whole[:_LONGEST]},
            )


def _label(near: Nearby, *, chrome: bool) -> str:
    """Say what an address is for: no post goes to a website or a fax machine."""
    label = label_of(near, chrome=chrome)
    return "general" if label in ("website", "fax") else label


def _is_code(text: str, match: Any) -> bool:
    """Say whether TN221BK names a thing, as in "TN221BK toner": no word follows a postcode so."""
    follows = _GOES_ON.match(text[match.end() :][:_BARE])
    return " " not in match.group(0) and bool(follows and not _MAY_FOLLOW.search(follows[1]))


def _unhoused(near: Nearby) -> Nearby:
    """Leave out what buildings are called: Communications House is no press office."""
    texts = {key: _BUILDINGS.sub("", getattr(near, key)) for key in ("before", "piece", "block")}
    return replace(near, **texts)


def _whole(page: Page, index: int, start: int, end: int) -> str:
    """Give the text that ends with a postcode, with the lines above it when it stands alone."""
    block = page.blocks[index]
    lines = []
    if len(block.text[:start].strip(" ,\n")) < _BARE:
        lines = [
            b.text
            for b in page.blocks[max(0, index - _LINES_ABOVE) : index]
            if b.place == block.place
            and len(b.text) < _LONGEST_LINE
            and (b.level == 0 or b.level >= _SOFT)
        ]
    return ", ".join((*lines, block.text[max(0, start - _LONGEST_ADDRESS) : end]))


def _is_address(whole: str) -> bool:
    lines = [part for part in _LINE_ENDS.split(whole) if part.strip()]
    return len(lines) >= _FEWEST_LINES or bool(_PLACE.search(whole))


def _columns(page: Page, block: Block) -> str:
    """Give the names of the columns of a block's row: "Hospital" says whose its addresses are."""
    return " ".join(page.blocks[at].column for at in page.rows.get(block.row, ()))


def _owner(site: Site, near: Nearby, whole: str, columns: str) -> str:
    """Say whose an address is; `venue` where something is held or somebody meets."""
    said = f"{near.row} {near.sentence if len(near.sentence) > _BARE else whole}"
    owner = owners.by_words(site, said if site.mentions_self(whole) else f"{said} {whole}")
    if owner == "own" and columns:
        owner = owners.by_words(site, columns)
    if owner == "own" and near.headings:
        owner = owners.by_words(site, near.headings[-1])
    if owner == "own" and owners.is_elsewhere(
        site, " ".join(near.headings[-1:]), f"{said} {whole}"
    ):
        owner = "other"
    at = f"{near.sentence} {near.row}"
    if (
        owner == "own"
        and not _SEAT.search(at)
        and (_VENUE.search(at) or _EVENT.search(" ".join(near.headings[-1:])))
    ):
        return "venue"
    ours = _names_body(site, f"{said} {whole}") or owners.speaks_for_us(near.beside)
    return "own" if ours and owner in ("council", "hospital") else owner


def _names_body(site: Site, text: str) -> bool:
    """Say whether a text gives the body's name, in full or with CCG or ICB for its last words."""
    low, full = text.lower(), site.body.name.lower().removeprefix("nhs ")
    short = full.replace("clinical commissioning group", "ccg")
    kind = " ".join(w for w in full.split() if w not in site.tokens)
    alone = site.is_board and len(kind.split()) >= _FEWEST_WORDS and kind in low
    return alone or full in low or short.replace("integrated care board", "icb") in low
