"""JUnit XML, as continuous integration reads it: a suite per skill, a test case per conversation."""

from pathlib import Path
from xml.etree import ElementTree as Tree

from evals.reports.kept import Case, Report

FILE = "junit.xml"
_FORBIDDEN = {each: None for each in [*range(32), 0x7F, 0xFFFE, 0xFFFF] if each not in {9, 10, 13}}


def write_junit(report: Report, folder: Path) -> None:
    suites = Tree.Element("testsuites", name="aftercare eval")
    for kind, skill in dict.fromkeys((case.kind, case.skill) for case in report.cases):
        part = [case for case in report.cases if (case.kind, case.skill) == (kind, skill)]
        suites.append(_suite(f"{kind.value}.{skill}", part))
    Tree.indent(suites)
    folder.mkdir(parents=True, exist_ok=True)
    Tree.ElementTree(suites).write(folder / FILE, encoding="utf-8", xml_declaration=True)


def _suite(name: str, cases: list[Case]) -> Tree.Element:
    suite = Tree.Element(
        "testsuite",
        name=name,
        tests=str(len(cases)),
        failures=str(sum(not case.passed for case in cases)),
        time=f"{sum(case.seconds for case in cases):.3f}",
    )
    for case in cases:
        one = Tree.SubElement(suite, "testcase", classname=name, name=case.id, time=f"{case.seconds:.3f}")
        if not case.passed:
            failure = Tree.SubElement(one, "failure", message=_clean(case.missed[0]))
            failure.text = _clean("\n".join([*case.missed, "", *_transcript(case)]))
    return suite


def _transcript(case: Case) -> list[str]:
    return [line for turn in case.turns for line in (f"> {turn.said}", turn.answered)]


def _clean(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return text.translate(_FORBIDDEN)
