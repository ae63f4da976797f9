"""The crawl of one body: what to ask for next, and what to make of the answer.

Nothing here touches the network: the spider carries questions out and answers in, so a stopped
crawl is resumed by giving the answers that its folder already holds.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from crawler.addresses import clean, host_of, key, origin
from crawler.answers import REDIRECTS, Answer, Ask, Terms, fault_of, line_of, read_reason
from crawler.folder import Fetch
from crawler.frontier import Frontier
from crawler.intake import Intake
from crawler.links import Link
from crawler.networks import is_private
from crawler.pages import OTHER, PAGE, is_parked, kind_of, likeness, needs_browser, read_page
from crawler.reasons import PASSING
from crawler.register import Body
from crawler.signposts import Barrier, Signposts
from crawler.site import Site

_MOST_HOPS = 10
_MOST_LEFT = 200
_TO_BE_ASKED = PASSING | {"over_budget"}
_READABLE = ("ok", "not_modified", "needs_browser")
_CHEAP = ("http_4xx", "duplicate", "not_archived")
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
        self._said = frozenset(done)
        asked_again = _TO_BE_ASKED | ({"needs_browser"} if terms.browser else set())
        self._done = {u: f for u, f in done.items() if f.reason not in asked_again}
        self._signs = Signposts(agent=terms.agent, slow_down=terms.slow_down, heed=not terms.past)
        self._frontier = Frontier(budget=terms.pages)
        self._intake = Intake(site=site, frontier=self._frontier, drop=self._drop)
        self._digests: set[str] = set()
        self._spent = 1  # the home page
        self._refunds = terms.pages // 2
        self._ended = False
        home = clean(body.website) or ""
        self._home = Link(url=home)
        self._queue = [Ask(url=home, link=self._home)] if home else []
        self._frontier.drop(home)
        if not home:
            self._note(self._home, Answer(url="", reason="no_website"))
            self._ended = True

    def next(self) -> Ask | None:
        """Choose the next request, or None when the body is done."""
        while not self._ended:
            ask = self._queue.pop() if self._queue else self._choose()
            if ask is None:
                self._finish()
                break
            kept = None if ask.hops or ask.shell else self._done.get(ask.url)
            if bar := self._barred(ask):
                barred = Answer(url=ask.url, reason=bar.reason, status=bar.status)
                self._settle(ask, barred)
            elif ask.purpose != "robots" and not self._signs.knows(ask.url):
                self._queue += [ask, self._ask_robots(ask.url)]
            elif kept is None or not self._relive(ask, kept):
                return ask
        return None

    def take(self, ask: Ask, answer: Answer) -> None:
        """Make something of an answer."""
        target = self._target(answer)
        if ask.purpose == "robots" and target and self._may_lead(ask, target):
            self._queue.append(replace(ask, url=target, hops=(*ask.hops, ask.url)))
        elif ask.purpose != "page":
            self._note(ask.link, answer)
            self._read_sign(ask, answer)
        elif target is not None:
            self._follow(ask, answer, target)
        else:
            self._take_page(ask, answer)

    def give_up(self, ask: Ask) -> None:
        """Note a request whose answer nothing could be made of."""
        self.complete = False
        lost = Answer(url=ask.url, reason="interrupted")
        if ask.purpose != "page":
            self._read_sign(ask, lost)
        elif not self._intake.is_settled(ask.link.url):
            self._settle(ask, lost)

    def stop(self, reason: str) -> None:
        """End the visit before its time; what was not even begun is noted with the reason."""
        if self._ended:
            return
        self.complete = False
        self._ended = True
        if self._intake.is_empty():
            self._note(self._home, Answer(url=self._home.url, reason=reason))

    def may_load(self, url: str) -> bool:
        """Say whether a page of the body may load an address while a browser fills it."""
        return not self._walled(url) and self._signs.forbids(url) is None

    def _choose(self) -> Ask | None:
        if not self._intake.is_empty() and (sitemap := self._signs.next_sitemap()):
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

    def _may_lead(self, ask: Ask, target: str) -> bool:
        return len(ask.hops) < _MOST_HOPS and self._has(target) and not self._walled(target)

    def _read_sign(self, ask: Ask, answer: Answer) -> None:
        """Take in a robots.txt or a sitemap."""
        at, status, body = origin(ask.link.url), answer.status, answer.body
        if ask.purpose == "robots":
            self._signs.read_robots(at, status, answer.reason, body, self._has)
        elif not answer.reason and status == 200:  # noqa: PLR2004
            for url in self._signs.read_sitemap(ask.url, body, self._has):
                self._intake.learn_unlinked(url, ask.url)

    def _has(self, url: str) -> bool:
        """Say whether a host is the body's, though robots.txt and sitemaps lie above its path."""
        return self._site.owns(url) or host_of(url).removeprefix("www.") == self._site.host

    def _walled(self, url: str) -> bool:
        return is_private(url) and not self._terms.allow_private

    def _target(self, answer: Answer) -> str | None:
        where = answer.headers.get("location", "").strip()
        if answer.status in REDIRECTS and where:
            return clean(urljoin(answer.url, where)) or ""
        return None

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
        kind = kind_of(answer.body, answer.headers.get("content-type", ""))
        if fault := _fault(answer, kind):
            if answer.reason and ask.shell is not None:
                self._settle(ask, replace(ask.shell, reason="needs_browser"), PAGE)
            else:
                self._settle(ask, replace(answer, reason=fault))
            return
        tree = read_page(answer.body, answer.headers) if kind == PAGE else None
        empty = tree is not None and needs_browser(tree)
        if empty and self._terms.browser and ask.shell is None:
            self._queue.append(replace(ask, url=answer.url, shell=answer))
            return
        if self._repeats(answer, tree):
            self._settle(ask, replace(answer, reason="duplicate"), kind)
            return
        reason = read_reason(answer)
        if tree is not None and ask.link.depth == 0 and is_parked(tree):
            reason = "parked"
        elif empty:
            reason = "needs_browser"
        self._settle(ask, replace(answer, reason=reason), kind)
        if tree is not None and reason != "parked":
            self._intake.learn(tree, answer.url, ask.link.depth)

    def _repeats(self, answer: Answer, tree: LexborHTMLParser | None) -> bool:
        """Say whether a page was read under another address, menus and banners aside."""
        marks = {answer.record.digest if answer.record else "", likeness(tree) if tree else ""}
        met = not self._digests.isdisjoint(marks - {""})
        self._digests |= marks
        return met

    def _settle(self, ask: Ask, answer: Answer, kind: str = "") -> None:
        """Note what became of a request; a home page that fails ends the body."""
        if ask.purpose != "page":
            self._note(ask.link, answer)
            return
        fetch = self._note(ask.link, answer, kind)
        self._tally(fetch)
        self._intake.settled(ask.link.url, fetch)
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
        elif fetch.reason in _CHEAP and self._refunds:
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

    def _relive(self, ask: Ask, kept: Fetch) -> bool:
        """Go through what an earlier run of this crawl has fetched; false when it is lost."""
        learns = kept.reason in _READABLE and kept.content_type == PAGE
        answer = self._terms.replay(kept) if learns or ask.purpose != "page" else None
        if answer is None and (learns or ask.purpose != "page"):
            return False
        if ask.purpose != "page" and answer:
            self._read_sign(ask, answer)
            return True
        self._follow_again(kept.url)
        self._frontier.drop(kept.final_url or kept.url)
        self._intake.settled(ask.link.url, kept)
        self._digests.add(kept.digest)
        self._tally(kept)
        if answer:
            tree = read_page(answer.body, answer.headers)
            self._digests.add(likeness(tree))
            self._intake.learn(tree, answer.url, ask.link.depth)
        if ask.link.depth == 0 and kept.reason not in _READABLE:
            self._home_failed(ask, kept.reason)
        return True

    def _follow_again(self, url: str) -> None:
        """Strike out what lay between an address and where it led to in an earlier run."""
        for _ in range(_MOST_HOPS):
            if (target := self._terms.redirects.get(url)) is None:
                return
            url = target
            self._frontier.drop(url)

    def _drop(self, link: Link, reason: str, final: str) -> None:
        if link.url not in self._said:
            self._note(link, Answer(url=final, reason=reason))

    def _finish(self) -> None:
        self._ended = True
        for fetch in self._intake.moved():
            self._terms.note(fetch)
        for link in self._frontier.rest()[:_MOST_LEFT]:
            self._drop(link, "over_budget", link.url)

    def _note(self, link: Link, answer: Answer, kind: str = "") -> Fetch:
        fetch = line_of(self.body.id, link, answer, kind)
        self._terms.note(fetch)
        return fetch


def _fault(answer: Answer, kind: str) -> str:
    """Name what keeps an answer from being a page, or nothing."""
    status = answer.status or 0
    useless = kind == OTHER or status >= 300  # noqa: PLR2004
    return answer.reason or fault_of(status) or ("not_html" if useless else "")
