"""Find the accounts a site links to on social networks, and whose they are.

An embedded feed is no account, nor is what lies among the accounts of others.
"""

from collections.abc import Iterator

from audit import owners
from audit.handles import NETWORKS, profile
from audit.model import Fact
from audit.page import Block, Link, Page, row_text
from audit.site import Site
from audit.states import state
from audit.words import any_of, pattern, sentence_with

_NETWORK = any_of("X", *dict.fromkeys(NETWORKS.values()))
_ENDED = pattern(
    r"\b(accounts?|pages?|channels?|profiles?|feeds?|it|they|this|these|both|"
    r"which)\b[^.]{0,60}\b(closed|deleted|no longer|archived|ceased|deactivated|inactive|"
    r"not (monitored|used))\b"
)
_AGENCY = any_of(
    r"design(ed)?|digital|studio|web|agency|gwefan|site by|website( by| design\w*|:)|built|hosting",
    r"powered",
    r"(made|crafted|developed) (by|with)",
)
_PERSONAL = any_of(
    r"(chair|chief \w+|accountable officer|director|leader|mayor|dr|councillor|cllr|she|he)"
    r"( [a-z'-]+){0,4} (tweets?|posts?|writes|is on|can be followed)( \w+)?",
    r"personal (account|page|profile|feed|tweets)|(personal|private) capacity",
    r"views are (my|his|her)",
    r"(chair|chief \w+|director|leader|officer)'s (own |personal )?(twitter|account|feed|profile)",
)
_OURS = pattern(
    r"\b(us|our|we|ours)\b|\bfollow\b|\blive ?stream(s|ed|ing)?\b|\bfind us\b|"
    r"\bconnect with\b|\bofficial\b|"
    r"\bon (twitter|facebook|x|instagram|youtube|linkedin|bluesky)\b"
)
_ACCOUNT = r"(accounts?|pages?|profiles?|channels?|social media|networks?|presence)"
_NONE_OWN = any_of(
    r"(do(es)? not|don't|doesn't|never) (currently |yet |itself |ourselves )?(have|keep|run|use|do|"
    rf"post|tweet|own|hold|operate)( [^.;]{{0,60}})?{_ACCOUNT}( of (our|its|their) own)?",
    rf"(has|have|with|runs?|keeps?) no (\w+ ){{0,3}}{_ACCOUNT}( of (our|its|their) own)?",
    r"((are|is|am|were)( not|n't)|'(re|s|m) not) (ourselves |itself )?on [^.;]*",
)
_NOT_OURS = any_of(
    r"(not|none|no longer|nothing) ((being )?(run|kept|managed|written|watched|made) (by us|ours?)|"
    r"(of (them|these|those) (is|are) )?ours|to do with us)",
    r"n't (ours|run by us)|nor (are they|is it) ours|(some(body|one)|anyone) else's|unofficial",
)
_SHARED = any_of(
    r"(we|board|ccg|icb|body) (\w+ )?(share|run|keep|use|post on|write)s? "
    r"(these|our|the|this|them|it|all)\b[^.]{0,40} (with|together|jointly|between)\b",
    rf"(shared|joint(ly)?|common) ((social media|\w+) )?{_ACCOUNT}",
    rf"(these|our|this|the|all) ([\w-]+ ){{0,2}}{_ACCOUNT} ([\w-]+ ){{0,2}}"
    r"(shared|joint(ly)?|in common)\b",
    r"(we|us) (and|with) (our|all|the) (\w+ )?partners? [^.;:]{0,40}\b"
    r"(together|jointly|as one|as)\b",
    r"(shared|kept|run|used) (jointly |in common )?(with|by) (us|our|the board|the icb|all) "
    r"(and|partners|our partners)",
)
_BUT = pattern(r"[,;:(] ?but\b|\bhowever\b|\bthough\b|\binstead\b|\bapart from\b|\bother than\b")
_ANY_ACCOUNT = any_of(_ACCOUNT, r"any (of|social|other)|(our|its) own|them|these|those|they|it")
_RUN_BY = pattern(
    r"\b[Tt]he (?:[\p{L}'’-]+ ){0,3}\p{Lu}[\p{L}'’-]+ (?:[\p{L}'’-]+ ){0,3}(?:runs?|keeps?|manages|"
    r"looks after|publishes|is on|are on)\b|\b(?:run|kept|managed|looked after|written|published) "
    r"(?:for us )?by (?:the |our )?(?:\p{Lu}|friends|partner|volunteer|neighbour)",
    cased=True,
)
_BY_US = any_of(
    r"by (us|our (own )?(communications|comms|staff|team|engagement|press)\w*)",
    r"(the|our) (([a-z]+ ){0,3}(team|office|staff|desk)|ccg|icb|council|board|group|partnership)"
    r" (also )?(runs?|keeps?|manages|looks after|publishes|is on|are on)",
)
_DIRECTORY = any_of(
    r"clubs?|societ(y|ies)|traders?|shops?|businesses|associations?|(local|community|village|town) "
    r"(groups?|life|links|organisations?|directory)|sports?|charities",
    r"things to (do|see)|attractions?|places to",
    r"what('s| is) on|who else|elsewhere|others? (to follow|accounts)|neighbours?",
)
_CAMPAIGN = any_of(
    r"(follow|like|join|find|see) (the|this|that) ([\w-]+ ){0,2}(campaign|programme|project|appeal|"
    r"festival|study|network|charity|club|group)",
)
_OFFERED = any_of(r"follow|find|like|official|connect|join|keep in touch|subscribe|watch")
_OF_A_BODY = pattern(
    r"ccg|icb|ics|icp|hcp|nhs|health|care|council|board|partnership|talk|voice|listen|say|"
    r"engage|(tc|cc|pc|dc|bc|mbc)$"
)
_LETTERS_MORE = 5
_HELD_BY = pattern(
    r"^([\p{Lu}][\p{L}'’&-]*(?: [\p{L}'’&-]+){1,6}) on (?:X|[Tt]witter|Twitter|Facebook|Instagram|"
    r"YouTube|LinkedIn|Bluesky|Threads|TikTok|Mastodon|Flickr|Vimeo|Nextdoor)$",
    cased=True,
)
_OURS_CALLED = any_of(
    r"us|our|we|follow|find|like|join|see|watch|connect|official|the (ccg|icb|council|board|team)",
    r"nhs|ccg|icb|news|updates|views|more|latest",
)
_HANDLE = pattern(r"@\w+|https?://\S+")
_CHROME = frozenset(("header", "footer", "nav", "aside", "repeat"))
_LETTERS = 6  # of a body's name that tell its own handle
_FEWEST_INITIALS = 3
_LONGEST_LABEL = 160
_LONGEST_LABELLED = 80
_LONGEST_SENTENCE = 300


