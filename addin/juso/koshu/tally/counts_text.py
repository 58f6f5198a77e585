"""集計定義: what each figure of a monthly form counts in the register, in words an officer reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from juso.koshu.tally.counts import COUNTS, WINDOW_OF
from juso.koshu.tally.counts_basis import BASIS, ONCE, Count, Definition, label_of
from juso.koshu.tally.item import TallyItem
from juso.koshu.tally.items import FORMS, items_by_code

UNCOUNTED = {
    "H05": "相談員の人数は台帳にないため",
    "I10": "総合相談の内容の区分は台帳にないため",
    "I11": "総合相談の内容の区分は台帳にないため",
    "I122": "地域ケア会議は台帳に記録しないため",
    "I123": "地域ケア会議は台帳に記録しないため",
    "I124": "要支援認定者等のプランは台帳に記録しないため",
    "I21": "主たる障害の種別は台帳にないため",
    "I22": "障害者相談支援の支援内容の区分は台帳にないため",
    "I23": "障害者相談支援の支援内容の区分は台帳にないため",
    "I242": "計画相談・地域相談支援は台帳に記録しないため",
    "I243": "計画相談・地域相談支援は台帳に記録しないため",
    "I244": "計画相談・地域相談支援は台帳に記録しないため",
    "I245": "計画相談・地域相談支援は台帳に記録しないため",
    "I30": "相談の対象（妊産婦等）の区分は台帳にないため",
    "I31": "児童相談の種別は台帳にないため",
    "I32": "母子保健とこども家庭センターの活動は台帳に記録しないため",
    "I40": "就労支援・給付金・各事業の利用は台帳に記録しないため",
    "I41": "就労支援・給付金・各事業の利用は台帳に記録しないため",
    "O14a": "ひきこもりの期間は台帳にないため",
    "P05": "定期プログラムの開催と参加は台帳に記録しないため",
    "P06": "定期プログラムの開催と参加は台帳に記録しないため",
    "P07": "定期プログラムの開催と参加は台帳に記録しないため",
    "P11": "受入先の登録日・解除日は台帳にないため",
    "P12": "受入先の登録日・解除日は台帳にないため",
    "R": "拠点の利用は拠点の記録で数え、台帳に明細がないため",
}
"""Beginning of an item code -> why the register cannot tell it."""


@dataclass(frozen=True, slots=True)
class DefinitionText:
    """How one item is counted from the register, or why it cannot be."""

    form: str
    item: TallyItem
    sheet: str  # '' where the register cannot tell
    rows: str  # which rows are counted, or why none can be
    day: str  # the date that decides the month

    @property
    def is_countable(self) -> bool:
        return bool(self.sheet)

    @property
    def sentence(self) -> str:
        """「相談受付簿」の、受付窓口が介護の…。受付日の月に数えます。"""
        if not self.is_countable:
            return f"台帳からは数えられません（{self.rows}）。"
        return f"「{self.sheet}」の{self.rows}。{self.day}。"


def definition_text(form_code: str, item_code: str) -> DefinitionText:
    """The 集計定義 of one item; KeyError for a code the form does not have."""
    item = items_by_code(form_code)[item_code]
    found = next((d for d in COUNTS[form_code] if d.code == item_code), None)
    if found is None:
        return DefinitionText(form_code, item, "", _why_not(item_code), "")
    basis = BASIS[found.source]
    window = WINDOW_OF.get(form_code)
    rows = "。".join(filter(None, (basis.text, found.says, _once(found))))
    if window:
        rows = rows.replace("この窓口", f"「{window}」", 1)
    return DefinitionText(form_code, item, basis.row_type.sheet, rows, _month(found))


def definition_texts() -> Iterator[DefinitionText]:
    """The 集計定義 of every item of every form, in the forms' order."""
    for form in FORMS:
        for item in form.items:
            yield definition_text(form.code, item.code)


def deciding_column(definition: Definition) -> str:
    """The heading of the column that puts a row into this item's category; '' where none does."""
    by = definition.by if isinstance(definition, Count) else ""
    return label_of(BASIS[definition.source].row_type, by) if by else ""


def _why_not(code: str) -> str:
    return next(UNCOUNTED[code[:n]] for n in range(len(code), 0, -1) if code[:n] in UNCOUNTED)


def _once(definition: Definition) -> str:
    if not isinstance(definition, Count) or definition.of is None:
        return ""
    return f"{ONCE[definition.of]}と数える"


def _month(definition: Definition) -> str:
    basis = BASIS[definition.source]
    if isinstance(definition, Count):
        since = "4月からその月まで" if definition.so_far else "その月"
        return f"{basis.day}が{since}のもの"
    end = "前月の末日" if definition.opening else "月の末日"
    return f"{end}に、{basis.day}を過ぎ、{basis.until}が来ていないもの"
