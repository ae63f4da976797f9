"""Find dated posts in a personal voice: first person singular outside quotation marks."""

from collections.abc import Iterator
from datetime import date

from audit.dates import dates
from audit.model import Fact
from audit.page import Page
from audit.site import Site
from audit.words import any_of, pattern, sentences

_QUOTED = pattern(r"[\"“][^\"”]*[\"”]|‘[^’]*’")
_FIRST = pattern(r"\b(I|I['’](m|ve|d|ll)|my|me|mine|myself)\b")
_COLUMN = any_of(
    r"(a )?(word|line|postcard|dispatch|despatch|report|musings?|jottings?|scribbles?|ramblings?) "
    r"from|out and about|from (the|my) [\w' ]{2,20} of|postbag|musings|jottings|scribbles|"
    r"ponderings|log ?book",
    r"(my|monday|tuesday|wednesday|thursday|friday|weekend) (notes?|letter|thoughts?|view|week)",
    r"I('ve| have)? (learn\w*|saw|seen|met|hear\w*|think|thought|read|noticed)|(on|in) my \w+|"
    r"from where I|as I see",
    r"postcards|dispatches|despatches",
    r"notes? (from|on|to)|dear (neighbours?|all|everyone|residents?|friends?)|out and about with",
    r"blogs?|column|diary|reflections?|viewpoint|from (my|the|\w+'s) (desk|chair|chief)",
    r"message from|letter from|view from|notes from|thoughts",
    r"(\w+)['’]s (week|month|blog|diary|notes|view|update|column|thoughts|message)",
    r"in my (last|latest)|week(ly)? (notes|update|message)|notebook|journal|voices|diaries",
    r"in (their|her|his) own words|\w+ writes",
)
_SAYS_COLUMN = pattern(
    r"\b(this|is|our|a|an|the|each|every|in) ([\w'’-]+ ){0,4}(column|blog|diary|journal|vlog|"
    r"notebook)\b|\b(in|from) (her|his|their|my) own words\b|"
    r"\b(say|share|write|tell|reflect)s?\b[^.]{0,40}\b(on (my|her|his|their) minds?|thoughts|"
    r"reflections|experiences?)\b|\bpersonal (view|account|reflection)s?\b|"
    r"\b(monthly|weekly|regular|occasional) (jottings|notes|letters?|thoughts|musings|view)\b|"
    r"\b(writes|blogs) (about|of|on|here|for|each|every|when|whenever|from|to you)\b|"
    r"\btakes? (it in )?turns?\b|\bin turn\b"
)
_NAMED = pattern(
    r"^(?:(?:The|Our|My|A) )?(?:Dr |Cllr |Mr |Mrs |Ms |Sir |Dame |Prof )?(\p{Lu}[\p{L}-]+)['’]s \w",
    cased=True,
)
_NO_NAMES = pattern(
    r"^(what|who|where|here|there|it|that|let|how|today|tomorrow|year|month|week|children|women|"
    r"men|"
    r"people|everyone|nobody|someone|patient|king|queen|parkinson|alzheimer|crohn|hodgkin|down|"
    r"world|"
    r"mother|father|new ?year|valentine|nhs|england|britain|council|hospital|country|nation)s?$"
)
_SET_OFF = pattern(
    r"^(from|behind|through|across|around|beyond|between|under|out of) (the|my|a) \w"
)
_STORY = any_of(r"stor(y|ies)|journey|case stud(y|ies)|experience|testimonials?")
_GUEST = any_of(
    r"guest (post|blog|column|writer|writes)|by our friends",
    r"written by .{0,40}(charity|trust|healthwatch)|intranet",
    r"reposted|republished|(first|originally) (published|posted|appeared)|member of parliament",
    r"(mp|hospital|trust|charity|healthwatch|university)['’]?s ([\w-]+ ){0,2}(blog|weblog|column|"
    r"diary|chief \w+|chair)",
    r"staff (message|briefing|update)|all-staff",
)
_FEWEST_I = 3
_FEWEST_ENTRIES = 2
_LONGEST_DATE_LINE = 60
_LONGEST_SIGNATURE = 120
_LONGEST_BYLINE = 90
_OFFICERS = any_of(
    r"chair|chief|officer|executive|doctor|dr|gp|nurse|leader|director|lay member|mayor"
)
_BYLINE = pattern(
    r"\b(Posted|Written|Blogged) by (Dr |Mr |Mrs |Ms |Prof )?\p{Lu}\w+ \p{Lu}|"
    r"(?m:^([^\n]{0,30}\b)?[Bb]y (Dr |Mr |Mrs |Ms |Prof |Cllr )?\p{Lu}\p{Ll}+ \p{Lu}[\p{L}’'-]+$)",
    cased=True,
)
_NAME = pattern(r"\p{Lu}\p{Ll}+ \p{Lu}[\p{Ll}'’-]+", cased=True)
_SIGN_OFF = pattern(r"\n[–—-]? ?(Dr )?\p{Lu}[\p{Ll}-]+( \p{Lu}[\p{Ll}-]+)?[.,]?( x)?$", cased=True)
_NEVER_KINDS = frozenset(("complaints", "foi", "survey", "service", "contact"))
_LIKELY_KINDS = frozenset(("blog", "news", "about"))
_WORDS_PER_I = 70
_FIRST_WORDS = 3000  # characters in which a post is dated
_SIGNED_ABOVE = 300
_INTRODUCTION = 250
_SIGNED_BELOW = 200
_GUEST_ABOVE = 1500


