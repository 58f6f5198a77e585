"""The reasons in a 点検結果 as clerks leave it."""

import os

import openpyxl
import pytest

from juso.adapters.findings_workbook import write_findings
from juso.adapters.office import Office
from juso.adapters.replies import latest_replies, read_replies, replies_in
from juso.core.errors import JusoError
from juso.core.finding import Finding, Severity
from written_register import CONFIG

REASON = 10  # column of 対応


def finding(number, cell, severity=Severity.WARNING):
    message = f"{number}日が経過しています。連絡してください。"
    facts = ("支援台帳.xlsx", "相談受付簿", cell, f"R7-{number:04}", "状態", "支援中", message)
    return Finding("CASE-012", severity, *facts, "実施計画4(1)①")


FINDINGS = [finding(n, f"AY{n}") for n in range(2, 6)]


@pytest.fixture
def listed(tmp_path):
    """A 点検結果 as the product makes it, changed by a clerk and saved."""

    def run(change):
        path = tmp_path / "点検結果_20260331.xlsx"
        write_findings(path, FINDINGS, (), tmp_path / "支援台帳.xlsx", "令和8年3月31日")
        book = openpyxl.load_workbook(path)
        change(book["点検結果"])
        book.save(path)
        return path

    return run


def test_reasons__are_read_from_the_list_the_product_makes(listed):
    def type_in(sheet):
        sheet.cell(7, REASON, "訪問で確認")
        sheet.cell(9, REASON, "  電話で\n家族に 確かめた　")
        sheet.cell(10, REASON, "   ")

    path = listed(type_in)

    assert [(r.key, r.cell, r.reason) for r in read_replies(path).reasons] == [
        ("R7-0002", "AY2", "訪問で確認"),
        ("R7-0004", "AY4", "電話で 家族に 確かめた"),
    ]
    assert read_replies(path).reasons[0].message == FINDINGS[0].message


def test_reasons__in_merged_cells_are_those_of_all_their_rows(listed):
    def merge(sheet):
        sheet.cell(8, REASON, "3件とも入院中のため")
        sheet.merge_cells("J8:J10")
        sheet.merge_cells("L40:M60")

    assert [(r.key, r.reason) for r in read_replies(listed(merge)).reasons] == [
        (f"R7-000{n}", "3件とも入院中のため") for n in (3, 4, 5)
    ]


def test_reasons__are_found_by_heading_wherever_the_columns_stand(listed):
    def rearrange(sheet):
        sheet.cell(7, REASON, "訪問で確認")
        sheet.delete_cols(8)  # 根拠
        sheet.insert_cols(1)
        sheet.insert_rows(1, 3)
        sheet.cell(9, REASON, "対　応")

    assert [(r.rule, r.key, r.reason) for r in read_replies(listed(rearrange)).reasons] == [
        ("CASE-012", "R7-0002", "訪問で確認")
    ]


def test_reasons__beside_no_finding_are_refused_by_their_cell(listed):
    """Below the table, and where the rule's number was lost to a formula nobody calculated."""

    def type_in(sheet):
        sheet.cell(7, REASON, "訪問で確認")
        sheet.cell(8, REASON, "電話で家族に確認")
        sheet.cell(8, REASON - 1, "=I7")
        sheet.cell(20, REASON, "ここまで佐藤が確認")
        sheet.cell(21, REASON, "123456789018")

    replies = read_replies(listed(type_in))
    below, lost, number = replies.refused[1], replies.refused[0], replies.refused[2]

    assert [r.reason for r in replies.reasons] == ["訪問で確認"]
    assert "セルJ8「電話で家族に確認」" in lost
    assert "セルJ20「ここまで佐藤が確認」" in below
    assert "セルJ21は" in number
    assert all("点検結果_20260331.xlsx" in sentence for sentence in replies.refused)


def test_reasons__a_merged_cell_that_reaches_below_the_table_is_no_stray(listed):
    def merge(sheet):
        sheet.cell(10, REASON, "入院中のため待機")
        sheet.merge_cells("J10:J14")

    replies = read_replies(listed(merge))

    assert ([r.key for r in replies.reasons], replies.refused) == (["R7-0005"], ())


