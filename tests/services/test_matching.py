"""名寄せ: who is asked about and why, what a decision settles, and that nothing is missed."""

from datetime import date
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from juso.adapters.similarity import similar
from juso.koshu.codes import Caller, Caution, Sex
from juso.koshu.match_decision import MatchDecision, Verdict
from juso.koshu.register import register_of
from juso.koshu.sheets import Case
from juso.services.matching import blocks
from juso.services.matching.find import compare, find
from juso.services.matching.groups import known_people
from juso.services.matching.hints import hints
from juso.services.matching.matters import matters
from juso.services.matching.person import people_of
from tables import register

TODAY = date(2026, 3, 31)
HEAD = "| ケース番号 | 世帯番号 | 氏名 | ふりがな | 性別 | 生年月日 | 住所 | 電話 |"
TARO = "| R7-0001 | S0001 | 甲野 太郎 | こうの たろう | 男性 | 1943-03-02 | 塩山上於曽1085-1 | 0553-32-1111 |"


def asked(*rows, head=HEAD):
    """What a table of 相談受付簿 leads to: 「R7-0001 R7-0002 同一：reason、reason」."""
    book = register("\n".join(["相談受付簿", head, *rows]))
    return [
        f"{c.a} {c.b} {c.question}：{'、'.join(c.reasons)}"
        for c in find(book, similar()).candidates
    ]


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (
            "甲野 太郎 | こうの たろう | 男性 | 1943-03-02 | | ",
            "よみが同じ、氏名が同じ、生年月日が同じ",
        ),
        (
            "甲野 太朗 | コウノ　タロウ | 男性 | 1943-03-02 | | ",
            "よみが同じ、氏名の漢字が違う（甲野 太郎／甲野 太朗）、生年月日が同じ",
        ),
        (
            "甲野 太郎 | かぶとの たろう | 男性 | 1943-03-02 | | ",
            "よみが違う（こうの たろう／かぶとの たろう）、氏名が同じ",
        ),
        ("甲野 太郎 | | 男性 | 1943-03-02 | | ", "氏名が同じ、生年月日が同じ"),
        (
            "甲野 太郎 | こうの たろう | 男性 | 1938-03-02 | | ",
            "生年月日が1桁違う（昭和13年3月2日／昭和18年3月2日）",
        ),
        (
            "甲野 太郎 | こうの たろう | 男性 | 1943-02-03 | | ",
            "生年月日の月と日が入れ替わっている（昭和18年2月3日／昭和18年3月2日）",
        ),
        (
            "甲野 太郎 | こうの たろう | 男性 | 2006-03-02 | | ",
            "生年月日の年号だけが違う（昭和18年3月2日／平成18年3月2日）",
        ),
        ("甲野 太郎 | こうの たろう | 男性 | | | ", "生年月日の分からない相談を含む"),
        (
            "甲野 太郎 | こうの たろう | 男性 | 1960-12-25 | | 0553(32)1111",
            "生年月日は違う（昭和18年3月2日／昭和35年12月25日）、電話が同じ",
        ),
        (
            "甲野 一朗太 | こうの たろお | 男性 | 1943-03-02 | | ",
            "よみが1字違う（こうの たろう／こうの たろお）、生年月日が同じ",
        ),
        (
            "乙川 太郎 | おとかわ たろう | 男性 | 1943-03-02 | 塩山上於曽１０８５番地１ | ",
            "名が同じで姓が違う（甲野 太郎／乙川 太郎）、生年月日が同じ、住所が同じで世帯番号が違う",
        ),
        (
            " | | | | | 0553-32-1111",
            "氏名のない相談を含む、生年月日の分からない相談を含む、電話が同じ",
        ),
        ("甲野 太郎 | こうの たろう | 女性 | 1943-03-02 | | ", "性別は違う"),
    ],
)
def test_one_person__is_asked_with_the_reason(other, reason):
    found = asked(TARO, f"| R7-0002 | S0002 | {other} |")

    assert len(found) == 1
    assert found[0].startswith("R7-0001 R7-0002 同一：")
    assert reason in found[0]


