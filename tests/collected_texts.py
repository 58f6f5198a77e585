"""The minutes of the invented register, edited and collected: what changes, and what is said."""

from __future__ import annotations

from juso.core.change import Change
from juso.koshu.register import Register
from juso.services.collect import Collected, collect
from meeting_register import meeting_register
from minutes_texts import CONFIG, Pairs, golden_minutes

JU, SK, TN = "JU-R7-03", "SK-R7-05", "TN-R7-02"

AGENCIES = """
関係機関マスタ
| 機関コード | 正式名 | 略称 | 別名 |
| W01 | 甲州市地域包括支援センター | 地域包括支援センター | 包括 |
| W04 | 生活困窮者自立相談支援窓口 | 自立相談支援 | |
| D01 | 甲州市福祉総合支援課 | 福祉総合支援課 | |
| D03 | 甲州市介護支援課 | 介護支援課 | |
| C01 | 甲州市社会福祉協議会 | 社会福祉協議会 | 社協、甲州市社協 |
| R03 | 民生委員・児童委員等 | 民生委員児童委員協議会 | |
| R12 | 教育委員会・学校等 | 教育委員会 | |
"""

HEADINGS = "| 決定番号 | 決定事項 | 担当機関 | 担当者 | 期限 | 報告方法 |"
FIRST = "| SK-R7-05-01 | 月に一度の声かけを行い、様子を事務局へ知らせる。 | 民生委員児童委員協議会 | 酉島 | R7.8.31 | 電話 |"
THIRD = "| SK-R7-05-03 | 応答がないときの警察への連絡手順を定める。 | 福祉総合支援課 | 【未入力】 | 【未入力】 | － |"
FOURTH = "| SK-R7-05-04 | 居場所の見学の案内を手紙に添える。 | 社会福祉協議会 | 未広 | R7.8.20 | 次回会議で報告 |"
WHOLE = "| SK-R7-05-05 | 配布資料の回収の手順を確かめる。 | 福祉総合支援課 | 寅井 | R7.8.31 | － |"
FILLED = (THIRD, THIRD.replace("【未入力】 | 【未入力】", "寅井 | R7.8.29"))
TICKED = ("□ 情報共有のみ　☑ 見守り　□ 継続審議", "□ 情報共有のみ　□ 見守り　☑ 継続審議")


def register(*replacing: tuple[str, str]) -> Register:
    return meeting_register(AGENCIES, replacing=replacing)


def collected(
    meeting_no: str, *replacing: tuple[str, str], drafted: Pairs = (), later: Pairs = ()
) -> Collected:
    """Collect the minutes that were drafted from one register, edited, into a later one."""
    documents = golden_minutes(register(*drafted), meeting_no, *replacing)
    return collect(documents, register(*drafted, *later), CONFIG)


def plain(changes: tuple[Change, ...]) -> list[str]:
    """`決定事項6 期限=2025-08-31→2025-09-30`, a new row `決定事項＋SK-R7-05-06 …`."""
    return [f"{_row(change)} {' '.join(_cells(change))}" for change in changes]


def _row(change: Change) -> str:
    place = f"＋{change.key}" if change.is_new else str(change.row_number)
    return f"{change.row_type.sheet}{place}"


def _cells(change: Change) -> list[str]:
    columns = [c for c in change.row_type.columns if c.key in change.cells]
    values = [(c.label, *change.cells[c.key]) for c in columns]
    return [
        f"{label}={_text(new)}" if change.is_new else f"{label}={_text(old)}→{_text(new)}"
        for label, old, new in values
    ]


def _text(value: object) -> str:
    return "" if value is None else str(value).replace("\n", "⏎")


def short(result: Collected) -> list[str]:
    """`COL-002 要確認 決定事項 G6`; a finding at a document names it up to its first `_`."""
    return [
        f"{f.rule} {f.severity} {f.sheet or f.file.partition('_')[0]} {f.cell}".strip()
        for f in result.findings
    ]
