"""Render a post: templates, the prose filter, front matter, the page's security policy."""

import base64
import hashlib
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from markupsafe import Markup, escape

from reports import escaping
from reports.errors import ReportError
from reports.figures import Figure
from reports.post_context import Link, Piece, Strong, Text

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def front_matter(*, title: str, description: str, slug: str, day: str, tag: str) -> Markup:
    """Write YAML that Hugo, Jekyll and WordPress importers read."""
    entries = {
        "title": title,
        "slug": slug,
        "description": description,
        "tags": ["public bodies", "websites", *filter(None, [escaping.clean(tag)])],
        "draft": False,
    }
    text = yaml.safe_dump(entries, sort_keys=False, allow_unicode=True, width=10_000)
    return Markup(f"date: {day}\n{text}")  # noqa: S704 - YAML's own quoting


def policy(style: str) -> str:
    """Allow a page its own style sheet and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def render(context: "DataclassInstance", template: Path | None, built_in: str) -> str:
    """Render a context with a template of the user's, or else the built-in one."""
    is_markdown = built_in.endswith(".md.j2")
    env = _environment(template.parent if template else None, is_markdown=is_markdown)
    try:
        values = {one.name: getattr(context, one.name) for one in fields(context)}
        return env.get_template(template.name if template else built_in).render(values)
    except TemplateSyntaxError as error:
        raise ReportError(f"{error.filename}: line {error.lineno}: {error.message}") from error
    except TemplateError as error:
        raise ReportError(
            f"{template or built_in}: {error}; a template may use only the names that "
            "`reports.post_context.documented()` lists"
        ) from error


@cache
def _environment(folder: Path | None, *, is_markdown: bool) -> Environment:
    """Make what renders templates, those of a user's folder before the built-in ones."""
    own = [FileSystemLoader(folder)] if folder else []
    env = Environment(
        loader=ChoiceLoader([*own, PackageLoader("reports", "templates")]),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=escaping.markdown if is_markdown else None,
    )
    env.filters["prose"] = _markdown_prose if is_markdown else _html_prose
    env.filters["code"] = escaping.code if is_markdown else _html_code
    env.filters["svg"] = Markup
    env.filters["address"] = escaping.address
    return env


def plain(text: Text) -> str:
    """Give the bare words of a text."""
    return "".join(
        piece
        if isinstance(piece, str)
        else str(piece)
        if isinstance(piece, Figure)
        else str(piece.text)
        for piece in text
    )


def _html_code(value: object) -> Markup:
    return Markup("<code>{}</code>").format(escaping.clean(str(value)))


def _html_prose(text: Text) -> Markup:
    return Markup().join(map(_html_piece, text))


def _markdown_prose(text: Text) -> Markup:
    return escaping.guarded(Markup().join(map(_markdown_piece, text)))


def _html_piece(piece: Piece) -> Markup:
    match piece:
        case Figure():
            return Markup('<a class="figure" href="{}" data-figure="{}">{}</a>').format(
                piece.url, piece.id, str(piece)
            )
        case Link(text=text, href=href):
            return Markup('<a href="{}">{}</a>').format(href, text) if href else escape(text)
        case Strong(text=text):
            return Markup("<strong>{}</strong>").format(_html_piece(text))
        case _:
            return escape(piece)


def _markdown_piece(piece: Piece) -> Markup:
    match piece:
        case Figure():
            return Markup(f"[{escaping.inline(str(piece))}][{piece.id}]")  # noqa: S704 - escaped
        case Link(text=text, href=href):
            words = escaping.inline(text)
            return Markup(f"[{words}](<{href}>)") if href else words  # noqa: S704 - escaped
        case Strong(text=text):
            return Markup(f"**{_markdown_piece(text)}**")  # noqa: S704 - escaped
        case _:
            return escaping.inline(piece)