@pytest.mark.parametrize(
    "other",
    [
        "甲野 太郎 | こうの たろう | 男性 | 1960-12-25 | | ",
        "甲野 一朗太 | こうの たろお | 男性 | 1960-12-25 | | ",
        "甲野 茂 | こうの しげる | 男性 | 1943-03-02 | | ",
        "甲野 太子 | こうの たろお | 女性 | 1943-03-02 | | ",
        "乙川 太郎 | おとかわ たろう | 男性 | 1943-03-02 | | ",
        "乙川 太郎 | おとかわ たろう | 女性 | 1943-03-02 | 塩山上於曽1085-1 | ",
        " | | | 1943-03-02 | | ",
        " | | | | 塩山上於曽1085-1 | ",
        "不明 | ふめい | 男性 | | | ",
    ],
)
def test_one_person__is_not_seen_in_everybody(other):
    assert not any(" 同一：" in found for found in asked(TARO, f"| R7-0002 | S0002 | {other} |"))


def test_name_in_old_characters__is_shown_as_typed():
    found = asked(
        "| R7-0001 | S0001 | 髙橋 一郎 | たかはし いちろう | | 1943-03-02 | | |",
        "| R7-0002 | S0001 | 高橋 一郎 | たかはし いちろう | | 1943-03-12 | | |",
    )

    assert found == [
        "R7-0001 R7-0002 同一：よみが同じ、氏名の書き方だけが違う（髙橋 一郎／高橋 一郎）、"
        "生年月日が1桁違う（昭和18年3月2日／昭和18年3月12日）"
    ]


def test_short_reading__is_not_one_letter_apart():
    assert (
        asked(
            "| R7-0001 | S0001 | 林 実 | りみ | | 1943-03-02 | | |",
            "| R7-0002 | S0002 | 李 未 | りま | | 1943-03-02 | | |",
        )
        == []
    )


def test_person_the_register_knows__is_not_asked_about():
    """The same 世帯番号, birthday and reading; or a case taken up again, however it is typed."""
    head = HEAD + " 再開元ケース番号 |"
    assert asked(TARO, TARO.replace("R7-0001", "R7-0002").replace("太郎", "太朗")) == []
    assert (
        asked(
            f"{TARO} |",
            "| R7-0002 | S0001 | 甲野太郎 | こうのたろう | | 1948-03-02 | | | R7-0001 |",
            "| R7-0003 | S0001 | 甲野太郎 | こうのたろう | | 1943-02-03 | | | R7-0002 |",
            head=head,
        )
        == []
    )


def test_twins__are_not_one_person():
    assert (
        asked(
            TARO,
            "| R7-0002 | S0001 | 甲野 太良 | こうの たろお | 男性 | 1943-03-02 | 塩山上於曽1085-1 | |",
        )
        == []
    )


HANAKO = "甲野 花子 | こうの はなこ | 女性 | 1948-12-25"


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (
            f"| S0002 | {HANAKO} | 山梨県甲州市塩山上於曽1085番地1 | |",
            "姓が同じ、住所が同じで世帯番号が違う（S0001／S0002）",
        ),
        (f"|  | {HANAKO} | 塩山上於曽1085-1 | |", "住所が同じで世帯番号が違う（S0001／空欄）"),
        (f"| S0002 | {HANAKO} | 勝沼町勝沼1 | 0553-32-1111 |", "電話が同じ、世帯番号が違う"),
        ("| S0002 | 丙山 梅 | へいやま うめ | 女性 | 1948-12-25 | | 0553321111 |", "電話が同じ"),
    ],
)
def test_one_household__is_asked_with_the_reason(other, reason):
    found = asked(TARO, f"| R7-0002 {other}")

    assert len(found) == 1
    assert found[0].startswith("R7-0001 R7-0002 同世帯：")
    assert reason in found[0]


