"""Rules that find what happens: news, meetings, films and ways to take part."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from audit.rules.scene import Hit, Scene, as_hit, facts_of, url_of
from audit.site import CHROME

_EVER = 36_500  # days
_A_YEAR = 366  # days


def newsletter(scene: Scene) -> Iterator[Hit]:
    """Find the body's own newsletter for the public: its page, an issue or its list."""
    yield from map(as_hit, facts_of(scene, "newsletter"))


def signup(scene: Scene) -> Iterator[Hit]:
    """Find a form, link or address by which anyone can subscribe to the newsletter."""
    yield from map(as_hit, facts_of(scene, "signup", label=("signup",)))


def issue(scene: Scene, *, within_days: int = _EVER, dated: bool = True) -> Iterator[Hit]:
    """Find issues of the newsletter dated within so many days before today.

    `dated: false` finds those without a date instead.

    In words: an issue of the newsletter
        within_days: with a date at most {} days before the day of judging
        not dated: without a date
    """
    oldest = scene.today - timedelta(days=within_days)
    for fact in facts_of(scene, "issue"):
        if fact.when is None and not dated:
            yield as_hit(fact)
        elif fact.when is not None and dated and fact.when >= oldest:
            yield replace(as_hit(fact), value=fact.when.isoformat())


def post(scene: Scene) -> Iterator[Hit]:
    """Find dated posts in a personal voice by the body's people."""
    yield from map(as_hit, facts_of(scene, "post"))


def meeting(scene: Scene, *, within_days: int = _A_YEAR) -> Iterator[Hit]:
    """Find dates of public board meetings within so many days either side of today.

    In words: the date of a board meeting in public
        within_days: at most {} days before or after the day of judging
    """
    for fact in facts_of(scene, "meeting", label=("board",)):
        if fact.when is not None and abs((fact.when - scene.today).days) <= within_days:
            yield as_hit(fact)


def stream(scene: Scene) -> Iterator[Hit]:
    """Find ways for the public to watch board meetings as they happen."""
    denied = {
        url_of(f)
        for f in facts_of(scene, "stream", label=("board",), owner=("any",), states=("denied",))
    }
    for fact in facts_of(scene, "stream", label=("board",)):
        if fact.detail["link"] or url_of(fact) not in denied:
            yield as_hit(fact)


def recording(scene: Scene) -> Iterator[Hit]:
    """Find recordings of board meetings."""
    yield from map(as_hit, facts_of(scene, "recording", label=("board",), states=("now", "past")))


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
