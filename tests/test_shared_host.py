"""Two bodies on one host: what they keep in common counts for whom it names."""

from collections.abc import Callable
from datetime import date

import pytest

from audit.checklist import read_checklist
from audit.model import AuditResult
from audit.run import audit
from crawler.folder import CrawlFolder

SHARED = "http://both.example"


@pytest.fixture(scope="module")
def result(web, run_crawl: Callable[..., CrawlFolder]) -> AuditResult:
    web.page(f"{SHARED}/", "/left/|Left", "/right/|Right", title="Two in one")
    for side in ("left", "right"):
        web.page(
            f"{SHARED}/{side}/",
            "/common/foi|Freedom of information",
            "/common/complaints|Complaints",
            title=side.title(),
        )
    web.page(
        f"{SHARED}/common/foi",
        "/common/further|More of the host",
        title="Freedom of information",
        text="Requests to Left and to Right go to foi@both.example within the law.",
    )
    web.page(
        f"{SHARED}/common/complaints",
        title="Complaints",
        text="To complain about Right write to complaints@both.example.",
    )
    web.page(f"{SHARED}/common/further", title="Further", text="Left is mentioned.")
    folder = run_crawl({"left": f"{SHARED}/left/", "right": f"{SHARED}/right/"}, delay=0.0)
    return audit(folder, read_checklist("ccg-engagement"), judged_on=date(2026, 11, 21))


def outcomes(result: AuditResult, criterion: str) -> dict[str, str]:
    return {
        one.body: finding.outcome
        for one in result.results
        for finding in one.findings
        if finding.criterion == criterion
    }


def test_a_page_that_names_both_counts_for_both(result: AuditResult):
    assert outcomes(result, "foi-email") == {"left": "met", "right": "met"}


def test_a_page_that_names_one_counts_for_that_one(result: AuditResult):
    assert outcomes(result, "complaints") == {"left": "not_found", "right": "met"}


def test_a_shared_page_leads_to_no_other(result: AuditResult):
    assert not any(row.url.endswith("/further") for one in result.results for row in one.pages)
