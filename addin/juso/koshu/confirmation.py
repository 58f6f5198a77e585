"""確認済みメモ: who looked into a 要確認 finding, why it may stand, and on which values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from juso.core.cells import fold
from juso.koshu.personal_number import holds_personal_number

MIN_REASON = 5  # letters: 訪問で確認 tells a successor how it was looked into, OK does not
LASTS_DAYS = 30  # after which a finding that counts days comes back: nobody is left for good
LONGEST_SHOWN = 30  # letters of a cell that are quoted as what changed
EXAMPLE = "どう確かめ、なぜそのままでよいかを書いてください（例：訪問で確認、来月支援予定）。"

_DAYS = re.compile(r"(?<![月\d])\d+日")  # 75日 of 「75日が経過」, not 15日 of 「4月15日」
_TAKEN_BACK = frozenset({"取消", "取消し", "取り消し", "取り消す", "取りけし", "確認取消"})
_NO_REASON = re.compile(
    "(?:確認|問題|異常|支障|間違い|誤り|了解|承知|対応|処理|特に|なにも|何も|内容|全て|すべて|済み?|"
    "な[いし]|無[いし]|なかった|ありません|いたし|しまし|まし|でし|した|た|する|です|ます|OK|ok|[をはもに、。])++"
)

Place = tuple[str, str, str, str]  # rule, sheet, the row's number, column


@dataclass(frozen=True, slots=True)
class Confirmation:
    """One entry of the memo; a blank reason takes the earlier ones of its place back."""

    rule: str
    sheet: str
    key: str  # the row's number, as findings give it
    column: str  # heading of the cell the finding is about
    message: str
    reason: str
    by: str
    at: date
    values: Mapping[str, str] = field(default_factory=dict)  # heading -> what the rule read there
    line: str = ""  # second cell of the row (行番号), where rows of a sheet share a number

    @property
    def place(self) -> Place:
        return self.rule, self.sheet, self.key, self.column

    @property
    def is_withdrawal(self) -> bool:
        return not self.reason

    def change(self, message: str, values: Mapping[str, str], today: date) -> str:
        """What has changed since in the finding and its cells, in words; '' while it holds."""
        if changes := "、".join(_changes(self.values, values)):
            return f"{changes}変わりました"
        if timeless(message) != timeless(self.message):
            return f"指摘の内容が変わりました（前の指摘「{self.message}」）"
        if message != self.message and (today - self.at).days > LASTS_DAYS:
            return f"{LASTS_DAYS}日が過ぎました"
        return ""


@dataclass(frozen=True, slots=True)
class Reason:
    """What a clerk typed under 対応 for one row of a 点検結果."""

    rule: str
    sheet: str
    key: str
    column: str
    message: str
    reason: str
    cell: str = ""

    @property
    def takes_back(self) -> bool:
        """Whether it says that a confirmation is to be taken back (取消)."""
        return fold(self.reason) in _TAKEN_BACK

    @property
    def objection(self) -> str:
        """Why the text is no reason, as the end of a sentence that names the place; else ''."""
        letters = "".join(filter(str.isalnum, fold(self.reason)))
        if holds_personal_number(self.reason):
            return "の理由に、個人番号の可能性がある12桁の数字があります。消してください。"
        if _NO_REASON.fullmatch(fold(self.reason)):
            return f"の理由「{self.reason}」では、理由が分かりません。{EXAMPLE}"
        if len(letters) < MIN_REASON:
            return f"の理由「{self.reason}」は短すぎます（{MIN_REASON}字以上）。{EXAMPLE}"
        return ""


def timeless(message: str) -> str:
    """What stays of a message from one check to the next: no counts of days, no spaces."""
    return "".join(_DAYS.sub("日", message).split())


def in_force(history: Iterable[Confirmation]) -> dict[Place, list[Confirmation]]:
    """The entries that count, by place, of a history from the oldest on.

    An entry replaces those before it of the same row; they stand side by side only where a
    rule has several remarks on one cell, each confirmed on the same values.
    """
    found: dict[Place, list[Confirmation]] = {}
    for entry in history:
        others = [old for old in found.pop(entry.place, []) if _stands_beside(old, entry)]
        if kept := others if entry.is_withdrawal else [*others, entry]:
            found[entry.place] = kept
    return found


def _stands_beside(old: Confirmation, entry: Confirmation) -> bool:
    if old.line != entry.line:
        return True
    is_other_remark = timeless(old.message) != timeless(entry.message)
    return is_other_remark and old.values == entry.values


def _changes(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    for label, old in before.items():
        new = now.get(label, old)
        if new == old:
            continue
        if max(len(old), len(new)) > LONGEST_SHOWN:
            yield f"「{label}」が別の文に"
        else:
            yield f"「{label}」が{_quoted(old)}から{_quoted(new)}に"


def _quoted(value: str) -> str:
    return f"「{value}」" if value else "空欄"
