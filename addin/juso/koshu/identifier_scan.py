"""個人を特定できる情報の検出: known identifiers of the cases, and patterns that look like one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property

from juso.core.calendar import parse_date
from juso.koshu.identifiers import Identifier, IdentifierKind, fold_text

_HONORIFIC = "さん|氏(?!名)|様(?![々子式相態])|くん|ちゃん"
_DIGIT = re.compile(r"\d")
_APART = re.compile(r"\d\s+[\d(（]")
_WORD = re.compile(r"\S*\d\S*")
_NUMBERS = re.compile(r"\d[\d\-()]{4,14}\d")
_DATES = re.compile(
    r"(?:(?:令和|平成|昭和|大正|[rhstRHST])(?:元|\d{1,2})|\d{4})[年./-]\d{1,2}[月./-]\d{1,2}(?!\d)日?"
)
_PATTERNS = (
    (IdentifierKind.MY_NUMBER, re.compile(r"(?<!\d)\d{4}-?\d{4}-?\d{4}(?!\d)")),
    (
        IdentifierKind.PHONE,
        re.compile(r"(?<!\d)0\d{1,3}[-(]\d{2,4}[-)]\d{4}(?!\d)|(?<!\d)0[789]0\d{8}(?!\d)"),
    ),
    (
        IdentifierKind.ADDRESS,
        re.compile(r"丁目\d|\d番地(?!域)|\d番\d+号|〒?(?<![\d-])\d{3}-\d{4}(?![\d-])"),
    ),
)
# 支援措置（DV等）: any school, nursery or company that is called by its own name.
_PLACES = "小学校|中学校|高等学校|高校|支援学校|保育園|保育所|幼稚園|こども園|大学"
_NAMED_PLACE = (
    r"(?:(?<![ぁ-ん一-龠々])[ぁ-ん]{2,8}(?<![のをはがにでとへや]))?"
    rf"(?<![一-龠々])(?!市内|市立|県立|私立|公立|地元|通学|近隣|同|当該|小中)[一-龠々]{{1,10}}(?:{_PLACES})"
    rf"|(?<![ぁ-ん])(?![ぁ-ん]*[るのたいな](?:{_PLACES}))[ぁ-ん]{{3,8}}(?:{_PLACES})"
    r"|[一-龠々]*(?:株式会社|有限会社|合同会社|\(株\)|\(有\))[一-龠々]*"
)
_SPOKEN = ("さん", "氏", "様", "くん", "ちゃん")
_CALLED = rf"([一-龠々]{{1,4}})({_HONORIFIC})"
_WORDS = frozenset("子赤皆奥客親孫娘嫁婿夫妻隣何誰神仏同両各") | {"皆々", "赤子"}
_ENDINGS = (
    *"員者師父母兄姉弟妹",
    *("息子", "家主", "大家", "旦那", "先生", "本人", "友人", "知人", "住人", "隣人", "主人"),
    *("世話人", "管理人", "後見人", "保佐人", "補助人", "代理人", "近所", "社協", "役所", "家族"),
)
_MANNER = tuple("同多模仕一異有各両何無左逆")  # 同様, 多様, 仕様 … are no names


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Patterns that take long to compile wait until they are needed."""
    return re.compile(pattern)


@dataclass(frozen=True, slots=True)
class Hit:
    """One place in a text that identifies somebody."""

    kind: IdentifierKind
    start: int
    end: int
    text: str
    label: str

    def joined(self, other: Hit, source: str) -> Hit:
        """This hit stretched over one that begins inside it."""
        end = max(self.end, other.end)
        return replace(self, end=end, text=source[self.start : end])


