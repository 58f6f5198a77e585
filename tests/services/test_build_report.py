"""実施状況報告書: every heading, whatever the data; numbers that agree with each other."""

from dataclasses import replace

import pytest

from juso.core.calendar import FiscalYear
from juso.koshu.config import Config
from juso.koshu.register import register_of
from juso.koshu.report_sections import SECTIONS, Edition
from juso.services.build_report import BUILDERS, build_report
from juso.services.report_model import (
    Chart,
    Flow,
    Heading,
    LineKind,
    Measure,
    Paragraph,
    Placeholder,
    Report,
    Table,
    show_cell,
)
from report_sample import TODAY, YEAR, merged_forms, small_register, small_report

EMPTY = register_of([], TODAY)


@pytest.fixture(scope="module")
def report() -> Report:
    """The invented year with complete forms and those of the year before."""
    return small_report(merged=merged_forms(), earlier=[merged_forms(FiscalYear(2024))])


@pytest.fixture(scope="module")
def empty() -> Report:
    """An office in which nothing has happened."""
    return small_report(EMPTY)


@pytest.fixture(scope="module")
def public() -> Report:
    """The edition for the committee."""
    earlier = [merged_forms(FiscalYear(2024))]
    return small_report(merged=merged_forms(), earlier=earlier, edition=Edition.COMMITTEE)


def table(report, number) -> Table:
    return next(t for t in report.tables if t.number == number)


def rows(report, number) -> dict[str, list[str]]:
    """The lines of a table by their first cell."""
    return {
        show_cell(line.cells[0]): [show_cell(c) for c in line.cells[1:]]
        for line in table(report, number).lines
    }


def headings(report) -> list[str]:
    return [b.text for b in report.blocks if isinstance(b, Heading)]


def paragraphs(report) -> str:
    return "\n".join(b.text for b in report.blocks if isinstance(b, Paragraph))


def test_builders__one_for_each_name_of_the_sections():
    """What a section shows has a builder, and no builder is forgotten."""
    assert set(BUILDERS) == {name for section in SECTIONS for name in section.shows}


@pytest.mark.parametrize("made", ["report", "empty", "public"])
def test_headings__all_there_in_order(made, request):
    """Headings never vanish."""
    expected = [s.heading.format(year="令和7年度") for s in SECTIONS]

    assert headings(request.getfixturevalue(made)) == expected


@pytest.mark.parametrize("made", ["report", "empty", "public"])
def test_tables__all_thirty_six_in_order(made, request):
    """Every table is printed, with its parts."""
    numbers = [t.number.partition("-")[0] for t in request.getfixturevalue(made).tables]

    assert [n for n in dict.fromkeys(numbers) if n.startswith("表")] == [
        f"表{n}" for n in range(1, 37)
    ]


@pytest.mark.parametrize("made", ["report", "empty", "public"])
def test_tables__lines_fit_their_columns(made, request):
    """As many cells as columns, in the heading as in the body."""
    for t in request.getfixturevalue(made).tables:
        across = sum(getattr(h, "across", 1) for h in t.header[0])
        cells = {len(line.cells) for line in t.lines if line.kind is not LineKind.GROUP}

        assert (t.number, across) == (t.number, len(t.widths))
        assert cells <= {len(t.widths)}, t.number


def test_figures__ten_with_alternative_text(report):
    """図1 and 図2 are flows, the others charts; each says in words what it shows."""
    drawn = [b for b in report.blocks if isinstance(b, Chart | Flow)]
    numbers = [b.number.partition("-")[0] for b in drawn]

    assert sorted(set(numbers), key=lambda n: int(n[1:])) == [f"図{n}" for n in range(1, 11)]
    assert [c.number for c in report.charts if not c.alt.endswith("。")] == []


def test_figures__empty_office_says_why_there_is_none(empty):
    """Not an empty frame but a sentence."""
    assert empty.charts == ()
    assert "図4（新規相談受付件数の年度推移）は、月次報告の提出がないため" in paragraphs(empty)


def test_empty_office__unknown_is_not_zero(empty):
    """Without forms the counts are …; what only the register knows is －."""
    assert rows(empty, "表12")["介護"] == ["…"] * 9
    assert rows(empty, "表29")["計"] == ["－"] * 6
    assert "月次報告は提出されていない" in paragraphs(empty)


