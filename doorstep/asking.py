"""The options that say how to crawl, shared by `crawl` and `run`."""

from collections.abc import Callable
from typing import ClassVar

import click

from crawler.period import ARCHIVE, WITHIN

_DAY = click.DateTime(["%Y-%m-%d"])
_Command = Callable[..., None]


class _Days(click.ParamType[int]):
    """A span of time like 180d, 26w or 1y, as a number of days."""

    name = "days"
    _LONG: ClassVar[dict[str, int]] = {"d": 1, "w": 7, "y": 365}

    def convert(
        self, value: str | int, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Read the span; a bare number is days."""
        text = str(value).strip().lower()
        number, unit = (text[:-1], text[-1]) if text[-1:] in self._LONG else (text, "d")
        if not number.isdecimal():
            self.fail(f"'{value}' is no span of time; write 180d, 26w or 1y", param, ctx)
        return int(number) * self._LONG[unit]


def crawl_settings(command: _Command) -> _Command:
    """Add the options that say how to crawl, shared by `crawl` and `run`."""
    options: list[Callable[[_Command], _Command]] = [
        click.option("--only", metavar="ID,..", help="Crawl only these bodies."),
        click.option(
            "--limit", type=click.IntRange(1), metavar="N", help="Crawl only the first N bodies."
        ),
        click.option(
            "--pages",
            type=click.IntRange(1),
            default=60,
            show_default=True,
            help="Pages to read of each body.",
        ),
        click.option(
            "--delay",
            type=click.FloatRange(0),
            default=1.0,
            show_default=True,
            help="Seconds between two requests to a host.",
        ),
        click.option(
            "--contact",
            envvar="DOORSTEP_CONTACT",
            default="",
            metavar="ADDRESS",
            help="Your e-mail or web address, told to every site (or DOORSTEP_CONTACT). Required.",
        ),
        click.option(
            "--workers",
            type=click.IntRange(1),
            default=1,
            show_default=True,
            metavar="N",
            help="Share the bodies out over N processes.",
        ),
        click.option(
            "--as-of",
            type=_DAY,
            metavar="DATE",
            help="Crawl the past: each page as a web archive captured it nearest to YYYY-MM-DD.",
        ),
        click.option(
            "--archive",
            default=ARCHIVE,
            show_default=True,
            metavar="URL",
            help="The web archive asked with --as-of: its Memento TimeGate.",
        ),
        click.option(
            "--within",
            type=_Days(),
            default=f"{WITHIN}d",
            show_default=True,
            metavar="180d",
            help="How far from --as-of a capture may lie, in days (d), weeks (w) or years (y).",
        ),
        click.option(
            "--browser",
            is_flag=True,
            help="Let chromium fill pages that are empty shells; needs doorstep[browser].",
        ),
        click.option(
            "--allow-private",
            is_flag=True,
            help="Also ask private and loopback addresses: for tests of your own.",
        ),
    ]
    for option in reversed(options):
        command = option(command)
    return command
