"""確認済みにする: a 要確認 finding with a reason stays confirmed until what its rule read changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from juso.core.finding import Finding, Severity
from juso.koshu.confirmation import Confirmation, Reason, timeless
from juso.koshu.personal_number import holds_personal_number
from juso.koshu.register import Register
from juso.services.confirmation_memo import Memo, place_of, shares_numbers

GONE = "の指摘は、いまの点検にはありません。直したのであれば、確認は要りません。"
CANNOT = {
    Severity.ERROR: "は要修正のため、理由があっても確認済みにできません。セルを直してください。",
    Severity.NOTE: "は参考のため、確認済みにする必要はありません。",
}
CHANGED = (
    "の指摘は、点検結果をつくった後で内容が変わりました。"
    "点検をやり直し、新しい点検結果に理由を書いてください。"
)
NO_PLACE = "はセルの場所が分からず、確認済みにできません。見出しを戻し、点検をやり直してください。"
NOT_CONFIRMED = "は確認済みではないので、取り消すものがありません。"


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What became of the reasons: entries to store, and a sentence for each that was refused."""

    confirmations: tuple[Confirmation, ...]
    refused: tuple[str, ...]
    left: tuple[Reason, ...] = ()  # the reasons that were refused

    @property
    def left_texts(self) -> dict[str, str]:
        """What was refused, by the number of its row."""
        return {reason.key: reason.reason for reason in self.left}

    @property
    def summary(self) -> str:
        """1件を確認済みにしました。2件は受け付けませんでした。"""
        taken_back = sum(entry.is_withdrawal for entry in self.confirmations)
        said = [f"{len(self.confirmations) - taken_back}件を確認済みにしました。"]
        said += [f"{taken_back}件の確認を取り消しました。"] if taken_back else []
        said += [f"{len(self.refused)}件は受け付けませんでした。"] if self.refused else []
        return "".join(said)


def with_confirmations(
    findings: Iterable[Finding], history: Iterable[Confirmation], register: Register
) -> list[Finding]:
    """The findings as the memo makes them: what is confirmed is 参考, what has changed says so.

    `findings` are those of a check of `register`; where and of which rule a finding is stays
    as it is.
    """
    findings = list(findings)
    return told_by(Memo(findings, history, register), findings)


def told_by(memo: Memo, findings: Iterable[Finding]) -> list[Finding]:
    """The same with a memo at hand: of the register, or of the monthly forms (`tally.memo`)."""
    return list(map(memo.told, findings))


def confirm(  # noqa: PLR0913, PLR0917 - who, when and what of one act
    reasons: Iterable[Reason],
    findings: Iterable[Finding],
    register: Register,
    by: str,
    at: date,
    history: Iterable[Confirmation],
) -> Confirmed:
    """Match the reasons of a 点検結果 to the findings of a fresh check and say what to store.

    `findings` are as `check` gives them, before `with_confirmations`; `history` is what has
    been stored so far: what holds already is not stored again, and a reason typed before a
    value changed does not confirm the new value.
    """
    findings = list(findings)
    return confirm_with(Memo(findings, history, register), reasons, findings, by, at)


def confirm_with(
    memo: Memo, reasons: Iterable[Reason], findings: Iterable[Finding], by: str, at: date
) -> Confirmed:
    """The same with a memo at hand; `findings` are those the memo was made for."""
    desk = _Desk(findings, memo, by, at)
    typed: dict[Reason, list[str]] = {}
    for reason in reasons:
        texts = typed.setdefault(replace(reason, reason=""), [])
        if reason.reason not in texts:
            texts.append(reason.reason)
    answers = [(about, texts, desk.answer(about, texts)) for about, texts in typed.items()]
    return Confirmed(
        tuple(answer for *_, answer in answers if isinstance(answer, Confirmation)),
        tuple(answer for *_, answer in answers if isinstance(answer, str)),
        tuple(
            replace(about, reason="／".join(texts))
            for about, texts, answer in answers
            if isinstance(answer, str)
        ),
    )


def left_beside(findings: Iterable[Finding], left: Iterable[Reason]) -> list[str]:
    """What a new 点検結果 has under 対応, one text a finding: its refused reason, else ''.

    Findings alike in all that tells them apart are paired in their order. A reason that holds
    a 個人番号 is not written down once more.
    """
    texts: dict[tuple[str, ...], list[str]] = {}
    for reason in left:
        if not holds_personal_number(reason.reason):
            texts.setdefault(_remark(reason), []).append(reason.reason)
    waiting = [texts.get(_remark(finding)) for finding in findings]
    return [found.pop(0) if found else "" for found in waiting]


class _Desk:
    """Where reasons are taken in: each is answered with an entry, a refusal, or None if known."""

    def __init__(self, findings: Iterable[Finding], memo: Memo, by: str, at: date) -> None:
        self.memo = memo
        self.by = by
        self.at = at
        self.findings: dict[tuple[str, ...], list[Finding]] = {}
        for finding in findings:
            self.findings.setdefault(_spot(finding), []).append(finding)

    def answer(self, about: Reason, texts: Sequence[str]) -> Confirmation | str | None:
        """What to do with the texts typed for one finding; a refusal names the place."""
        found = self.findings.get(_spot(about), [])
        doubtful = [f for f in found if f.severity is Severity.WARNING]
        answer: Confirmation | str | None
        if len(texts) > 1:
            listed = "".join(f"「{text}」" for text in texts)
            answer = f"に理由が{len(texts)}つ（{listed}）あります。1つにしてください。"
        elif not doubtful:
            answer = CANNOT[found[0].severity] if found else GONE
        else:
            answer = self._taken(replace(about, reason=texts[0]), doubtful)
        where = f"「{about.sheet}」の{about.key}「{about.column}」（{about.rule}）"
        return where + answer if isinstance(answer, str) else answer

    def _taken(self, reason: Reason, findings: Sequence[Finding]) -> Confirmation | str | None:
        finding = next((f for f in findings if self._was_seen(f, reason)), None)
        if reason.takes_back:
            known = [f for f in (finding, *findings) if f and self.memo.about(f)]
            return self._entry(known[0], "", {}) if known else NOT_CONFIRMED
        if finding is None:
            return CHANGED
        said = self.memo.about(finding)
        if said and not said.change and said.entry.reason == reason.reason:
            return None
        values = self.memo.values_read(finding)
        if values is None:
            return NO_PLACE
        return reason.objection or self._entry(finding, reason.reason, values)

    def _was_seen(self, finding: Finding, reason: Reason) -> bool:
        """Whether the clerk had the finding as it is now before them, days that pass aside."""
        said = self.memo.about(finding)
        now = self.memo.told(finding) if said and said.change else finding
        return timeless(reason.message).startswith(timeless(now.message))

    def _entry(self, finding: Finding, text: str, values: Mapping[str, str]) -> Confirmation:
        rule, sheet, key, column = place_of(finding)
        line = self.memo.line(finding)
        message = finding.message
        return Confirmation(rule, sheet, key, column, message, text, self.by, self.at, values, line)


def _spot(about: Finding | Reason) -> tuple[str, ...]:
    cell = about.cell if shares_numbers(about.sheet) else ""
    return about.rule, about.sheet, about.key, about.column, cell


def _remark(about: Finding | Reason) -> tuple[str, ...]:
    return *_spot(about), timeless(about.message)
