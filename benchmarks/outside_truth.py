"""Measure the finders against what other people annotated, by hand: precision and recall.

`python benchmarks/outside_truth.py --webstruct DIR --formasaurus DIR` prints a table and exits 1
when a figure is below its bound; `--faults` prints every false answer too. The rules, in full:

Emails: webstruct's us_contact_pages and random_pages, as annotated, the annotation's own markup
taken out. business_pages is left out: hundreds of addresses stand in its text, five are annotated.
A page's annotated addresses are compared with those found, as sets, whatever their case.
- An annotation that holds an address and other words counts as the address. One that spells it
  ("name at place dot com", "name [at] place.com") counts as what it spells, so it is to be found.
- An annotation that is no whole address (its page shows one without a top-level domain) is
  nothing that could be found: left out, and counted in the last column.
- Only text is annotated. What is found in a mailto: link alone, behind other words, is neither
  right nor false: left out and counted likewise.
- Everything else that is found without an annotation is false, although the annotators forgot some.

Numbers: pages of all three collections that are British, which is to say that their <base> is a
.uk host or that a British postcode stands in their text; ours is a finder of British numbers.
Telephone and fax numbers are compared as sets of digits, without 44 or the leading 0. Those to be
found are annotated, written with a leading 0, 44 or +44, and valid in Britain by the tables of
phonenumbers, for an office abroad may share the page; an extension is no part of a number. What is
found and not annotated is false. What is annotated and no such number is left out and counted.

Forms: Formasaurus's pages in English: declared so, or declaring nothing; at least one word in a
hundred is among the commonest of English; at most one letter in fifty is outside a to z. As its
authors do, forms that are not labelled or are marked to be skipped are left out, and forms alike
in host, label and fields count once. `m`, join a mailing list, is our newsletter or alerts; `c`,
contact or comment, is our contact, comment, complaint, foi, question, board or engagement. A form
that looking at the page does not give is an answer too: none.
"""

import argparse
import html
import json
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html  # type: ignore[import-untyped]
import phonenumbers

from audit.find import find
from audit.look import look
from audit.model import Fact
from audit.page import Page
from audit.site import assemble
from crawler.register import Body

FETCH = {
    "webstruct": "git clone https://github.com/scrapinghub/webstruct",
    "formasaurus": "git clone https://github.com/scrapinghub/Formasaurus",
}
INSIDE = {"webstruct": "webstruct_data/corpus", "formasaurus": "formasaurus/data"}
TODAY = date(2020, 1, 1)
LIST = ("newsletter", "alerts")
CONTACT = ("contact", "comment", "complaint", "foi", "question", "board", "engagement")

ANNOTATED = re.compile(r'<span\b[^>]*\bwa-id="[^>]*>([^<]*)</span>')
ANNOTATOR = re.compile(r"(?s)<wa-title\b.*?</wa-title>|</?wa-color\b[^>]*>")
COLLECTIONS = ("business_pages", "random_pages", "us_contact_pages")
ADDRESS = re.compile(r"[\w.%+'-]+@[\w-]+(?:\.[\w-]+)+")
POSTCODE = re.compile(
    r"\b[A-PR-UWYZ][A-HK-Y]?\d[\dA-HJKPSTUW]? ?\d[ABD-HJLNP-UW-Z]{2}\b",
)
FORM = re.compile(rb"<form\b[^>]*>", re.IGNORECASE)
ACTION = re.compile(rb"""(?i)(?<![\w-])action\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+)""")
MARK = re.compile(r"[#&](n\d+)$")
COMMON = frozenset(["the", "and", "of", "to", "your", "you", "with", "this", "our", "from"])


@dataclass(kw_only=True)
class Score:
    """What was found of one thing, against what others say is there."""

    name: str
    bound: float
    right: int = 0
    false: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    left_out: int = 0

    @property
    def precision(self) -> float:
        """Give the share of what was found that is right."""
        return self.right / max(1, self.right + len(self.false))

    @property
    def recall(self) -> float:
        """Give the share of what is there that was found."""
        return self.right / max(1, self.right + len(self.missed))

    @property
    def holds(self) -> bool:
        """Say whether both are within the bound."""
        return min(self.precision, self.recall) >= self.bound

    def compare(self, where: str, truth: set[str], found: set[str]) -> None:
        """Add one page's answers."""
        self.right += len(truth & found)
        self.false += [f"{where} {value}" for value in sorted(found - truth)]
        self.missed += [f"{where} {value}" for value in sorted(truth - found)]


