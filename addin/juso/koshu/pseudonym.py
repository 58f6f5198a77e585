"""Pseudonyms of a meeting (匿名化水準L1): Aさん, Bさん … in the order of the 案件番号."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from juso.core.calendar import age
from juso.core.finding import column_letters
from juso.koshu.codes import AgeBand, Family, Sex
from juso.koshu.sheets import AgendaItem, Case

SEX_WORDS = {Sex.OTHER: "性別は記載なし", Sex.UNKNOWN: "性別不明"}


def pseudonyms(items: Iterable[AgendaItem]) -> dict[str, str]:
    """Case number → pseudonym; a case on the agenda twice keeps its letter."""
    cases = dict.fromkeys(i.case_no for i in sorted(items, key=item_order) if i.case_no)
    return {case_no: f"{column_letters(i)}さん" for i, case_no in enumerate(cases)}


def item_order(item: AgendaItem) -> tuple[int, int]:
    """Sorting key: 案件番号, rows without one last, as they stand on the sheet."""
    return (item.number if item.number is not None else 10_000, item.row_number)


def decade(case: Case, on: date) -> str:
    """年代 on a day: 80代, 10歳未満; from the typed band where the birthday is not known."""
    if case.born_on is not None and case.born_on <= on:
        years = age(case.born_on, on)
        return f"{years // 10 * 10}代" if years >= 10 else "10歳未満"
    band = case.typed_band or AgeBand.UNKNOWN
    return "年代不明" if band is AgeBand.UNKNOWN else str(band)


def person(name: str, case: Case, on: date) -> str:
    """Aさん（80代・女性）."""
    return f"{name}（{decade(case, on)}・{SEX_WORDS.get(case.sex) or case.sex or '性別不明'}）"


def household(name: str, case: Case, on: date) -> str:
    """Aさん（80代・女性）世帯, without 世帯 for someone who lives alone as far as is known."""
    alone = case.family in (None, Family.SINGLE, Family.UNKNOWN)
    return person(name, case, on) + ("" if alone else "世帯")
