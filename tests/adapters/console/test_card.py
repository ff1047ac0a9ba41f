"""The report in a nutshell."""

from dataclasses import replace

import pytest
from rich.cells import cell_len

from adapters.console.card import card
from core.domain.report import Report
from tests.adapters.console.samples import MISCHIEF, shown, squeezed
from tests.adapters.documents.mischief import everywhere
from tests.adapters.documents.samples import CODING, EMPTY, SNAPSHOTS, STRONG, WEAK

_REPORTS = {"strong": STRONG, "weak": WEAK, "empty": EMPTY, "coding": CODING}


@pytest.mark.parametrize("width", [30, 40, 80, 100, 200])
@pytest.mark.parametrize("report", _REPORTS.values(), ids=_REPORTS)
def test_a_card_fits_the_window(report: Report, width: int) -> None:
    text = shown(card(report), width=width)

    assert all(cell_len(line) <= width for line in text.splitlines())


@pytest.mark.parametrize("report", _REPORTS.values(), ids=_REPORTS)
def test_the_verdict_comes_first_and_what_to_do_next_is_told(report: Report) -> None:
    lines = [line for line in shown(card(report)).splitlines() if line.strip("│ ")]

    assert report.headline.recommendation.label in lines[1]
    for step in report.next_steps[:1]:
        assert squeezed(step) in squeezed("".join(line.strip("│") for line in lines))


def test_every_axis_has_a_bar_with_its_uncertainty_or_is_not_assessed() -> None:
    text = shown(card(WEAK), width=100)

    for axis in WEAK.axes:
        said = (
            "not assessed" if axis.level is None else f"{axis.level:.1f} ± {axis.spread:.1f} of 4"
        )
        line = next(line for line in text.splitlines() if f"  {axis.axis.label} " in line)
        assert said in line


def test_what_was_not_assessed_is_named() -> None:
    text = shown(card(STRONG), width=100)

    assert "Not assessed:" in text
    assert all(gap.what in text for gap in STRONG.not_assessed)


def test_one_thing_to_fix_comes_with_the_moment_it_happened() -> None:
    assert STRONG.fix_first is not None
    proof = STRONG.fix_first.evidence[0]

    text = shown(card(STRONG), width=100)

    assert f"Fix this first: {STRONG.fix_first.title}" in text
    assert f"“{proof.quote}” at {int(proof.at_s // 60)}:" in text


def test_a_report_before_the_end_says_so() -> None:
    text = shown(card(replace(STRONG, about=replace(STRONG.about, is_interim=True))))

    assert text.startswith("╭─ Report so far ─")


def test_the_code_that_counts_is_what_was_handed_in_last() -> None:
    unjudged = shown(card(CODING), width=100)
    judged = shown(card(replace(CODING, snapshots=SNAPSHOTS[:3])), width=100)
    tried_out = shown(card(replace(CODING, snapshots=SNAPSHOTS[:1])), width=100)

    assert "Code: The sandbox was out of reach." in unjudged
    assert "Code: 4 of 4 tests passed, isolation: docker" in judged
    assert "Code: 1 of 4 tests passed, isolation: docker" in tried_out


def test_nothing_in_a_report_is_obeyed() -> None:
    text = shown(card(everywhere(CODING, MISCHIEF)))

    assert not {"\x1b", "\x07", "\u202e"} & set(text)
    assert "[red]not red[/red]" in text


def test_a_long_quote_is_cut() -> None:
    assert STRONG.fix_first is not None
    proof = replace(STRONG.fix_first.evidence[0], quote="so " * 5_000)

    text = shown(card(replace(STRONG, fix_first=replace(STRONG.fix_first, evidence=(proof,)))))

    assert "so so" in text
    assert text.count("so") < 100
    assert "…” at" in text
