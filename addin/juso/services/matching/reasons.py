"""Why two cases are asked about, in words."""

from __future__ import annotations

from collections.abc import Iterator

from juso.koshu.person_keys import typed_name
from juso.koshu.rules.dates import said
from juso.services.matching.birthdays import slip
from juso.services.matching.likeness import Birth, Likeness, Name


def person_reasons(found: Likeness) -> tuple[str, ...]:
    """Why the two may be one person, and what speaks against it."""
    return (*_name(found), *_birth(found), *_contact(found), *_numbers(found), *_doubts(found))


def household_reasons(found: Likeness) -> tuple[str, ...]:
    """Why the two may be one household."""
    surname = ["姓が同じ"] if found.is_family_home else []
    return (*surname, *_contact(found), *_numbers(found))


def _name(found: Likeness) -> Iterator[str]:
    a, b = found.a, found.b
    if a.kana and a.kana == b.kana:
        yield "よみが同じ"
    elif found.name is Name.PART:
        yield f"よみが違う（{a.case.kana}／{b.case.kana}）"
    elif found.name is Name.NEAR:
        yield f"よみが1字違う（{a.case.kana}／{b.case.kana}）"
    names = f"（{a.case.name}／{b.case.name}）"
    if a.name and a.name == b.name:
        same = typed_name(a.case.name) == typed_name(b.case.name)
        yield "氏名が同じ" if same else f"氏名の書き方だけが違う{names}"
    elif found.name is Name.PART:
        yield f"氏名の漢字が違う{names}"
    elif found.name is Name.GIVEN:
        yield f"名が同じで姓が違う{names}"
    elif found.name is Name.MISSING:
        yield "氏名のない相談を含む"


def _birth(found: Likeness) -> Iterator[str]:
    one, other = found.a.born_on, found.b.born_on
    if found.birth is Birth.SAME:
        yield "生年月日が同じ"
    elif one and other:
        yield slip(one, other) or f"生年月日は違う（{said(one)}／{said(other)}）"
    else:
        yield "生年月日の分からない相談を含む"


def _contact(found: Likeness) -> Iterator[str]:
    if found.shares_phone:
        yield "電話が同じ"
    elif found.caller_is_other:
        yield "来談した家族の電話が、相手の電話と同じ"
    elif found.shares_caller:
        yield "来談した家族の電話が同じ"
    if found.shares_home and found.shares_number:
        yield "住所が同じ"


def _numbers(found: Likeness) -> Iterator[str]:
    if not found.shares_number:
        a, b = (person.case.household_no or "空欄" for person in (found.a, found.b))
        same = "住所が同じで" if found.shares_home else ""
        yield f"{same}世帯番号が違う（{a}／{b}）"


def _doubts(found: Likeness) -> Iterator[str]:
    if found.is_other_sex:
        yield "性別は違う"
    if found.a.is_protected or found.b.is_protected:
        yield "取扱注意のため、住所と電話は比べていない"
