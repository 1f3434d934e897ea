"""How the embedded understanding routes a labelled file: counts alone, never a message of it."""

from collections import Counter
from pathlib import Path

from domain.errors import ContentUnreadable
from evals.reports.kept import RoutedFile
from evals.routing import embedded_route, lenient_share, measure, read_rows, strict_share


def route_file(path: Path) -> RoutedFile:
    """Raises ContentUnreadable when the file is not there or holds no row with a label of ours."""
    try:
        rows = read_rows(path)
    except (OSError, ValueError, KeyError) as problem:
        raise ContentUnreadable(f"{path.name} is no file of labelled messages") from problem
    if not rows:
        raise ContentUnreadable(f"{path.name} holds no message with a label of ours")
    routed = measure(rows, embedded_route())
    counts = Counter((one.row.label, one.given) for one in routed)
    return RoutedFile(
        name=path.name,
        rows=len(routed),
        strict=strict_share(routed).right,
        lenient=lenient_share(routed).right,
        counts=sorted((true, given, count) for (true, given), count in counts.items()),
    )
