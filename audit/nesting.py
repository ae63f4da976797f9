"""Keep a page from nesting deeper than any does: parsers slow with the square of depth."""

from audit.words import pattern

_TAG = pattern(r"<(/?)([a-z][a-z0-9-]*)[^<>]*>?")
_MOST_DEPTH = 2000
_UNCOUNTED = frozenset(
    (
        "area base br col embed hr img input link meta source track wbr "  # never closed
        "p li dt dd td th tr thead tbody tfoot colgroup option optgroup html head body"  # seldom
    ).split()
)


def shallow(html: str) -> str:
    """Drop the opening tags of elements within 2,000 others; what they hold stays."""
    if html.count("<") - 2 * html.count("</") < _MOST_DEPTH:
        return html
    kept, end, depth = [], 0, 0
    for match in _TAG.finditer(html):
        if match[2].lower() in _UNCOUNTED:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > _MOST_DEPTH:
            depth = _MOST_DEPTH
            kept.append(html[end : match.start()])
            end = match.end()
    return "".join((*kept, html[end:]))
