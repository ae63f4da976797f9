"""The published site: whole, relative, alike each time, and free of private addresses."""

import asyncio
import csv
import io
import json
import re
import shutil
import sqlite3
import xml.etree.ElementTree as ET
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

import httpx
import pytest
import yaml
from click.testing import CliRunner
from datasette.app import Datasette
from frictionless import validate
from selectolax.lexbor import LexborHTMLParser

from audit.model import AuditResult, Fact, NearMiss
from audit.store import write_audit
from doorstep.cli import cli
from reports.errors import ReportError
from reports.figures import verify_post
from reports.package import TABLES, VIEWS
from reports.post import write_post
from reports.privacy import Omitted, omit, read_omitted
from reports.publish import publish

PERSONAL = ("jane.doe@nhs.net", "07700 900123", "jane.doe (at) nhs.net", "j.private@example.org")
SAID = f"Dr Jane Doe: {PERSONAL[0]}, {PERSONAL[2]}, {PERSONAL[1]}; info@ashdaleccg.nhs.uk"


def make_home(sample_audit: Callable[..., AuditResult], home: Path) -> Path:
    """Make a workspace of two audits whose pages and quotes hold private addresses."""
    for crawl, started in (
        ("ccgs-20130806-090000", "2013-08-07T10:00:00Z"),
        ("ccgs-20140806-090000", "2014-08-07T10:00:00Z"),
    ):
        result = sample_audit(crawl, started)
        results = []
        for one in result.results:
            if one.body == "ashdale":
                source = one.findings[0].evidence[0].source
                own = {"quote": SAID, "source": source}
                facts = (
                    *one.facts,
                    Fact(kind="person", value="Dr Jane Doe", label="Lay member", **own),
                    Fact(kind="email", value=PERSONAL[0], label="person", **own),
                    Fact(kind="phone", value=PERSONAL[1], owner="person", **own),
                    Fact(kind="email", value=PERSONAL[3], detail={"person": "J"}, **own),
                )
                first = replace(
                    one.findings[0],
                    outcome="met" if crawl.startswith("ccgs-2014") else "not_found",
                    evidence=tuple(
                        replace(proof, quote=SAID, value=PERSONAL[0])
                        for proof in one.findings[0].evidence
                    )
                    if crawl.startswith("ccgs-2014")
                    else (),
                    near=(
                        NearMiss(
                            rule="person", value=f"Dr Jane Doe: {PERSONAL[0]}",
                            quote=SAID, why="it belongs to Dr Jane Doe", source=source,
                        ),
                    ),
                )  # fmt: skip
                pages = tuple(
                    replace(page, text=f"{page.text} {SAID}", link_text=PERSONAL[0])
                    for page in one.pages
                )
                one = replace(  # noqa: PLW2901
                    one, facts=facts, pages=pages, findings=(first, *one.findings[1:])
                )
            results.append(one)
        write_audit(home / "doorstep.db", replace(result, results=tuple(results)))
    return home


