"""What identifies a person of a case: the strings that a pseudonymous document must not hold.

Stored names are never changed; keys for comparing are folded (width, 髙→高, カタカナ→ひらがな,
no white space).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from juso.core.codelist import CodeList
from juso.koshu.person_keys import HIRAGANA, VARIANTS
from juso.koshu.plan import PROGRAM_STARTED_ON
from juso.koshu.sheets import Case, FamilyMember


class IdentifierKind(CodeList):
    """個人を特定できる情報の種類。"""

    NAME = "氏名"
    NAME_PART = "姓又は名", "敬称が付くとき"
    KANA = "ふりがな"
    PHONE = "電話番号"
    ADDRESS = "住所・番地"
    BIRTHDAY = "生年月日"
    WORKPLACE = "勤務先・学校"
    AREA = "地区・町名", "支援措置（DV等）の人"
    MY_NUMBER = "個人番号とみられる12桁の数字"


@dataclass(frozen=True, slots=True)
class Identifier:
    """One such string: `key` is its folded form, `label` what is printed in its place."""

    kind: IdentifierKind
    key: str
    label: str


_DASHES = str.maketrans(dict.fromkeys("ー－‐‑‒–—―−ｰ", "-"))


def fold_character(character: str) -> str:
    """One character as keys hold it: '' for white space, a line break stays."""
    if character == "\n":
        return character
    plain = unicodedata.normalize("NFKC", character.translate(_DASHES))
    if plain.isspace():
        return ""
    return plain.translate(VARIANTS).translate(_DASHES).translate(HIRAGANA)


class _Folds(dict[int, str]):
    """Characters that were met, folded: what `str.translate` asks for."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = fold_character(chr(code))
        return folded


_FOLDS = _Folds()


def fold_text(text: str) -> str:
    """A text as keys hold it."""
    return text.translate(_FOLDS)


def identifiers_of(case: Case, label: str) -> Iterator[Identifier]:
    """Everything on the intake row that identifies the person or who came for them."""
    yield from _names(case.name, case.kana, label)
    yield from _names(case.caller_name, None, "来談者")
    yield from _names(re.split(r"[・（(、,/／]", case.proxy or "")[0], None, "代理人")
    for phone in (case.phone, case.caller_phone):
        digits = re.sub(r"\D", "", fold_text(phone or ""))
        if len(digits) >= 6:
            yield Identifier(IdentifierKind.PHONE, digits, "［電話番号］")
    if place := _place(case.address or ""):
        yield Identifier(IdentifierKind.ADDRESS, "".join(place), "［住所］")
    if case.born_on and case.born_on < PROGRAM_STARTED_ON:  # later days stand in every plan
        yield Identifier(IdentifierKind.BIRTHDAY, case.born_on.isoformat(), "［生年月日］")


def area_of(case: Case) -> Iterator[Identifier]:
    """地区 and town of a person under 支援措置, which nobody may learn even without a number."""
    area = fold_text(case.area or "")
    if area and area not in ("市外", "不明"):
        yield Identifier(IdentifierKind.AREA, area, "［地区］")
    if place := _place(case.address or ""):
        yield Identifier(IdentifierKind.AREA, place[0], "［地区］")


def workplaces_of(family: Iterable[FamilyMember]) -> Iterator[Identifier]:
    """職業・学校 where it names one place, not only a sort of work."""
    for member in family:
        key = fold_text(member.occupation or "")
        stem = _NAMED.sub("", key)
        if _NAMED.search(key) and len(stem) >= 2 and stem not in _SORTS:
            yield Identifier(IdentifierKind.WORKPLACE, key, "［勤務先・学校］")
            if len(spoken := _COMPANY.sub("", key)) >= 3 and spoken != key:
                yield Identifier(IdentifierKind.WORKPLACE, spoken, "［勤務先・学校］")


_COMPANY = re.compile(fold_text(r"株式会社|有限会社|合同会社|\(株\)|\(有\)"))
_NAMED = re.compile(
    fold_text(
        r"(市立|町立|村立|県立|私立|株式会社|有限会社|\(株\)|\(有\)|小学校|中学校|高等学校|高校|大学|"
        r"支援学校|保育園|保育所|幼稚園|こども園|学校|病院|医院|工場|工業|製作所|商店|農園|センター)"
    )
)
_SORTS = frozenset(
    map(fold_text, ("特別", "公立", "定時制", "通信制", "養護", "専門", "総合", "食品"))
)


def _names(name: str | None, kana: str | None, label: str) -> Iterator[Identifier]:
    key = fold_text(name or "")
    if len(key) >= 3:
        yield Identifier(IdentifierKind.NAME, key, label)
    parts = [fold_text(part) for part in re.split(r"\s+", name or "") if part.strip()]
    for part in parts if len(parts) > 1 or len(key) < 3 else ():
        yield Identifier(IdentifierKind.NAME_PART, part, label)
    if len(fold_text(kana or "")) >= 4:
        yield Identifier(IdentifierKind.KANA, fold_text(kana or ""), label)


def _place(address: str) -> tuple[str, str] | None:
    """於曽 and 1085: the end of the place name and the first number behind it."""
    local = re.sub(r"^(.{2,3}[都道府県])?(\D{1,6}?[市郡])?", "", fold_text(address))
    found = re.search(r"([^\d-]+)(\d+)", local)
    return (found[1][-3:], found[2]) if found else None
