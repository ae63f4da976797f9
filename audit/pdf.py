"""Read the text of a PDF's first pages as a page of blocks, a line each."""

import pypdfium2

from audit.page import Block, Page, squeeze

_MOST_PAGES = 30
_MOST_BYTES = 20_000_000
_LONGEST = 400_000


def look(body: bytes, *, url: str, title: str = "") -> Page:
    """Read a PDF; one that cannot be read gives a page without text."""
    lines: list[str] = []
    if len(body) <= _MOST_BYTES:
        try:
            document = pypdfium2.PdfDocument(body)
        except pypdfium2.PdfiumError:
            return Page(url=url, title=title, blocks=(), is_pdf=True)
        try:
            for number in range(min(len(document), _MOST_PAGES)):
                sheet = document[number]
                text = sheet.get_textpage()
                lines.extend(text.get_text_bounded().splitlines())
                text.close()
                sheet.close()
                if sum(map(len, lines)) > _LONGEST:
                    break
        except pypdfium2.PdfiumError:
            pass
        finally:
            document.close()
    words = [squeeze(line) for line in lines]
    blocks = tuple(
        Block(text=line, tag="p", place="main", headings=(), boxes=(0,)) for line in words if line
    )
    return Page(url=url, title=title, blocks=blocks, is_pdf=True)