@pytest.fixture(scope="module")
def home(sample_audit, tmp_path_factory) -> Path:
    return make_home(sample_audit, tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def site(home: Path, tmp_path_factory) -> Path:
    return publish(home / "doorstep.db", tmp_path_factory.mktemp("site") / "public").parent


def read(site: Path, path: str) -> str:
    return (site / path).read_text("utf-8")


def files(site: Path) -> dict[str, bytes]:
    return {str(p.relative_to(site)): p.read_bytes() for p in site.rglob("*") if p.is_file()}


def test_everything_that_was_promised_is_there(site: Path) -> None:
    there = set(files(site))
    for path in (
        *("index.html", "body/ashdale/index.html", "criterion/board-named/index.html"),
        *("region/london/index.html", "posts/index.html", "data/index.html", "data/doorstep.db"),
        *("codebook/index.html", "privacy/index.html", "datapackage.json", "feed.xml"),
        *("sitemap.xml", "social/index.png", "social/body-ashdale.png", "workflow/doorstep.yml"),
        *("data/metadata.json", "data/settings.json"),
        *(f"data/{name}.csv" for name in (*TABLES, *VIEWS, "politeness")),
    ):
        assert path in there, path
    assert sum(path.startswith("posts/") and path.endswith(".svg") for path in there) >= 4
    assert (site / "social/index.png").read_bytes().startswith(b"\x89PNG")


def test_every_link_resolves_on_disk_and_none_is_absolute(site: Path) -> None:
    ids: dict[Path, set[str]] = {}

    def names(page: Path) -> set[str]:
        if page not in ids:
            tree = LexborHTMLParser(page.read_text("utf-8"))
            ids[page] = {node.attributes["id"] or "" for node in tree.css("[id]")}
        return ids[page]

    checked = 0
    for page in site.rglob("*.html"):
        tree = LexborHTMLParser(page.read_text("utf-8"))
        for node in tree.css("[href], [src]"):
            link = node.attributes.get("href") or node.attributes.get("src") or ""
            parts = urlsplit(link)
            if parts.scheme in {"http", "https", "data"}:
                continue
            assert not link.startswith("/"), (page, link)
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            assert target.is_file(), (page, link)
            if parts.fragment and target.suffix == ".html":
                assert unquote(parts.fragment) in names(target), (page, link)
            checked += 1
    assert checked > 500


def test_no_private_address_is_anywhere_without_the_flag(site: Path, home: Path, tmp_path) -> None:
    private = [one.encode() for one in (*PERSONAL, "7700 900123", "900123", "jane.doe")]
    for path, content in files(site).items():
        for one in private:
            assert one not in content, (path, one)
    assert b"info@ashdaleccg.nhs.uk" in (site / "data/contacts.csv").read_bytes()
    assert "[personal e-mail address" in read(site, "data/facts.csv")
    assert "Dr Jane Doe: [e-mail address]" in read(site, "data/near_misses.csv")
    assert "3 contacts" in read(site, "body/ashdale/index.html") or "Three contacts" in read(
        site, "body/ashdale/index.html"
    )

    asked = publish(home / "doorstep.db", tmp_path / "all", with_personal_contacts=True).parent
    assert PERSONAL[0] in read(asked, "data/facts.csv")


def test_the_demos_people_keep_their_addresses_to_themselves(demo_home: Path, tmp_path) -> None:
    with closing(sqlite3.connect(demo_home / "doorstep.db")) as conn:
        private = [
            row[0].encode()
            for row in conn.execute(
                "select distinct value from facts where kind in ('email', 'phone') "
                "and (label = 'person' or owner = 'person')"
            )
        ]
    assert len(private) > 3
    made = publish(demo_home / "doorstep.db", tmp_path / "public").parent
    for path, content in files(made).items():
        assert not [one for one in private if one in content], path


def test_whoever_asked_is_left_out_of_every_later_publication(home: Path, tmp_path) -> None:
    own = tmp_path / "home"
    shutil.copytree(home, own)
    assert omit(own, "Dr Jane Doe")
    assert not omit(own, "dr jane doe")
    assert omit(own, "info@ashdaleccg.nhs.uk")
    made = publish(own / "doorstep.db", tmp_path / "public", with_personal_contacts=True).parent
    for path, content in files(made).items():
        assert not re.search(rb"jane\W{0,3}doe", content, re.IGNORECASE), path
        assert b"info@ashdaleccg" not in content, path
    with closing(sqlite3.connect(own / "doorstep.db")) as conn:
        audit = conn.execute("select audit from newest").fetchone()[0]
    assert "Jane Doe" not in write_post(own / "doorstep.db", audit, tmp_path).html.read_text(
        "utf-8"
    )
    assert "Dr Ann Example" in read(made, "data/people.csv")


def test_what_means_nobody_in_particular_cannot_be_omitted(tmp_path: Path) -> None:
    for words in ("Jane", "12345", "J D", ""):
        with pytest.raises(ReportError, match="too little to mean one person"):
            omit(tmp_path, words)
    assert read_omitted(tmp_path) == Omitted()


@pytest.mark.parametrize(
    ("words", "text", "left"),
    [
        ("Jane Doe", "Dr JANE  DOE, Chair", "Dr [left out], Chair"),
        ("Jane Doe", "Doe, Jane (Chair)", "[left out] (Chair)"),
        ("Dr Jane Doe", "write to jane.doe@nhs.net", "write to [left out]"),
        ("Jane Doe", "Jane Doering", "Jane Doering"),
        ("Jane Doe", "https://x.example/board/jane-doe/", "https://x.example/board/"),
        ("0113 496 0411", "Ring +44 (0)113 4960411 now", "Ring [left out] now"),
        ("a@b.org", "A@B.org or aa@b.org", "[left out] or aa@b.org"),
    ],
)
def test_omission_finds_a_person_however_written(words: str, text: str, left: str) -> None:
    assert Omitted(words=(words,)).hide(text).replace("  ", " ") == left


def test_the_data_package_is_valid(site: Path) -> None:
    report = validate(str(site / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])[:5]
    package = json.loads(read(site, "datapackage.json"))
    assert {one["path"] for one in package["resources"]} == {
        str(path.relative_to(site)) for path in site.glob("data/*.csv")
    }
    assert all(
        field["description"] for one in package["resources"] for field in one["schema"]["fields"]
    )


def test_no_cell_can_be_run_by_a_spreadsheet(site: Path) -> None:
    seen = 0
    for path in site.glob("data/*.csv"):
        for row in csv.reader(io.StringIO(path.read_text("utf-8"), newline="")):
            for cell in row:
                seen += cell.startswith("'=")
                assert not cell.startswith(("=", "+", "@", "\t", "\r")), (path.name, cell)
                assert not cell.startswith("-") or re.fullmatch(r"-?\d+(\.\d+)?", cell)
    assert seen


def test_a_second_publication_is_the_same_to_the_byte(site: Path, home: Path, tmp_path) -> None:
    first = files(site)
    again = publish(home / "doorstep.db", tmp_path / "elsewhere").parent
    assert files(again) == first
    publish(home / "doorstep.db", again)
    assert files(again) == first


def test_the_posts_verify_against_the_published_database(site: Path) -> None:
    posts = [path for path in site.glob("posts/*.html") if "ccgs" in path.name]
    posts = [path for path in posts if not path.name.endswith("-figures.html")]
    assert len(posts) == 2
    for post in posts:
        assert verify_post(site / "data/doorstep.db", post) > 10
        assert verify_post(site / "data/doorstep.db", post.with_suffix(".md")) > 10


def test_a_post_on_its_figures_page_has_every_figure(site: Path) -> None:
    page = read(site, "posts/ccgs-20140806-090000-doors-1-figures.html")
    assert 'id="figure-league"' in page
    assert "select" in page


def test_the_folder_is_a_ready_datasette(site: Path) -> None:
    async def asked() -> httpx.Response:
        datasette = Datasette([], config_dir=site / "data")
        await datasette.invoke_startup()
        transport = httpx.ASGITransport(app=datasette.app())
        async with httpx.AsyncClient(transport=transport, base_url="http://local") as client:
            return await client.get("/doorstep/my-body.json?body=ashdale&_shape=array")

    with ThreadPoolExecutor(1) as aside:  # the browser's tests may hold this thread's loop
        answer = aside.submit(lambda: asyncio.run(asked())).result()
    assert answer.status_code == 200, answer.text
    assert len(answer.json()) == 4


def test_the_feed_tells_what_changed(site: Path, home: Path, tmp_path: Path) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    root = ET.fromstring(read(site, "feed.xml"))
    titles = [entry.findtext(f"{atom}title") for entry in root.iter(f"{atom}entry")]
    assert "NHS Ashdale CCG: 1 gained" in titles
    ids = [entry.findtext(f"{atom}id") for entry in root.iter(f"{atom}entry")]
    assert len(set(ids)) == len(ids) >= 3

    based = publish(home / "doorstep.db", tmp_path / "b", base_url="https://x.example/s").parent
    places = [node.text for node in ET.fromstring(read(based, "sitemap.xml")).iter() if node.text]
    assert "https://x.example/s/body/ashdale/" in places
    assert 'href="https://x.example/s/body/ashdale/index.html"' in read(based, "feed.xml")
    assert "https://x.example/s/social/body-ashdale.png" in read(based, "body/ashdale/index.html")


def test_the_codebook_and_privacy_pages_say_what_they_must(site: Path) -> None:
    codebook, privacy = read(site, "codebook/index.html"), read(site, "privacy/index.html")
    assert "Does the site name the people on its board?" in codebook
    assert "board-named" in codebook
    assert "Weight met out of weight decided" in codebook
    assert "who@example.org" in privacy
    assert "every later publication" in privacy


def test_the_workflow_crawls_on_a_schedule_and_publishes(site: Path) -> None:
    flow = yaml.safe_load(read(site, "workflow/doorstep.yml"))
    assert flow[True]["schedule"]
    assert flow["env"]["REGISTER"] == "ccgs"
    assert flow["env"]["CHECKLIST"] == "doors"
    runs = [step.get("run", "") for step in flow["jobs"]["survey"]["steps"]]
    assert any("doorstep run" in run for run in runs)
    assert any("doorstep publish" in run for run in runs)


def test_a_folder_of_other_files_is_never_replaced(home: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(ReportError, match="did not publish"):
        publish(home / "doorstep.db", tmp_path)
    assert (tmp_path / "letter.txt").read_text() == "mine"
    with pytest.raises(ReportError, match="not a web address"):
        publish(home / "doorstep.db", tmp_path / "new", base_url="example.org")
    assert not (tmp_path / "new").exists()


def test_the_commands_publish_and_omit(home: Path, tmp_path: Path) -> None:
    own = tmp_path / "home"
    shutil.copytree(home, own)
    said = CliRunner().invoke(cli, ["--home", str(own), "omit", "Jane", "Doe"])
    assert "Jane Doe: left out from now on" in said.output
    said = CliRunner().invoke(cli, ["--home", str(own), "publish", str(tmp_path / "public")])
    assert said.output.strip().endswith("index.html")
    assert "Jane Doe" not in (tmp_path / "public/body/ashdale/index.html").read_text("utf-8")
    said = CliRunner().invoke(
        cli, ["--home", str(tmp_path / "none"), "publish", str(tmp_path / "p")]
    )
    assert "there is no database yet" in str(said.exception)
