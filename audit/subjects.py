"""Tell whose meetings a sentence is about by its subject, and by whom "it" stands for.

A body's pages speak of its successor's meetings, the council's and the hospital's as well as of
its own; the subject of a sentence tells which, where the words around it do not.
"""

from audit import owners
from audit.site import Site
from audit.words import any_of, pattern, sentences

_PRONOUN = pattern(
    r"^(?:and |but |so )?(?:it|its|it's|they|their|they're|theirs|that (?:board|body|organisation)|"
    r"the (?:new|other|latter) (?:board|body|one|organisation|committee))\b"
)
_ITS = any_of(r"(its|their) (\w+ )?(board|meetings?|governing body|committees?|cabinet|chair)")
_WE = any_of(r"^(our|we)")
_VERB = pattern(
    r"\b(is|are|was|were|be|has|have|had|will|would|can|may|does|do|did|also|now|still|meets?|met|"
    r"sits?|sat|holds?|held|takes?|took|shows?|showed|streams?|streamed|webcasts?|broadcasts?|puts?|"
    r"sends?|goes|go|went|publish\w*|keeps?|kept|records?|recorded|films?|makes?|made|decides?|"
    r"runs?|covers?|replac\w+|which|who|that|whose)\b"
)
_KINDS = pattern(
    r"\b(?:county|district|borough|city|unitary|town|parish) councils?\b|"
    r"\bthe (county|district|borough|city|town|parish)(?:'s)\b|\bcouncil's\b|"
    r"\b(?:hospitals?|foundation trust|trusts?|university|ambulance service|fire authority|"
    r"combined authority|scrutiny|joint committee|overview committee|partnership|successors?|"
    r"neighbours?|neighbouring|regional|national|parliament|healthwatch|charity|regulator)\b|"
    r"\b(?:health and wellbeing|safeguarding|new|successor'?s?|partner\w*) boards?\b|\bcounty's\b"
)
_OF_HOST = pattern(r"council|county|borough|district|city|town|parish")
_OURS = any_of(r"our|ours|us|we|governing (body|council)|the board|board meetings?|cabinet")
_OF_OURS = any_of(
    r"(our|these|this (board|body|council)'s) (\w+ ){0,2}(meetings?|board|governing body|sittings?|"
    r"sessions?)|the governing (body|council)|the board('s)?|(for|with|by|to) us"
)
_THEIR_MEETINGS = pattern(
    r"^('s|s'|'|’s|’)? (\w+ ){0,2}(meetings?|boards?|committees?|cabinet|sittings?|"
    r"council of governors)\b"
)
_FOR_US = any_of(r"for us|on our behalf")


def is_of_another(site: Site, text: str, sentence: str) -> bool:
    """Say whether a sentence of a text tells of another organisation's meetings."""
    subject = _subject(sentence)
    if _PRONOUN.search(sentence) or _ITS.search(sentence):
        before = sentences(text.partition(sentence)[0])
        theirs = before and _names_another(site, _subject(before[-1]))
        if theirs and not _FOR_US.search(before[-1]):
            return True
    rest = sentence[len(subject) :]
    if _names_another(site, subject):
        return not (_OF_OURS.search(rest) or site.mentions_self(rest))
    if _OURS.search(sentence) or site.mentions_self(sentence):
        return False
    return any(_THEIR_MEETINGS.search(sentence[end:]) for end in _others(site, sentence))


def _subject(sentence: str) -> str:
    """Give what stands before the first verb of a sentence."""
    verb = _VERB.search(sentence)
    return sentence[: verb.start()] if verb else sentence


def _names_another(site: Site, subject: str) -> bool:
    """Say whether a subject names another organisation, or one of a kind the body is not."""
    if _others(site, subject):
        return True
    named = owners.names_another_commissioner(site, subject) or site.mentions_other(subject)
    return bool(named or owners.by_words(site, subject) != "own") and not _WE.search(subject)


def _others(site: Site, words: str) -> list[int]:
    """Give where the kinds of organisation end that words name and the body is none of.

    A board that is itself the body is one of its council's; a parish council is nobody's.
    """
    name = site.body.name.lower()
    found = ((m.end(), m[0].lower().removeprefix("the ")) for m in _KINDS.finditer(words))
    others = [(end, kind) for end, kind in found if kind.removesuffix("'s") not in name]
    hosted = site.is_board and "council" not in name
    return [end for end, kind in others if not (hosted and _OF_HOST.search(kind))]
