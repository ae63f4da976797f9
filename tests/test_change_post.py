"""The change post: what was gained and lost, who moved, came and went, and why."""

import json
import re
import shutil
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, meta
from selectolax.lexbor import LexborHTMLParser

from audit.model import AuditResult
from audit.store import write_audit
from reports import change_post, words
from reports.change_post import write_change_post
from reports.errors import ReportError
from reports.post import Post, verify_post

OLD, NEW = "ccgs-20130806-090000", "ccgs-20140806-090000"
OUTCOMES = {"m": "met", "n": "not_found", "a": "not_applicable", "u": "unknown"}
Maker = Callable[..., AuditResult]
TEMPLATES = Path(words.__file__).parent / "templates"
CHECKLIST = Path(words.__file__).parents[1] / "checklists" / "ccg-engagement.yml"


@pytest.fixture
def survey(sample_audit: Maker, tmp_path: Path) -> Callable[..., str]:
    """Store an audit whose verdicts are letters, four a body; gives its id."""

    def store(
        crawl: str,
        verdicts: Mapping[str, str],
        *,
        rules: str = "sha256:1",
        version: str = "0.1.0",
        judged: str = "",
        names: Mapping[str, str] | None = None,
        successors: Mapping[str, str] | None = None,
    ) -> str:
        year = crawl.split("-")[1][:4]
        result = sample_audit(crawl, f"{judged or year + '-08-07'}T10:00:00Z")
        likeness = {one.body: one for one in result.results}
        good = likeness["ashdale"]
        results, bodies = [], []
        for body, letters in verdicts.items():
            pages = tuple(replace(p, id=f"{p.id}:{body}", body=body) for p in good.pages)
            findings = tuple(
                replace(
                    one,
                    body=body,
                    outcome=OUTCOMES[letter],
                    evidence=one.evidence if letter == "m" else (),
                )
                for one, letter in zip(good.findings, letters, strict=True)
            )
            results.append(replace(good, body=body, pages=pages, facts=(), findings=findings))
            bodies.append(
                {
                    "id": body,
                    "name": (names or {}).get(body, body.title()),
                    "region": "North",
                    "website": f"http://www.{body}.example/",
                    "successor": (successors or {}).get(body, ""),
                }
            )
        checklist = replace(result.checklist, digest=rules)
        return write_audit(
            tmp_path / "doorstep.db",
            replace(
                result,
                checklist=checklist,
                bodies=tuple(bodies),
                results=tuple(results),
                version=version,
            ),
        )

    return store


def write(folder: Path, audit: str, against: str, **options: object) -> Post:
    post = write_change_post(folder / "doorstep.db", audit, against, folder, **options)
    for path in (post.markdown, post.html):
        assert verify_post(folder / "doorstep.db", path) > 0
    return post


def words_of(post: Post) -> str:
    tree = LexborHTMLParser(post.html.read_text(encoding="utf-8"))
    tree.strip_tags(["script", "style"])
    return re.sub(r"\s+", " ", tree.body.text(separator="", strip=False))


def causes(post: Post) -> dict[str, list]:
    text = post.html.read_text(encoding="utf-8")
    listed = json.loads(re.search(r'id="doorstep-figures">\n(.*?)\n</script>', text, re.DOTALL)[1])
    return {
        (row[0], row[1]): row[4]
        for one in listed
        if one["id"].startswith("table-")
        for row in one["value"]
    }


FOUR = ("board-named", "board-papers", "email-visible", "social-profile")


def test_the_same_rules_leave_only_the_site_and_the_coverage(survey, tmp_path) -> None:
    old = survey(OLD, {"ash": "mnmm", "birch": "mmmu", "cob": "nnnn"})
    new = survey(NEW, {"ash": "mmmn", "birch": "umma", "cob": "nnnn"})
    post = write(tmp_path, new, old)
    why = causes(post)

    assert set(why.values()) == {"site", "coverage"}
    assert len(why) == 4
    text = words_of(post)
    assert "One thing was gained on one site, all of it the site’s own doing." in text
    assert "One thing was lost on one site" in text
    assert "12 answers that can be set side by side, 4 are not as before" in text
    assert "Both audits used the same checklist and the same version" in text


