"""How an audit was done and how far to trust it, in sentences whose numbers have queries."""

import json
from typing import Any

from audit.score import LEAST_DECIDED
from reports.escaping import clean, web_address
from reports.figures import Ledger
from reports.post_context import Link, Piece, Text
from reports.words import british_date, number, plural, small

SUMMARY = """
    select s.*, k.about, k.source, k.digest, a.checklist_digest, c.settings, c.contact, c.status
    from audit_summary as s
    join audits as a on a.id = s.audit
    join checklists as k on k.id = s.checklist
    join crawls as c on c.id = s.crawl
    where s.audit = :audit
"""
_PAGES = "select pages_read, pages_tried from audit_summary where audit = :audit"
_POLITE = """
    select sum(requests) as requests, min(least_gap_seconds) as gap,
        sum(robots_refusals) as refusals
    from politeness
    where crawl = :crawl
"""
_REVIEWS = """
    select count(*) as checks, count(distinct f.id), sum(r.outcome <> f.outcome)
    from findings as f
    join reviews as r on r.body = f.body and r.criterion = f.criterion
    where f.audit = :audit and f.outcome <> 'unknown' and r.status <> 'lapsed'
"""
_OUTCOMES = (
    "An answer is “met” when the site shows it, and each one is kept with the page, the words, the "
    "time and the archived copy that prove it. It is “not found” when the pages where it ought to "
    "be were read and it was not there, which is no proof that it does not exist. It is “not "
    "known” when we could not look, and that never counts as a failure."
)
_SCORES = (
    "A score is the weight of what was met out of the weight of what could be judged: a helpful "
    "thing counts once, an important one twice, an essential one three times. Where less than "
    f"{LEAST_DECIDED} per cent of the weight could be judged there is no score. Where part of a "
    "site could not be judged, the league table gives the worst and the best that its score and "
    "its rank could be."
)
_UNCHECKED = (
    "Nobody has checked these answers by hand yet, so how often the machine is wrong is not known. "
    "Follow the links before you rely on any one of them."
)
_GAP_WORTH_TELLING = 0.1
"""Seconds."""


def method(ledger: Ledger, summary: dict[str, Any]) -> list[Text]:
    """Tell the crawl, its manners, the questions and the rules of judging."""
    return [
        _crawl(ledger, summary),
        *_manners(ledger, summary),
        _checklist(ledger, summary),
        (_OUTCOMES,),
        (_SCORES,),
    ]


def _crawl(ledger: Ledger, summary: dict[str, Any]) -> Text:
    pages = ledger.figure(
        "pages",
        _PAGES,
        lambda rows: f"{number(rows[0][0])} {plural(rows[0][0], 'page')}",
        audit=summary["audit"],
    )
    first, last = british_date(summary["crawl_started"]), british_date(summary["crawl_finished"])
    when = (
        f"on {first}"
        if first == last or not summary["crawl_finished"]
        else (f"between {first} and {last}")
    )
    text: list[Piece] = ["Doorstep read ", pages, " of the websites in the register "]
    text.append(f"“{clean(summary['register'])}” {when}")
    if summary["as_of"]:
        text.append(
            f", not as they are now but as a web archive kept them around "
            f"{british_date(summary['as_of'])}"
        )
    settings = _settings(summary["settings"])
    if isinstance(settings.get("pages"), int):
        budget = ledger.figure(
            "budget",
            "select json_extract(settings, '$.pages') from crawls where id = :crawl",
            lambda n: f"{number(n)} {plural(n, 'page')}",
            crawl=summary["crawl"],
        )
        text += [", at most ", budget, " of a site and the most promising first"]
    text.append(".")
    if summary["status"] not in {"", "done", "finished"}:
        text.append(f" The crawl is marked “{clean(summary['status'])}”, so it may not be whole.")
    return tuple(text)


def _settings(text: str) -> dict[str, Any]:
    try:
        settings = json.loads(text)
    except ValueError:
        return {}
    return settings if isinstance(settings, dict) else {}


