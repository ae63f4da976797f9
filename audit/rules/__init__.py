"""The vocabulary of checklists: a rule finds evidence, as a visitor would read it, never a verdict.

A rule's name in YAML is its function's name. Each takes the scene and keyword parameters, and
yields hits.
"""

import inspect
from collections.abc import Callable, Iterator
from functools import cache

from audit.rules import happening, members, parts, reaching, reading, upkeep
from audit.rules.scene import Hit, Scene

__all__ = ["Hit", "Rule", "Scene", "vocabulary"]

Rule = Callable[..., Iterator[Hit]]


@cache
def vocabulary() -> dict[str, Rule]:
    """Give the rule words: the public functions of the modules of rules, by name."""
    return {
        name: found
        for module in (reading, parts, reaching, happening, members, upkeep)
        for name, found in vars(module).items()
        if inspect.isfunction(found)
        and found.__module__ == module.__name__
        and not name.startswith("_")
    }
