"""The command that says why a body got its verdicts: explain."""

from collections import Counter
from contextlib import closing

import click
from sqlite_utils import Database

from audit.database import read_database
from audit.lookup import finding, findings_of, known_audit
from audit.model import Finding
from crawler.reasons import REASONS
from doorstep.screen import say
from doorstep.workspace import Workspace
from reports.words import plural

OUTCOMES = {
    "met": "yes",
    "not_found": "not found",
    "not_applicable": "does not apply",
    "unknown": "could not tell",
}
"""What a verdict is called in a terminal."""

_MOST_UNREAD = 12


@click.command()
@click.argument("body")
@click.argument("criterion", required=False)
@click.option(
    "--audit", "audit_id", metavar="AUDIT", help="The audit to explain; by default the newest."
)
@click.pass_obj
def explain(
    workspace: Workspace, /, body: str, criterion: str | None, audit_id: str | None
) -> None:
    """Say why BODY got its verdicts.

    Shows the evidence, what looked like it but did not count, the pages searched, and what could
    not be read.

    \b
    Example:
      doorstep explain nhs-barford-icb
      doorstep explain nhs-barford-icb meetings-streamed
    """
    database = read_database(workspace.database)
    with closing(database.conn):
        name = known_audit(database, audit_id)
        asks = dict(
            database.execute(
                "select c.id, c.ask from criteria as c join audits as a "
                "on a.checklist = c.checklist where a.id = ?",
                [name],
            ).fetchall()
        )
        if criterion is None:
            _explain_all(name, body, asks, findings_of(database, name, body))
        else:
            _explain_one(asks, finding(database, name, body, criterion))
        _explain_unread(database, name, body)


def _explain_all(audit: str, body: str, asks: dict[str, str], found: tuple[Finding, ...]) -> None:
    counted = Counter(str(one.outcome) for one in found)
    said = ", ".join(f"{counted[o]} {words}" for o, words in OUTCOMES.items() if counted[o])
    say(f"{body} in {audit}: {said}")
    for one in found:
        say(f"{OUTCOMES[one.outcome]:15} {asks[one.criterion]} [{one.criterion}]", indent=2)


def _explain_one(asks: dict[str, str], one: Finding) -> None:
    say(f"{asks[one.criterion]} {OUTCOMES[one.outcome].capitalize()}.")
    if one.outcome == "met":
        clicks = one.clicks or 0
        say(f"Found {clicks} {plural(clicks, 'click')} from the home page:")
    elif one.reason:
        say(f"Because: {REASONS.get(one.reason, one.reason)}.")
    for proof in one.evidence:
        source = proof.source
        say(f"“{proof.quote}”", indent=2)
        say(f"{source.url}, {source.captured}", indent=4)
        say(f"{source.warc} at {source.offset}, {source.digest}", indent=4)
    if one.near:
        say("Looked like it, but did not count:")
    for miss in one.near:
        say(f"“{miss.quote}”", indent=2)
        say(f"{miss.source.url}: {miss.why}", indent=4)
    say(f"Searched: {one.searched}.")


def _explain_unread(database: Database, audit: str, body: str) -> None:
    rows = database.execute(
        "select p.url, p.reason from pages as p join audits as a on a.crawl = p.crawl "
        "where a.id = ? and p.body = ? and p.reason not in ('ok', 'not_modified', 'duplicate') "
        "and not (p.link_text in ('robots.txt', 'sitemap') and p.parent = '') "
        "order by p.clicks, p.url",
        [audit, body],
    ).fetchall()
    if rows:
        say(f"Not read of this body ({len(rows)}):")
    for url, reason in rows[:_MOST_UNREAD]:
        say(f"{url}: {REASONS.get(reason, reason)}", indent=2)
    if len(rows) > _MOST_UNREAD:
        say(f"and {len(rows) - _MOST_UNREAD} more", indent=2)