def facts(page: Page, kind: str) -> list[Fact]:
    """Find one kind of fact on a page as if it were all that was read of a site."""
    at = urlsplit(page.url)
    seen = replace(page, clicks=0 if at.path in ("", "/") else 1)
    body = Body(id="outside", name=at.hostname or "outside", website=page.url)
    return [f for f in find(assemble(body, [seen]), {}, TODAY) if f.kind == kind]


@dataclass(frozen=True, kw_only=True)
class Annotated:
    """An annotated page without its annotations, and these beside it: (type, text)."""

    name: str
    page: Page
    source: str
    entities: tuple[tuple[str, str], ...]


def annotated(folder: Path) -> Iterator[Annotated]:
    """Read webstruct's annotated pages, one collection after another."""
    for path in (p for name in COLLECTIONS for p in sorted((folder / name).glob("wa/*.html"))):
        raw = path.read_bytes()
        tree = lxml.html.fromstring(raw, parser=lxml.html.HTMLParser(encoding="utf-8"))
        base = (tree.xpath("//base/@href") or [""])[0]
        parts: dict[tuple[str, str], str] = {}
        for span in tree.xpath("//body//span[@wa-id]"):
            key = (span.get("wa-id"), span.get("wa-type"))
            parts[key] = parts.get(key, "") + span.text_content()
        source = ANNOTATOR.sub("", raw.decode("utf-8", errors="replace"))
        while ANNOTATED.search(source):
            source = ANNOTATED.sub(r"\1", source)
        url = base if urlsplit(base).hostname else "http://outside.invalid/page"
        yield Annotated(
            name=f"{path.parts[-3]}/{path.name}",
            page=look(source.encode(), url=url, content_type="text/html; charset=utf-8"),
            source=source,
            entities=tuple((kind, text) for (_, kind), text in parts.items()),
        )


def plain_address(text: str) -> str:
    """Give the address that an annotation holds or spells, in lower case; else nothing."""
    whole = ADDRESS.search(text)
    if whole is None:
        spelt = re.sub(r"(?i)\s*[\[({][^\])}]*\bat\b[^\])}]*[\])}]\s*|\s+at\s+", "@", text.strip())
        spelt = re.sub(r"(?i)\s*[\[({]\s*dot\s*[\])}]\s*|\s+dot\s+", ".", spelt)
        whole = ADDRESS.fullmatch(spelt)
    return whole.group(0).lower() if whole else ""


def digits(text: str) -> str:
    """Give a number's digits as they follow the British 0 or 44, without extensions."""
    only = re.sub(r"\D", "", re.split(r"(?i)/|\bx|ext", text.replace("(0)", ""))[0])
    return re.sub(r"^(00)?44(?=\d{9,})", "", only).lstrip("0")


def british(text: str) -> bool:
    """Say whether an annotated number is written as one in Britain is, and dialled there."""
    if not re.match(r"\W*(0(?!0)|(\+|00)?44)", text) or len(digits(text)) not in (9, 10):
        return False
    return bool(phonenumbers.is_valid_number(phonenumbers.parse("+44" + digits(text))))


def contacts(folder: Path) -> list[Score]:
    """Compare addresses and numbers with webstruct's annotations."""
    mail, tel = Score(name="emails", bound=0.97), Score(name="UK numbers", bound=0.90)
    for one in annotated(folder):
        if not one.name.startswith("business_pages"):
            marks = [text for kind, text in one.entities if kind == "EMAIL"]
            truth = {plain_address(text) for text in marks} - {""}
            shown = one.page.text.lower()
            found = {f.value.lower() for f in facts(one.page, "email")}
            unseen = {a for a in found - truth if a not in shown and in_link(a, one.source)}
            mail.left_out += len(unseen) + sum(not plain_address(text) for text in marks)
            mail.compare(one.name, truth, found - unseen)
        host = urlsplit(one.page.url).hostname or ""
        if host.endswith(".uk") or POSTCODE.search(one.page.text):
            marks = [text for kind, text in one.entities if kind in ("TEL", "FAX")]
            wanted = {digits(text) for text in marks if british(text)}
            others = {digits(text) for text in marks} - wanted
            found = {digits(f.value) for f in facts(one.page, "phone")}
            tel.left_out += len(others)
            tel.compare(one.name, wanted, found - others)
    return [mail, tel]


def in_link(address: str, source: str) -> bool:
    """Say whether a mailto: link leads to an address, however encoded."""
    plain = unquote(html.unescape(source))
    return bool(re.search(r"(?i)mailto:[^\"'>]*" + re.escape(address), plain))


