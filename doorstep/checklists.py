"""The commands on checklists: write a new one, check one, explain one."""

import json
import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import click

from audit.calls import meant
from audit.checklist import Checklist, Criterion, read_checklist, shipped_checklists
from audit.examples import run_examples
from audit.skeleton import skeleton
from crawler.errors import DoorstepError
from doorstep.screen import clean, say, table
from doorstep.workspace import Workspace
from reports.codebook import as_html, as_markdown, codebook

_YAML = (".yml", ".yaml")
_HTML = (".html", ".htm")


@click.group()
def checklist() -> None:
    """Write, check and explain checklists.

    \b
    Example:
      doorstep checklist new my-own.yml
      doorstep checklist check my-own.yml
    """


@checklist.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--title", default="", metavar="TEXT", help="What readers see above the results.")
@click.pass_obj
def new(workspace: Workspace, /, file: Path, *, title: str) -> None:
    """Write a new checklist to fill in, with two questions that work.

    FILE is YAML with every key, rule and kind of page explained in it; no Python is needed.

    \b
    Example:
      doorstep checklist new my-own.yml
      doorstep checklist new doors.yml --title "Are the doors open?"
    """
    if file.suffix not in _YAML:
        named = file.with_suffix(".yml")
        raise DoorstepError(f"{file}: a checklist is a YAML file; call it {named}")
    if os.path.lexists(file):
        raise DoorstepError(f"{file}: is there already and stays as it is; choose another name")
    if file.stem in shipped_checklists():
        raise DoorstepError(
            f"{file}: {file.stem} is the name of a shipped checklist, and results are kept by "
            "name; choose another"
        )
    today = datetime.now(UTC).date()
    _write(file, skeleton(title=" ".join(clean(title).split()), today=today))
    say(f"{file}: two questions that work; change them, and add your own")
    say("next: " + workspace.command("checklist", "check", str(file)))
    say("      " + workspace.command("audit", "--checklist", str(file)))


@checklist.command()
@click.argument("name")
@click.option("--criterion", metavar="ID", help="One question only.")
@click.option("--html", "in_html", is_flag=True, help="As a page of HTML, not as Markdown.")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write it to FILE; one that ends in .html is HTML.",
)
def explain(*, name: str, criterion: str | None, in_html: bool, output: Path | None) -> None:
    """Show a checklist as a codebook: what counts, what does not, and why.

    NAME is a shipped checklist's name or a YAML file's path.

    \b
    Example:
      doorstep checklist explain ccg-engagement
      doorstep checklist explain ccg-engagement --criterion meetings-streamed
      doorstep checklist explain my-own.yml --output codebook.html
    """
    read = read_checklist(name)
    book = codebook(read, None if criterion is None else _criterion(name, read, criterion))
    if in_html or (output is not None and output.suffix in _HTML):
        text = as_html(book)
    else:
        text = as_markdown(book)
    if output is None:
        click.echo(text, nl=False)
    else:
        _write(output, text)
        say(str(output))


def _criterion(name: str, read: Checklist, wanted: str) -> Criterion:
    known = {one.id: one for one in read.criteria}
    if wanted not in known:
        raise DoorstepError(f"{name}: no criterion '{wanted}'{meant(wanted, known)}")
    return known[wanted]


def _write(file: Path, text: str) -> None:
    """Write a file whole or not at all."""
    if not file.parent.is_dir():
        raise DoorstepError(f"{file}: there is no folder {file.parent}; make it first")
    with tempfile.TemporaryDirectory(prefix=f".{file.name}-", dir=file.parent) as room:
        fresh = Path(room) / file.name
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(file)


@checklist.command()
@click.argument("name", required=False)
@click.option("--json", "as_json", is_flag=True, help="Say it as JSON.")
def check(*, name: str | None, as_json: bool) -> None:
    """Validate a checklist and run its examples.

    NAME is a shipped checklist's name or a YAML file's path; without it, list what is shipped.

    \b
    Example:
      doorstep checklist check ccg-engagement
      doorstep checklist check my-own.yml
    """
    if name is None:
        known = {shipped: read_checklist(shipped) for shipped in shipped_checklists()}
        table(
            "Shipped checklists",
            ("name", "#criteria", "about"),
            ((shipped, len(it.live), it.title) for shipped, it in known.items()),
        )
        return
    read = read_checklist(name)
    shown = list(run_examples(read))
    wrong = [one for one in shown if not one.holds]
    if as_json:
        counts = {"criteria": len(read.live), "examples": len(shown)}
        click.echo(json.dumps({**counts, "wrong": [vars(one) for one in wrong]}, indent=1))
    else:
        for one in wrong:
            because = f" ({one.because})" if one.because else ""
            say(f"{name}: {one.name}: should be {one.wanted}, is {one.got}{because}")
        say(f"{name}: {len(read.live)} criteria, {len(shown)} examples, {len(wrong)} wrong")
    if wrong:
        raise SystemExit(2)