def _manners(ledger: Ledger, summary: dict[str, Any]) -> list[Text]:
    polite = ledger.rows(_POLITE, crawl=summary["crawl"])[0]
    requests, gap, refusals = polite["requests"], polite["gap"], polite["refusals"]
    if not requests:
        return []
    asked = ledger.figure(
        "requests",
        "select sum(requests) from politeness where crawl = :crawl",
        lambda n: f"{number(n)} {plural(n, 'request')}",
        crawl=summary["crawl"],
    )
    text: list[Piece] = ["It made ", asked, ", one at a time to each site"]
    if gap is not None and gap >= _GAP_WORTH_TELLING:
        least = ledger.figure(
            "gap",
            "select min(least_gap_seconds) from politeness where crawl = :crawl",
            lambda n: f"{number(n, 1)} {plural(round(n, 1), 'second')}",
            crawl=summary["crawl"],
        )
        text += [" and never less than ", least, " apart"]
    text.append(", and did as each site’s robots.txt asks")
    if refusals:
        left = ledger.figure(
            "robots",
            "select sum(robots_refusals) from politeness where crawl = :crawl",
            lambda n: f"{number(n)} {plural(n, 'address')}",
            crawl=summary["crawl"],
        )
        text += [", which is why ", left, " went unread"]
    return [(*text, ".")]


def _checklist(ledger: Ledger, summary: dict[str, Any]) -> Text:
    answers = ledger.total(
        "answers",
        summary["audit"],
        "findings",
        lambda n: f"{number(n)} {plural(n, 'answer')}",
    )
    source = clean(summary["source"])
    fingerprint = clean(summary["checklist_digest"]).rpartition(":")[2][:12]
    title = Link(text=clean(summary["title"]), href=web_address(source))
    text: list[Piece] = [
        "Each site was asked the ",
        ledger.total("criteria-asked", summary["audit"], "criteria"),
        f" {plural(summary['criteria'], 'question')} of the checklist “",
        title,
        "”, which makes ",
        answers,
        (
            f". They were judged as of {british_date(summary['judged_on'])} by rules, without a "
            f"language model; the exact rules have the fingerprint {fingerprint}."
        ),
    ]
    if source and not title.href:
        text.append(f" Source of the checklist: {source.rstrip('.')}.")
    return tuple(text)


def accuracy(ledger: Ledger, audit: str) -> Text:
    """Say how often people who checked an answer disagreed with the machine."""
    checks = ledger.rows(_REVIEWS, audit=audit)[0]["checks"]
    if not checks:
        return (_UNCHECKED,)
    wrong = ledger.figure("disagreed", _REVIEWS, lambda rows: _times(rows[0][2]), audit=audit)
    checked = ledger.figure("checked", _REVIEWS, lambda rows: number(rows[0][1]), audit=audit)
    made = ledger.figure("checks", _REVIEWS, lambda rows: number(rows[0][0]), audit=audit)
    share = ledger.figure(
        "disagreement",
        _REVIEWS,
        lambda rows: f"{number(100 * rows[0][2] / rows[0][0], 1)} per cent",
        audit=audit,
    )
    return (
        "People have checked ",
        checked,
        " of the answers by hand, making ",
        made,
        f" {plural(checks, 'check')}; they disagreed with the machine ",
        wrong,
        " (",
        share,
        ").",
    )


def _times(n: int) -> str:
    return {0: "not once", 1: "once", 2: "twice"}.get(n, f"{small(n)} times")


def standfirst(ledger: Ledger, summary: dict[str, Any], judged: int) -> Text:
    """Say what was asked of how many sites, when, and how many could be judged."""
    audit, bodies = summary["audit"], summary["bodies"]
    as_of = summary["as_of"]
    end = ""
    if judged == 0:
        end = " None of them could be judged." if bodies > 1 else " It could not be judged."
    elif judged == bodies:
        end = {1: "", 2: " Both could be judged."}.get(bodies, " All could be judged.")
    text: list[Piece] = [
        "We asked the same " if bodies > 1 else "We asked ",
        ledger.total("questions", audit, "criteria"),
        f" {plural(summary['criteria'], 'question')} of the {plural(bodies, 'website')} of ",
        ledger.total("asked", audit, "bodies"),
        f" public {plural(bodies, 'body')}",
        f", as archived around {british_date(as_of)}." if as_of else ".",
        end,
    ]
    if 0 < judged < bodies:
        able = ledger.total("judged", audit, "bodies - unknown_bodies")
        text += [" Of these, ", able, " could be judged."]
    return tuple(text)