def profiles(site: Site, page: Page) -> Iterator[Fact]:
    """Find links to profiles, with their owner."""
    seen: set[tuple[str, str, str]] = set()
    for index, block in enumerate(page.blocks):
        for link in block.links if block.place != "share" else ():
            found = profile(link.href) if link.kind == "a" and link.href[:4] == "http" else None
            if found is None:
                continue
            fact = _fact(site, page, index, link, found)
            key = (fact.label, found[1].lower(), fact.owner)
            if key not in seen:
                seen.add(key)
                yield fact


def _fact(site: Site, page: Page, index: int, link: Link, found: tuple[str, str]) -> Fact:
    network, handle = found
    block = page.blocks[index]
    short = block.text if len(block.text) < _LONGEST_SENTENCE else ""
    sentence = sentence_with(block.text, link.text) or short
    context = f"{row_text(page, block)} {sentence} {link.title}".strip()
    owner = owners.of_handle(site, handle, context)
    if owner == "other" and _SHARED.search(context):
        owner = "own"
    if owner in ("own", ""):
        owner = _owner(site, page, block, found, context, known=owner == "own")
    called = _HELD_BY.match(link.text)
    if owner == "own" and called and not _OURS_CALLED.search(called[1]):
        owner = "own" if site.mentions_self(called[1]) else "other"
    listed = owner == "own" and _is_listed(site, page, block, handle, context)
    if listed or (owner == "own" and _is_disowned(site, block, network, sentence)):
        owner = "other"
    built = _AGENCY.search(f"{context} {_line_before(page, index)}")
    if owner == "own" and built and not _names_body(site, handle):
        owner = "supplier"
    planned = state(sentence) == "planned"
    return Fact(
        kind="profile",
        value=link.href,
        label=network,
        owner=owner,
        quote=sentence or link.label,
        state="planned" if planned else "ended" if _ENDED.search(sentence) else "now",
        place=block.place,
        detail={
            "handle": handle,
            "block": str(index),
            "home": "yes" if "home" in page.kinds else "no",
        },
    )


