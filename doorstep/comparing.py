"""Compare two audits, judging the old crawl again by the new rules where that is needed."""

from contextlib import closing
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from audit.checklist import Checklist, read_checklist
from audit.database import read_database
from audit.errors import AuditError
from audit.lookup import known_audit
from crawler.errors import DoorstepError
from doorstep.judging import do_audit
from doorstep.screen import say
from doorstep.workspace import Workspace
from reports.change_cells import PAIR
from reports.change_post import write_change_post
from reports.post import Post


def do_compare(
    workspace: Workspace,
    pair: tuple[str | None, str],
    *,
    checklist: str | None = None,
    template: Path | None = None,
    site: str,
) -> Post:
    """Write what changed between two audits: the later (by default the newest) and the earlier."""
    database = read_database(workspace.database)
    with closing(database.conn):
        names = {
            "audit": known_audit(database, pair[0]),
            "against": known_audit(database, pair[1]),
        }
        cursor = database.conn.execute(PAIR, names)
        columns = [column[0] for column in cursor.description]
        known = dict(zip(columns, cursor.fetchone(), strict=True))
        rules = "select crawl, checklist_digest, version, judged_on from audits where id = ?"
        now = database.conn.execute(rules, [names["audit"]]).fetchone()
        was = database.conn.execute(rules, [names["against"]]).fetchone()
    if _needs_judging(names, known):
        missing = _judge_again(workspace, was[0], was[3], now[1:3], checklist or known["checklist"])
        if missing:
            say(f"The causes of change cannot be measured: {missing}")
    return write_change_post(
        workspace.database,
        names["audit"],
        names["against"],
        workspace.reports,
        site_url=site,
        template=template,
    )


def _needs_judging(names: dict[str, str], known: dict[str, Any]) -> bool:
    """Say whether the rules differ, and nobody has judged the old crawl by the new ones."""
    return (
        names["audit"] != names["against"] and known["middle"] is None and not known["same_crawl"]
    )


def _judge_again(
    workspace: Workspace, crawl: str, day: str, rules: tuple[str, str], checklist: str
) -> str:
    """Judge an old crawl by the rules of the newer audit; says why where that cannot be done."""
    digest, tool = rules
    if tool != version("doorstep"):
        return (
            f"the newer audit was made by Doorstep {tool}, this is {version('doorstep')}; "
            "judge the newer crawl again with `doorstep audit` and compare that"
        )
    try:
        folder, read = workspace.crawl(crawl), _read(checklist)
    except DoorstepError as error:
        return str(error)
    if read.digest != digest:
        return (
            f"the checklist {checklist} is no longer what the newer audit used; name that with "
            "--checklist, or judge the newer crawl again with `doorstep audit`"
        )
    say(f"Judging {crawl} again by the new rules, to tell what the sites changed from what we did")
    do_audit(workspace, folder, read, date.fromisoformat(day), status="comparison")
    return ""


def _read(checklist: str) -> Checklist:
    try:
        return read_checklist(checklist)
    except AuditError as error:
        raise DoorstepError(f"{error}; name its file with --checklist") from error
