"""世帯の型: each by its ages and roles, and what must not be taken for it."""

from dataclasses import replace

import pytest

from juso.koshu.codes import Complexity, Family
from juso.koshu.home import Home, Member, age_span
from juso.koshu.household_patterns import PATTERNS

EIGHTY_FIFTY, DOUBLE_CARE, YOUNG_CARER = PATTERNS


def client(years, **facts):
    return Member("本人", years, years, **facts)


def home(*members, family=None, is_listed=True):
    return Home(members, family, is_listed)


MOTHER_80 = Member("母", 80, 89, 1)
FATHER_70 = Member("父", 70, 79, 1)
CHILD_50 = Member("子", 50, 59, -1, "無職", in_trouble=True)


@pytest.mark.parametrize(
    ("who", "said"),
    [
        (home(client(82), CHILD_50), "本人（82歳）と、その子の世代で課題のある子（50代）が"),
        (home(client(55, in_trouble=True), MOTHER_80), "母（80代）と"),
        (home(client(41, in_trouble=True), FATHER_70), "父（70代）と"),
        (
            home(client(80), Member("相談R7-0049の本人", 55, 55, None, in_trouble=True)),
            "相談R7-0049の本人（55歳）",
        ),
        (
            home(client(55, in_trouble=True), family=Family.AGED_PARENT_AND_CHILD, is_listed=False),
            "世帯構成が「高齢の親と子」",
        ),
    ],
)
def test_eighty_fifty__is_hinted_with_ages(who, said):
    assert said in EIGHTY_FIFTY.hint(who)


@pytest.mark.parametrize(
    "who",
    [
        home(client(82), replace(CHILD_50, in_trouble=False)),
        home(client(82)),
        home(client(65), CHILD_50),
        home(client(82), Member("子", 30, 39, -1, "無職", in_trouble=True)),
        home(client(82), Member("兄弟姉妹", 60, 64, 0, "無職", in_trouble=True)),
        home(client(82), Member("孫", 40, 49, -2, "無職", in_trouble=True)),
        home(client(44, in_trouble=True), FATHER_70, Member("子", 0, 9, -1)),
        home(client(80), Member("相談R7-0049の本人", 64, 64, None, in_trouble=False)),
        home(client(75), Member("相談R7-0049の本人", 62, 62, None, in_trouble=True)),
        home(client(55, in_trouble=True), family=Family.SINGLE, is_listed=False),
        home(client(55, in_trouble=True), family=Family.AGED_PARENT_AND_CHILD),
    ],
)
def test_eighty_fifty__is_not_seen_where_it_is_not(who):
    assert EIGHTY_FIFTY.hint(who) == ""


SMALL = Member("子", 0, 9, -1, "未就学")
OLD = Member("母", 70, 79, 1, "無職", in_care=True)


@pytest.mark.parametrize(
    "who",
    [
        home(client(42), SMALL, OLD),
        home(client(42), Member("子", 10, 19, -1, "小学生"), OLD),
        home(client(78, in_care=True), Member("子", 40, 49, -1, "会社員"), Member("孫", 0, 9, -2)),
        home(client(5), Member("母", 30, 39, 1), Member("祖父母", 70, 79, 2, in_care=True)),
    ],
)
def test_double_care__is_hinted(who):
    assert "がいる" in DOUBLE_CARE.hint(who)


@pytest.mark.parametrize(
    "who",
    [
        home(client(42), SMALL, replace(OLD, in_care=False)),
        home(client(42), OLD),
        home(client(42), SMALL),
        home(client(42), Member("子", 10, 19, -1, "高校生"), OLD),
        home(client(78, in_care=True), Member("孫", 0, 9, -2)),
        home(client(42), SMALL, Member("母", 60, 69, 1, in_care=True)),
    ],
)
def test_double_care__is_not_seen_where_it_is_not(who):
    assert DOUBLE_CARE.hint(who) == ""


ILL_MOTHER = Member("母", 40, 49, 1, "療養中", in_care=True)


@pytest.mark.parametrize(
    "who",
    [
        home(client(14), ILL_MOTHER),
        home(client(40, in_care=True), Member("子", 10, 19, -1)),
        home(client(8), ILL_MOTHER, Member("祖父母", 80, 89, 2, in_care=True)),
    ],
)
def test_young_carer__is_hinted(who):
    assert "だけである" in YOUNG_CARER.hint(who)


@pytest.mark.parametrize(
    "who",
    [
        home(client(14), ILL_MOTHER, Member("父", 40, 49, 1, "会社員")),
        home(client(14), replace(ILL_MOTHER, in_care=False)),
        home(client(4), ILL_MOTHER),
        home(client(19), ILL_MOTHER),
        home(client(14)),
        home(client(40, in_care=True), is_listed=False),
    ],
)
def test_young_carer__is_not_seen_where_it_is_not(who):
    assert YOUNG_CARER.hint(who) == ""


def test_each_pattern__says_its_ages_and_its_clause():
    assert [pattern.complexity for pattern in PATTERNS] == [
        Complexity.EIGHTY_FIFTY,
        Complexity.DOUBLE_CARE,
        Complexity.YOUNG_CARER,
    ]
    assert all("歳" in p.statement and p.basis.startswith("実施計画1") for p in PATTERNS)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("80代", (80, 89)),
        ("８０代", (80, 89)),
        ("10歳未満", (0, 9)),
        ("85歳以上", (85, 120)),
        ("65～74歳", (65, 74)),
        ("0～5歳", (0, 5)),
        ("72歳", (72, 72)),
        ("72", (72, 72)),
        ("不明", None),
        ("成人", None),
        ("", None),
    ],
)
def test_age_span__of_what_is_typed(text, span):
    assert age_span(text) == span
