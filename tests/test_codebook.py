"""A checklist is begun, mended and read without Python: new, check, explain."""

import inspect
import re
import sys
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from audit.calls import Call
from audit.checklist import Checklist, Criterion, Example, parse_checklist, read_checklist
from audit.examples import read_aloud
from audit.gist import gist
from audit.purposes import PURPOSES
from audit.rules import vocabulary
from audit.skeleton import skeleton
from audit.uses import as_yaml, shortest_use
from audit.wording import VALUES, parameters, phrases_of, sentence
from crawler.kinds import kinds
from doorstep.cli import main
from reports.codebook import as_html, as_markdown, codebook

CCG = read_checklist("ccg-engagement")
CALLS = [
    call
    for c in CCG.live
    for group in (c.applies, c.all, c.any, c.none, c.unsure)
    for call in group
]
HOSTILE = "</p></code><script>alert(1)</script> [x](javascript:alert(2)) `a` {{ 7*7 }} \"' # | *a*"


@pytest.fixture
def doorstep(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable:
    """Run the command line in this process from a folder, and give what it said."""

    def run(folder: Path, *words: str, status: int = 0) -> str:
        monkeypatch.chdir(folder)
        monkeypatch.setattr(sys, "argv", ["doorstep", *words])
        code: object = 0
        try:
            main()
        except SystemExit as stop:
            code = stop.code
        assert code == status
        captured = capsys.readouterr()
        return captured.out + captured.err

    return run


@pytest.fixture
def begun(doorstep: Callable, tmp_path: Path) -> tuple[Path, str]:
    title = 'Doors: "open"? # or - shut'
    said = doorstep(tmp_path, "checklist", "new", "doors.yml", "--title", title)
    return tmp_path / "doors.yml", said


def test_a_new_checklist_holds_at_once_and_says_what_comes_next(doorstep, begun):
    file, said = begun

    assert "checklist check doors.yml" in said
    assert "audit --checklist doors.yml" in said
    assert list(file.parent.iterdir()) == [file]
    told = doorstep(file.parent, "checklist", "check", file.name)
    assert re.search(r"2 criteria, 1\d examples, 0 wrong", told)
    read = read_checklist(str(file))
    assert read.title == 'Doors: "open"? # or - shut'
    for criterion in read.live:
        assert len(criterion.examples.met) >= 3
        assert len(criterion.examples.not_found) >= 4


def test_a_slip_of_the_pen_is_answered_with_its_place_and_the_word_meant(
    doorstep, begun, tmp_path: Path
):
    text = begun[0].read_text("utf-8")
    (tmp_path / "slip.yml").write_text(text.replace("          near: [", "          naer: [", 1))

    said = doorstep(tmp_path, "checklist", "check", "slip.yml", status=2)

    assert "slip.yml: opening-hours: any: 0: " in said
    assert "no parameter 'naer'; did you mean 'near'?" in said


def test_what_is_there_is_never_written_over(doorstep, begun):
    file, _ = begun
    before = file.read_bytes()

    said = doorstep(file.parent, "checklist", "new", file.name, status=2)

    assert "choose another name" in said
    assert len(said.splitlines()) == 1
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("doors.txt", "call it doors.yml"),
        ("none/doors.yml", "there is no folder none; make it first"),
        ("ccg-engagement.yml", "choose another"),
    ],
)
def test_a_name_that_will_not_do_is_answered_with_one_that_will(
    doorstep, tmp_path: Path, name: str, remedy: str
):
    said = doorstep(tmp_path, "checklist", "new", name, status=2)

    assert remedy in said
    assert not list(tmp_path.iterdir())


