"""Is this another person's form, or a case the register knows already?"""

from __future__ import annotations

from collections.abc import Iterable

from juso.koshu.person_keys import kana_key, name_key
from juso.koshu.sheets import Case

OTHER_PERSON = (
    "同じ受付票番号の票に、別の人の相談が書かれています（{names}）。1枚の票を写して使うと、番号が重なります。"
    "相談1件ごとに「票を作る」でつくった票に書き写してください。"
)
OTHER_CASE = (
    "ケース番号「{case_no}」は、台帳では別の人の相談です。"
    "番号を確かめ、新しい相談なら空欄にしてください。"
)


def is_other_person(one: Case, other: Case) -> bool:
    """Whether two forms of the same number cannot mean the same person.

    A corrected name keeps its reading or the birthday, a corrected birthday keeps the name.
    """
    names = [name_key(case.name) for case in (one, other)]
    readings = [kana_key(case.kana) for case in (one, other)]
    if not all(names) or names[0] == names[1] or (readings[0] and readings[0] == readings[1]):
        return False
    return one.born_on is None or one.born_on != other.born_on


def same_case(case: Case, others: Iterable[Case]) -> Case | None:
    """The case of the same person, received at the same window on the same day."""
    name = name_key(case.name)
    if not name or case.born_on is None:
        return None
    mark = (case.born_on, case.window, case.received_on)
    found = (c for c in others if (c.born_on, c.window, c.received_on) == mark)
    return next((c for c in found if name_key(c.name) == name), None)
