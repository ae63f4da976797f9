"""A web of twelve invented commissioning groups, their register, and a person's coding of them.

Every body, place, person, number and supplier here is made up. Meetings, issues and surveys are
dated around `DEMO_DATE`, the day on which the demo is judged whenever it is run.
"""

from contextlib import AbstractContextManager
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

DEMO_DATE = date(2026, 11, 21)


def register_file() -> AbstractContextManager[Path]:
    """Lend the path of the register of the twelve bodies."""
    return as_file(files(__name__) / "register.csv")


def labels_file() -> AbstractContextManager[Path]:
    """Lend the path of the hand coding: body, criterion, outcome, evidence, reason."""
    return as_file(files(__name__) / "labels.csv")
