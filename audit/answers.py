"""Find what is answered to a question: a question alone tells nothing."""

from audit.page import Page
from audit.words import pattern, sentences

_NO = pattern(
    r"^(i'?m afraid |we'?re afraid |sadly,? |at present,? |currently,? )?(no|not|sorry|alas|"
    r"unfortunately|regrettably|never|nobody)\b"
)
_FIRST = 2  # sentences


def answer_to(page: Page, index: int, question: str) -> tuple[str, ...]:
    """Give the first sentences after a question in its block, or else in the next."""
    after = page.blocks[index].text.partition(question)[2]
    if not after.strip() and index + 1 < len(page.blocks):
        after = page.blocks[index + 1].text
    return sentences(after)[:_FIRST]


def says_no(answer: tuple[str, ...]) -> bool:
    """Say whether an answer begins by saying no."""
    return bool(answer) and bool(_NO.search(answer[0]))