@pytest.mark.parametrize(
    ("rules", "version", "cause"),
    [
        ("sha256:2", "0.1.0", "checklist"),
        ("sha256:1", "0.2.0", "tool"),
        ("sha256:2", "0.2.0", "rules"),
    ],
)
def test_the_cause_is_measured_on_the_old_crawl(survey, tmp_path, rules, version, cause) -> None:
    old = survey(OLD, {"ash": "mnma", "birch": "mmmm"})
    new = survey(NEW, {"ash": "mmnn", "birch": "mmmm"}, rules=rules, version=version)
    assert set(causes(write(tmp_path, new, old)).values()) == {"unmeasured"}

    middle = survey(
        OLD, {"ash": "mmmm", "birch": "mnmm"}, rules=rules, version=version, judged="2013-08-07"
    )
    post = write(tmp_path, new, old)
    why = causes(post)
    asks = {ask.split()[-1]: cause for (_, ask), cause in why.items()}
    assert asks == {"published?": cause, "shown?": "site", "media?": "both"}
    assert middle in words_of(post)
    assert "On one answer the site and the rules changed in opposite directions" in words_of(post)


def test_the_same_crawl_never_blames_the_site(survey, tmp_path) -> None:
    old = survey(OLD, {"ash": "mnmm"})
    ruled = survey(OLD, {"ash": "mmmm"}, rules="sha256:2")
    assert set(causes(write(tmp_path, ruled, old)).values()) == {"checklist"}

    later = survey(OLD, {"ash": "mnnm"}, judged="2013-12-01")
    post = write(tmp_path, later, old)
    assert set(causes(post).values()) == {"day"}
    assert "no site can have changed" in words_of(post)


def test_a_person_who_corrects_the_machine_is_named_as_the_cause(survey, tmp_path) -> None:
    old = survey(OLD, {"ash": "mnmm", "birch": "nnnn"})
    new = survey(NEW, {"ash": "mnmm", "birch": "nnnm"})
    row = ("r1", "ash", "board-papers", "c", "met", "", "2014-09-01", "", "", "")
    with closing(sqlite3.connect(tmp_path / "doorstep.db")) as conn, conn:
        conn.execute("insert into reviews values (?,?,?,?,?,?,?,?,?,?)", row)
    why = causes(write(tmp_path, new, old))

    assert sorted(why.values()) == ["person", "site"]
    with closing(sqlite3.connect(tmp_path / "doorstep.db")) as conn, conn:
        conn.execute("update reviews set status = 'lapsed'")
    assert list(causes(write(tmp_path, new, old)).values()) == ["site"]


def test_bodies_that_come_merge_and_go_are_followed(survey, tmp_path) -> None:
    heirs = {"ash": "vale", "birch": "vale", "cob": "dale", "elm": "far"}
    old = survey(
        OLD,
        {
            "ash": "mnnn",
            "birch": "nmnn",
            "cob": "nnnn",
            "dale": "nnnn",
            "elm": "m" * 4,
            "fir": "nnnn",
        },
        successors=heirs,
    )
    new = survey(NEW, {"vale": "mnmn", "dale": "nnnn", "gorse": "nnnn"})
    post = write(tmp_path, new, old)
    why, text = causes(post), words_of(post)

    assert {name for name, _ in why} == {"Vale"}
    assert len(why) == 2  # papers were lost, the address was gained, the board was named by one
    assert "One body is new: Gorse." in text
    assert "Vale carries on Ash and Birch." in text
    assert "Cob has closed; its work is now with Dale." in text
    assert "Elm has closed, and the body that carries it on was not asked." in text
    assert "Fir was asked then but not now" in text


def test_who_moved_up_and_down_is_told_with_ranks_and_points(survey, tmp_path) -> None:
    old = survey(OLD, {"ash": "nnnn", "birch": "mmmm", "cob": "mmnn"})
    new = survey(NEW, {"ash": "mmmm", "birch": "mmnn", "cob": "mmnn"})
    text = words_of(write(tmp_path, new, old))

    assert "Rose most: Ash by 100 points (from 3rd to 1st)." in text
    assert "Fell most: Birch by 44.4 points (from 1st to 2nd)." in text


def test_nothing_changed_reads_well(survey, tmp_path) -> None:
    old, new = survey(OLD, {"ash": "mnmm"}), survey(NEW, {"ash": "mnmm"})
    text = words_of(write(tmp_path, new, old))

    assert "Nothing was gained." in text
    assert "Nothing was lost." in text
    assert "No answer changed" in text
    assert "No score changed" in text


