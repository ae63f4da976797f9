"""Made-up sites of public bodies: answers up to four clicks deep among a thousand pages or more.

The answers are the examples of the checklist, each on a page of its own; the words of the links
that lead to them are written here by hand, after what such sites really say, plain and oblique.
Half the sites have addresses that tell nothing.
"""

import random
import re
from functools import cache

from made_web import WORDS

from audit.checklist import Criterion, read_checklist

MOST_CLICKS = 4
SHARE_MET = 0.6

# Ways from the home page to a page of a kind; the last words are those of the link to it.
WAYS = {
    "board": (
        ("About us", "Who we are", "Our governing body", "Members"),
        ("About", "How we are run", "Board members"),
        ("Who we are", "The people who lead us"),
        ("About the CCG", "Our people", "Governing Body", "Meet the members"),
    ),
    "person": (("About us", "Our team", "Profiles"), ("Who we are", "Biographies")),
    "meeting": (
        ("About us", "Board meetings", "Dates for the year"),
        ("About", "Governance", "Meetings in public"),
        ("News and events", "Meetings", "Governing Body meetings", "Next meeting"),
    ),
    "papers": (
        ("About us", "Board meetings", "Papers and minutes"),
        ("Publications", "Governing body papers", "This year"),
        ("Document library", "Meetings", "Agendas, papers and minutes"),
    ),
    "interests": (
        ("About us", "Governance", "Register of interests"),
        ("Publications", "Registers", "Declarations of interest"),
    ),
    "foi": (
        ("About us", "Freedom of information"),
        ("Publications", "Your right to know", "How to make a request"),
        ("Contact", "Access to information", "FOI requests"),
    ),
    "contact": (("Contact us",), ("Get in touch",), ("About us", "Where to find us")),
    "newsletter": (
        ("News", "Newsletters"),
        ("Get involved", "Keep in touch", "Our bulletin"),
        ("News and events", "Sign up for updates"),
    ),
    "news": (("News", "Latest news"), ("News and events", "Press releases")),
    "blog": (("News", "Blogs"), ("About us", "From our chair", "Chair's blog")),
    "survey": (
        ("Get involved", "Surveys"),
        ("Have your say", "Current consultations", "Tell us what you think"),
        ("Your voice", "Share your views"),
    ),
    "involvement": (
        ("Get involved", "Join our patient group"),
        ("Your voice", "Ways to take part", "Patient reference group"),
        ("Have your say", "Become a member"),
    ),
    "feedback": (("Get involved", "You said, we did"), ("Contact", "Compliments and comments")),
    "complaints": (
        ("Contact us", "Complaints"),
        ("Contact", "If something goes wrong", "How to complain"),
    ),
    "advice": (
        ("Contact us", "Patient advice and liaison"),
        ("Your health", "Help and support", "PALS"),
    ),
    "video": (("News", "Videos"), ("Get involved", "Watch our films")),
    "accessibility": (("Accessibility",), ("About this site", "Accessibility statement")),
    "about": (("About us",), ("Who we are", "What we do")),
    "any": (("About us", "Questions we are asked"), ("Get involved", "Frequently asked questions")),
    "home": (("About us", "Welcome"),),
}
FILLER = (
    ("News", "{} opens in {}", 40),
    ("Services", "{} service", 25),
    ("Your health", "Living with {}", 15),
    ("Publications", "{} policy {}", 15),
    ("GP practices", "{} surgery", 15),
    ("Events", "{} day in {}", 10),
)
NOUNS = (
    *("asthma", "back pain", "bowel", "cataract", "childhood", "dementia", "dental", "diabetes"),
    *("eye", "falls", "foot", "hearing", "heart", "hip", "kidney", "knee", "lung", "maternity"),
    *("memory", "migraine", "mobility", "pharmacy", "podiatry", "pregnancy", "rehabilitation"),
    *("respiratory", "skin", "sleep", "speech", "stroke", "vaccine", "vascular", "wound"),
)
PLACES = ("Ashby", "Barrow", "Calder", "Dunmore", "Fulham", "Garth", "Hadley", "Kelso", "Marlow")


