"""How 名寄せ shows a case, a hint and a decision to a clerk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from juso.koshu.match_decision import PLAIN, MatchDecision, Verdict
from juso.koshu.rules.dates import said
from juso.koshu.sheets import Case
from juso.services.matching.matters import Matter, split_numbers
from juso.services.matching.person import Person

HIDDEN = "取扱注意（住所・電話なし）"


def shown(matter: Matter) -> tuple[str, str]:
    """The two cells that say who the cases are about; of a hint the second says what it means."""
    first = described(matter.a, is_hidden=matter.hides_home)
    if matter.b:
        return first, described(matter.b, is_hidden=matter.hides_home)
    if matter.hint is None:
        return first, ""
    return first, f"{matter.hint.pattern.statement}（{matter.hint.pattern.basis}）"


def described(person: Person, *, is_hidden: bool) -> str:
    """山田 太郎（やまだ たろう） / 昭和18年3月2日生 介護 S0003 / address / phone, in lines."""
    case = person.case
    kana = f"（{case.kana}）" if case.kana else ""
    name = f"{case.name}{kana}" if case.name else "氏名なし"
    born = f"{said(case.born_on)}生" if case.born_on else str(case.typed_band or "年齢不明")
    facts = f"{born}　{case.window or '窓口不明'}　{case.household_no or '世帯番号なし'}"
    where = (HIDDEN,) if is_hidden else (case.address, case.phone)
    return "\n".join(filter(None, (name, facts, *where)))


def standing(matter: Matter, cell: str) -> str:
    """今の判断・次にすること; `cell` is where the clerk types what follows from it."""
    if matter.decision is None:
        return _next_step(matter, cell)
    decided = said_decision(matter.decision)
    if matter.change:
        return f"前の判断：{decided}\n{matter.change}。もう一度判断してください。"
    return "\n".join((f"済：{decided}", *_to_mend(matter, cell)))


def _to_mend(matter: Matter, cell: str) -> Iterator[str]:
    """What the clerk is to type so that the register says what was decided."""
    if split := split_numbers(matter):
        person, number = split
        yield f"{person.no}の世帯番号（{Case.sheet} {cell}）を{number}にそろえてください。"
    if matter.b and matter.decision and matter.decision.verdict is Verdict.SAME:
        one, other = matter.a.values, matter.b.values
        if unlike := [label for label in PLAIN if one[label] != other[label]]:
            yield f"{'・'.join(unlike)}が違います。正しい方にそろえてください。"


def _next_step(matter: Matter, cell: str) -> str:
    if matter.b:
        return ""
    return (
        f"当たるときは、{Case.sheet}の{cell}（複合課題類型）に「{matter.question}」を足してください。"
        "当たらないときは、判断で「当たらない」を選びます。"
    )


def said_decision(decision: MatchDecision) -> str:
    """別人（令和8年3月31日 窓口太郎）住民票で確認."""
    return f"{decision.verdict}（{said(decision.at)} {decision.by}）{decision.reason}"


def decided_list(history: Iterable[MatchDecision]) -> list[str]:
    """The whole history as lines, newest first; what was taken back says so."""
    lines = [
        f"{said(d.at)}　{d.by}　{'と'.join(filter(None, (d.a, d.b)))}"
        f"{f'「{d.about}」' if d.about else ''}：{d.verdict}　{d.reason}".rstrip()
        for d in history
    ]
    return lines[::-1]
