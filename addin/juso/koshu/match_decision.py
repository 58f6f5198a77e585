"""名寄せの判断: who decided that two cases are one person, one household or neither, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from juso.core.codelist import CodeList
from juso.koshu.confirmation import MIN_REASON
from juso.koshu.personal_number import holds_personal_number

EXAMPLE = "どう確かめたかを書いてください（例：本人に確認した、住民票で確認）。"
PLAIN = ("氏名", "ふりがな", "生年月日")  # of other values only a digest is stored: 住所, 電話
LONGEST_SHOWN = 30  # letters of a value that are quoted as what changed

Place = tuple[str, str, str]  # both case numbers, '' for the second of a hint; what a hint is about


class Question(CodeList):
    """What is asked about two cases."""

    PERSON = "同一"
    HOUSEHOLD = "同世帯"


class Verdict(CodeList):
    """判断."""

    SAME = "同一", "同じ人"
    OTHER = "別人", "同じ人ではなく、同じ世帯でもない"
    HOUSEHOLD = "同世帯", "別の人で、同じ世帯"
    NO_HOUSEHOLD = "別世帯", "同じ世帯ではない"
    NOT = "当たらない", "世帯の型の見込みが当たらない"
    TAKEN_BACK = "取消", "前の判断を取り消す"


ANSWERS = {
    Question.PERSON: (Verdict.SAME, Verdict.OTHER, Verdict.HOUSEHOLD, Verdict.NO_HOUSEHOLD),
    Question.HOUSEHOLD: (Verdict.SAME, Verdict.HOUSEHOLD, Verdict.NO_HOUSEHOLD),
}
"""What may be answered; 別人 does not say whether two people share a household."""


@dataclass(frozen=True, slots=True)
class MatchDecision:
    """One entry of the store; 取消 takes the earlier ones of its place back."""

    a: str  # the earlier case number
    b: str
    about: str  # 8050, ダブルケア …; '' for a pair of cases
    verdict: Verdict
    reason: str
    by: str
    at: date
    values: Mapping[str, str] = field(
        default_factory=dict
    )  # 「R7-0003の氏名」 -> what was compared

    @property
    def place(self) -> Place:
        return self.a, self.b, self.about

    @property
    def is_withdrawal(self) -> bool:
        return self.verdict is Verdict.TAKEN_BACK

    def change(self, values: Mapping[str, str]) -> str:
        """What has changed since in what was compared, in words; '' while it is the same."""
        return "、".join(_changes(self.values, values))


def in_force(history: Iterable[MatchDecision]) -> dict[Place, MatchDecision]:
    """The decision that counts of each place, of a history from the oldest on."""
    found: dict[Place, MatchDecision] = {}
    for decision in history:
        found.pop(decision.place, None)
        if not decision.is_withdrawal:
            found[decision.place] = decision
    return found


def objection(reason: str) -> str:
    """Why a text is no reason for a decision, as the end of a sentence; '' where it is one."""
    if holds_personal_number(reason):
        return "理由に、個人番号の可能性がある12桁の数字があります。消してください。"
    if not reason:
        return f"理由がありません。{EXAMPLE}"
    if sum(map(str.isalnum, reason)) < MIN_REASON:
        return f"理由「{reason}」は短すぎます（{MIN_REASON}字以上）。{EXAMPLE}"
    return ""


def _changes(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    for label, old in before.items():
        new = now.get(label, old)
        if new == old:
            continue
        is_plain = label.endswith(PLAIN) and max(len(old), len(new)) <= LONGEST_SHOWN
        yield (
            f"{label}が{_quoted(old)}から{_quoted(new)}に変わりました"
            if is_plain
            else (f"{label}が変わりました")
        )


def _quoted(value: str) -> str:
    return f"「{value}」" if value else "空欄"
