"""Rules that find what the members of a board have told of themselves."""

from collections.abc import Iterator

from audit.holdings import holdings
from audit.owners import another
from audit.rules.scene import Hit, Scene


def holding(scene: Scene) -> Iterator[Hit]:
    """Find lists of named people with what each holds elsewhere: posts, shares, family ties."""
    for page in scene.pages:
        ours = not page.is_pdf and not another(scene.site, page.name)
        for name, said in holdings(page) if ours else ():
            yield Hit(value=name, quote=said, page=page.url)
