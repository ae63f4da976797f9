"""The commands that publish: publish, and omit, which keeps people out of it."""

from pathlib import Path

import click

from crawler.errors import DoorstepError
from doorstep.screen import say
from doorstep.workspace import Workspace
from reports.privacy import OMITTED
from reports.privacy import omit as leave_out
from reports.publish import publish as publish_site


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--base-url",
    default="",
    metavar="ADDRESS",
    help="Where the site will stand; feeds, the sitemap and previews then have whole addresses.",
)
@click.option(
    "--with-personal-contacts",
    is_flag=True,
    help="Publish individuals' own e-mail addresses and numbers too, and the words of whole pages.",
)
@click.pass_obj
def publish(
    workspace: Workspace, /, folder: Path, *, base_url: str, with_personal_contacts: bool
) -> None:
    """Write a static site of posts, tables, CSV, the database and a data package to DIR.

    It needs no server and no network: open its index.html, or copy DIR to any static host.
    Whoever asked to be left out (`doorstep omit`) is in no part of it.

    \b
    Example:
      doorstep publish public
      doorstep publish public --base-url https://example.org/survey/
    """
    if not workspace.database.is_file():
        audit = workspace.command("audit", "--checklist", "NAME")
        raise DoorstepError(f"{workspace.database}: there is no database yet; run `{audit}` first")
    index = publish_site(
        workspace.database,
        folder,
        base_url=base_url,
        with_personal_contacts=with_personal_contacts,
    )
    say(str(index))
    if with_personal_contacts:
        say("It holds individuals' own addresses and numbers: publish it only if you may.")


@click.command()
@click.argument("words", metavar="NAME-OR-ADDRESS", nargs=-1, required=True)
@click.pass_obj
def omit(workspace: Workspace, /, words: tuple[str, ...]) -> None:
    """Leave a person out of every later publication and post.

    Give a first and a last name, an e-mail address or a telephone number. What is published
    already changes when you publish again.

    \b
    Example:
      doorstep omit Jane Example
      doorstep omit jane@example.org
    """
    said = " ".join(words)
    new = leave_out(workspace.home, said)
    say(f"{said}: {'left out from now on' if new else 'was left out already'}")
    again = workspace.command("publish", "DIR")
    say(f"The list is {workspace.home / OMITTED}; publish again: {again}")
