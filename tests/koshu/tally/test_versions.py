"""The trial version of the forms: its rows are today's, added together, or not to be told."""

import pytest

from juso.core.calendar import FiscalYear
from juso.koshu.tally.item import FORM_VERSION
from juso.koshu.tally.items import FORMS, form, items_by_code
from juso.koshu.tally.layout import layout
from juso.koshu.tally.versions import OLD_VERSIONS, old_form, old_items


def test_trial_form__has_the_rows_of_then():
    """One row for the person themselves, two for letters and mail, the staff under H04."""
    then = old_items("W1", "2024")

    assert {"F06", "H05", "B32", "B33"}.isdisjoint(then)
    assert [then[code].label for code in ("B31", "C05", "C09", "H04")] == [
        "本人",
        "メール・SNS",
        "手紙",
        "相談員の実人員（月末）",
    ]
    assert then["H04"].unit == "人"


@pytest.mark.parametrize("version", OLD_VERSIONS)
@pytest.mark.parametrize("one", FORMS, ids=lambda f: f.code)
def test_every_row_of_today__is_told_by_the_old_form_or_declared_unknown(one, version):
    """No row is forgotten between two versions."""
    old, then = OLD_VERSIONS[version], old_items(one.code, version)
    split = {code for codes in old.split.values() for code in codes}

    for code in items_by_code(one.code):
        sources = old.added.get(code, () if code in old.not_asked | split else (code,))
        assert set(sources) <= set(then)


def test_form_without_differences__is_the_same_form():
    """Only the windows' forms changed."""
    assert old_form(form("P"), "2024") == form("P")
    assert old_form(form("W1"), FORM_VERSION) == form("W1")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("　・うち 属性外相談", {"A02"}),
        ("（再掲）複合課題", {"A03"}),
        ("のべ相談、対応件数", {"A10"}),
        ("65 - 74才", {"B19"}),
        ("65〜74歳（件）", {"B19"}),
        ("３０歳代", {"B15"}),
        ("(3) 85歳以上", {"B21"}),
        ("障がい（疑い含む）", {"C22"}),
        ("つなぎ・引継の実施件数", {"F01"}),
        ("取り消し・差し戻し件数", {"F06"}),
        ("その他", {"B03", "C08", "C40", "E47", "E55", "F35", "I111"}),
        ("新規", set()),
        ("相談", set()),
        ("合計", set()),
        ("", set()),
    ],
)
def test_name_of_a_row__is_known_in_common_spellings(text, codes):
    """A name several rows bear is left to heading and neighbours."""
    assert layout("W1").called(text) == codes


@pytest.mark.parametrize("one", FORMS, ids=lambda f: f.code)
def test_names_within_a_group__belong_to_one_row_each(one):
    """Spellings fold no two rows of a group into one."""
    used = layout(one.code)
    for item in one.items:
        same = {c for c in used.called(item.label) if used.items[c].group == item.group}
        assert same == {item.code}


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("B 新規相談の内訳：性別", "B 新規相談の内訳：性別"),
        ("性別", "B 新規相談の内訳：性別"),
        ("年 代", "B 新規相談の内訳：年代"),
        ("課題区分", "C 延べ対応の内訳：課題区分（複数可）"),
        ("その他", ""),
    ],
)
def test_heading_of_a_group__is_known_with_and_without_its_letter(text, group):
    """A word that is the name of a row announces nothing."""
    assert layout("W1").group(text) == group


def test_trial_form__can_be_written_and_read(tmp_path):
    """The form writer makes it as it makes today's."""
    from dataclasses import replace

    from juso.adapters.form_file import read_form
    from juso.adapters.form_workbook import write_form
    from juso.koshu.tally.cover import sample_cover

    year, one = FiscalYear(2025), old_form(form("W1"), "2024")
    figures = {(item.code, month): 2 for item in one.items for month in year.months}
    cover = replace(sample_cover(one, year), version="2024")
    write_form(tmp_path / "W1.xlsx", one, year, figures, cover)

    reading = read_form(tmp_path / "W1.xlsx")

    assert reading.rows["C05"].values == (4,) * 12
    assert reading.rows["H05"].values == (2,) * 12
    assert set(map(str, reading.rows["B32"].states)) == {"不詳"}
    assert [f.rule for f in reading.findings] == ["FORM-004", "FORM-034", "FORM-034"]
