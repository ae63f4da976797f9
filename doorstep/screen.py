"""How Doorstep speaks in a terminal: plain lines that nothing wraps, tables, bars while it works.

What comes from registers and pages is cleaned first: it may hold what steers a terminal.
"""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from time import monotonic

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)
from rich.table import Table
from rich.text import Text

from crawler.options import Progress as Step
from reports.words import number, plural

_PIPED_WIDTH = 500
_MOST_BARS = 20
_LONGEST_NAME = 44
_ENOUGH_TO_TELL = 3  # pages


def clean(text: str) -> str:
    """Keep what prints; whatever steers a terminal or turns its letters round becomes a space."""
    return "".join(char if char.isprintable() else " " for char in text)


def say(line: str = "", *, indent: int = 0) -> None:
    """Print one line as it is, however long."""
    click.echo(" " * indent + clean(line))


def complain(message: str) -> None:
    """Print what went wrong on stderr, a line for each problem."""
    for line in message.splitlines():
        click.echo(clean(line), err=True)


def table(title: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows under their heads; a head that begins with `#` stands over figures."""
    shown = Table(title=Text(clean(title)), title_justify="left", highlight=False)
    for head in heads:
        shown.add_column(
            head.removeprefix("#"),
            justify="right" if head.startswith("#") else "left",
            overflow="fold",
        )
    for row in rows:
        shown.add_row(*(Text("–" if cell is None else clean(str(cell))) for cell in row))
    Console(width=None if sys.stdout.isatty() else _PIPED_WIDTH).print(shown)


def judging_bar() -> Progress:
    """Make the bar of an audit, on stderr."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("bodies"),
        TimeElapsedColumn(),
        console=Console(stderr=True),
    )


def _bars() -> Progress:
    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.fields[said]}", markup=False),
        TimeElapsedColumn(),
        console=Console(stderr=True),
    )


@dataclass(kw_only=True)
class CrawlBoard:
    """The bars of a crawl, on stderr: one a body while there are few, one for all when many.

    Nothing is shown before the first step: what cannot begin says no more than why.
    """

    names: dict[str, str]
    bars: Progress = field(default_factory=_bars)
    tasks: dict[str, TaskID] = field(default_factory=dict)
    latest: dict[str, Step] = field(default_factory=dict)
    begun: dict[str, float] = field(default_factory=dict)  # moments of the monotonic clock

    def step(self, step: Step) -> None:
        """Show how far the crawl of one body is."""
        self.latest[step.body] = step
        if not self.tasks:
            self.bars.start()
        if len(self.names) > _MOST_BARS:
            self._show_all()
        else:
            self._show_one(step)

    def close(self) -> None:
        """Leave the bars as they are."""
        if self.tasks:
            self.bars.stop()

    def _show_one(self, step: Step) -> None:
        name = clean(self.names.get(step.body, step.body))
        label = name[:_LONGEST_NAME].ljust(min(_LONGEST_NAME, max(map(len, self.names.values()))))
        if step.body not in self.tasks:
            self.tasks[step.body] = self.bars.add_task(label, total=step.budget, said="")
        self.bars.update(
            self.tasks[step.body],
            completed=step.pages,
            total=max(step.pages, 1) if step.done else step.budget,
            said=f"{step.pages:>3} {plural(step.pages, 'page')}{_errors(step.errors)}"
            f"{_soon(self._left(step))}",
        )

    def _show_all(self) -> None:
        steps = self.latest.values()
        over = sum(step.done for step in steps)
        if not self.tasks:
            total = len(self.names)
            self.tasks[""] = self.bars.add_task(f"{total} bodies", total=total, said="")
        pages, errors = sum(step.pages for step in steps), sum(step.errors for step in steps)
        said = (
            f"{over} done, {len(steps) - over} under way, {number(pages)} {plural(pages, 'page')}"
        )
        # Bodies go side by side, so all are done when the slowest is.
        left = max(map(self._left, steps), default=0.0)
        told = said + _errors(errors) + _soon(left)
        self.bars.update(self.tasks[""], completed=over, said=told)

    def _left(self, step: Step) -> float:
        """Reckon how many seconds a body still takes, at the pace it has had; 0 when unknown."""
        took = monotonic() - self.begun.setdefault(step.body, monotonic())
        if step.done or step.pages < _ENOUGH_TO_TELL:
            return 0.0
        return took / step.pages * (step.budget - step.pages)


def _soon(seconds: float) -> str:
    if seconds < 1:
        return ""
    minutes = round(seconds / 60)
    return f", about {minutes} min left" if minutes else ", under a minute left"


def _errors(errors: int) -> str:
    return f", {number(errors)} {plural(errors, 'error')}" if errors else ""
