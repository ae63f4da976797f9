"""Where on a page an element stands: its main part, or the menus, headers and notices around it."""

from collections.abc import Mapping
from functools import lru_cache

from selectolax.lexbor import LexborNode

from audit.words import any_of, pattern

Attributes = Mapping[str, str | None]

_NAMED = (
    ("cookie", any_of(r"cookies?|ccc|gdpr|consent|onetrust|cookie[-_]?\w*")),
    (
        "share",
        pattern(
            r"(^|[\s_-])(share|sharing|addthis|addtoany|sharethis|a2a|sharedaddy|share-?\w*|"
            r"social-?share)([\s_-]|$)"
        ),
    ),
    ("crumbs", pattern(r"(breadcrumbs?|crumbs?|pathway|you-are-here)")),
    (
        "footer",
        pattern(r"(^|[\s_-])(footer|foot|colophon|bottom-?bar|subfooter|site-?footer)([\s_-]|$)"),
    ),
    (
        "nav",
        pattern(
            r"(^|[\s_-])(nav|navbar|navigation|menu|mainmenu|main-?nav|mainnav|sidenav|side-?menu|"
            r"topmenu|mega-?menu|quick-?launch|subnav|leftnav|sub-?menu|cssmenu)([\s_-]|$)"
        ),
    ),
    (
        "header",
        pattern(
            r"(^|[\s_-])(masthead|site-?header|top-?header|topbar|top-?bar|branding|banner|"
            r"page-?top|global-?header)([\s_-]|$)"
        ),
    ),
)
_BY_TAG = {"nav": "nav", "footer": "footer", "header": "header", "aside": "aside"}
_BY_ROLE = {"navigation": "nav", "menubar": "nav", "contentinfo": "footer"}
_WITHIN = frozenset({"article", "main", "section", "li", "blockquote", "figure"})
_NEVER = frozenset({"body", "html", "form", "article", "h1", "h2", "h3", "a", "span"})
_HEADERS = frozenset({"div", "header", "section"})
_STAYS = frozenset({"cookie", "share"})
_LONGEST_NAMES = 300
_MOST_PARENTS = 12


def place_of(node: LexborNode, tag: str, inherited: str, attributes: Attributes) -> str:
    """Name the place of an element by its role, its id and classes, its tag, or its parent's."""
    role = attributes.get("role") or ""
    if inherited not in _STAYS and "main" in (tag, role):
        return "main"
    if inherited in _STAYS or tag in _NEVER:
        return inherited
    if role in _BY_ROLE:
        return _BY_ROLE[role]
    place = _by_name(tag, f"{attributes.get('id') or ''} {attributes.get('class') or ''}".strip())
    if place:
        return place if inherited == "main" or place in _STAYS else inherited
    if tag not in _BY_TAG or inherited != "main":
        return inherited
    return inherited if tag in ("header", "footer") and _in_article(node) else _BY_TAG[tag]


@lru_cache(maxsize=4096)
def _by_name(tag: str, names: str) -> str:
    for place, words in _NAMED if names else ():
        if words.search(names[:_LONGEST_NAMES]):
            stranger = (place == "header" and tag not in _HEADERS) or (
                place == "cookie" and "page" in names
            )
            stranger = stranger or (place == "share" and "follow" in names)
            if not stranger:
                return place
    return ""


def _in_article(node: LexborNode) -> bool:
    parent = node.parent
    for _ in range(_MOST_PARENTS):
        if parent is None:
            return False
        if parent.tag in _WITHIN:
            return True
        parent = parent.parent
    return False