def test_reasons__a_heading_that_is_gone_is_named(listed):
    def rename(sheet):
        sheet.cell(6, REASON, "メモ")
        sheet.cell(7, REASON, "訪問で確認")

    with pytest.raises(JusoError, match="見出し「対応」がありません"):
        read_replies(listed(rename))


def test_reasons__another_workbook_is_refused(tmp_path):
    path = tmp_path / "別.xlsx"
    openpyxl.Workbook().save(path)

    with pytest.raises(JusoError, match="「点検結果」のシートがありません"):
        read_replies(path)


HEAD = [
    "重要度",
    "シート",
    "セル",
    "番号",
    "列",
    "値",
    "指摘と直し方",
    "根拠",
    "規則",
    "対応",
    "印",
]
LIVE = ["▲要確認", "相談受付簿", "AY2", "R7-0002", "状態", "支援中", "…", "", "CASE-012"]


def test_live_rows__are_read_below_their_heading():
    """As a live sheet gives them: '' for empty, numbers and days as such."""
    rows = [["点検結果"] + [""] * 10, [""] * 11, HEAD, [*LIVE, "", ""], [*LIVE, 12345.0, ""]]

    assert [(r.key, r.reason) for r in replies_in(rows).reasons] == [("R7-0002", "12345")]


def test_live_rows__of_a_sheet_not_filled_yet():
    assert replies_in([HEAD]).reasons == ()
    with pytest.raises(JusoError, match="見出し"):
        replies_in([])


def save_at(folder, name, seconds, reason=""):
    """A 点検結果 with a reason in its first row, saved at a time of its own."""
    path = folder / name
    write_findings(path, FINDINGS, (), folder / "支援台帳.xlsx", "令和8年3月31日", [reason])
    os.utime(path, (seconds, seconds))


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path / "見本", CONFIG)
    made.output("点検").mkdir(parents=True)
    return made


def test_latest_list__is_the_one_saved_last(office):
    folder = office.output("点検")
    with pytest.raises(JusoError, match="に点検結果がありません"):
        latest_replies(office)
    save_at(folder, "点検結果_20260401.xlsx", 1_000_000_000, "先に書いた理由")
    save_at(folder, "点検結果_20260331.xlsx", 1_000_000_001, "後で書いた理由")
    (folder / "~$点検結果_20260331.xlsx").write_bytes(b"x")
    replies = latest_replies(office)

    assert [r.reason for r in replies.reasons] == ["後で書いた理由"]
    assert (replies.file, replies.skipped) == ("点検結果_20260331.xlsx", ())


def test_latest_list__unreadable_ones_are_passed_over_and_said(office):
    """0 bytes, damaged, a folder, another workbook: the next one is read."""
    folder = office.output("点検")
    save_at(folder, "点検結果_1.xlsx", 1_000_000_000, "訪問で確認")
    (folder / "点検結果_2.xlsx").touch()
    (folder / "点検結果_3.xlsx").write_bytes(b"PK\x03\x04" + b"x" * 99)
    (folder / "点検結果_4.xlsx").mkdir()
    openpyxl.Workbook().save(folder / "点検結果_5.xlsx")
    replies = latest_replies(office)

    assert (replies.file, len(replies.reasons)) == ("点検結果_1.xlsx", 1)
    assert sorted(sentence[:11] for sentence in replies.skipped) == [
        f"点検結果_{n}.xlsx" for n in (2, 3, 4, 5)
    ]


def test_latest_list__none_that_can_be_read(office):
    (office.output("点検") / "点検結果_2.xlsx").touch()

    with pytest.raises(JusoError, match="読める点検結果がありません"):
        latest_replies(office)


def test_latest_list__with_a_heading_gone_is_not_passed_over(office):
    """The clerk's reasons are in it: reading an older one instead would confirm the wrong ones."""
    folder = office.output("点検")
    save_at(folder, "点検結果_1.xlsx", 1_000_000_000, "訪問で確認")
    save_at(folder, "点検結果_2.xlsx", 1_000_000_001)
    book = openpyxl.load_workbook(folder / "点検結果_2.xlsx")
    book["点検結果"].cell(6, REASON, "メモ")
    book.save(folder / "点検結果_2.xlsx")

    with pytest.raises(JusoError, match=r"点検結果_2\.xlsx に見出し「対応」がありません"):
        latest_replies(office)
