"""The comparison post: its words, its figures, its manners towards hostile text."""

import json
import re
import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
import yaml
from jinja2 import Environment, FileSystemLoader, meta
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from audit.model import (
    AuditResult,
    BodyResult,
    ChecklistRow,
    CrawlRow,
    CriterionRow,
    Evidence,
    Finding,
    PageRow,
    Source,
)
from audit.store import write_audit
from reports import words
from reports.errors import ReportError
from reports.escaping import clean, embedded_json
from reports.post import Post, verify_post, write_post
from reports.post_context import documented

TEMPLATES = Path(words.__file__).parent / "templates"
OUTCOMES = {"m": "met", "n": "not_found", "a": "not_applicable", "u": "unknown"}
CRITERIA = (
    ("foi-how", "freedom of information", 3, "say how to make a Freedom of Information request"),
    ("board-named", "board", 3, "name the people on their board"),
    ("board-papers", "board", 2, ""),
    ("streamed", "meetings", 3, "let people watch board meetings live"),
    ("blog", "voice", 1, "have a blog by their people"),
)
ASKS = {"board-papers": "Are board papers published?"}


def _body(body: str, verdicts: str, quote: str) -> BodyResult:
    read = set(verdicts) != {"u"}
    page = PageRow(
        id=f"crawl:{body}", body=body, url=f"http://{body}.example/", final_url="",
        reason="ok" if read else "dns", status=200 if read else None, clicks=1, parent="",
        link_text="", content_type="text/html", bytes=10, digest=f"sha1:{body}",
        captured="2026-11-20T10:00:00Z", warc="crawls/crawl/pages.warc.gz", offset=0, text="x",
    )  # fmt: skip
    source = Source(
        page=page.id, url=page.url, captured=page.captured, clicks=1, warc=page.warc, offset=0,
        digest=page.digest,
    )  # fmt: skip
    proof = (Evidence(rule="text", value="", quote=quote, source=source),)
    findings = tuple(
        Finding(
            body=body,
            criterion=criterion,
            outcome=OUTCOMES[letter],
            clicks=1 if letter == "m" else None,
            evidence=proof if letter == "m" else (),
        )
        for (criterion, *_), letter in zip(CRITERIA, verdicts, strict=True)
    )
    return BodyResult(body=body, pages=(page,), facts=(), findings=findings)


def make_audit(
    verdicts: Mapping[str, str],
    regions: Mapping[str, str] | None = None,
    names: Mapping[str, str] | None = None,
    quote: str = "In the site’s own words",
) -> AuditResult:
    """Make an audit of the five criteria; a body's verdicts are letters: m, n, a, u."""
    rows = tuple(
        CriterionRow(
            id=name, position=i, section=section, ask=ASKS.get(name, f"Does it {says}?"),
            why="", weight=weight, says=says,
        )
        for i, (name, section, weight, says) in enumerate(CRITERIA)
    )  # fmt: skip
    return AuditResult(
        crawl=CrawlRow(
            id="crawl", register="bodies", started="2026-11-20T09:00:00Z",
            finished="2026-11-20T11:00:00Z", status="finished", as_of="", contact="",
            settings={"pages": 60}, version="1",
        ),
        checklist=ChecklistRow(
            id="list", title="Open doors", about="", source="https://example.org/", digest="x",
            criteria=rows,
        ),
        bodies=tuple(
            {
                "id": body,
                "name": (names or {}).get(body, body.title()),
                "region": (regions or {}).get(body, ""),
                "website": f"http://{body}.example/",
            }
            for body in verdicts
        ),
        results=tuple(_body(body, letters, quote) for body, letters in verdicts.items()),
        version="1", judged_on=date(2026, 11, 21), started="2026-11-21T09:00:00Z",
        finished="2026-11-21T09:01:00Z",
    )  # fmt: skip


def write(folder: Path, result: AuditResult, **options: object) -> Post:
    """Store an audit and write its post beside the database."""
    audit = write_audit(folder / "doorstep.db", result)
    return write_post(folder / "doorstep.db", audit, folder, **options)


def words_of(post: Post) -> str:
    """Give what a reader of the page sees, on one line."""
    tree = LexborHTMLParser(post.html.read_text(encoding="utf-8"))
    for node in tree.css("script, style, svg"):
        node.decompose()
    return clean(tree.body.text())