class _Folded:
    """A text as keys hold it, and where each of its characters stands in the original."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.text = fold_text(source)

    @cached_property
    def places(self) -> list[int]:
        return [i for i, character in enumerate(self.source) for _ in fold_text(character)]

    def hit(self, kind: IdentifierKind, start: int, end: int, label: str) -> Hit:
        first, last = self.places[start], self.places[end - 1] + 1
        return Hit(kind, first, last, self.source[first:last], label)


def scan(text: str, identifiers: Iterable[Identifier], *, places: bool = False) -> list[Hit]:
    """Every identifying place of a text, in its order, without overlaps.

    `places` also finds schools and companies by name, for persons under 支援措置.
    """
    identifiers = tuple(identifiers)
    hits = list(_side_by_side(text, identifiers))
    rest = text
    for hit in hits:
        rest = f"{rest[: hit.start]}{'、' * (hit.end - hit.start)}{rest[hit.end :]}"
    folded = _Folded(rest)
    hits += [*_known(folded, identifiers), *_looks_like(folded)]
    if places:
        hits += _named_places(folded)
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: h.start):  # of two with one start the known one is first
        if kept and hit.start < kept[-1].end:
            kept[-1] = kept[-1].joined(hit, text)
        else:
            kept.append(hit)
    return kept


def mask(text: str, identifiers: Iterable[Identifier], *, places: bool = False) -> str:
    """The text with every identifying place, and the honorific behind it, replaced by its label."""
    masked = text
    for hit in reversed(scan(text, identifiers, places=places)):
        tail = re.sub(rf"^\s*(?:{_HONORIFIC})", "", masked[hit.end :])
        masked = masked[: hit.start] + hit.label + tail
    return masked


def names_place(text: str) -> bool:
    """Whether a text is or holds the own name of a school, nursery or company."""
    return _compiled(_NAMED_PLACE).search(fold_text(text)) is not None


def without(identifiers: Iterable[Identifier], staff: Iterable[str]) -> tuple[Identifier, ...]:
    """The identifiers that are not also the name of somebody who works on the case."""
    known = fold_text("\n".join(staff))
    return tuple(dict.fromkeys(i for i in identifiers if i.key not in known))


def _known(folded: _Folded, identifiers: Iterable[Identifier]) -> Iterator[Hit]:
    has_digits = _DIGIT.search(folded.text) is not None
    found_numbers = _NUMBERS.finditer(folded.text) if has_digits else ()
    numbers = [(re.sub(r"\D", "", m[0]), m) for m in found_numbers]
    found_dates = _DATES.finditer(folded.text) if has_digits else ()
    dates = [(day, m) for m in found_dates if (day := _day(m[0]))]
    for i in identifiers:
        if i.kind is IdentifierKind.PHONE:
            found = [m.span() for digits, m in numbers if digits == i.key]
        elif i.kind is IdentifierKind.BIRTHDAY:
            found = [m.span() for day, m in dates if day == i.key]
        elif i.key in folded.text:
            pattern = _BOUNDED.get(i.kind, re.escape)(i.key)
            found = [m.span() for m in re.finditer(pattern, folded.text)]
        else:
            continue
        for start, end in found:
            yield folded.hit(i.kind, start, end, i.label)


def _side_by_side(text: str, identifiers: Iterable[Identifier]) -> Iterator[Hit]:
    """Numbers with only a space between them: without white space they would run together."""
    if not _APART.search(text):
        return
    phones = [i for i in identifiers if i.kind is IdentifierKind.PHONE]
    for word in _WORD.finditer(text):
        folded, place = _Folded(word[0]), word.start()
        for hit in (*_known(folded, phones), *_looks_like(folded)):
            if hit.kind is not IdentifierKind.NAME:
                yield replace(hit, start=hit.start + place, end=hit.end + place)


def _day(text: str) -> str:
    try:
        return parse_date(text).isoformat()
    except ValueError:
        return ""


def _part(key: str) -> str:
    return rf"{re.escape(key)}(?={_HONORIFIC}|宅)"


def _kana(key: str) -> str:
    return rf"(?<![ぁ-ん]){re.escape(key)}(?=さん|くん|ちゃん|様|氏|[はがのをにと]|[^ぁ-ん]|$)"


def _place(key: str) -> str:
    return rf"[一-龠々]*{re.escape(key)}(?!\d)(?:[-の丁目番地号\d]*[\d号地])?"


_BOUNDED: dict[IdentifierKind, Callable[[str], str]] = {
    IdentifierKind.NAME_PART: _part,
    IdentifierKind.KANA: _kana,
    IdentifierKind.ADDRESS: _place,
}


def _looks_like(folded: _Folded) -> Iterator[Hit]:
    for kind, pattern in _PATTERNS if _DIGIT.search(folded.text) else ():
        for m in pattern.finditer(folded.text):
            yield folded.hit(kind, *m.span(), f"［{kind}］")
    is_called = any(honorific in folded.text for honorific in _SPOKEN)
    for m in _compiled(_CALLED).finditer(folded.text) if is_called else ():
        if not _is_word(m[1], m[2]):
            yield folded.hit(IdentifierKind.NAME, *m.span(), "〇〇さん")


def _named_places(folded: _Folded) -> Iterator[Hit]:
    for m in _compiled(_NAMED_PLACE).finditer(folded.text):
        yield folded.hit(IdentifierKind.WORKPLACE, *m.span(), "［勤務先・学校］")


def _is_word(before: str, honorific: str) -> bool:
    if honorific == "様" and before.endswith(_MANNER):
        return True
    return before in _WORDS or before.endswith(_ENDINGS)