def test_a_new_checklist_names_every_key_rule_parameter_and_kind():
    text = skeleton(title="", today=CCG.examples_on)
    comments = "\n".join(line for line in text.splitlines() if line.startswith("#"))

    for model in (Checklist, Criterion, Example):
        for key in set(model.model_fields) - {"name", "digest"}:
            assert re.search(rf"^#   {key} ", comments, re.MULTILINE), key
    for kind in kinds():
        assert re.search(rf"^#   {kind.id} +{re.escape(kind.title)}$", comments, re.MULTILINE)
    rules = comments[comments.index("# The rules, for") :]
    for name, rule in vocabulary().items():
        told = re.search(rf"^#   {name} (.*?)(?=^#$|\Z)", rules, re.MULTILINE | re.DOTALL)
        assert told, name
        assert {p.name for p in parameters(rule)} <= set(re.findall(r"\w+", told[1])), name
    assert "KINDS" not in text
    assert "RULES" not in text


@pytest.mark.parametrize("name", sorted(vocabulary()))
def test_every_rule_and_each_of_its_parameters_can_be_said_in_plain_english(name: str):
    rule = vocabulary()[name]
    head, phrases = phrases_of(rule)
    taken = [n for n in inspect.signature(rule).parameters if n != "scene"]

    assert head
    assert head[-1] not in ".:"
    assert {n for n, _, _ in phrases} == set(taken)
    for parameter, _, words in phrases:
        annotation = inspect.signature(rule).parameters[parameter].annotation
        assert annotation is bool or "{}" in words or words.endswith(":")


@pytest.mark.parametrize("name", sorted(vocabulary()))
def test_every_rule_is_shown_at_work_in_the_documentation(name: str):
    use = shortest_use(name)
    text = (Path(__file__).parents[1] / "checklists" / "README.md").read_text("utf-8")

    assert f"#### `{name}` in `{use.criterion}`\n\n    {use.rule}\n" in text


def test_a_rule_written_out_is_read_back_as_it_was():
    for call in CALLS:
        (entry,) = yaml.safe_load(as_yaml(call))
        entry = {entry: {}} if isinstance(entry, str) else entry
        back = {k: tuple(v) if isinstance(v, list) else v for k, v in entry[call.word].items()}
        assert back == call.options