def _owner(
    site: Site, page: Page, block: Block, found: tuple[str, str], context: str, *, known: bool
) -> str:
    """Say whose an account is that may be the body's; `known` when its name tells."""
    network, handle = found
    if network == "LinkedIn" and handle.startswith("in/"):
        return "person"
    if not known and _PERSONAL.search(context) and not _names_body(site, handle):
        return "person"
    if known:
        return "own"
    if _CAMPAIGN.search(context):
        return "other"
    near = f"{block.head} {block.column}"
    above = owners.by_words(site, near) if block.place == "main" else "own"
    if above != "own":
        return above
    ours = _OURS.search(context) or _OURS.search(block.head)
    return "own" if block.place in _CHROME or "home" in page.kinds or ours else "other"


def _is_listed(site: Site, page: Page, block: Block, handle: str, context: str) -> bool:
    """Say whether an account stands among those of clubs, shops and the like of the place."""
    over = " ".join((page.name, *block.headings, block.column))
    said = _HANDLE.sub(" ", context)
    if block.place != "main" or "home" in page.kinds or owners.says_we(said):
        return False
    if _DIRECTORY.search(over) and not site.mentions_self(said):
        return True
    return _names_more(site, handle) and not _OFFERED.search(said)


def _names_more(site: Site, handle: str) -> bool:
    """Say whether a handle names something of the body's place ("ExampleSingers"), not the body."""
    low = handle.lower()
    if not any(token in low for token in site.tokens) or _OF_A_BODY.search(low):
        return False
    for token in site.tokens:
        low = low.replace(token, "")
    return sum(map(str.isalpha, low)) >= _LETTERS_MORE


def _is_disowned(site: Site, block: Block, network: str, sentence: str) -> bool:
    """Say whether a text denies that an account is the body's, or says that others run it."""
    if block.place != "main" and len(block.text) > _LONGEST_SENTENCE:
        return False
    if _NOT_OURS.search(sentence):
        return True
    run = _RUN_BY.search(sentence)
    if run and not _BY_US.search(sentence) and not site.mentions_self(run.group(0)):
        return True
    denied = (m.group(0) for m in _NONE_OWN.finditer(_BUT.split(block.text)[0]))
    named = any_of(network, "X" if network == "Twitter" else network)
    return any(
        named.search(d) or (_ANY_ACCOUNT.search(d) and not _NETWORK.search(d)) for d in denied
    )


def _names_body(site: Site, handle: str) -> bool:
    low = handle.lower()
    by_initials = len(site.initials) >= _FEWEST_INITIALS and site.initials in low
    return by_initials or any(t[:_LETTERS] in low for t in site.tokens)


def _line_before(page: Page, index: int) -> str:
    """Give the short block before another short one, which may say who built the site."""
    if index == 0:
        return ""
    last, block = page.blocks[index - 1], page.blocks[index]
    short = len(last.text) < _LONGEST_LABEL and len(block.text) < _LONGEST_LABELLED
    return last.text if short and last.place == block.place else ""