@pytest.mark.parametrize(
    "other",
    [
        f"| S0001 | {HANAKO} | 塩山上於曽1085-1 | 0553-32-1111 |",
        "| S0002 | 丙山 梅 | へいやま うめ | 女性 | 1948-12-25 | 塩山上於曽1085-1 | |",
        f"| S0002 | {HANAKO} | 塩山上於曽1085-2 | 0553-32-1112 |",
    ],
)
def test_one_household__is_not_seen_in_every_neighbour(other):
    assert asked(TARO, f"| R7-0002 {other}") == []


@pytest.mark.parametrize(
    ("caller", "said"),
    [
        ("家族", "来談した家族の電話が、相手の電話と同じ"),
        ("親族", "来談した家族の電話が、相手の電話と同じ"),
        ("関係機関", ""),
        ("民生委員", ""),
    ],
)
def test_telephone_of_who_came__tells_only_of_kin(caller, said):
    head = HEAD + " 来談者区分 | 来談者電話 |"
    found = asked(
        f"{TARO} 本人 | |",
        f"| R7-0002 | S0002 | 丙山 梅 | へいやま うめ | 女性 | | | | {caller} | 0553-32-1111 |",
        head=head,
    )

    assert [said in line for line in found] == ([True] if said else [])


def test_person_under_protection__is_compared_by_name_only():
    """Nobody may learn from a listing that a protected person lives where another does."""
    head = HEAD + " 取扱注意 |"
    hidden = TARO.replace("R7-0001 | S0001", "R7-0002 | S0002")
    found = asked(f"{TARO} |", f"{hidden} 支援措置（DV等） |", head=head)
    spouse = f"| R7-0003 | S0002 | {HANAKO} | 塩山上於曽1085-1 | 0553-32-1111 | |"
    household = asked(
        f"{TARO} |",
        "| R7-0002 | S0002 | 丙山 梅 | へいやま うめ | 女性 | | | | 支援措置（DV等） |",
        spouse,
        head=head,
    )

    assert len(found) == 1
    assert "取扱注意のため、住所と電話は比べていない" in found[0]
    assert "電話が同じ" not in found[0]
    assert "住所が同じ" not in found[0]
    assert household == []


def test_who_may_be_under_protection__is_compared_by_name_only_too():
    """The other case of a protected person says nothing of it: it does not tell where they live."""
    head = HEAD + " 取扱注意 | 再開元ケース番号 |"
    protected = f"{TARO} 支援措置（DV等） | |"
    mother = (
        "| R7-0003 | S0003 | 甲野 梅 | こうの うめ | 女性 | | 塩山上於曽1085-1 | 0553-32-1111 | | |"
    )
    other = TARO.replace("R7-0001 | S0001", "R7-0002 | S0002")

    assert [
        line.split("：")[0] for line in asked(protected, f"{other} | |", mother, head=head)
    ] == ["R7-0001 R7-0002 同一"]
    assert asked(protected, f"{other} | R7-0001 |", mother, head=head) == []
    assert [line.split("：")[0] for line in asked(f"{other} | |", mother, head=head)] == [
        "R7-0002 R7-0003 同世帯"
    ]


@pytest.mark.parametrize(
    ("number", "pairs"), [(blocks.MOST_AT_HOME, 190), (blocks.MOST_AT_HOME + 1, 0)]
)
def test_institution__is_no_household(number, pairs):
    """Beyond a number of cases an address and a telephone are an institution's."""
    people = [
        f"| R7-{n:04} | S{n:04} | 甲野 {chr(0x4E00 + n)} | | | 19{n + 30}-01-01 | 塩山1 | 0553-32-1111 |"
        for n in range(1, number + 1)
    ]

    assert len(asked(*people)) == pairs


