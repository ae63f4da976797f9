"""Rules that find what happens: news, meetings, films and ways to take part."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from audit.rules.scene import Hit, Scene, as_hit, facts_of, url_of
from audit.site import CHROME

_A_YEAR = 366  # days


def newsletter(
    scene: Scene, *, signup: bool = False, within_days: int = 0, undated: bool = False
) -> Iterator[Hit]:
    """Find the body's own newsletter for the public: its page, an issue or its list.

    `signup` asks for a form, link or address by which anyone can subscribe; `within_days` for an
    issue dated within so many days before today, `undated` for one without a date.

    In words: a newsletter of the body for the public
        signup: with a form, link or address by which anyone can subscribe
        within_days: with an issue dated at most {} days before the day of judging
        undated: with an issue without a date
    """
    if not signup and not within_days and not undated:
        yield from map(as_hit, facts_of(scene, "newsletter"))
    if signup:
        yield from map(as_hit, facts_of(scene, "signup", label=("signup",)))
    oldest = scene.today - timedelta(days=within_days)
    for fact in facts_of(scene, "issue"):
        if fact.when is None and undated:
            yield as_hit(fact)
        elif fact.when is not None and within_days and fact.when >= oldest:
            yield replace(as_hit(fact), value=fact.when.isoformat())


def post(scene: Scene) -> Iterator[Hit]:
    """Find dated posts in a personal voice by the body's people."""
    yield from map(as_hit, facts_of(scene, "post"))


def meeting(
    scene: Scene, *, within_days: int = _A_YEAR, live: bool = False, recorded: bool = False
) -> Iterator[Hit]:
    """Find dates of public board meetings within so many days either side of today.

    `live` asks for ways for the public to watch them as they happen, `recorded` for recordings.

    In words: a board meeting in public
        within_days: with a date at most {} days before or after the day of judging
        live: with a way to watch it as it happens
        recorded: with a recording
    """
    if live:
        yield from _streams(scene)
    if recorded:
        found = facts_of(scene, "recording", label=("board",), states=("now", "past"))
        yield from map(as_hit, found)
    for fact in () if live or recorded else facts_of(scene, "meeting", label=("board",)):
        if fact.when is not None and abs((fact.when - scene.today).days) <= within_days:
            yield as_hit(fact)


def _streams(scene: Scene) -> Iterator[Hit]:
    denied = {
        url_of(f)
        for f in facts_of(scene, "stream", label=("board",), owner=("any",), states=("denied",))
    }
    for fact in facts_of(scene, "stream", label=("board",)):
        if fact.detail["link"] or url_of(fact) not in denied:
            yield as_hit(fact)


def video(scene: Scene) -> Iterator[Hit]:
    """Find the body's own films about itself, its people or its work."""
    yield from map(as_hit, facts_of(scene, "video", label=("film",)))


def consultation(scene: Scene) -> Iterator[Hit]:
    """Find surveys or consultations of the body that are open today."""
    yield from map(as_hit, facts_of(scene, "consultation"))


def group(scene: Scene) -> Iterator[Hit]:
    """Find standing groups, panels or roles that people can join now, with how."""
    yield from map(as_hit, facts_of(scene, "group"))
    involving = {p.url for p in scene.pages if "involvement" in p.kinds}
    for fact in facts_of(scene, "form", label=("join",)):
        if url_of(fact) in involving and fact.place not in CHROME:
            yield as_hit(fact)


def change(scene: Scene) -> Iterator[Hit]:
    """Find statements of what changed because of what people said."""
    yield from map(as_hit, facts_of(scene, "change"))
