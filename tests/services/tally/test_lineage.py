"""数字の由来: the figures a total adds are that total."""

from dataclasses import replace

from form_tables import read
from juso.services.merge import merge
from juso.services.tally.lineage import origins, sources

TEXTS = {
    "W1": "A01 | 1 | 2\nE06 | 5 | 6",
    "W2": "A01 | 10 | 約20\nE06 | 1 | 約3",
    "W4": "A01 | － | 4\nE06 | 2 | 2",
}


def merged():
    """W3 is missing; W2 cannot be read in 5月."""
    return merge(
        [
            replace(read(text, w, "R7.5"), file=f"{w}.xlsx", sha256=f"sha-{w}")
            for w, text in TEXTS.items()
        ]
    )


def test_every_total_of_the_city__is_the_sum_of_its_pieces():
    """Months and years, flows and stocks, with gaps."""
    found = list(origins(merged()))

    assert found
    assert [o for o in found if o.recomputed != o.total.value] == []
    assert len(found) == len({(o.item.code, o.month) for o in found})


def test_pieces__name_file_and_cell():
    """A01 of 4月: W1, W2 and W4; W3 has no figure."""
    first = next(o for o in origins(merged()) if (o.item.code, o.month) == ("A01", "R7.4"))

    pieces = {
        w: p.figure and (p.value, p.figure.file, p.figure.cell) for w, p in first.pieces.items()
    }

    assert pieces == {
        "W1": (1, "W1.xlsx", "E4"),
        "W2": (10, "W2.xlsx", "E4"),
        "W3": None,
        "W4": (0, "W4.xlsx", "E4"),
    }


def test_year_of_a_stock__is_the_last_month_each_window_knows():
    """E06: W2's 4月 stands in for a 5月 that cannot be read."""
    year = next(o for o in origins(merged()) if (o.item.code, o.month) == ("E06", ""))

    assert year.is_last_value
    assert {w: p.figure.month for w, p in year.pieces.items() if p.figure} == {
        "W1": "R7.5",
        "W2": "R7.4",
        "W4": "R7.5",
    }
    assert year.recomputed == year.total.value == 9


def test_sources__are_the_windows_files():
    """Window, file, sheet and version, with no number where nothing was received."""
    assert [(s.window, s.file, s.sheet, s.sha256, s.edition) for s in sources(merged())] == [
        ("W1", "W1.xlsx", "月次", "sha-W1", None),
        ("W2", "W2.xlsx", "月次", "sha-W2", None),
        ("W4", "W4.xlsx", "月次", "sha-W4", None),
    ]