def test_what_is_not_compared__is_said(monkeypatch):
    monkeypatch.setattr(blocks, "MOST", 3)
    rows = [
        f"| R7-000{n} | S000{n} | 甲野 太郎 | こうの たろう | | 1943-0{n}-02 | | 0553-32-111{n} |"
        for n in range(1, 6)
    ]
    book = register(
        "\n".join(
            ["相談受付簿", HEAD, *rows, rows[0], "|  | S0009 | 乙川 梅 | おとかわ うめ | | | | |"]
        )
    )
    found = find(book, similar())

    assert found.candidates == ()
    assert [line.split("、")[0] for line in found.skipped] == [
        "ふりがなが「こうのたろう」の相談が5件あり",
        "氏名が「甲野太郎」の相談が5件あり",
        "ケース番号が空欄か重複している相談2件は比べていません。点検で番号を直してください。",
    ]


def test_order__puts_the_likeliest_person_first():
    found = asked(
        TARO,
        f"| R7-0002 | S0002 | {HANAKO} | 塩山上於曽1085-1 | |",
        "| R7-0003 | S0003 | 甲野 太郎 | こうの たろう | 男性 | 1938-03-02 | | |",
        "| R10-0004 | S0004 | 甲野 太郎 | こうの たろう | 男性 | 1943-03-02 | | |",
    )

    assert [line.split("：")[0] for line in found] == [
        "R7-0001 R10-0004 同一",
        "R7-0001 R7-0003 同一",
        "R7-0003 R10-0004 同一",
        "R7-0001 R7-0002 同世帯",
    ]


NAMES = [
    ("甲野 太郎", "こうの たろう"),
    ("甲野 太朗", "こうの たろう"),
    ("髙橋 太郎", "たかはし たろう"),
    ("高橋 太郎", "たかはし たろお"),
    ("乙川 花子", "おとかわ はなこ"),
    ("乙川 花", "おとがわ はなこ"),
    (None, None),
    ("甲野 太郎", None),
]
DAYS = [date(1943, 3, 2), date(1943, 2, 3), date(1938, 3, 2), date(1990, 12, 25), None]
HOMES = ["塩山上於曽1-1", "甲州市塩山上於曽1番地1", "勝沼町勝沼5", "不定", None]
PHONES = ["0553-32-1111", "０５５３３２１１１１", "090-1234-5678", None, None]


@st.composite
def rows(draw, most=9):
    count = draw(st.integers(2, most))
    cases = []
    for number in range(1, count + 1):
        name, kana = draw(st.sampled_from(NAMES))
        cases.append(
            Case(
                case_no=f"R7-{number:04}",
                household_no=draw(st.sampled_from(["S0001", "S0002", "S0003", None])),
                name=name,
                kana=kana,
                sex=draw(st.sampled_from([Sex.MALE, Sex.FEMALE])),
                born_on=draw(st.sampled_from(DAYS)),
                address=draw(st.sampled_from(HOMES)),
                phone=draw(st.sampled_from(PHONES)),
                caller=draw(st.sampled_from([Caller.SELF, Caller.FAMILY])),
                caller_phone=draw(st.sampled_from(PHONES)),
                cautions=draw(st.sampled_from([(), (), (), (Caution.PROTECTED,)])),
                reopened_from=draw(st.sampled_from([None, None, None, "R7-0001"])),
            )
        )
    return cases


@settings(max_examples=40)
@given(rows())
def test_blocks__miss_nothing_that_comparing_all_finds(cases):
    found = find(register_of(cases, TODAY), similar())
    pairs = (compare(a, b, similar(), found.known) for a, b in combinations(found.people, 2))

    assert set(found.candidates) == {pair for pair in pairs if pair}


@settings(max_examples=40)
@given(rows(), st.randoms(use_true_random=False))
def test_candidates__do_not_depend_on_the_order_of_rows(cases, shuffle: Random):
    turned = list(cases)
    shuffle.shuffle(turned)

    assert (
        find(register_of(turned, TODAY), similar()).candidates
        == find(register_of(cases, TODAY), similar()).candidates
    )


