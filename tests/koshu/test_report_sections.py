"""The declared headings and exhibits of the annual report."""

from juso.koshu.report_sections import EXHIBITS, SECTIONS, Edition


def test_exhibits__thirty_six_tables_and_ten_figures():
    """表1〜表36 and 図1〜図10 are declared once each."""
    numbers = [e.number for e in EXHIBITS]

    assert [n for n in numbers if n.startswith("表")] == [f"表{n}" for n in range(1, 37)]
    assert [n for n in numbers if n.startswith("図")] == [f"図{n}" for n in (*range(1, 11),)]
    assert len(set(numbers)) == len(numbers)


def test_sections__show_every_exhibit_once_and_in_order():
    """Nothing declared is left out; tables and figures come in the order of their numbers."""
    shown = [name for section in SECTIONS for name in section.shows]
    declared = [e.number for e in EXHIBITS]

    assert [name for name in shown if name in declared] == declared
    assert len(set(shown)) == len(shown)


def test_sections__each_has_a_basis():
    """Every heading names the clause of the plan it answers to."""
    assert [s.heading for s in SECTIONS if not s.basis.startswith("実施計画")] == []


def test_sections__main_headings_are_numbered_like_the_plan():
    """0 to 11 and 資料編; numbers without full stops."""
    main = [s.heading for s in SECTIONS if s.level == 1]

    assert [heading.split("　")[0] for heading in main] == [*map(str, range(12)), "資料編"]


def test_edition__codes_are_those_of_the_command():
    """--edition internal|committee|final."""
    assert [e.code for e in Edition] == ["internal", "committee", "final"]
