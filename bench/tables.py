"""What a benchmark found, to read in a terminal."""

from collections.abc import Iterable, Mapping

from rich.table import Table

from bench.contestants import OURS
from bench.costs import EARLY, LATE, Cost
from bench.results import Target
from bench.rounds import Race


def race_table(title: str, race: Race) -> Table:
    """Return how fast each saver was, and how much of its time ours takes."""
    table = Table("saver", "turn p50, ms", f"{OURS} ÷ it", "least – most", title=title)
    for name, took in race.took_ms.items():
        ratio = race.ratio(name)
        spread = f"{ratio.least:.2f} – {ratio.most:.2f}"
        figures = (f"{ratio.middle:.2f}", spread) if name != OURS else ("", "")
        table.add_row(name, f"{took.middle:.2f}", *figures)
    return table


def cost_table(title: str, found: Mapping[str, Cost]) -> Table:
    """Return what each saver asks of Redis."""
    sizes = (f"KB, turn {EARLY}", f"KB, turn {LATE}", f"{LATE} ÷ {EARLY}")
    table = Table("saver", "round trips a turn", *sizes, title=title)
    for name, cost in found.items():
        early, late = cost.early_bytes / 1000, cost.late_bytes / 1000
        trips = f"{cost.round_trips_a_turn:.2f}"
        table.add_row(name, trips, f"{early:.0f}", f"{late:.0f}", f"{cost.growth:.2f}")
    return table


def target_table(targets: Iterable[Target]) -> Table:
    """Return what was wanted, and whether it is so."""
    table = Table("target", "at most", "found", "holds", title="Targets")
    for each in targets:
        holds = "yes" if each.holds else "NO"
        table.add_row(each.what, f"{each.at_most:g}", f"{each.found:.2f}", holds)
    return table
