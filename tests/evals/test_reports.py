"""A report says what was measured, to people, machines and continuous integration, and stands beside an earlier one."""

import json
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree as Tree

import pytest
from playwright.async_api import async_playwright

from domain.errors import ContentUnreadable
from evals.reports.comparing import Change, compare_reports
from evals.reports.gathering import keep_turn
from evals.reports.junit import write_junit
from evals.reports.kept import Case, KeptCall, KeptTurn, Kind, Report, read_report, write_report
from evals.reports.measures import measure_openings, measure_passing, measure_spending, measure_times
from evals.reports.page import draw_page, write_page
from evals.reports.routed import route_file
from tests.web.pages.test_pages_widget import BROWSERS

CALL = KeptCall(
    purpose="understand", prompt="understand@1:ab", model="gpt", prompt_tokens=900, completion_tokens=40, micros=424
)


def _case(task: str, run: int, missed: str = "", answer: str = "It is on its way.", **more: object) -> Case:
    turn = KeptTurn(said="where is it", answered=answer, ms=40 + run, intents=["order_tracking"], calls=[CALL])
    skill = task.split("/")[0]
    return Case.model_validate(
        {
            "id": f"{task}#{run}",
            "kind": Kind.SHOPPER,
            "skill": skill,
            "task": task,
            "asked": "order_tracking",
            "missed": [missed] if missed else [],
            "turns": [turn],
            **more,
        }
    )


@pytest.fixture
def report() -> Report:
    cases = [_case("tracking/where/en/brief", run) for run in (1, 2, 3, 4)]
    cases += [_case("tracking/where/fr/brief", run, "gave up" if run == 3 else "") for run in (1, 2, 3, 4)]
    cases += [_case("claims/status/en/angry", run, "a <b>person</b> took over", harm=True) for run in (1, 2)]
    scenario = _case("window-fr", 1, kind=Kind.SCENARIO, skill="window", id="window-fr", asked="")
    versions = {"engine": "model", "model": "gpt", "policy": "1, aa", "articles": "106, bb"}
    return Report(made="22 November 2026", name="now", runs=4, versions=versions, cases=[*cases, scenario])


def test_pass_to_the_k_counts_tasks_of_which_every_run_succeeded(report: Report) -> None:
    tracking, claims, everything = measure_passing(report.of_kind(Kind.SHOPPER))
    assert (tracking.once.right, tracking.once.total) == (7, 8)
    assert (tracking.always.right, tracking.always.total) == (1, 2)
    assert (claims.once.right, claims.always.right, claims.harms) == (0, 0, 2)
    assert (everything.name, everything.once.total, everything.always.total) == ("all", 10, 3)
    low, high = tracking.always.interval
    assert low < 0.5 < high


def test_times_cost_and_first_readings_come_from_the_traces(report: Report) -> None:
    times = measure_times(report.cases)
    assert times.count == 11 and times.p50 == 42 and sum(count for _, count in times.bins) == 11
    (spending,) = measure_spending(report)
    assert (spending.calls, spending.prompt_tokens, spending.micros) == (11, 9900, 4664)
    openings = measure_openings(report)
    assert openings and openings.counts["order_tracking", "order_tracking"] == 10


def test_the_report_is_read_again_as_it_was_written(report: Report, tmp_path: Path) -> None:
    write_report(report, tmp_path / "out")
    assert read_report(tmp_path / "out") == report
    assert json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))["form"] == 1
    with pytest.raises(ContentUnreadable, match="no report"):
        read_report(tmp_path)


def test_junit_names_each_conversation_and_why_it_missed(report: Report, tmp_path: Path) -> None:
    report.cases[0].turns[0].said = "a bell \x07 rings"
    report.cases[0].missed = ["stayed quiet\x00"]
    write_junit(report, tmp_path)
    root = Tree.parse(tmp_path / "junit.xml").getroot()
    suites = {suite.get("name"): suite for suite in root}
    assert set(suites) == {"shopper.tracking", "shopper.claims", "scenario.window"}
    assert suites["shopper.tracking"].get("failures") == "2"
    assert suites["shopper.claims"][0].find("failure") is not None


def test_what_changed_stands_first(report: Report) -> None:
    earlier = report.model_copy(deep=True)
    earlier.versions["policy"] = "1, cc"
    earlier.cases[0].missed = ["gave up"]
    earlier.cases[6].missed = []
    earlier.cases[1].turns[0].answered = "We are looking."
    comparison = compare_reports(earlier, report)
    changes = [pair.change for pair in comparison.pairs]
    assert changes[:3] == [Change.BROKE, Change.MENDED, Change.WORDS]
    assert comparison.pairs[0].after.id == "tracking/where/fr/brief#3"
    assert [name for name, before, after in comparison.versions if before != after] == ["policy"]
    assert draw_page(report, comparison).index("went otherwise") < draw_page(report, comparison).index("per skill")


def test_other_numbers_are_not_other_words(report: Report) -> None:
    later = report.model_copy(deep=True)
    report.cases[0].turns[0].answered = "Order MA-104233 is on its way."
    later.cases[0].turns[0].answered = "Order MA-902174 is on its way."
    assert not compare_reports(report, later).changed


def test_links_in_transcripts_do_not_differ_from_run_to_run() -> None:
    turn = keep_turn("hi", "See http://127.0.0.1:8000/r/nnK83ShpJK27WmFA4rhWnQ now", {})
    assert turn.answered == "See http://127.0.0.1:8000/r/… now"


def test_the_page_needs_nothing_but_itself(report: Report) -> None:
    report.routed = [route_file(Path(__file__).parents[2] / "evals/routing/blind.other.jsonl")]
    page = draw_page(report, compare_reports(report, report))
    assert "<script" not in page and not re.search(r'(?:src|href)="', page) and "url(" not in page
    assert page.count("<svg") >= 6
    assert "a &lt;b&gt;person&lt;/b&gt; took over" in page
    assert "blind.other.jsonl" in page


def test_a_file_without_labels_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "tickets.jsonl"
    path.write_text('{"text": "hello", "lang": "en", "label": "nonsense"}\n', encoding="utf-8")
    with pytest.raises(ContentUnreadable, match="no message with a label"):
        route_file(path)
    with pytest.raises(ContentUnreadable, match="no file"):
        route_file(tmp_path / "absent.jsonl")


@pytest.mark.parametrize("width", [1280, 390])
async def test_the_page_fits_the_screen(report: Report, tmp_path: Path, width: int) -> None:
    path = write_page(report, tmp_path, compare_reports(report, report))
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert found, "no Chromium is installed"
    failed: list[str] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        page = await browser.new_page(viewport={"width": width, "height": 900})
        page.on("console", lambda message: failed.append(message.text))
        await page.goto(path.as_uri())
        await page.locator("summary").first.click()
        assert await page.evaluate("document.documentElement.scrollWidth") <= width
        assert await page.locator(".said").first.is_visible()
        await browser.close()
    assert not failed
