"""The command line: one group, one command each thing a person does."""

import os
import sys
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path

import click

from crawler.errors import DoorstepError
from doorstep import __version__
from doorstep.screen import complain
from doorstep.workspace import HOME, Workspace

EXIT_BAD_INPUT = 2
EXIT_OUR_FAULT = 70
EXIT_INTERRUPTED = 130
_DEBUG = "DOORSTEP_DEBUG"
_MODULES = {
    "demo": "demonstration",
    "run": "running",
    "registers": "keeping",
    "crawl": "crawling",
    "import": "keeping",
    "export": "keeping",
    "crawls": "crawled",
    "audit": "judging",
    "explain": "explaining",
    "checklist": "checklists",
    "report": "reporting",
    "serve": "serving",
    "publish": "publishing",
    "omit": "publishing",
}
"""Where each command stands: loading all of them takes longer than most commands do."""


class _Commands(click.Group):
    """The commands in the order of their use, each loaded when it is first looked at."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in _MODULES and cmd_name not in self.commands:
            module = import_module(f"doorstep.{_MODULES[cmd_name]}")
            self.add_command(getattr(module, "import_" if cmd_name == "import" else cmd_name))
        return super().get_command(ctx, cmd_name)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--home",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="DOORSTEP_HOME",
    default=HOME,
    show_default=True,
    help="The workspace: database, crawls and reports (or DOORSTEP_HOME).",
)
@click.version_option(__version__, prog_name="doorstep")
@click.pass_context
def cli(context: click.Context, home: Path) -> None:
    """Audit, with proof, how well public bodies let the public in.

    Crawl the sites of a register, judge them by a checklist, browse the tables, publish the post.

    \b
    Example:
      doorstep demo
      doorstep --home surveys run icb-2026 --checklist ccg-engagement --contact me@example.org
    """
    context.obj = Workspace(home)


def main() -> None:
    """Run a command; what a user can mend is said in a line or two on stderr, exit status 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # names may lie outside the terminal's letters
    try:
        cli.main(prog_name="doorstep", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as nothing:
        click.echo(nothing.message)
    except Exception as error:
        status, message = _explained(error)
        if status == EXIT_OUR_FAULT and os.environ.get(_DEBUG):
            raise
        complain(message)
        sys.exit(status)


def _explained(error: Exception) -> tuple[int, str]:
    """Give the exit status of an error and what to say of it."""
    match error:
        case click.UsageError():
            command = error.ctx.command_path if error.ctx else "doorstep"
            said = f"{command}: {error.format_message()} See `{command} --help`."
            return EXIT_BAD_INPUT, said
        case click.ClickException():
            return EXIT_BAD_INPUT, f"doorstep: {error.format_message()}"
        case DoorstepError():
            return EXIT_BAD_INPUT, f"doorstep: {error}"
        case OSError():
            place = f"{error.filename}: " if error.filename else ""
            return EXIT_BAD_INPUT, f"doorstep: {place}{error.strerror or error}"
        case click.Abort():
            return EXIT_INTERRUPTED, "doorstep: stopped"
    fault = f"doorstep: a fault of Doorstep's own: {type(error).__name__}: {error}"
    return EXIT_OUR_FAULT, f"{fault}\nSet {_DEBUG}=1 to see where, and please report it."
