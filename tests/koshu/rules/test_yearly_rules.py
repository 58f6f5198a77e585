"""What the meetings of a fiscal year must have dealt with."""

import pytest

YEARS = """
会議台帳
| 会議番号 | 会議種別       | 開催日     |
| TN-R6-01 | 庁内連携委員会 | 2025-02-20 |
| JU-R6-01 | 重層的支援会議 | 2025-03-31 |
| TN-R7-01 | 庁内連携委員会 | 2025-04-01 |
| JU-R7-01 | 重層的支援会議 | 2025-06-19 |

会議案件
| 会議番号 | 案件番号 | 案件区分                                   |
| TN-R6-01 | 1        | 実施状況の確認・評価                       |
| TN-R7-01 | 1        | その他                                     |
| JU-R7-01 | 1        | 社会資源の充足状況の把握と開発に向けた検討 |
| JU-R7-01 | 2        | 実施状況の確認・評価                       |
"""
EVALUATED = "要修正 {}の庁内連携委員会で、実施状況の確認・評価が行われていません。会議案件の入力漏れを確かめてください。"
RESOURCES = "要確認 {}の重層的支援会議で、社会資源の充足状況の検討が行われていません。次の会議での検討を考えてください。"


def test_year__is_evaluated_by_the_committee(messages, check):
    """MTG-013: once the year is over, about the sheet as a whole; elsewhere it does not count."""
    assert messages(YEARS, rules="MTG-013") == []
    assert messages(YEARS, rules="MTG-013", today="2026-04-01") == [EVALUATED.format("令和7年度")]
    assert check(YEARS, rules="MTG-013", today="2026-04-01") == ["  MTG-013"]


def test_resources__are_discussed_every_year(messages):
    """MTG-014: a year in which there were meetings but none on resources."""
    assert messages(YEARS, rules="MTG-014") == [RESOURCES.format("令和6年度")]
    assert messages(YEARS, rules="MTG-014", today="2025-03-31") == []


@pytest.mark.parametrize("rule", ["MTG-013", "MTG-014"])
def test_register_without_meetings__is_asked_nothing(check, rule):
    """A register that has just been begun."""
    empty = "会議台帳\n| 会議番号 | 会議種別 | 開催日 |\n| SK-R7-01 | 支援会議 | |"

    assert check(empty, rules=rule, today="2030-01-01") == []


def test_year__is_said_by_every_year(messages):
    """Years on end are told apart by name."""
    text = """
        会議台帳
        | 会議番号 | 会議種別 | 開催日     |
        | SK-R6-01 | 支援会議 | 2024-05-01 |
        | SK-R7-01 | 支援会議 | 2025-05-01 |
        """

    assert messages(text, rules="MTG-014", today="2026-04-01") == [
        RESOURCES.format("令和6年度"),
        RESOURCES.format("令和7年度"),
    ]


def test_register_begun_within_a_year__cannot_know_its_first_meetings(messages):
    """A year is asked about only if its first meeting is in the register."""
    text = YEARS.replace("-R6-01", "-R6-05")

    assert messages(text, rules="MTG-014") == []