def posts(site: Site, page: Page, today: date) -> Iterator[Fact]:
    """Find dated posts by the body's people; label `blog` in a column, else `message`."""
    if page.is_pdf or "legal" in page.kinds:
        return
    text = "\n".join(b.text for b in page.main if b.form < 0)
    plain = str(_QUOTED.sub(" ", text))
    firsts = len(_FIRST.findall(plain))
    if firsts < _FEWEST_I or firsts * _WORDS_PER_I < len(plain.split()):
        return
    address = page.url.replace("-", " ")
    named = " ".join((page.name, page.title, address, *page.link_texts, page.parent))
    column = bool(
        _COLUMN.search(named)
        or _SAYS_COLUMN.search(plain[:_INTRODUCTION])
        or any(_is_named_for_one(words) for words in (page.name, page.parent, *page.link_texts))
        or _entries(page, today) >= _FEWEST_ENTRIES
    )
    beginning = f"{page.title} {text[:_FIRST_WORDS]}"
    seen = [d.value for d in dates(beginning, today=today) if d.year_given or d.exact]
    guest = _GUEST.search(f"{named} {plain[:_GUEST_ABOVE]}")
    if not seen or guest or not (column or _is_signed(page, named, plain)):
        return
    first = next((s for s in sentences(plain) if _FIRST.search(s)), page.name)
    yield Fact(
        kind="post",
        value=page.name,
        label="blog" if column else "message",
        owner=site.mentions_other(named) or "own",
        quote=first if first in text else page.name,
        when=max(seen),
        detail={"firsts": str(firsts)},
    )


def _is_named_for_one(words: str) -> bool:
    """Say whether a page is called after its writer or where she writes ("From the saddle")."""
    if _SET_OFF.match(words):
        return True
    named = _NAMED.match(words)
    return bool(named and not _NO_NAMES.match(named[1]) and not _STORY.search(words))


def _entries(page: Page, today: date) -> int:
    """Count dated entries of a page that speak in the first person, as those of a diary do."""
    count, dated = 0, False
    for block in page.main:
        line = block.text if len(block.text) < _LONGEST_DATE_LINE else ""
        if any(d.exact for d in dates(line, today=today)):
            dated = True
        elif (dated or _opens_dated(block.text, today)) and _FIRST.search(
            _QUOTED.sub(" ", block.text)
        ):
            count, dated = count + 1, False
    return count


def _opens_dated(text: str, today: date) -> bool:
    """Say whether a paragraph begins with a date, or with its writer's name and a date."""
    if any(d.exact and not d.start for d in dates(text[:_LONGEST_DATE_LINE], today=today)):
        return True
    head = next(iter(sentences(text)), "")
    signed = len(head) < _LONGEST_SIGNATURE and _NAME.search(head) and not _FIRST.search(head)
    return bool(signed and any(d.exact for d in dates(head, today=today)))


def _is_signed(page: Page, named: str, plain: str) -> bool:
    """Say whether a page that is no column stands where posts do and names an officer."""
    kinds = set(page.kinds)
    around = f"{named} {plain[:_SIGNED_ABOVE]} {plain[-_SIGNED_BELOW:]}"
    if kinds & _NEVER_KINDS:
        return False
    if _BYLINE.search(plain[:_SIGNED_ABOVE]) or _SIGN_OFF.search(plain.rstrip()):
        return True
    lines = (*plain[:_SIGNED_ABOVE].split("\n"), *plain[-_SIGNED_BELOW:].split("\n")[1:])
    short = [s for s in lines if len(s) < _LONGEST_BYLINE and _NAME.search(s)]
    signed = any(_OFFICERS.search(s) and s[-1:] != "." and not _FIRST.search(s) for s in short)
    return signed or bool(kinds & _LIKELY_KINDS and _OFFICERS.search(around))
