"""The report as one HTML file: pictures inline, styles inline, no script and nothing loaded from elsewhere."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

import web
from evals.reports.charts import CELL_HEIGHT, CELL_WIDTH, MARGIN_LEFT, MARGIN_TOP, draw_bar, draw_histogram, draw_matrix
from evals.reports.comparing import Change, Comparison
from evals.reports.kept import Kind, Report
from evals.reports.measures import (
    measure_files,
    measure_goals,
    measure_openings,
    measure_passing,
    measure_spending,
    measure_times,
)

FILE = "report.html"
_HERE = Path(__file__).parent
_TOKENS = Path(web.__file__).parent / "static" / "tokens.css"
_MICROS = 1_000_000


def write_page(report: Report, folder: Path, comparison: Comparison | None = None) -> Path:
    """The page's path; ``comparison`` puts the changed conversations first."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FILE
    path.write_text(draw_page(report, comparison), encoding="utf-8")
    return path


def draw_page(report: Report, comparison: Comparison | None = None) -> str:
    shoppers, scenarios = report.of_kind(Kind.SHOPPER), report.of_kind(Kind.SCENARIO)
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            report=report,
            comparison=comparison,
            changes=list(Change),
            styles="\n".join(path.read_text(encoding="utf-8") for path in (_TOKENS, _HERE / "report.css")),
            passing=measure_passing(shoppers),
            goals=measure_goals(shoppers),
            scenarios=measure_passing(scenarios),
            times=measure_times(report.cases),
            spending=measure_spending(report),
            confusions=[each for each in (measure_openings(report), *measure_files(report)) if each],
            missed=[case for case in report.cases if not case.passed],
            conversations=len(report.cases),
        )
    )


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        draw_bar=draw_bar,
        draw_histogram=draw_histogram,
        draw_matrix=draw_matrix,
        cell_width=CELL_WIDTH,
        cell_height=CELL_HEIGHT,
        margin_left=MARGIN_LEFT,
        margin_top=MARGIN_TOP,
    )
    environment.filters.update(percent=_percent, figure=_figure, money=_money)
    return environment


def _percent(value: float) -> str:
    return f"{value * 100:.1f}\u202f%"


def _figure(value: float) -> str:
    """Thousands apart by a narrow space."""
    return f"{value:,.0f}".replace(",", "\u202f")


def _money(micros: int) -> str:
    """In the currency of the configured prices, which the report does not know by name."""
    return f"{micros / _MICROS:.4f}"