def test_every_word_for_a_purpose_or_an_owner_has_its_meaning():
    assert {p.label for p in PURPOSES} <= set(VALUES["label"])
    given = {
        (name, word)
        for call in CALLS
        for name, value in call.options.items()
        for word in (value if isinstance(value, tuple) else (value,))
    }
    for name, word in given:
        known = VALUES.get({"forms": "purpose"}.get(name, name))
        assert known is None or word in known, f"{name}: {word}"


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (
            Call(word="newsletter", options={"signup": True}),
            "a newsletter of the body for the public, with a form, link or address by which anyone",
        ),
        (Call(word="menu_page", options={}), "a page that the site's own menus lead to, that does"),
        (
            Call(word="email", options={"label": ("foi", "press")}),
            "an email address for freedom of information or reporters, that belongs to the body",
        ),
        (Call(word="link", options={"outside": True}), "a link to another's site"),
    ],
)
def test_a_rule_is_said_with_its_parameters(call: Call, words: str):
    assert sentence(call).words.startswith(words)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\bquestions? (from|by) (members of )?us\b", "question[s] (from/by) [members of] us"),
        (r"\b(agenda|minutes)\b", "agenda / minutes"),
        (r"\bcomplain\w*\b[^.]{0,60}\b(in writing|post)\b", "complain… (in writing/post)"),
        (r"\bopen\b[^.]{0,40}\d{1,2} ?(am|pm)", "open … # (am/pm)"),
        (r"(\d{3,5}[ -]?\d{3}|@)", "### ### / @"),
        (r"recite\.me", "recite.me"),
        (r"(?:a|b)c", "(a/b)c"),
        ("(a", "(a"),
        ("a\\", "a\\"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_pattern_is_shown_by_its_words(pattern: str, words: str):
    assert gist(pattern) == words


def test_no_word_of_a_shipped_pattern_is_lost():
    for call in CALLS:
        for value in call.options.values():
            for source in value if isinstance(value, tuple) else ():
                words = re.findall(r"[a-z]{4,}", re.sub(r"\\.|\[[^]]*\]", " ", source))
                shown = re.sub(r"[][]", "", gist(source))
                assert all(word in shown for word in words), source


def test_an_example_is_read_out_with_what_its_links_and_forms_hold():
    said = read_aloud(
        '<h1>Board</h1><a href="/board/1"><img src="i.jpg" alt="Dr Okoro, Chair"></a>'
        '<p>Write to <a href="mailto:a@b.org">us</a> or <a href="mailto:c@d.org">c@d.org</a>.</p>'
        '<form><label>Email <input name="e" maxlength="15"></label></form>'
        '<script src="https://tool.example/t.js"></script>'
    )

    assert said.startswith("Board / Dr Okoro, Chair (/board/1) / ")
    assert "Write to us or c@d.org. (a@b.org)" in said
    assert "(“Email” takes 15 characters at most)" in said
    assert said.endswith("(loads https://tool.example/t.js)")
    assert read_aloud("") == "(nothing to read)"


def test_the_codebook_names_every_question_and_every_reason(doorstep, tmp_path: Path):
    said = doorstep(tmp_path, "checklist", "explain", "ccg-engagement")
    plain = unescape(said.replace("\\", ""))

    for criterion in CCG.live:
        assert f"### {criterion.ask}\n" in plain
        assert f"`{criterion.id}`" in said
        assert criterion.why in plain
        shown = criterion.examples
        for example in (*shown.met, *shown.not_found, *shown.not_applicable, *shown.unknown):
            assert " ".join(example.because.split()) in plain
    assert "<h1>" not in said


def test_one_question_can_be_explained_alone_and_into_a_file(doorstep, tmp_path: Path):
    wanted = ("checklist", "explain", "ccg-engagement", "--criterion")

    said = doorstep(tmp_path, *wanted, "phone-own", "--output", "phone.html")
    page = (tmp_path / "phone.html").read_text("utf-8")
    missed = doorstep(tmp_path, *wanted, "phone-owm", status=2)

    assert said.strip() == "phone.html"
    assert page.startswith("<!doctype html>")
    assert page.count("<article") == 1
    assert "a telephone number for reaching the body" in page
    assert "no criterion 'phone-owm'; did you mean 'phone-own'?" in missed


class Seen(HTMLParser):
    """What a browser would take for elements, attributes and text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {f"{name}={value}" for name, value in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def hostile() -> Checklist:
    text = skeleton(title=HOSTILE, today=CCG.examples_on)
    data = yaml.safe_load(text)
    data |= {"about": HOSTILE, "source": "javascript:alert(3)"}
    for criterion in data["criteria"]:
        for key in ("section", "says", "why", "guidance"):
            criterion[key] = HOSTILE
        criterion["ask"] = f"{HOSTILE}?"
        criterion["examples"]["met"][0] = {
            "html": "<p>&lt;script&gt;alert(4)&lt;/script&gt; `</p>",
            "because": HOSTILE,
            "called": HOSTILE,
            "address": f"/{HOSTILE}",
        }
        criterion["any"].append({"says": {"matches": "<script>alert|`{{"}})
    return parse_checklist(yaml.safe_dump(data).encode(), name="<b>x", where="x.yml")


def test_hostile_words_in_a_checklist_are_only_words_in_its_page(hostile: Checklist):
    page = as_html(codebook(hostile))
    seen = Seen()
    seen.feed(page)

    assert "script" not in seen.tags
    assert "b" not in seen.tags
    assert not any("javascript:" in found for found in seen.attributes)
    assert HOSTILE in seen.text
    assert any("default-src 'none'" in found for found in seen.attributes)


def test_hostile_words_in_a_checklist_are_only_words_in_markdown(hostile: Checklist):
    text = as_markdown(codebook(hostile))
    bare = re.sub(r"(?<!\\)(`+)(?!`).*?(?<!`)\1(?!`)", "", text)

    assert "<" not in bare
    assert "](" not in bare
    assert "{{" not in text
    assert "alert(4)" in text
    assert "alert(4)" not in bare
