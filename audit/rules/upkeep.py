"""Rules that find whether a site is kept: pages that do their job or are empty, and tools."""

from collections.abc import Iterator

from audit.emptiness import emptiness, in_menus
from audit.rules.scene import Hit, Scene, Words
from audit.words import hit


def menu_page(scene: Scene, *, empty: bool = False) -> Iterator[Hit]:
    """Find the pages that the site's own menus lead to and that do their job.

    `empty` asks for those that do not: that are empty or a placeholder.

    In words: a page that the site's own menus lead to
        not empty: that does its job
        empty: that is empty or a placeholder
    """
    menus = in_menus(scene.site)
    for found in scene.pages:
        listed = found.url.rstrip("/") in menus
        home = "home" in found.kinds
        if empty and listed and (quote := emptiness(found)):
            yield Hit(value=found.name, quote=quote, page=found.url)
        elif not empty and (listed or home) and not found.is_pdf and not emptiness(found):
            quote = found.name or found.title or found.url
            yield Hit(value=found.name, quote=quote, page=found.url)


def widget(scene: Scene, *, names: Words) -> Iterator[Hit]:
    """Find tools that a page loads by script, such as a reading or translating toolbar.

    In words: a tool that the page loads by script
        names: with one of these in its address:
    """
    for found in scene.pages:
        for source in found.scripts:
            if hit(names, source):
                yield Hit(value=source, quote=source, page=found.url)