def english(page: Page, declared: str) -> bool:
    """Say whether a page is in English, by the rule at the top of this file."""
    words = re.findall(r"[^\W\d_]+", page.text.lower())
    letters = "".join(words)
    return (
        declared[:2].lower() in ("", "en")
        and sum(word in COMMON for word in words) * 100 >= len(words) > 0
        and sum(not letter.isascii() for letter in letters) * 50 <= len(letters)
    )


def marked(raw: bytes) -> bytes:
    """Put a number into the action of each form of a page, to know it again."""
    count = iter(range(len(raw)))

    def mark(match: re.Match[bytes]) -> bytes:
        tag, number = match.group(0), b"n%d" % next(count)
        action = ACTION.search(tag)
        if action is None:
            return tag[:5] + b' action="#' + number + b'"' + tag[5:]
        value = action.group(1).strip(b"\"'")
        ends = b"&" if b"#" in value else b"#"
        start, stop = action.span(1)
        return tag[:start] + b'"' + value.replace(b'"', b"") + ends + number + b'"' + tag[stop:]

    return FORM.sub(mark, raw)


def forms(folder: Path) -> list[Score]:
    """Compare the purposes of forms with Formasaurus's labels."""
    scores = {
        "m": Score(name="mailing-list forms", bound=0.90),
        "c": Score(name="contact forms", bound=0.90),
    }
    ours = dict.fromkeys(LIST, "m") | dict.fromkeys(CONTACT, "c")
    once = set()
    for name, info in json.loads((folder / "index.json").read_text(encoding="utf-8")).items():
        if not set(info["forms"]) - {"X", "-"}:
            continue
        raw = marked((folder / name).read_bytes())
        page = look(raw, url=info["url"], content_type="text/html; charset=utf-8")
        tree = lxml.html.fromstring(raw, parser=lxml.html.HTMLParser(encoding="utf-8"))
        nodes = tree.xpath("//form")
        if not english(page, (tree.xpath("//html/@lang") or [""])[0]):
            continue
        if len(nodes) != len(info["forms"]):
            print(f"{name} is left out: {len(info['forms'])} labels for {len(nodes)} forms")
            continue
        answers = {m[1]: f.label for f in facts(page, "form") if (m := MARK.search(f.value))}
        for node, label in zip(nodes, info["forms"], strict=True):
            fields = tuple((e.tag, e.get("name")) for e in node.iter("input", "select", "textarea"))
            key = (urlsplit(info["url"]).hostname, label, fields)
            if label in "X-" or key in once:
                continue
            once.add(key)
            mark = MARK.search(node.get("action") or "")
            answer = answers.get(mark[1] if mark else "", "no form")
            where = f"{name} {mark[1] if mark else '?'}: labelled {label}, found {answer}"
            for kind, score in scores.items():
                score.right += label == kind == ours.get(answer)
                score.missed += [where] * (label == kind != ours.get(answer))
                score.false += [where] * (label != kind == ours.get(answer))
    return list(scores.values())


def place(given: Path | None, name: str) -> Path | str:
    """Give the folder that holds the data, or say what to fetch."""
    folders = [given, given / INSIDE[name]] if given else []
    known = (f for f in folders if (f / "index.json").is_file() or any(f.glob("*/wa")))
    return next(known, f"--{name} DIR holds no data: {FETCH[name]} outside this folder")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--webstruct", type=Path)
    parser.add_argument("--formasaurus", type=Path)
    parser.add_argument("--faults", action="store_true", help="print every false answer")
    options = parser.parse_args()
    measures: dict[str, Callable[[Path], list[Score]]] = {
        "webstruct": contacts,
        "formasaurus": forms,
    }
    places = {name: place(getattr(options, name), name) for name in measures}
    missing = [said for said in places.values() if isinstance(said, str)]
    if missing:
        sys.exit("\n".join(missing))
    scores = [s for name, measure in measures.items() for s in measure(Path(places[name]))]
    print(f"{'':20}{'right':>7}{'false':>7}{'missed':>7}{'left out':>10}  precision recall  bound")
    for s in scores:
        counts = f"{s.right:7}{len(s.false):7}{len(s.missed):7}{s.left_out:10}"
        figures = f"{s.precision:11.3f}{s.recall:7.3f}{s.bound:7.2f}"
        print(f"{s.name:20}{counts}{figures}{'' if s.holds else '  BELOW'}")
        if options.faults:
            for said in [f"false  {w}" for w in s.false] + [f"missed {w}" for w in s.missed]:
                print(f"    {said}")
    sys.exit(0 if all(s.holds for s in scores) else 1)


if __name__ == "__main__":
    main()
