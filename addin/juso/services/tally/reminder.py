"""催促: which windows owe which months, and the text that can be sent to them as it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from juso.core.calendar import FiscalYear, Month, era_date, era_month
from juso.koshu.config import Config
from juso.koshu.tally.items import form
from juso.koshu.tally.submission import Status, deadline
from juso.services.tally.completeness import Submission
from juso.services.tally.gaps import spans


@dataclass(frozen=True, slots=True)
class Owed:
    """One window and the months it owes; those given back to it apart."""

    form: str
    missing: tuple[Month, ...]
    returned: tuple[Month, ...]

    @property
    def last(self) -> Month:
        return max((*self.missing, *self.returned), key=lambda m: m.index)

    def days_late(self, today: date) -> int:
        """Days since the oldest deadline that was missed; 0 where only a 差戻し is open."""
        return (today - deadline(self.missing[0])).days if self.missing else 0

    @property
    def line(self) -> str:
        """One line for the terminal: W3 子育て：未提出 R7.5、R7.6."""
        parts = (("未提出", self.missing), ("差戻し中", self.returned))
        said = "、".join(f"{name} {spans(months)}" for name, months in parts if months)
        return f"{self.form} {form(self.form).name}：{said}"


def owed(submissions: Iterable[Submission], today: date) -> list[Owed]:
    """Who owes a month whose deadline has passed, or has a 差戻し to answer, in the forms' order."""
    missing: dict[str, list[Month]] = {}
    returned: dict[str, list[Month]] = {}
    for s in submissions:
        if s.status is Status.MISSING and deadline(s.month) < today:
            missing.setdefault(s.window, []).append(s.month)
        elif s.status is Status.RETURNED:
            returned.setdefault(s.window, []).append(s.month)
    codes = dict.fromkeys(s.window for s in submissions if s.window in {*missing, *returned})
    return [Owed(c, tuple(missing.get(c, ())), tuple(returned.get(c, ()))) for c in codes]


def subject(owing: Owed, year: FiscalYear) -> str:
    """件名."""
    what = "提出" if owing.missing else "再提出"
    return f"【{what}のお願い】重層的支援体制整備事業 月次報告（{form(owing.form).name}　{year}）"


def body(owing: Owed, config: Config, today: date, answer_by: date) -> str:
    """宛名, 本文 and sender, ready to be pasted into a mail."""
    declared = form(owing.form)
    lines = [
        f"{declared.agency}　月次報告ご担当者様",
        "",
        "いつもお世話になっております。",
        f"{config.municipality}{config.secretariat}です。",
        "",
    ]
    if owing.missing:
        lines += ["次の月の月次報告が、まだ届いておりません。", "", *_missing(owing, today), ""]
    if owing.returned:
        lines += [
            "次の月の月次報告は、直していただくところがあり、お返ししています。",
            "",
            *(f"　・{era_month(month)}分" for month in owing.returned),
            "",
        ]
    by = era_date(answer_by, weekday=True)
    what = f"様式「{declared.file_name}」" if owing.missing else "お返ししたファイルを直して"
    lines += [
        f"お忙しいところ恐れ入りますが、{by}までに、",
        f"{what}{'を' if owing.missing else '、'}お送りくださいますよう、お願いいたします。",
        "実績のない項目は、空欄にせず「0」又は「－」を入力してください。",
        "この連絡と行き違いにお送りいただいておりましたら、ご容赦ください。",
        "",
        "――――――――――――――――",
        f"{config.municipality}　{config.secretariat}",
        "重層的支援体制整備事業 担当",
    ]
    return "\n".join(lines)


def _missing(owing: Owed, today: date) -> list[str]:
    return [
        f"　・{era_month(month)}分（提出期限 {era_date(deadline(month))}、"
        f"{(today - deadline(month)).days}日経過）"
        for month in owing.missing
    ]
