"""Which figures of two forms, or of a form and the register, must agree (B1–B5).

The lines are written like those of `relations.py`. `W1.F12` is a row of one form; 各窓口：
holds in W1–W4, 直営： in the windows the city runs itself, which keep the register; 台帳A01 is
what the register says of a row, 台帳K01 how many meetings it has; 年計 adds up the year so far.
"""

from __future__ import annotations

from juso.core.finding import Severity
from juso.koshu.codes import Meeting, Operation, Program, Route, Window
from juso.koshu.plan import SERVICES
from juso.koshu.tally.core_items import REFERRED_TO
from juso.koshu.tally.form_rules import NOTE, WARNING, TallyRule

HELD = {"K01": Meeting.SUPPORT_CONFERENCE, "K02": Meeting.PLAN_CONFERENCE}
"""Meetings the register counts, under the codes the relations call them by."""

SENT_TO = {item.label.removesuffix("窓口"): item.code for item in REFERRED_TO}
"""つなぎ先 -> 項目コード: 介護 F11 … 参加支援 F17."""

RECORD = "実施計画4(1)③"
WITHIN = ("between_least", "between_percent")
GROUPS = {
    "各窓口": tuple(window.code for window in Window),
    "直営": tuple(
        window.code
        for window in Window
        if any(
            s.program is Program.CONSULTATION
            and s.attribute == window
            and s.operation is Operation.DIRECT
            for s in SERVICES
        )
    ),
}
"""Forms in which a relation holds, by the word it begins with."""


def _sent(code: str, without: str = "") -> str:
    """W1.F12 + W3.F12 + W4.F12."""
    return " + ".join(f"{w.code}.{code}" for w in Window if w.code != without)


def _b(
    number: int,
    statement: str,
    relations: tuple[str, ...],
    advice: str,
    severity: Severity = WARNING,
) -> TallyRule:
    tag = "V-T10" if number in (1, 2, 3) else "V-T09" if number == 4 else "V-T01"
    settings = WITHIN if any("~" in text for text in relations) else ()
    return TallyRule(
        f"TALLY-{400 + number}",
        f"B{number}・{tag}",
        severity,
        RECORD if number in (1, 2, 3) else "実施計画7(1)" if number == 4 else "実施計画8",
        statement,
        relations,
        advice,
        settings,
    )


BOTH_SIDES = "送った側と受けた側の記録を見比べて、どちらかを直してください。"

BETWEEN_RULES = (
    _b(
        1,
        "ほかの3窓口からのつなぎの年計は、その窓口の相談経路「他の3窓口」の年計と大きく違わない。",
        tuple(
            f"{_sent(SENT_TO[w], w.code)} ~ {w.code}.{Route.OTHER_WINDOW.code} 年計" for w in Window
        ),
        BOTH_SIDES + "月のずれや継続ケースのつなぎによるときは、その訳を書いてください。",
    ),
    _b(
        2,
        "各窓口から多機関協働へのつなぎは、多機関協働の相談受付のつなぎ元別の件数と一致する。",
        tuple(
            f"{w.code}.{SENT_TO[Program.MULTI_AGENCY]} = M.M01{letter}"
            for w, letter in zip(Window, "abcd", strict=True)
        ),
        BOTH_SIDES,
    ),
    _b(
        3,
        "4窓口からのつなぎの年計は、アウトリーチの「相談窓口から」の年計と大きく違わず、"
        "参加支援の利用相談の年計を超えない。新規相談の結果は、つなぎの年計を超えない。",
        (
            f"{_sent(SENT_TO[Program.OUTREACH])} ~ O.O01c 年計",
            f"{_sent(SENT_TO[Program.PARTICIPATION])} <= P.P01 年計",
            f"各窓口：D05 <= {SENT_TO[Program.MULTI_AGENCY]} 年計",
            f"各窓口：D07 <= {SENT_TO[Program.PARTICIPATION]} 年計",
        ),
        BOTH_SIDES,
    ),
    _b(
        4,
        "月次報告の数は、支援台帳から数えた数と一致する。",
        ("直営：A01 = 台帳A01",),
        "［台帳と突き合わせる］（juso reconcile）で違いの訳を相談ごとに確かめ、月次報告か台帳を直してください。",
    ),
    _b(
        5,
        "会議の出席回数は、会議台帳にあるその月の開催回数を超えない。",
        ("各窓口：H01 <= 台帳K01", "各窓口：H02 <= 台帳K02"),
        "会議台帳の開催日と、窓口の出席の数え方を確かめて、どちらかを直してください。",
    ),
    TallyRule(
        "TALLY-410",
        "B4・V-T09",
        NOTE,
        "実施計画7(1)",
        "支援台帳を読めないときは、台帳との比較（B4、B5、拠点数）をしないことを知らせる。",
    ),
)
"""B1–B5: never 要修正, as two offices may count one thing in different months."""