class Site:
    """A site that is being made: pages with their text and links."""

    def __init__(self, number: int) -> None:
        self.rng = random.Random(number)
        self.opaque = number % 2 == 1
        self.texts: dict[str, tuple[str, str]] = {"/": (f"Body {number}", "<p>Welcome.</p>")}
        self.links: dict[str, list[tuple[str, str]]] = {"/": []}
        self.menu: list[tuple[str, str]] = []

    def add(self, parent: str, words: str, html: str = "") -> str:
        """Put a page beneath another, or find the one that is there already."""
        for path, said in self.links[parent]:
            if said == words and not html:
                return path
        slug = re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")
        place = len(self.texts)
        path = f"/page.aspx?id={place}" if self.opaque else f"{parent.rstrip('/')}/{slug}"
        if path in self.texts:
            path += f"-{place}"
        self.texts[path] = (words, html or f"<p>{self.prose(2)}</p>")
        self.links[path] = []
        self.links[parent].append((path, words))
        if parent == "/":
            self.menu.append((path, words))
        return path

    def prose(self, sentences: int) -> str:
        """Say nothing at some length."""
        said = (" ".join(self.rng.choices(WORDS, k=14)).capitalize() for _ in range(sentences))
        return ". ".join(said) + "."

    def page(self, path: str) -> bytes:
        """Write a page."""
        title, html = self.texts[path]
        menu = "".join(f'<li><a href="{p}">{w}</a></li>' for p, w in self.menu)
        more = "".join(f'<li><a href="{p}">{w}</a></li>' for p, w in self.links[path])
        heading = "" if "<h1" in html else f"<h1>{title}</h1>"
        return (
            f"<!doctype html><html lang=en><head><title>{title}</title></head><body>"
            f"<nav><ul>{menu}</ul></nav><main>{heading}{html}<ul>{more}</ul></main></body></html>"
        ).encode()


@cache
def _criteria() -> tuple[Criterion, ...]:
    return read_checklist("ccg-engagement").criteria


@cache
def site(number: int, pages: int) -> dict[str, bytes]:
    """Make a site of so many pages."""
    made = Site(number)
    ways = {kind: made.rng.choice(some) for kind, some in WAYS.items()}
    for criterion in _criteria():
        kinds = [kind for kind in criterion.where if kind in WAYS] or ["any"]
        examples = [e.html for e in criterion.examples.met if e.html]
        if examples and made.rng.random() < SHARE_MET:
            _answer(made, ways[kinds[0]], made.rng.choice(examples))
    _fill(made, pages)
    made.rng.shuffle(made.menu)
    return {path: made.page(path) for path in made.texts} | {
        "/robots.txt": b"User-agent: *\nDisallow:\n"
    }


def _answer(made: Site, way: tuple[str, ...], html: str) -> None:
    """Put an answer at the end of a way; a second one there lies a click further or beside it."""
    *hubs, last = way
    place = "/"
    for words in hubs[: MOST_CLICKS - 1]:
        place = made.add(place, words)
    taken = [said for _, said in made.links[place]]
    words = last if last not in taken else f"{last}: more"
    made.add(place, words, f"{html}<p>{made.prose(3)}</p>")


def _fill(made: Site, pages: int) -> None:
    """Fill a site up with pages that answer nothing, in long lists of twenty to a page."""
    whole = sum(share for *_, share in FILLER)
    wanted = pages - len(made.texts)
    for section, form, share in FILLER:
        place = made.add("/", section)
        for item in range(wanted * share // whole):
            if item and item % 20 == 0:
                place = made.add(place, "Older items" if item > 20 else "More")
            noun = made.rng.choice(NOUNS).capitalize()
            words = form.format(noun, made.rng.choice(PLACES))
            made.add(place, words, f"<p>{made.prose(12)}</p>")