def figures_of(path: Path) -> list[dict]:
    text = path.read_text(encoding="utf-8")
    start = text.index("[", text.index("doorstep-figures"))
    return json.JSONDecoder().raw_decode(text[start:])[0]


def as_read(path: Path) -> LexborHTMLParser:
    """Parse the page, or the Markdown as a reader's Markdown would render it."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        body = text.split("---\n", 2)[2]
        text = (
            MarkdownIt("commonmark", {"html": True, "linkify": False}).enable("table").render(body)
        )
    return LexborHTMLParser(text)


def tables_of(path: Path) -> list[list[list[str]]]:
    return [
        [[clean(cell.text()) for cell in row.css("th, td")] for row in table.css("tr")]
        for table in as_read(path).css("table")
    ]


LONDON = {
    "verdicts": {
        "ash": "mmmmn", "birch": "mmnmn", "cob": "mnnnn", "dun": "nnnun", "elm": "uuuuu",
        "fen": "mmmmu", "gorse": "mnnnn",
    },
    "regions": {
        "ash": "North", "birch": "South", "cob": "London", "dun": "London", "elm": "London",
        "fen": "North", "gorse": "London",
    },
}  # fmt: skip
HOSTILE = (
    '"><script>alert(1)</script>',
    "[x](javascript:alert(2)) ![y](http://evil.example/p.png)",
    "a | b `c` *d* _e_ # f {{ site.title }} {% raw %} {{< x >}} [gallery]",
    "line\n# two\n- three\r\n<!-- --> --> ]]> \u202e",
    "=cmd() http://evil.example www.evil.example me@evil.example",
)


@pytest.fixture(scope="module")
def london(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Post]:
    folder = tmp_path_factory.mktemp("london")
    return folder / "doorstep.db", write(folder, make_audit(**LONDON))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Post:
    verdicts = dict(zip("abcde", ("mmmmm", "mnmna", "mmnnn", "nnnnn", "uuuuu"), strict=True))
    names = dict(zip("abcde", HOSTILE, strict=True))
    return write(
        tmp_path_factory.mktemp("hostile"),
        make_audit(verdicts, regions=names, names=names, quote="\n".join(HOSTILE)),
        site_url="http://127.0.0.1:8001/",
    )


def test_every_figure_equals_its_query(london: tuple[Path, Post]) -> None:
    db, post = london
    with closing(sqlite3.connect(db)) as connection:
        for figure in figures_of(post.html):
            rows = [list(row) for row in connection.execute(figure["sql"], figure["params"])]
            lone = len(rows) == 1 and len(rows[0]) == 1

            assert figure["value"] == (rows[0][0] if lone else rows), figure["id"]
    assert figures_of(post.html) == figures_of(post.markdown)


@pytest.mark.parametrize("kind", ["markdown", "html"])
def test_every_figure_is_shown_with_a_link_to_its_query(
    london: tuple[Path, Post], kind: str
) -> None:
    path = getattr(london[1], kind)
    links = {
        link.attributes["href"].partition("#figure-")[2]: clean(link.text())
        for link in as_read(path).css('a[href*="#figure-"]')
    }

    for figure in figures_of(path):
        words_shown = links[figure["id"]]
        assert words_shown == figure["shown"] or isinstance(figure["shown"], list), figure["id"]
    assert set(links) == {figure["id"] for figure in figures_of(path)}


def test_the_tables_equal_the_views(london: tuple[Path, Post]) -> None:
    db, post = london
    with closing(sqlite3.connect(db)) as connection:
        league = connection.execute(
            "select name, region, printf('%.1f', score) from league_table "
            "where score is not null order by rank, name"
        ).fetchall()
        counts = {
            ask: [str(met), str(not_found), str(unknown)]
            for ask, met, not_found, unknown in connection.execute(
                "select ask, met, not_found, unknown from by_criterion"
            )
        }
    tables = tables_of(post.html)

    assert [tuple(row[1:4]) for row in tables[0][1:7]] == league
    assert {row[0]: [row[3], row[4], row[6]] for row in tables[1][1:]} == counts


def test_markdown_renders_to_the_same_tables_and_sentences(london: tuple[Path, Post]) -> None:
    post = london[1]
    page, text = as_read(post.html), as_read(post.markdown)

    assert tables_of(post.markdown) == tables_of(post.html)
    assert [clean(one.text()) for one in text.css("li")] == [
        clean(one.text()) for one in page.css("main li")
    ]


def test_the_same_database_gives_the_same_bytes(london: tuple[Path, Post], tmp_path: Path) -> None:
    db, post = london
    again = write_post(db, "crawl-list-1", tmp_path)

    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == [
        "crawl-list-1-clicks.svg",
        "crawl-list-1-criteria.svg",
        "crawl-list-1-regions.svg",
        "crawl-list-1-scores.svg",
        "crawl-list-1.html",
        "crawl-list-1.md",
    ]
    for name in names:
        assert (tmp_path / name).read_bytes() == (post.html.parent / name).read_bytes()
    assert (again.markdown.name, again.html.name) == (names[5], names[4])


def test_every_chart_in_the_markdown_lies_beside_it(london: tuple[Path, Post]) -> None:
    post = london[1]
    images = as_read(post.markdown).css("img")

    assert len(images) == 4
    for image in images:
        assert (post.markdown.parent / image.attributes["src"]).is_file()
        assert len(image.attributes["alt"]) > 40


@pytest.mark.parametrize("kind", ["markdown", "html"])
def test_a_post_verifies_until_one_finding_changes(
    london: tuple[Path, Post], tmp_path: Path, kind: str
) -> None:
    db, post = london
    path = getattr(post, kind)
    changed = shutil.copy(db, tmp_path / "doorstep.db")
    assert verify_post(changed, path) == len(figures_of(path))

    with closing(sqlite3.connect(changed)) as connection, connection:
        connection.execute(
            "update findings set outcome = 'not_found' where body = 'ash' and criterion = 'foi-how'"
        )
    with pytest.raises(ReportError, match=r"figure headline-foi-how no longer holds: .*5, 6.*4, 6"):
        verify_post(changed, path)


@pytest.mark.parametrize("kind", ["markdown", "html"])
def test_a_number_edited_by_hand_does_not_verify(
    london: tuple[Path, Post], tmp_path: Path, kind: str
) -> None:
    db, post = london
    text = getattr(post, kind).read_text(encoding="utf-8")
    path = tmp_path / getattr(post, kind).name

    edges = {"html": (">", "</"), "markdown": ("[", "]["), "table": ("| ", " |")}
    for figure, was, now in (("headline-foi-how", "5 of 6", "6 of 6"), ("league", "91.7", "99.7")):
        in_table = figure == "league" and kind == "markdown"
        start, end = edges["table" if in_table else kind]
        edited = text.replace(f"{start}{was}{end}", f"{start}{now}{end}", 1)
        path.write_text(edited, encoding="utf-8")
        with pytest.raises(ReportError, match=f"figure {figure} was edited"):
            verify_post(db, path)


def test_what_is_no_post_is_refused_with_the_remedy(
    london: tuple[Path, Post], tmp_path: Path
) -> None:
    db, post = london
    path = tmp_path / "post.md"
    path.write_text("# Mine", encoding="utf-8")
    with pytest.raises(ReportError, match="0 lists of figures"):
        verify_post(db, path)
    path.write_text("<!-- doorstep-figures\n[{}]\n-->", encoding="utf-8")
    with pytest.raises(ReportError, match="cannot be read"):
        verify_post(db, path)
    with pytest.raises(ReportError, match="there is no post here"):
        verify_post(db, tmp_path / "none.md")
    with pytest.raises(ReportError, match="there is no audit 'none'"):
        write_post(db, "none", tmp_path)
    assert verify_post(db, post.html)


@pytest.mark.parametrize(
    "sql",
    [
        "delete from findings",
        "attach database '{}/x.db' as x",
        "pragma user_version = 3",
        "create table x (y)",
    ],
)
def test_a_strangers_query_can_only_read(
    london: tuple[Path, Post], tmp_path: Path, sql: str
) -> None:
    figure = {"id": "a", "value": 1, "shown": "1", "params": {}, "sql": sql.format(tmp_path)}
    path = tmp_path / "post.md"
    path.write_text(f"<!-- doorstep-figures\n{embedded_json([figure])}\n-->", encoding="utf-8")

    with pytest.raises(ReportError, match="figure a: its query fails"):
        verify_post(london[0], path)
    assert not (tmp_path / "x.db").exists()


def test_front_matter_is_plain_yaml(london: tuple[Path, Post], hostile: Post) -> None:
    expected = {"date", "title", "slug", "description", "tags", "draft"}
    for post in (london[1], hostile):
        _, matter, _ = post.markdown.read_text(encoding="utf-8").split("---\n", 2)
        found = yaml.safe_load(matter)

        assert set(found) == expected
        assert found["date"] == date(2026, 11, 21)
        assert found["draft"] is False
        assert "\n" not in found["title"]


def test_the_words_a_template_uses_are_the_words_documented() -> None:
    env = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    env.filters |= dict.fromkeys(("prose", "address", "svg"), str)
    for kind in ("md", "html"):
        used: set[str] = set()
        for path in [TEMPLATES / f"post.{kind}.j2", *TEMPLATES.glob(f"partials/*.{kind}.j2")]:
            used |= meta.find_undeclared_variables(env.parse(path.read_text(encoding="utf-8")))
        local = {"chart", "table", "folded"}
        only = {
            "md": {"front_matter", "slug", "figures"},
            "html": {"title", "description", "kicker", "day", "day_iso", "home", "style", "policy"},
        }

        others = only["html" if kind == "md" else "md"]
        assert used - local == set(documented()) - others, kind
    assert all(documented().values())


def test_a_template_of_ones_own_replaces_or_extends(
    london: tuple[Path, Post], tmp_path: Path
) -> None:
    db, _ = london
    own = tmp_path / "mine.md.j2"
    own.write_text("# {{ title }}\n{% for t in headlines %}\n- {{ t | prose }}\n{% endfor %}\n")
    post = write_post(db, "crawl-list-1", tmp_path / "a", template=own)
    assert post.markdown.read_text().startswith("# Open doors: 7 websites compared\n- **Most**")
    assert "<h2>In short</h2>" in post.html.read_text()

    page = tmp_path / "mine.html"
    page.write_text('{% extends "post.html.j2" %}{% block method %}<p>My own.</p>{% endblock %}')
    post = write_post(db, "crawl-list-1", tmp_path / "b", template=page)
    assert "<p>My own.</p>" in post.html.read_text()
    assert verify_post(db, post.html)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ titel }}", "'titel' is undefined"),
        ("\n{% for %}", "line 2"),
        ('{% include "x" %}', "x"),
    ],
)
def test_a_faulty_template_is_explained(
    london: tuple[Path, Post], tmp_path: Path, text: str, message: str
) -> None:
    own = tmp_path / "mine.md.j2"
    own.write_text(text)

    with pytest.raises(ReportError, match=message):
        write_post(london[0], "crawl-list-1", tmp_path / "out", template=own)
    assert not (tmp_path / "out").exists()


def test_what_could_not_be_seen_is_told_and_counts_against_nobody(
    london: tuple[Path, Post],
) -> None:
    text = words_of(london[1])

    assert "Of one body nothing could be judged." in text
    assert "Elm: the name of the site is not known." in text
    assert "Of these, six could be judged." in text
    hardest = text[text.index("The hardest to find things on") : text.index("What we could not")]
    assert "Dun: 4 of the 4 things" in hardest
    assert "Elm" not in hardest


def test_london_is_set_beside_the_rest_only_where_it_is_named(
    london: tuple[Path, Post], tmp_path: Path
) -> None:
    text = words_of(london[1])
    assert (
        "London is harder to find things out about than the rest: "
        "its sites score 17 on average, the others 89." in text
    )
    assert "London’s three scored sites have a mean of 17 against 89 elsewhere." in text
    assert "The gap is widest in meetings (0 there, 100 elsewhere)." in text

    regions = {body: name.replace("London", "East") for body, name in LONDON["regions"].items()}
    other = words_of(write(tmp_path, make_audit(LONDON["verdicts"], regions)))
    assert "elsewhere" not in other
    assert "North has the highest mean score, 96; East the lowest, 17." in other


@pytest.mark.parametrize(
    ("verdicts", "said", "unsaid"),
    [
        (
            {"ash": "mmnna"},
            ["1 website examined", "of the website of one public body.", "The site was found to…",
             "The site was not found to let people watch", "Only Ash could be given a score: 55"],
            ["hardest", "Region", "All of them", "Both"],
        ),
        (
            {"ash": "mmnna", "birch": "mnmnn"},
            ["Both could be judged.", "Neither of the two was found to", "One of the two was",
             "Ash comes first with 55 out of 100; Birch comes last with 42."],
            ["The middle score", "Region by region"],
        ),
        (
            dict.fromkeys(("ash", "birch", "cob"), "mmmnn"),
            ["All three have the same score, 67 out of 100.", "Nothing: every question"],
            ["hardest", "comes first", "The middle score"],
        ),
        (
            dict.fromkeys(("ash", "birch", "cob"), "uuuuu"),
            ["None of them could be judged.", "No score could be given", "Of three bodies nothing"],
            ["hardest", "The best examples", "Section by section", "0%)"],
        ),
    ],
    ids=["one", "two", "ties", "all-unknown"],
)  # fmt: skip
def test_odd_audits_read_well(
    tmp_path: Path, verdicts: dict[str, str], said: list[str], unsaid: list[str]
) -> None:
    post = write(tmp_path, make_audit(verdicts))
    text = words_of(post)

    for words_said in said:
        assert words_said in text
    for words_unsaid in unsaid:
        assert words_unsaid not in text
    assert not re.search(r"\b1 (bodies|sites|pages|clicks|things)\b|\bNone\b(?! of)", text)
    assert verify_post(tmp_path / "doorstep.db", post.markdown)
    assert verify_post(tmp_path / "doorstep.db", post.html)


def test_reviews_say_how_often_the_machine_is_wrong(tmp_path: Path) -> None:
    result = make_audit(**LONDON)
    assert "Nobody has checked these answers by hand yet" in words_of(write(tmp_path, result))

    with closing(sqlite3.connect(tmp_path / "doorstep.db")) as connection, connection:
        connection.executemany(
            "insert into reviews (id, body, criterion, coder, outcome, reviewed, status) "
            "values (?, ?, ?, 'me', ?, '2026-11-22', ?)",
            [
                ("1", "ash", "foi-how", "met", "current"),
                ("2", "birch", "foi-how", "not_found", "current"),
                ("3", "cob", "foi-how", "met", "current"),
                ("4", "dun", "foi-how", "met", "lapsed"),
                ("5", "elm", "foi-how", "met", "current"),
            ],
        )
    post = write_post(tmp_path / "doorstep.db", "crawl-list-1", tmp_path)
    assert (
        "People have checked 3 of the answers by hand, making 3 checks; "
        "they disagreed with the machine once (33.3 per cent)." in words_of(post)
    )


def test_hostile_text_is_only_text_in_the_page(hostile: Post) -> None:
    tree = LexborHTMLParser(hostile.html.read_text(encoding="utf-8"))

    assert [node.attributes.get("type") for node in tree.css("script")] == ["application/json"]
    assert not tree.css("img, iframe, object, embed, form")
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            assert not name.startswith("on"), name
            assert not (value or "").strip().lower().startswith("javascript:")
    for link in tree.css("[href], [src]"):
        address = link.attributes.get("href") or link.attributes.get("src")
        assert re.match(
            r"http://(127\.0\.0\.1:8001/|[abcde]\.example/)|#|data:,|https://ex", address
        )


def test_hostile_text_is_only_text_in_markdown(hostile: Post) -> None:
    text = hostile.markdown.read_text(encoding="utf-8")
    tree = as_read(hostile.markdown)

    assert "{{" not in text
    assert "{%" not in text
    assert not tree.css("script, iframe, [onerror]")
    assert {image.attributes["src"] for image in tree.css("img")} == {
        path.name for path in hostile.markdown.parent.glob("*.svg")
    }
    for link in tree.css("a"):
        assert re.match(r"http://(127\.0\.0\.1:8001/|[abcde]\.example/)|https://ex",
                        link.attributes["href"])  # fmt: skip
    headings = [clean(one.text()) for one in tree.css("h1, h2, h3")]
    assert not [one for one in headings if one.startswith("two")]
    assert tables_of(hostile.markdown) == tables_of(hostile.html)
    assert clean(HOSTILE[2]) in [row[1] for row in tables_of(hostile.markdown)[0]]


def test_the_shared_sample_makes_a_post_that_verifies(sample_home: Path, tmp_path: Path) -> None:
    post = write_post(sample_home / "doorstep.db", "ccgs-20140806-090000-doors-1", tmp_path)

    assert verify_post(sample_home / "doorstep.db", post.markdown)
    assert verify_post(sample_home / "doorstep.db", post.html)
    assert "All four name the people on their board." in words_of(post)
    assert "“Are board papers published?” Yes for 1 of 4." in words_of(post)