def test_monthly_table__windows_add_up_to_the_total(report):
    """表5: the four windows give the total, the months the year."""
    lines = table(report, "表5").lines[:5]
    windows, total = [line.cells[2:14] for line in lines[:4]], lines[4].cells[2:15]

    assert [sum(column) for column in zip(*windows, strict=True)] == list(total[:12])
    assert sum(total[:12]) == total[12]


def test_text__says_the_number_of_the_table(report):
    """The sentence, 表1 and 表11 give the same figure."""
    new = rows(report, "表11")["計"][0]

    assert rows(report, "表1")["新規相談受付件数"][3] == new
    assert f"新規相談受付件数は4窓口の計で{new}件（前年度より" in paragraphs(report)


def test_gaps__totals_are_provisional_and_named():
    """A missing window: ※ at every sum it belongs to, and the reader is told which."""
    found = small_report(merged=merged_forms(without=("W3",)))

    assert rows(found, "表11")["子育て"][0] == "…"
    assert rows(found, "表11")["計"][0].endswith("※")
    assert not rows(found, "表11")["介護"][0].endswith("※")
    assert "子育て（12か月分）" in paragraphs(found)
    assert "87.5％（96か月分のうち84か月分）" in paragraphs(found)


def test_previous_year__unknown_without_its_forms():
    """前年度 is … and not 0 where there are no forms of it."""
    found = small_report(merged=merged_forms())

    assert [cells[-1] for cells in rows(found, "表13").values()] == ["…"] * 9


def test_persons__are_not_added(report):
    """実人数 of a quarter or of the city has no sum."""
    assert set(rows(report, "資料表2-1")["A11"][2:]) == {"／"}
    assert rows(report, "表14-2")["身体"][5:] == ["／", "／", "／"]


def test_sex_and_age__counts_this_years_cases_only(report):
    """表6 comes from the register: five cases received in R7."""
    assert rows(report, "表6")["計"] == ["2", "3", "－", "－", "5", "100.0％"]
    assert rows(report, "表6")["75～84歳"] == ["－", "1", "－", "－", "1", "20.0％"]


def test_plan_states__active_shared_and_overdue(report):
    """表17: what the register says of plans."""
    found = rows(report, "表17")

    assert found["有効プラン"] == ["1", "－", "－", "1", "2"]
    assert found["　うち期限超過"] == ["1", "－", "－", "－", "1"]
    assert found["　うち担当2機関以上"] == ["1", "－", "－", "－", "1"]


def test_meetings__support_conference_in_numbers_only(report):
    """支援会議 is secret: no day and no subject of a case."""
    listed = [[show_cell(c) for c in line.cells] for line in table(report, "表28").lines]

    assert listed[0] == ["重層的支援会議", "第1回", "R7.6.10", "支援計画の適切性の協議1件"]
    assert listed[1] == ["庁内連携委員会", "第1回", "R8.3.10", "令和7年度の実施状況"]
    assert listed[2][:3] == ["支援会議", "", ""]
    assert "安否" not in str(report.blocks)


def test_partners__worked_with_and_not(report):
    """表31: contacts and referrals by partner; the rest is named below."""
    assert rows(report, "表31")["R01　生活保護"] == ["－", "1", "－", "1", "－", "2"]
    assert "連携の実績がない連携先は、成年後見" in paragraphs(report)


def test_policy_table__nine_principles_with_grade_and_reasons(report):
    """表32: target, both grades and the clerks' words; what is missing is visible."""
    lines = [[show_cell(c) for c in line.cells] for line in table(report, "表32").lines]
    by_indicator = {line[1].split()[0]: line for line in lines}

    assert len({line[0] for line in lines}) == 9
    assert by_indicator["K01"][4] == "95"
    assert by_indicator["K01"][6] == "B"
    assert by_indicator["K01"][7].startswith("理由：継続率は目標に近い。\n課題：")
    assert by_indicator["K02"][4:8] == ["未設定", by_indicator["K02"][5], "未入力", "【未入力】"]


def test_internal_review__quotes_the_committee(report):
    """Section 10 shows who was there and what was said."""
    assert (
        "第1回庁内連携委員会（令和8年3月10日（火））　出席課：介護支援課、福祉総合支援課"
        in paragraphs(report)
    )


def test_internal_review__absent(empty):
    """該当なし with the reason."""
    assert "該当なし（令和7年度の庁内連携委員会で" in paragraphs(empty)


