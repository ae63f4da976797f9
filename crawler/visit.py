"""The crawl of one body: what to ask for next, and what to make of the answer.

Nothing here touches the network: the spider carries questions out and answers in, so a stopped
crawl is resumed by giving the answers that its folder already holds.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from crawler.addresses import clean, host_of, is_other_file, key, origin
from crawler.answers import REDIRECTS, Answer, Ask, Terms, fault_of, line_of
from crawler.folder import Fetch
from crawler.frontier import Frontier
from crawler.guards import is_private
from crawler.links import Link, LinkReader
from crawler.pages import OTHER, PAGE, is_parked, kind_of, needs_browser, read_page
from crawler.reasons import PASSING
from crawler.register import Body
from crawler.signposts import Barrier, Signposts
from crawler.site import Site
from crawler.traps import Traps

DEEPEST = 10  # clicks; also what a page found only in the sitemap is given
_MOST_HOPS = 10
_MOST_LEFT = 200
_MOST_DROPPED = 40
_READABLE = ("ok", "needs_browser")
_UNASKED = ("robots", "private_address")
_HOME_FAILS = ("tls", "refused", "timeout", "dns")


class Visit:
    """The state of one body's crawl."""

    def __init__(self, body: Body, site: Site, terms: Terms, done: Mapping[str, Fetch]) -> None:
        self.body = body
        self.pages = 0
        self.errors = 0
        self.complete = True  # unless stopped before its time
        self.refusals: Counter[str] = Counter()  # by host
        self._site = site
        self._terms = terms
        self._done = {u: f for u, f in done.items() if f.reason not in PASSING}
        self._signs = Signposts(agent=terms.agent, slow_down=terms.slow_down)
        self._frontier = Frontier(budget=terms.pages)
        self._reader = LinkReader()
        self._traps = Traps()
        self._read: dict[str, Fetch] = {}
        self._moved: set[str] = set()
        self._digests: set[str] = set()
        self._first: dict[str, str] = {}  # key to the address met first
        self._dropped: Counter[str] = Counter()
        self._dropped_urls: set[str] = set()
        self._spent = 1  # the home page
        self._refunds = terms.pages // 2
        self._ended = False
        home = clean(body.website) or ""
        self._home = Link(url=home)
        self._queue = [Ask(url=home, link=self._home)] if home else []
        self._frontier.drop(home)
        if not home:
            self._note(self._home, Answer(url="", headers={}, reason="no_website"))
            self._ended = True

    def next(self) -> Ask | None:
        """Choose the next request, or None when the body is done."""
        while not self._ended:
            ask = self._queue.pop() if self._queue else self._choose()
            if ask is None:
                self._finish()
                break
            if ask.purpose == "page" and not ask.hops and (kept := self._done.get(ask.url)):
                self._relive(ask, kept)
                continue
            if bar := self._barred(ask):
                barred = Answer(url=ask.url, headers={}, reason=bar.reason, status=bar.status)
                self._settle(ask, barred)
                continue
            if ask.purpose != "robots" and not self._signs.knows(ask.url):
                self._queue.append(ask)
                return self._ask_robots(ask.url)
            return ask
        return None

    def take(self, ask: Ask, answer: Answer) -> None:
        """Make something of an answer."""
        target = self._target(answer)
        if ask.purpose == "robots":
            self._take_robots(ask, answer, target)
        elif ask.purpose == "sitemap":
            self._take_sitemap(ask, answer)
        elif target is not None:
            self._follow(ask, answer, target)
        else:
            self._take_page(ask, answer)

    def give_up(self, ask: Ask) -> None:
        """Note a request whose answer nothing could be made of."""
        self.complete = False
        self._settle(ask, Answer(url=ask.url, headers={}, reason="interrupted"))

    def stop(self, reason: str) -> None:
        """End the visit before its time; what was not even begun is noted with the reason."""
        if self._ended:
            return
        self.complete = False
        self._ended = True
        if not self._read:
            self._note(self._home, Answer(url=self._home.url, headers={}, reason=reason))

    def _choose(self) -> Ask | None:
        if self._read and (sitemap := self._signs.next_sitemap()):
            return Ask(url=sitemap, purpose="sitemap", link=Link(url=sitemap, text="sitemap"))
        if self._spent >= self._terms.pages:
            return None
        link = self._frontier.pop()
        if link is None:
            return None
        self._spent += 1
        return Ask(url=link.url, link=link)

    def _barred(self, ask: Ask) -> Barrier | None:
        if self._walled(ask.url):
            return Barrier(reason="private_address")
        bar = None if ask.purpose == "robots" else self._signs.forbids(ask.url)
        if bar and bar.reason == "robots":
            self.refusals[host_of(ask.url)] += 1
        return bar

    def _ask_robots(self, url: str) -> Ask:
        address = f"{origin(url)}/robots.txt"
        return Ask(url=address, purpose="robots", link=Link(url=address, text="robots.txt"))

    def _take_robots(self, ask: Ask, answer: Answer, target: str | None) -> None:
        if target and len(ask.hops) < _MOST_HOPS and self._has(target) and not self._walled(target):
            self._queue.append(replace(ask, url=target, hops=(*ask.hops, ask.url)))
            return
        at = origin(ask.link.url)
        self._signs.read_robots(at, answer.status, answer.reason, answer.body, self._has)
        self._note(ask.link, answer)

    def _has(self, url: str) -> bool:
        """Say whether a host is the body's, though robots.txt and sitemaps lie above its path."""
        return self._site.owns(url) or host_of(url).removeprefix("www.") == self._site.host

    def _take_sitemap(self, ask: Ask, answer: Answer) -> None:
        self._note(ask.link, answer)
        if not answer.reason and answer.status == 200:  # noqa: PLR2004
            for url in self._signs.read_sitemap(ask.url, answer.body, self._has):
                if self._site.owns(url) and not is_other_file(url):
                    self._offer(Link(url=url, place="sitemap", parent=ask.url, depth=DEEPEST))

    def _walled(self, url: str) -> bool:
        return not self._terms.allow_private and is_private(url)

    def _target(self, answer: Answer) -> str | None:
        where = answer.headers.get("location")
        if answer.status not in REDIRECTS or not where:
            return None
        return clean(urljoin(answer.url, where.strip())) or ""

    def _follow(self, ask: Ask, answer: Answer, target: str) -> None:
        hops = (*ask.hops, ask.url)
        there = replace(answer, url=target or answer.url)
        if target in hops or len(hops) > _MOST_HOPS or not target:
            self._settle(ask, replace(there, reason="trap"))
        elif self._walled(target):
            self._settle(ask, replace(there, reason="private_address"))
        elif not (self._site.owns(target) or self._site.shares(target)):
            self._settle(ask, replace(there, reason="redirect_off_site"))
        elif self._frontier.is_gone(target) and key(target) not in {key(u) for u in hops}:
            self._settle(ask, replace(there, reason="duplicate"))
        else:
            self._frontier.drop(target)
            self._queue.append(replace(ask, url=target, hops=hops))

    def _take_page(self, ask: Ask, answer: Answer) -> None:
        if answer.reason:
            self._settle(ask, answer)
            return
        status = answer.status or 0
        kind = kind_of(answer.body, answer.headers.get("content-type", ""))
        if fault := fault_of(status):
            self._settle(ask, replace(answer, reason=fault))
            return
        if kind == OTHER or status >= 300:  # noqa: PLR2004
            self._settle(ask, replace(answer, reason="not_html"))
            return
        digest = answer.record.digest if answer.record else ""
        if digest and digest in self._digests:
            self._settle(ask, replace(answer, reason="duplicate"), kind)
            return
        self._digests.add(digest)
        reason = "ok"
        tree = read_page(answer.body, answer.headers) if kind == PAGE else None
        if tree is not None:
            if ask.link.depth == 0 and is_parked(tree):
                reason = "parked"
            elif needs_browser(tree):
                reason = "needs_browser"
        self._settle(ask, replace(answer, reason=reason), kind)
        if tree is not None and reason != "parked":
            self._learn(tree, answer.url, ask.link.depth)

    def _settle(self, ask: Ask, answer: Answer, kind: str = "") -> None:
        """Note what became of a request; a home page that fails ends the body."""
        if ask.purpose != "page":
            self._note(ask.link, answer)
            return
        fetch = self._note(ask.link, answer, kind)
        self._tally(fetch)
        self._read[key(ask.link.url)] = fetch
        if ask.link.depth == 0 and fetch.reason not in _READABLE:
            self._home_failed(ask, fetch.reason)

    def _tally(self, fetch: Fetch) -> None:
        """Count a page; what was refused costs nothing, what was in vain little."""
        if fetch.reason in _READABLE:
            self.pages += 1
        elif fetch.reason != "duplicate":
            self.errors += 1
        if fetch.reason in _UNASKED:
            self._spent -= 1
        elif fetch.reason in ("http_4xx", "duplicate") and self._refunds:
            self._refunds -= 1
            self._spent -= 1

    def _home_failed(self, ask: Ask, reason: str) -> None:
        parts = urlsplit(ask.link.url)
        other = {"http": "https", "https": "http"}[parts.scheme]
        tried = ask.link.url != self._home.url
        if reason not in _HOME_FAILS or tried or parts.port:
            self._ended = True
            return
        link = Link(url=parts._replace(scheme=other).geturl())
        self._queue.append(Ask(url=link.url, link=link))

    def _relive(self, ask: Ask, kept: Fetch) -> None:
        """Go through a page that an earlier run of this crawl has fetched."""
        self._frontier.drop(kept.final_url or kept.url)
        self._read[key(ask.link.url)] = kept
        self._digests.add(kept.digest)
        self._tally(kept)
        if kept.reason in _READABLE and kept.content_type == PAGE:
            answer = self._terms.replay(kept)
            if answer is not None:
                tree = read_page(answer.body, answer.headers)
                self._learn(tree, answer.url, ask.link.depth)
        elif ask.link.depth == 0:
            self._home_failed(ask, kept.reason)

    def _learn(self, tree: LexborHTMLParser, url: str, depth: int) -> None:
        for link in self._reader.read(tree, url, depth + 1):
            own = self._site.owns(link.url) or self._site.shares(link.url)
            if own and not is_other_file(link.url):
                self._offer(link)

    def _offer(self, link: Link) -> None:
        name = key(link.url)
        first = self._first.setdefault(name, link.url)
        known = self._read.get(name)
        if first != link.url and urlsplit(first).query != urlsplit(link.url).query:
            self._drop(link, "duplicate", final=known.final_url if known else first)
        elif known is not None:
            if link.depth < known.depth:
                moved = replace(known, depth=link.depth, parent=link.parent, link_text=link.text)
                self._read[name] = moved
                self._moved.add(name)
        elif self._frontier.knows(link.url):
            self._frontier.add(link)
        elif link.depth > DEEPEST:
            self._drop(link, "too_deep")
        elif self._traps.catches(link.url):
            self._drop(link, "trap")
            self._frontier.drop(link.url)
        else:
            self._frontier.add(link)

    def _drop(self, link: Link, reason: str, final: str = "") -> None:
        """Note a link that will not be followed; of each reason only the first so many."""
        if link.url in self._dropped_urls or self._dropped[reason] >= _MOST_DROPPED:
            return
        self._dropped_urls.add(link.url)
        self._dropped[reason] += 1
        self._note(link, Answer(url=final or link.url, headers={}, reason=reason))

    def _finish(self) -> None:
        self._ended = True
        for name in self._moved:
            self._terms.note(self._read[name])
        for link in self._frontier.rest()[:_MOST_LEFT]:
            if link.url not in self._done:
                self._note(link, Answer(url=link.url, headers={}, reason="over_budget"))

    def _note(self, link: Link, answer: Answer, kind: str = "") -> Fetch:
        fetch = line_of(self.body.id, link, answer, kind)
        self._terms.note(fetch)
        return fetch
