"""What a post's template may use: every name with its help, and the parts that text is made of."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields

from markupsafe import Markup

from reports.figures import Figure


@dataclass(frozen=True, kw_only=True)
class Link:
    """Words that lead somewhere; without an address they are only words."""

    text: str
    href: str


@dataclass(frozen=True, kw_only=True)
class Strong:
    """Words that carry weight."""

    text: "str | Figure"


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A picture in two widths, and the words for those who do not see it."""

    id: str
    title: str
    desc: str
    note: str
    wide: str
    compact: str


Piece = str | Figure | Link | Strong
Text = tuple[Piece, ...]
"""A sentence or more: words, figures and links, to be shown with the filter `prose`."""


def listed_pieces(parts: Sequence[Text]) -> list[Piece]:
    """Join parts of a sentence with commas and a last "and"."""
    pieces: list[Piece] = []
    for i, part in enumerate(parts):
        if i:
            pieces.append(" and " if i == len(parts) - 1 else ", ")
        pieces.extend(part)
    return pieces


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column's heading and whether its cells are numbers, set flush right."""

    title: str
    numeric: bool


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row: its cells, the one that names it, and where that name leads, if anywhere."""

    cells: tuple[str, ...]
    head: int
    href: str


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table of words, with the figure that holds its query."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    figure: Figure


def table(
    figure: Figure,
    *,
    caption: str,
    columns: Sequence[str],
    words: int = 1,
    head: int = 0,
    hrefs: Sequence[str] = (),
) -> Table:
    """Make a table of what its figure shows; the first `words` columns from `head` are words."""
    return Table(
        caption=caption,
        columns=tuple(
            Column(title=title, numeric=not head <= i < head + words)
            for i, title in enumerate(columns)
        ),
        rows=tuple(
            Row(cells=tuple(cells), head=head, href=hrefs[i] if hrefs else "")
            for i, cells in enumerate(figure.shown)
        ),
        figure=figure,
    )


@dataclass(frozen=True, kw_only=True)
class Group:
    """Findings of about the same share: predicates that end the heading's sentence, questions."""

    heading: str
    items: tuple[Text, ...]
    ask_lead: str
    asks: tuple[Text, ...]


@dataclass(frozen=True, kw_only=True)
class Example:
    """One site that does a thing well: who, what, in its own words, and where to see it."""

    name: str
    praise: Text
    quote: str
    live: str
    capture: str
    seen: str


@dataclass(frozen=True, kw_only=True)
class PostContext:
    """All that post.md.j2 and post.html.j2 can show; `documented` lists it for authors."""

    title: str = field(metadata={"help": "The post's headline."})
    description: str = field(
        metadata={"help": "One plain sentence or two, for feeds and search engines."}
    )
    front_matter: Markup = field(
        metadata={"help": "YAML front matter between its two lines of dashes."}
    )
    slug: str = field(
        metadata={"help": "The post's name in addresses; the files of its charts begin with it."}
    )
    kicker: str = field(
        metadata={"help": "A few words above the headline: what this is, and the day."}
    )
    day: str = field(metadata={"help": "The day judged, in words: 21 November 2026."})
    day_iso: str = field(metadata={"help": "The same day for machines: 2026-11-21."})
    standfirst: Text = field(metadata={"help": "What was asked of how many sites and when."})
    headlines: tuple[Text, ...] = field(metadata={"help": "The chief findings, one sentence each."})
    score_text: tuple[Text, ...] = field(
        metadata={"help": "Who comes first and last, and the middle: paragraphs."}
    )
    score_chart: Chart | None = field(
        metadata={"help": "Scores of all bodies; none when nothing has a score."}
    )
    league: Table = field(metadata={"help": "The league table."})
    groups: tuple[Group, ...] = field(
        metadata={"help": "All findings, from what all do to what none does."}
    )
    surprises: tuple[Text, ...] = field(
        metadata={"help": "Essentials that are rare and extras that are common."}
    )
    undecided: tuple[str, ...] = field(
        metadata={"help": "Questions that could be judged on no site at all."}
    )
    criteria_chart: Chart | None = field(
        metadata={"help": "Share of sites that meet each criterion."}
    )
    criteria: Table = field(metadata={"help": "Every criterion with its counts."})
    section_text: tuple[Text, ...] = field(
        metadata={"help": "The strongest and the weakest section: paragraphs."}
    )
    section_chart: Chart | None = field(
        metadata={"help": "Mean score by section, where regions cannot be compared."}
    )
    sections: Table | None = field(metadata={"help": "Mean and median score by section."})
    region_text: tuple[Text, ...] = field(
        metadata={"help": "Regions compared, London with the rest: paragraphs."}
    )
    region_chart: Chart | None = field(metadata={"help": "Heat map of sections by regions."})
    region_cells: Table | None = field(metadata={"help": "The numbers of the heat map."})
    regions: Table | None = field(
        metadata={"help": "Every region with its mean score; none without two regions."}
    )
    examples: tuple[Example, ...] = field(metadata={"help": "The best examples, with proof."})
    click_text: tuple[Text, ...] = field(metadata={"help": "How much lies close to home."})
    click_chart: Chart | None = field(metadata={"help": "What was found, by clicks from home."})
    clicks: Table | None = field(metadata={"help": "The numbers of that chart."})
    hardest: tuple[Text, ...] = field(
        metadata={"help": "The sites where things are hardest to find."}
    )
    unseen: tuple[Text, ...] = field(metadata={"help": "What could not be looked at: paragraphs."})
    unseen_bodies: tuple[Text, ...] = field(
        metadata={"help": "Each body of which nothing could be seen, and why."}
    )
    unseen_table: Table | None = field(metadata={"help": "Addresses left unread, by reason."})
    method: tuple[Text, ...] = field(metadata={"help": "How it was done: paragraphs."})
    accuracy: Text = field(
        metadata={"help": "How often the machine is wrong, so far as people have checked."}
    )
    figure_count: str = field(metadata={"help": "How many figures the post's list holds."})
    figures: tuple[Figure, ...] = field(metadata={"help": "Every figure with its query, in order."})
    figures_json: Markup = field(
        metadata={"help": "The same list as JSON, safe in a comment or a script."}
    )
    home: str = field(
        metadata={"help": "Where the site around the post begins; empty for a post on its own."}
    )
    style: Markup = field(metadata={"help": "The page's style sheet."})
    policy: str = field(metadata={"help": "The page's Content-Security-Policy."})


def documented() -> dict[str, str]:
    """Give the help of every name that a template may use."""
    return {one.name: one.metadata["help"] for one in fields(PostContext)}
