"""The command line: one group, one command each thing a person does."""

import sys
from pathlib import Path

import click

from crawler.errors import DoorstepError
from doorstep import __version__, crawling, demonstration, judging, telling
from doorstep.workspace import Workspace

EXIT_BAD_INPUT = 2
EXIT_INTERRUPTED = 130


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--home",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="DOORSTEP_HOME",
    default=Path("doorstep-data"),
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


for command in (
    demonstration.demo,
    crawling.registers,
    crawling.crawl,
    crawling.import_,
    crawling.crawls,
    judging.audit,
    telling.run,
    telling.report,
    judging.explain,
    judging.checklist,
    telling.serve,
):
    cli.add_command(command)


def main() -> None:
    """Run a command; what a user can mend is said in a line or two on stderr, exit status 2."""
    try:
        cli.main(standalone_mode=False)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(EXIT_BAD_INPUT)
    except (KeyboardInterrupt, click.Abort):
        click.echo("stopped", err=True)
        sys.exit(EXIT_INTERRUPTED)
    except DoorstepError as error:
        click.echo(f"doorstep: {error}", err=True)
        sys.exit(EXIT_BAD_INPUT)
    except BrokenPipeError:
        sys.exit(EXIT_INTERRUPTED)