@settings(max_examples=40)
@given(rows())
def test_comparison__is_the_same_both_ways(cases):
    people = list(people_of(register_of(cases, TODAY)))
    known = known_people(people)

    for a, b in combinations(people, 2):
        assert compare(a, b, similar(), known) == compare(b, a, similar(), known)


@settings(max_examples=40)
@given(rows(), st.data())
def test_decided_pair__is_never_asked_again(cases, data):
    """Whatever is decided about what is asked: in the end nothing is left to ask."""
    found = find(register_of(cases, TODAY), similar())
    history, settled = [], set()
    while asked_now := [m for m in matters(found, (), history) if m.is_open]:
        matter = data.draw(st.sampled_from(asked_now))
        assert matter.place not in settled
        settled.add(matter.place)
        verdict = data.draw(st.sampled_from([Verdict.SAME, Verdict.OTHER, Verdict.HOUSEHOLD]))
        facts = ("本人に確認した", "窓口", TODAY, matter.values)
        history.append(MatchDecision(*matter.place, verdict, *facts))


def test_one_person_with_several_cases__is_asked_about_once():
    again = TARO.replace("R7-0001", "R7-0002")
    other = TARO.replace("R7-0001 | S0001", "R7-0003 | S0003").replace("太郎", "太朗")
    book = register("\n".join(["相談受付簿", HEAD, TARO, again, other]))
    found = find(book, similar())
    listed = matters(found, (), ())
    facts = ("住民票で確認", "窓口", TODAY, listed[0].values)
    after = matters(found, (), [MatchDecision(*listed[0].place, Verdict.OTHER, *facts)])

    assert len(found.candidates) == 2
    assert [matter.place for matter in listed] == [("R7-0001", "R7-0003", "")]
    assert [matter.is_open for matter in after] == [False]


FAMILY = """
相談受付簿
| ケース番号 | 世帯番号 | 状態 | 氏名 | 生年月日 | 世帯構成 | 課題区分 | 複合課題類型 |
| R7-0001 | S0001 | {state} | 甲野 梅 | 1943-03-02 | 高齢の親と子 | 認知症・介護 | {noted} |
| R7-0002 | S0001 | 支援中 | 甲野 太郎 | 1970-03-02 | 高齢の親と子 | ひきこもり | |
家族構成
| ケース番号 | 番号 | 続柄 | 年代 | 同居 | 職業・学校 | 支援の有無 |
| R7-0001 | 1 | 本人 | 80代 | ○ | | ○ |
| R7-0001 | 2 | 子 | 50代 | {together} | 無職 | |
"""


def hinted(state="支援中", noted="", together="○"):
    book = register(FAMILY.format(state=state, noted=noted, together=together))
    return [f"{h.case_no} {h.pattern.complexity} {h.evidence}" for h in hints(book)]


def test_hint__stands_once_for_a_household_at_its_first_open_case():
    who = "本人（83歳）と、その子の世代で課題のある子（50代）が同じ世帯にいる"
    assert hinted() == [f"R7-0001 8050 {who}"]
    assert hinted(state="終結") == [
        "R7-0002 8050 相談R7-0001の本人（83歳）と、その子の世代で課題のある本人（56歳）が同じ世帯にいる"
    ]
    assert hinted(together="") == [
        "R7-0001 8050 本人（83歳）と、その子の世代で課題のある相談R7-0002の本人（56歳）が同じ世帯にいる"
    ]


def test_hint__is_silent_where_it_is_noted():
    assert hinted(noted="8050") == []
    assert len(hinted(noted="ひきこもり")) == 1


def test_household_without_numbers__is_one_case_each():
    text = FAMILY.format(state="支援中", noted="", together="").replace("S0001", "")

    assert [hint.evidence for hint in hints(register(text))] == [
        "世帯構成が「高齢の親と子」で、子の世代の本人（56歳）に課題がある"
    ]
