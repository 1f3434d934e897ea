"""The geometry of the report's pictures; templates draw it as SVG, so that no picture needs a script."""

from dataclasses import dataclass

from evals.reports.measures import Confusion, Times
from evals.routing import Share

HISTOGRAM_WIDTH, HISTOGRAM_HEIGHT = 360, 150
_FOOT, _HEAD, _GAP = 34, 16, 6
CELL_WIDTH, CELL_HEIGHT, MARGIN_LEFT, MARGIN_TOP = 46, 30, 168, 124
_FAINTEST = 0.12


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Hundredths of the width: the share, its interval, and where an earlier report stood (None without one)."""

    share: Share
    length: float
    low: float
    high: float
    before: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One bin of a histogram, in the picture's own units."""

    x: float
    y: float
    width: float
    height: float
    label: str
    count: int

    @property
    def middle(self) -> float:
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One count of a matrix; ``strength`` is its share of the row, as an opacity."""

    x: int
    y: int
    count: int
    strength: float
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """``rows`` are the true labels, ``columns`` the given ones, each with where its text begins."""

    width: int
    height: int
    rows: list[tuple[str, int]]
    columns: list[tuple[str, int]]
    cells: list[Cell]


def draw_bar(share: Share, before: Share | None = None) -> Bar:
    low, high = share.interval
    return Bar(
        share=share,
        length=round(share.value * 100, 2),
        low=round(low * 100, 2),
        high=round(high * 100, 2),
        before=round(before.value * 100, 2) if before and before.total else None,
    )


def draw_histogram(times: Times) -> list[Column]:
    """Empty bins beyond the last full one are left out."""
    full = [number for number, (_, count) in enumerate(times.bins) if count]
    bins = times.bins[: full[-1] + 1] if full else ()
    most = max((count for _, count in bins), default=1)
    wide = HISTOGRAM_WIDTH / max(len(bins), 1)
    room = HISTOGRAM_HEIGHT - _FOOT - _HEAD
    return [
        Column(
            x=round(number * wide + _GAP / 2, 1),
            y=round(_HEAD + room * (1 - count / most), 1),
            width=round(wide - _GAP, 1),
            height=round(room * count / most, 1),
            label=label,
            count=count,
        )
        for number, (label, count) in enumerate(bins)
    ]


def draw_matrix(confusion: Confusion) -> Matrix:
    true = [each for each in confusion.labels if any(key[0] == each for key in confusion.counts)]
    totals = {each: sum(n for (t, _), n in confusion.counts.items() if t == each) for each in true}
    cells = [
        Cell(
            x=MARGIN_LEFT + column * CELL_WIDTH,
            y=MARGIN_TOP + row * CELL_HEIGHT,
            count=count,
            strength=round(_FAINTEST + (1 - _FAINTEST) * count / totals[label], 2),
            right=label == given,
        )
        for row, label in enumerate(true)
        for column, given in enumerate(confusion.labels)
        if (count := confusion.counts[label, given])
    ]
    return Matrix(
        width=MARGIN_LEFT + CELL_WIDTH * len(confusion.labels) + 40,
        height=MARGIN_TOP + CELL_HEIGHT * len(true) + 8,
        rows=[(label, MARGIN_TOP + row * CELL_HEIGHT) for row, label in enumerate(true)],
        columns=[(label, MARGIN_LEFT + column * CELL_WIDTH) for column, label in enumerate(confusion.labels)],
        cells=cells,
    )
