"""Make CSV safe to open in a spreadsheet, which would run a cell that begins like a formula."""

import csv
import io
import re
from collections.abc import Iterator

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?", re.IGNORECASE)


def neutral(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would run; numbers stay as they are."""
    return f"'{cell}" if cell.startswith(_FORMULA) and not _NUMBER.fullmatch(cell) else cell


class NeutralCSV:
    """Rewrites CSV as it streams past, one whole record at a time."""

    def __init__(self) -> None:
        self._waiting = ""

    def feed(self, text: str) -> str:
        """Take a piece of CSV and give back the records that are complete, made safe."""
        text = self._waiting + text
        end = _end_of_records(text)
        self._waiting = text[end:]
        return "".join(_safe_lines(text[:end]))

    def finish(self) -> str:
        """Give back what is left when the stream has ended."""
        rest, self._waiting = self._waiting, ""
        return "".join(_safe_lines(rest))


def _end_of_records(text: str) -> int:
    """Find the end of the last line that is not inside quotation marks."""
    end = len(text)
    while (end := text.rfind("\n", 0, end)) >= 0:
        if text.count('"', 0, end) % 2 == 0:
            return end + 1
    return 0


def _safe_lines(text: str) -> Iterator[str]:
    for record in csv.reader(io.StringIO(text, newline="")):
        line = io.StringIO(newline="")
        csv.writer(line).writerow([neutral(cell) for cell in record])
        yield line.getvalue()
