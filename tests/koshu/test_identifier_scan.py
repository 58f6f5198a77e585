"""What counts as identifying, and what a masked text looks like."""

from datetime import date

import pytest

from juso.koshu.identifier_scan import mask, scan, without
from juso.koshu.identifiers import area_of, identifiers_of, workplaces_of
from juso.koshu.sheets import Case, FamilyMember

CASE = Case(
    case_no="R7-0001",
    name="甲野　花子",
    kana="こうの　はなこ",
    phone="0553-00-2111",
    address="山梨県甲州市塩山上於曽9085番地1",
    born_on=date(1945, 5, 1),
    proxy="乙川　一郎（長男）",
    caller_name="丙山 次郎",
)
FAMILY = [
    FamilyMember(case_no="R7-0001", number=1, occupation="甲州市立架空小学校"),
    FamilyMember(case_no="R7-0001", number=2, occupation="会社員"),
    FamilyMember(case_no="R7-0001", number=3, occupation="公立高校"),
    FamilyMember(case_no="R7-0001", number=4, occupation="㈱架空ぶどう工業"),
]
KNOWN = (*identifiers_of(CASE, "Aさん"), *workplaces_of(FAMILY))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲野花子さんが来所した。", "Aさんが来所した。"),
        ("甲野 花子様の家", "Aさんの家"),
        ("花子さんと甲野さん宅で", "AさんとAさん宅で"),
        ("コウノ ハナコ（本人）", "Aさん（本人）"),
        ("甲野花　子", "Aさん"),
        ("乙川一郎が同席", "代理人が同席"),
        ("丙山次郎から", "来談者から"),
        ("電話は0553（00）2111です", "電話は［電話番号］です"),
        ("０５５３－００－２１１１", "［電話番号］"),
        ("上於曽９０８５－１の家", "［住所］の家"),
        ("塩山上於曽9085番地1号", "［住所］"),
        ("昭和20年5月1日生", "［生年月日］生"),
        ("S20.5.1生、1945/5/1", "［生年月日］生、［生年月日］"),
        ("甲州市立架空小学校に通う", "［勤務先・学校］に通う"),
        ("架空ぶどう工業で働く", "［勤務先・学校］で働く"),
        ("0553-00-2111 0553-00-3111に", "［電話番号］ ［電話番号］に"),
    ],
)
def test_mask__known_identifiers(text, expected):
    """Names in any spelling, phones, addresses, birthdays and schools of the case are replaced."""
    assert mask(text, KNOWN) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("隣の佐藤さんから", "隣の〇〇さんから"),
        ("田中氏と面談", "〇〇さんと面談"),
        ("090-0000-1234へ", "［電話番号］へ"),
        ("09000001234へ", "［電話番号］へ"),
        ("1234-5678-9012", "［個人番号とみられる12桁の数字］"),
        ("勝沼8番9号", "勝沼［住所・番地］"),
        ("〒404-8501", "［住所・番地］"),
        ("0553-00-1111 0553-00-2222", "［電話番号］ ［電話番号］"),
        ("0553-00-1111　090 0000 1234へ", "［電話番号］　［電話番号］へ"),
        ("令和8年 3月 10日", "令和8年 3月 10日"),
    ],
)
def test_mask__what_looks_like_an_identifier(text, expected):
    """Persons whom the register does not know are found by how they are written."""
    assert mask(text, ()) == expected


@pytest.mark.parametrize(
    "text",
    [
        "お母さん、息子さん、奥さん、お子さん、民生委員さん、相談者様",
        "同様に、様子を見る。多様な支援、仕様、様々な人",
        "氏名は記載しない。同氏による",
        "ケース番号R7-0012、プランP-R7-0012-1、記録K-R7-00012",
        "令和7年4月1日から令和8年3月31日まで",
        "社会福祉法第106条の6第1項、計画8(1)、1番地域",
        "甲州市の花子という品種、皆さん",
        "昭和20年5月12日、S20.5.10",
        "上於曽90859",
        "小学校、公立高校、会社員",
    ],
)
def test_scan__finds_nothing_in_ordinary_words(text):
    """Kinship, manners, numbers of the register, dates and laws identify nobody."""
    assert [hit.text for hit in scan(text, KNOWN)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("架空小学校に通う", ["架空小学校"]),
        ("ひまわり保育園、タンポポ幼稚園", ["ひまわり保育園", "タンポポ幼稚園"]),
        ("株式会社架空で働く", ["株式会社架空"]),
        ("近くの保育園、通っている幼稚園、市内小学校、中学校に進学", []),
    ],
)
def test_scan__places_of_a_protected_person(text, expected):
    """Under 支援措置 every school and company by name counts, for others none."""
    assert [hit.text for hit in scan(text, (), places=True)] == expected
    assert scan(text, ()) == []


def test_scan__says_where():
    """A hit knows its place in the text as typed, so that full-width text is cut rightly."""
    text = "①　甲　野　花　子"

    hits = scan(text, KNOWN)

    assert [(text[h.start : h.end], h.kind) for h in hits] == [("甲　野　花　子", "氏名")]


def test_scan__does_not_read_across_lines():
    """Two cells that happen to stand one above the other make no name."""
    assert scan("甲野\n花子", KNOWN) == []


def test_mask__a_known_name_inside_another():
    """佐藤花子さん is somebody else than 甲野花子: the whole of the name goes."""
    assert mask("近所の佐藤花子さんから", KNOWN) == "近所の〇〇さんから"


def test_identifiers_of__an_infants_birthday():
    """A birthday after the programme began is a day like any in the plans: it is not searched."""
    infant = Case(case_no="R7-0002", name="丁田 空", born_on=date(2025, 4, 10))

    assert scan("期日はR7.4.10", tuple(identifiers_of(infant, "Bさん"))) == []


def test_without__names_of_staff():
    """Somebody who works on the case may stand in the papers under the same name."""
    kept = without(KNOWN, ["主任　甲野花子"])

    assert scan("甲野花子（主任）", kept) == []
    assert scan("0553-00-2111", kept) != []


def test_area_of__a_protected_person():
    """The area and the town alone would tell where a person under 支援措置 lives."""
    protected = CASE.replace(area="塩山中央")

    assert mask("塩山中央から上於曽へ", tuple(area_of(protected))) == "［地区］から［地区］へ"
    assert list(area_of(Case(area="不明"))) == []
