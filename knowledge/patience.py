"""A progress bar that appears only when something takes longer than a second."""

from time import monotonic
from types import TracebackType

from rich.console import Console
from rich.progress import Progress

_SECOND = 1.0


class Patience:
    """Counts silently at first; the bar goes to standard error, so that output can be piped."""

    def __init__(self, doing: str, total: int) -> None:
        self._doing = doing
        self._total = total
        self._done = 0
        self._began = monotonic()
        self._bar: Progress | None = None

    def __enter__(self) -> "Patience":
        return self

    def advance(self, count: int) -> None:
        self._done += count
        if self._bar is None and monotonic() - self._began > _SECOND:
            self._bar = Progress(console=Console(stderr=True), transient=True)
            self._bar.add_task(self._doing, total=self._total)
            self._bar.start()
        if self._bar:
            self._bar.update(self._bar.task_ids[0], completed=self._done)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()