def test_audits_that_cannot_be_compared_are_refused(survey, tmp_path) -> None:
    old, new = survey(OLD, {"ash": "mnmm"}), survey(NEW, {"ash": "mnmm"})
    for audit, against, said in (
        (new, new, "against itself"),
        (old, new, "is the later of the two"),
        (new, "none", "there is no audit 'none'"),
    ):
        with pytest.raises(ReportError, match=said):
            write_change_post(tmp_path / "doorstep.db", audit, against, tmp_path)


def test_a_changed_finding_makes_verify_fail_naming_the_figure(survey, tmp_path) -> None:
    old, new = survey(OLD, {"ash": "mnmm"}), survey(NEW, {"ash": "mmmm"})
    post = write(tmp_path, new, old)
    with closing(sqlite3.connect(tmp_path / "doorstep.db")) as conn, conn:
        conn.execute("update findings set outcome = 'not_found' where audit = ?", [new])
    for path in (post.markdown, post.html):
        with pytest.raises(ReportError, match="figure differ no longer holds"):
            verify_post(tmp_path / "doorstep.db", path)


def test_it_is_written_twice_alike_and_hostile_names_stay_text(survey, tmp_path) -> None:
    names = {"ash": '"><script>alert(1)</script>', "birch": "[x](javascript:alert(1)) | `a`"}
    old = survey(OLD, {"ash": "mnmm", "birch": "nnnn"}, names=names)
    new = survey(NEW, {"ash": "nmmm", "birch": "mnnn"}, names=names)
    first = write(tmp_path, new, old)
    kept = [path.read_bytes() for path in (first.markdown, first.html)]
    again = write(tmp_path, new, old)

    assert [path.read_bytes() for path in (again.markdown, again.html)] == kept
    assert "<script>alert" not in first.html.read_text("utf-8")
    body = first.markdown.read_text("utf-8").partition("<!-- doorstep-figures")[0]
    assert "](javascript" not in body


def test_the_words_a_template_uses_are_the_words_documented() -> None:
    env = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    env.filters |= dict.fromkeys(("prose", "svg", "address"), str)
    used: set[str] = set()
    for name in ("change.md.j2", "change.html.j2"):
        source = env.loader.get_source(env, name)[0]
        used |= meta.find_undeclared_variables(env.parse(source))
    assert used - {"table", "chart", "folded"} | {"slug"} == set(change_post.documented())
    assert all(change_post.documented().values())


def test_the_command_judges_the_old_crawl_again_by_the_new_rules(
    demo_home: Path, run_doorstep, tmp_path
) -> None:
    home = tmp_path / "home"
    shutil.copytree(demo_home, home)
    first = next((home / "crawls").iterdir())
    for file in first.glob("fetches*.jsonl"):  # one body is enough to judge twice
        lines = file.read_text("utf-8").splitlines(keepends=True)
        file.write_text("".join(line for line in lines if "marlgate-ccg" in line), "utf-8")
    second = home / "crawls" / first.name.replace("demo-2", "demo-9")
    shutil.copytree(first, second)
    info = json.loads((second / "crawl.json").read_text("utf-8"))
    info |= {"id": second.name, "started": "2099-01-01T00:00:00Z"}
    (second / "crawl.json").write_text(json.dumps(info), "utf-8")
    own = tmp_path / "ccg-engagement.yml"
    own.write_text(CHECKLIST.read_text("utf-8") + "# with other rules\n", "utf-8")

    done = run_doorstep("--home", home, "audit", second.name, "--checklist", own)
    assert done.returncode == 0, done.stderr
    old = f"{first.name}-ccg-engagement-1"
    done = run_doorstep("--home", home, "report", "--against", old)
    assert done.returncode == 0, done.stderr
    assert "cannot be measured: the checklist ccg-engagement is no longer" in done.stdout
    done = run_doorstep("--home", home, "report", "--against", old, "--checklist", own)
    assert done.returncode == 0, done.stderr
    assert f"Judging {first.name} again by the new rules" in done.stdout

    with closing(sqlite3.connect(home / "doorstep.db")) as conn:
        kept = dict(conn.execute("select id, status from audits"))
        newest = conn.execute("select audit from newest").fetchone()[0]
    assert kept[f"{first.name}-ccg-engagement-2"] == "comparison"
    assert newest == f"{second.name}-ccg-engagement-1"
