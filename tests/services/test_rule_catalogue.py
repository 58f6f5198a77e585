"""点検規則: the page and the sheet say what the rules say."""

import re
import unicodedata
from pathlib import Path

import pytest

from juso.core.finding import Severity
from juso.core.rule import Remark, rule
from juso.koshu.repairs import REPAIRS
from juso.koshu.rules import CATALOGUE, RULES
from juso.koshu.rules.agenda_rules import case_leads_to_a_decision, case_may_be_discussed
from juso.koshu.rules.case_rules import case_is_not_left_alone, ending_is_dated
from juso.koshu.rules.contact_rules import record_is_of_the_past, unmet_person_is_not_given_up
from juso.koshu.rules.intake_rules import anonymity_is_kept, birthday_is_possible
from juso.koshu.rules.meeting_rules import meeting_is_recorded, minutes_are_settled
from juso.koshu.rules.naming_rules import item_names_nobody
from juso.koshu.rules.yearly_rules import year_is_evaluated
from juso.koshu.sheets import SHEETS, Case
from juso.services.rule_catalogue import TITLE, as_markdown, sections
from juso.services.rule_facts import columns_seen, grades, settings_asked

PAGE = Path(__file__).parents[2] / "workbook" / f"{TITLE}.md"


def test_page__is_up_to_date():
    """`make catalogue` writes it; a rule that changes without it is noticed here."""
    assert PAGE.read_text(encoding="utf-8") == as_markdown(), "run make catalogue"


def test_page__has_every_rule_once_under_its_sheet():
    """A clerk finds any id of 点検結果 under the heading of its sheet."""
    page = as_markdown()
    under = {part.splitlines()[0]: part for part in page.split("\n## ")[1:]}

    for found in CATALOGUE:
        assert f"\n| {found.id} | " in page
    for found in RULES:
        assert under[found.row_type.sheet].count(f"\n| {found.id} | ") == 1
        assert found.statement in under[found.row_type.sheet]


def test_page__is_a_page_of_whole_tables():
    """Every row of a table has as many cells as its heading."""
    tables = re.findall(r"(?:^\|.*\|\n)+", as_markdown(), re.MULTILINE)

    assert len(tables) == len(sections()) + 1
    for table in tables:
        assert len({line.count("|") for line in table.splitlines()}) == 1


def test_page__says_what_the_severities_mean_and_how_to_confirm():
    """The words are those of the buttons and columns a clerk sees."""
    opening = as_markdown().split("\n## ")[0]

    for word in (*Severity, "［確認済みにする］", "「対応」", "「設定」シート"):
        assert word in opening


def test_repairs__are_all_there():
    """N01 to N46, with what arrives, how it is read, and what to do."""
    found = sections()[-1]

    assert found.title == "書き方の読み替え"
    assert {entry.rule for entry in found.entries} == {repair.number for repair in REPAIRS}
    page = as_markdown()
    assert "「三人」→読みません（「3」ですか）" in page
    assert "「障害⏎」" in page.replace("「　", "「")
    assert not any(unicodedata.category(c) in ("Cc", "Co") for c in page if c != "\n")


def test_sections__follow_the_sheets():
    """As the work goes; ids in order within a sheet."""
    found = sections()
    titles = [section.title for section in found]
    sheets = [sheet.sheet for sheet in SHEETS if sheet.sheet in titles]

    assert titles[0] == "すべてのシート"
    assert titles[1 : 1 + len(sheets)] == sheets
    for section in found[1 : 1 + len(sheets)]:
        assert [e.rule for e in section.entries] == sorted(e.rule for e in section.entries)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (ending_is_dated, ("状態", "終結日", "終結理由", "中断日")),  # from a table of columns
        (anonymity_is_kept, ("匿名", "氏名", "ふりがな", "住所", "電話")),
        (case_is_not_left_alone, ("ケース番号", "受付日", "状態")),  # nothing computed
        (year_is_evaluated, ()),
    ],
)
def test_columns__are_those_the_code_names(asked, expected):
    """Also those named in a constant and in functions that are given the row."""
    assert columns_seen(asked) == expected


def test_columns__of_texts_that_are_gone_through():
    """Every text that is searched for names."""
    seen = columns_seen(item_names_nobody)

    assert {"件名", "付議の理由・論点", "資料", "結論の要旨", "意見要旨"} <= set(seen)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (record_is_of_the_past, ["entry_days"]),
        (unmet_person_is_not_given_up, ["unmet_visits"]),
        (case_is_not_left_alone, ["stale_days"]),  # in a function it calls
        (minutes_are_settled, ["minutes_days", "minutes_limit_days"]),
        (birthday_is_possible, []),
    ],
)
def test_settings__are_found_in_the_code(asked, expected):
    """No rule says twice by which number it goes."""
    assert [threshold.key for threshold in settings_asked(asked)] == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (ending_is_dated, ["要修正"]),
        (birthday_is_possible, ["要修正", "参考"]),
        (case_may_be_discussed, ["要修正", "要確認"]),  # in a function it calls
        (case_leads_to_a_decision, ["要修正"]),
        (meeting_is_recorded, ["要修正", "要確認"]),  # by the stage of the meeting
    ],
)
def test_grades__are_the_rules_own_and_those_it_may_have(asked, expected):
    """The rule's own severity comes first."""
    assert list(map(str, grades(asked))) == expected


def test_facts__of_a_rule_that_calls_itself():
    """A helper that goes round in circles is read once."""

    @rule("CASE-999", Severity.NOTE, on=Case, basis="規約")
    def strange(case):
        """奇妙な規則です。"""
        yield Remark("name", back_and_forth(case))

    assert columns_seen(strange) == ("氏名", "ふりがな")


def back_and_forth(case: Case) -> str:
    return case.kana or back_and_forth(case)
