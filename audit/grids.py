"""Pair the names in one row of a table with the roles in the row below it."""

from audit.names import is_name, is_only_role
from audit.page import Page

_FEWEST, _MOST = 2, 12  # names in a row, read down the column


def role_below(page: Page, index: int) -> int | None:
    """Find the block in the row below that tells the role of a name, read down the column.

    Only in a row that holds nothing but names, two or more, over a row with as many cells.
    """
    names = _cells(page, page.blocks[index].row)
    if len(names) < _FEWEST or not all(is_name(page.blocks[at].text) for at in names):
        return None
    following = page.blocks[names[-1] + 1 : names[-1] + 1 + _MOST]
    after = (b.row for b in following if b.text)
    roles = _cells(page, next(after, 0))
    if len(roles) != len(names):
        return None
    role = roles[names.index(index)]
    return role if is_only_role(page.blocks[role].text) else None


def _cells(page: Page, row: int) -> list[int]:
    """List the blocks of a row that say something; none of a row too long for a grid."""
    held = page.rows.get(row, ())
    return [at for at in held if page.blocks[at].text] if len(held) <= _MOST else []