def test_handwritten_texts__have_a_box_each(report):
    """What no figure can say stays a box with its prompt."""
    prompts = [b.prompt for b in report.blocks if isinstance(b, Placeholder)]

    assert prompts[:2] == ["令和7年度の特徴（3点）", "課題（3点）"]
    assert sum("窓口の取組と課題" in p for p in prompts) == 4


def test_findings__text_of_a_cell_is_not_quoted():
    """A finding on typed text may name a person: only its place is printed."""
    merged = merged_forms()
    named = replace(
        merged.findings[0], rule="ZZZ", value="甲野花子", message="甲野花子とあります。"
    )
    found = small_report(merged=replace(merged, findings=(named,)))

    assert "甲野" not in str(found.blocks)
    assert rows(found, "資料表5")["要修正"][0] == "ZZZ"


def test_rates__blank_without_a_population():
    """表10 does not invent a population."""
    config = Config(YEAR)
    found = build_report(EMPTY, merged_forms(), config, Edition.INTERNAL, YEAR, TODAY)

    assert rows(found, "表10")["新規相談受付件数"][1:] == ["…", "…"]


def test_report__same_input_same_report():
    """Nothing depends on the clock or on the order of sets."""
    assert small_report(merged=merged_forms()) == small_report(merged=merged_forms())


def test_report__survives_a_register_full_of_holes():
    """Rows whose required cells could not be read are left out, not fatal."""
    book = small_register()
    bare = [type(row)() for rows in book.tables.values() for row in rows.rows]

    assert headings(small_report(register_of(bare, TODAY))) == headings(small_report(book))


NOT_CASES = {
    "表2": "拠点",
    "表4": "相談員",
    "表22": "会議の回数と機関の数",
    "表25": "日数と機関の数",
    "表26": "日数と拠点の数",
    "表27": "会議の回数と機関の数",
    "表29": "決定事項",
    "表30": "社会資源",
    "表33": "研修の回数",
    "表34": "研修の参加者",
    "資料表5": "指摘",
}
"""Tables of which some columns count no cases."""


def small_numbers(report) -> list[tuple[str, str]]:
    """Whole numbers from 1 to 4 as printed."""
    return [
        (t.number, show_cell(cell))
        for t in report.tables
        for line in t.lines
        for cell in line.cells
        if isinstance(cell, int) or (isinstance(cell, Measure) and not cell.digits)
        if 0 < abs(cell if isinstance(cell, int) else cell.value) < 5
    ]


def test_public_edition__shows_no_small_count_of_cases(public, report):
    """The internal edition has small counts, that of the committee only x in their place."""
    without_changes = replace(public, blocks=tuple(map(_without_change, public.blocks)))
    shown = {number for number, _ in small_numbers(without_changes)}

    assert shown - set(NOT_CASES) <= {"表1"}  # 会議の回数
    assert len(small_numbers(report)) > 2 * len(small_numbers(public))
    assert "x" in rows(public, "表6")["30代"]


def _without_change(block):
    """A table without its last column 増減, which may be small whatever the figures are."""
    if not isinstance(block, Table) or block.header[-1][-1] != "増減":
        return block
    return replace(block, lines=tuple(replace(line, cells=line.cells[:-1]) for line in block.lines))


def test_public_edition__has_nothing_by_month_or_quarter_of_one_window(public):
    """Months of one window would give small counts away."""
    assert [c.number for c in public.charts] == ["図3-1", "図3-2", "図4", "図6"]
    assert len(table(public, "表5").lines) == 3
    assert [h for h in table(public, "表16").header[0] if "月" in str(h)] == []
    assert public.attachments == ()
    assert "図8（多機関協働事業の月別推移）は、少数の件数を含むため" in paragraphs(public)


def test_public_edition__text_and_charts_hide_what_the_tables_hide(public):
    """A hidden figure has no bar, no sentence, no finding that quotes it."""
    issues = next(c for c in public.charts if c.number == "図6")
    hidden = [c[4] for c in rows(public, "表8").values()].count("x")

    assert [v for s in issues.series for v in s.values].count(None) == hidden
    assert {c[2] for c in rows(public, "資料表5").values()} == {""}
    assert "支援計画の適切性の協議1件" not in str(public.blocks)
    assert rows(public, "表28")["支援会議"][2].startswith("1回（会議は非公開")


def test_public_edition__says_how_numbers_are_protected(public, report):
    """資料6 tells the reader of each edition what it does."""
    assert "少数の件数を伏せ" in paragraphs(public)
    assert "少数の件数も表示しています" in paragraphs(report)
