"""Cell value to typed value: what a clerk's typing means."""

import re
from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from juso.core.cells import Broken, Trouble, fold, is_blank, reader, show, to_cell
from juso.core.codelist import CodeList
from juso.core.sheet import Column
from juso.koshu.sheets import SHEETS


class Colour(CodeList):
    """A small list."""

    RED = "赤（明るい）"
    BLUE = "青", "", "C2", ("ブルー", "紺")


def read(kind, raw, listed=(), **facts):
    """The value and the trouble of one cell."""
    reading = reader(Column(label="列", kind=kind, **facts), listed)(raw)
    return reading.value, reading.problem and reading.problem.trouble


UNREADABLE = (None, Trouble.UNREADABLE)


@pytest.mark.parametrize("raw", [None, "", "  ", "　", "\n", "\x07", " \u200b", "\ufeff\n"])
@pytest.mark.parametrize("kind", [str, int, float, date, datetime, time, Colour])
def test_blank__is_nothing_and_no_problem(kind, raw):
    """White space, and what nobody can see, is blank in every kind of column."""
    assert read(kind, raw) == (None, None)
    assert is_blank(raw)


def test_blank__of_a_mark_or_a_list_has_its_own_value():
    """An empty ○ is False, an empty list of codes is ()."""
    assert read(bool, "") == (False, None)
    assert read(Colour, "", many=True) == ((), None)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (datetime(2025, 4, 1), (date(2025, 4, 1), None)),
        (date(2025, 4, 1), (date(2025, 4, 1), None)),
        ("R7.4.1", (date(2025, 4, 1), Trouble.REPAIRED)),
        ("２０２５／４／１", (date(2025, 4, 1), Trouble.REPAIRED)),
        (45748.0, (date(2025, 4, 1), Trouble.REPAIRED)),
        (datetime(2025, 4, 1, 9, 5), (date(2025, 4, 1), Trouble.REPAIRED)),
        ("令和7年4月1日（火）", (date(2025, 4, 1), Trouble.REPAIRED)),
        ("令和7年4月1日（水）", (date(2025, 4, 1), Trouble.UNSURE)),
        ("7.4.1", (date(2025, 4, 1), Trouble.UNSURE)),
        ("12年3月31日", (date(2030, 3, 31), Trouble.UNSURE)),
        ("3.4.1", UNREADABLE),
        ("13.4.1", UNREADABLE),
        ("－", (None, Trouble.UNSURE)),
        ("未定", (None, Trouble.UNSURE)),
        ("4/1", UNREADABLE),
        ("R7.2.30", UNREADABLE),
        (20_000, (date(1954, 10, 3), Trouble.REPAIRED)),
        (80_000, (date(2119, 1, 11), Trouble.REPAIRED)),
        (19_999, UNREADABLE),
        (80_001, UNREADABLE),
        (70401, UNREADABLE),
        (7.0, UNREADABLE),
        (45748.5, UNREADABLE),
        (True, UNREADABLE),
    ],
)
def test_date__is_read(raw, expected):
    """Real dates as they are, text and bare serial numbers with a word about it."""
    assert read(date, raw) == expected


@pytest.mark.parametrize("raw", ["1025/4/1", "1868年1月1日", date(1025, 4, 1)])
def test_date__before_the_eras_does_not_stop_the_check(raw):
    """A mistyped year is read or refused, never an exception."""
    value, trouble = read(date, raw)

    assert isinstance(value, date) or trouble is Trouble.UNREADABLE


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (datetime(2025, 4, 1, 13, 30), (datetime(2025, 4, 1, 13, 30), None)),
        ("2025/4/1 13:30", (datetime(2025, 4, 1, 13, 30), Trouble.REPAIRED)),
        ("令和7年4月1日 午後1時30分", (datetime(2025, 4, 1, 13, 30), Trouble.REPAIRED)),
        ("令和7年 4月1日", (datetime(2025, 4, 1), Trouble.REPAIRED)),
        ("令和7年4月1日　13:30", (datetime(2025, 4, 1, 13, 30), Trouble.REPAIRED)),
        ("令和7年4月1日13時半", (datetime(2025, 4, 1, 13, 30), Trouble.REPAIRED)),
        ("2025-04-01T13:30:00", (datetime(2025, 4, 1, 13, 30), Trouble.REPAIRED)),
        ("7.4.1 13:30", (datetime(2025, 4, 1, 13, 30), Trouble.UNSURE)),
        (45748.5625, (datetime(2025, 4, 1, 13, 30), Trouble.REPAIRED)),
        ("昨日 13:30", UNREADABLE),
        ("2025/4/1 25:00", UNREADABLE),
    ],
)
def test_datetime__is_read(raw, expected):
    """A day with or without a time of day."""
    assert read(datetime, raw) == expected


def test_datetime__of_a_bare_date_is_its_midnight():
    """A date cell in 日時 is a day whose time is not known."""
    assert read(datetime, date(2025, 4, 1))[0] == datetime(2025, 4, 1)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (time(13, 30), (time(13, 30), None)),
        (datetime(1899, 12, 31, 9, 5), (time(9, 5), None)),
        (0.5625, (time(13, 30), None)),
        ("13:30", (time(13, 30), Trouble.REPAIRED)),
        ("１３：３０", (time(13, 30), Trouble.REPAIRED)),
        ("午後1時", (time(13), Trouble.REPAIRED)),
        ("午前9時05分", (time(9, 5), Trouble.REPAIRED)),
        ("午後12時30分", (time(12, 30), Trouble.REPAIRED)),
        ("1時半", (time(1, 30), Trouble.REPAIRED)),
        ("PM1:05", (time(13, 5), Trouble.REPAIRED)),
        ("25:00", UNREADABLE),
        ("夕方", UNREADABLE),
    ],
)
def test_time__is_read(raw, expected):
    """Excel's fraction of a day and what people write."""
    assert read(time, raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (3, (3, None)),
        (3.0, (3, None)),
        (0, (0, None)),
        ("１，２３４", (1234, Trouble.REPAIRED)),
        ("5人", (5, Trouble.REPAIRED)),
        ("５名", (5, Trouble.REPAIRED)),
        ("'7", (7, Trouble.REPAIRED)),
        ("\u30003\xa0", (3, Trouble.REPAIRED)),
        ("3件", (3, Trouble.UNSURE)),
        ("3円", UNREADABLE),
        ("－", (None, Trouble.UNSURE)),
        ("…", (None, Trouble.UNSURE)),
        ("なし", (None, Trouble.UNSURE)),
        ("-2", UNREADABLE),
        (-2, UNREADABLE),
        (3.5, UNREADABLE),
        ("3.5", UNREADABLE),
        ("1,23", UNREADABLE),
        ("12(3)", UNREADABLE),
        ("1 2", UNREADABLE),
        ("3-4", UNREADABLE),
        ("約10", UNREADABLE),
        ("③", UNREADABLE),
        ("²", UNREADABLE),
        ("〃", UNREADABLE),
        ("x", UNREADABLE),
        (True, UNREADABLE),
        (float("inf"), UNREADABLE),
        (float("nan"), UNREADABLE),
        (datetime(2025, 3, 4), UNREADABLE),
        (time(3, 4), UNREADABLE),
    ],
)
def test_whole_number__is_read(raw, expected):
    """A number is taken only by the whole cell; a date that was once 3-4 is none."""
    assert read(int, raw, unit="人") == expected


@pytest.mark.parametrize("raw", ["－", "―", "ー", "不明", "なし"])
def test_number__that_is_required_is_not_supposed(raw):
    """A dash in a required cell is neither 0 nor empty."""
    assert read(int, raw, required=True) == UNREADABLE


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("３.５", (3.5, Trouble.REPAIRED)),
        ("△5", (-5.0, Trouble.REPAIRED)),
        ("▲１，０００", (-1000.0, Trouble.REPAIRED)),
        ("−5", (-5.0, Trouble.REPAIRED)),
        (-5, (-5.0, None)),
        ("(5)", UNREADABLE),
        ("三", UNREADABLE),
    ],
)
def test_number__may_have_a_fraction_and_a_sign(raw, expected):
    """Targets and rates."""
    assert read(float, raw) == expected


@pytest.mark.parametrize(
    ("unit", "raw", "meant"),
    [
        ("円", "8万円", 80_000),
        ("円", "月12万5千円", 125_000),
        ("円", "120千円", 120_000),
        ("円", "1.5万", 15_000),
        ("人", "三人", 3),
        ("人", "五", 5),
        ("円", "約8万円", None),
        ("人", "三軒", None),
        ("人", "8万円", None),
    ],
)
def test_number__in_words_is_refused_with_what_it_means(unit, raw, meant):
    """The figure is offered, not taken; what is rough is not even offered."""
    reading = reader(Column(label="列", kind=int, unit=unit))(raw)

    assert (reading.value, reading.problem.proposal) == (None, meant)
    assert (f"「{meant}」ではありませんか" in reading.problem.message) is (meant is not None)


@pytest.mark.parametrize("raw", ["○", True])
def test_mark__is_a_ring(raw):
    """What the list offers and what formulas look for."""
    assert read(bool, raw) == (True, None)


@pytest.mark.parametrize("raw", ["◯", "〇", "◎", "●", "☑", "レ", "ﾚ", "✓", "有", "はい", "１", 1.0])
def test_mark__in_another_shape_is_said(raw):
    """Every ring and tick people have on their keyboards; filters do not find them."""
    assert read(bool, raw) == (True, Trouble.REPAIRED)


@pytest.mark.parametrize("raw", ["×", "✕", "無", "いいえ", "なし", "0", 0.0, "－", "□"])
def test_mark__that_says_no_is_empty(raw):
    """× in a ○ column is not silently False."""
    assert read(bool, raw) == (False, Trouble.REPAIRED)


def test_mark__that_is_none_is_asked_about():
    """？ and a remark are no answer; a real False is one."""
    assert read(bool, "？") == (False, Trouble.NOT_A_CHOICE)
    assert read(bool, "○（母）") == (False, Trouble.NOT_A_CHOICE)
    assert read(bool, False) == (False, None)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("青", (Colour.BLUE, None)),
        ("赤(明るい)", (Colour.RED, Trouble.REPAIRED)),
        (" 青　", (Colour.BLUE, Trouble.REPAIRED)),
        ("ブルー", (Colour.BLUE, Trouble.REPAIRED)),
        ("ｃ２", (Colour.BLUE, Trouble.REPAIRED)),
        ("－", (None, Trouble.UNSURE)),
        ("〃", (None, Trouble.NOT_A_CHOICE)),
        ("黄", (None, Trouble.NOT_A_CHOICE)),
    ],
)
def test_choice__is_read_by_its_label(raw, expected):
    """Width and spaces may differ, and that is said; the stored label does not change."""
    assert read(Colour, raw) == expected


def test_choice__that_is_near_is_suggested():
    """The clerk reads which choice was probably meant."""
    reading = reader(Column(label="色", kind=Colour))("赤（暗い）")

    assert reading.problem.message == (
        "「赤（暗い）」は選択肢にありません。「赤（明るい）」ではありませんか。"
    )
    assert reading.problem.proposal is Colour.RED


def test_choice__that_is_as_near_to_two_is_not_suggested():
    """「なり」 may be なし or あり: the clerk is sent to the list."""
    reading = reader(Column(label="有無", choices="有無"), ("なし", "あり"))("なり")

    assert reading.problem.proposal is None
    assert reading.problem.message.endswith("一覧から選んでください。")


def test_open_list__is_checked_only_where_the_city_has_filled_it():
    """Without a list any agency is text."""
    assert read(str, "社協", ("社協", "保健所"), choices="関係機関") == ("社協", None)
    assert read(str, "社教", ("社協", "保健所"), choices="関係機関")[1] is Trouble.NOT_A_CHOICE
    assert read(str, "社教", (), choices="関係機関") == ("社教", None)
    several = read(str, "社教、保険所", (), choices="関係機関", many=True)
    assert several == (("社教", "保険所"), None)


NAMES = {
    "社協": "社協",
    "甲州社会福祉協議会": "社協",
    "ぶどう": "ぶどう",
    "社会福祉法人ぶどう": "ぶどう",
}


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("社協", ("社協", None)),
        ("甲州社会福祉協議会", ("社協", Trouble.REPAIRED)),
        ("(福) 甲州社会福祉協議会", ("社協", Trouble.REPAIRED)),
        ("㈱ぶどう", ("ぶどう", Trouble.REPAIRED)),
        ("社会福祉法人", (None, Trouble.NOT_A_CHOICE)),
    ],
)
def test_open_list__knows_its_other_names(raw, expected):
    """正式名 and 別名 of the master, with any legal form before them."""
    assert read(str, raw, NAMES, choices="関係機関") == expected


def test_several_choices__stand_in_one_cell():
    """Whatever separates them; what cannot be read is left out and said."""
    assert read(Colour, "青、赤（明るい）", many=True) == ((Colour.BLUE, Colour.RED), None)
    assert read(Colour, "青\n赤（明るい）", many=True)[0] == (Colour.BLUE, Colour.RED)
    assert read(Colour, "青，赤（明るい）", many=True)[0] == (Colour.BLUE, Colour.RED)
    assert read(Colour, "青、黄", many=True) == ((Colour.BLUE,), Trouble.NOT_A_CHOICE)
    assert read(Colour, "青　赤（明るい）", many=True) == (
        (Colour.BLUE, Colour.RED),
        Trouble.REPAIRED,
    )
    assert read(Colour, "青、ブルー", many=True) == ((Colour.BLUE,), Trouble.REPAIRED)
    assert read(Colour, "－", many=True) == ((), Trouble.UNSURE)


def test_several_choices__with_one_near_miss_are_proposed_whole():
    """All that is wrong in the cell is said at once, and the whole cell is proposed."""
    reading = reader(Column(label="色", kind=Colour, many=True))("ブルー、赤（暗い）")
    other = reader(Column(label="色", kind=Colour, many=True))("黄、緑、青")

    assert reading.problem.proposal == (Colour.BLUE, Colour.RED)
    assert "「黄」は選択肢に" in other.problem.message
    assert "「緑」は選択肢に" in other.problem.message
    assert other.problem.proposal is None


@pytest.mark.parametrize(
    "column",
    [c for sheet in SHEETS for c in sheet.columns if c.is_code and c.many],
    ids=lambda c: c.label,
)
def test_several_choices__read_back_what_the_product_writes(column):
    """A label that holds the separator must not fall apart."""
    every = tuple(column.kind)

    reading = reader(column)(to_cell(every))

    assert (reading.value, reading.problem) == (every, None)


def test_text__keeps_what_was_typed():
    """Names are never normalised; numbers typed into a text column become text."""
    assert read(str, "髙橋　﨑子") == ("髙橋　﨑子", None)
    assert read(str, 5530000.0) == ("5530000", None)
    assert read(str, "葛\U000e0100城\n一郎 ") == ("葛\U000e0100城\n一郎 ", None)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("山\ue001太郎", ("山\ue001太郎", Trouble.UNSURE)),
        ("\U000f1234", ("\U000f1234", Trouble.UNSURE)),
        ("電話\x0bで", ("電話で", Trouble.REPAIRED)),
        ("〃", (None, Trouble.UNSURE)),
        ("同じ", ("同じ", None)),
        (datetime(2025, 3, 4), ("2025/3/4", Trouble.UNSURE)),
        ("#N/A", UNREADABLE),
        ("#1の部屋", ("#1の部屋", None)),
        (Broken("#N/A"), UNREADABLE),
        (Broken("=A1"), UNREADABLE),
        ("=A1", ("=A1", None)),
        (Broken("結合"), (None, Trouble.UNSURE)),
    ],
)
def test_text__that_cannot_be_meant_is_said(raw, expected):
    """外字 are kept and confirmed; what is no text at all is refused."""
    assert read(str, raw) == expected


@pytest.mark.parametrize("raw", ["〃", Broken("結合"), "#REF!"])
def test_text__that_is_required_is_refused(raw):
    """No value, so no rule that reads the cell is asked."""
    assert read(str, raw, required=True) == UNREADABLE


@pytest.mark.parametrize("kind", [str, int, float, bool, date, datetime, time, Colour])
def test_error_value__is_refused_in_every_kind_of_column(kind):
    """Excel's open sheets give them as text."""
    assert read(kind, " #DIV/0! ")[1] is Trouble.UNREADABLE


def test_private_character__is_quoted_as_it_would_be_printed():
    """A long text is quoted around the place only."""
    text = "あ" * 40 + "\ue001" + "い" * 40

    message = reader(Column(label="列"))(text).problem.message

    assert f"「…{'あ' * 10}〓{'い' * 10}…」" in message


def test_reference__is_compared_with_numbers_and_written_like_one():
    """Full width, blanks, long-vowel marks and small letters are slips of the keyboard."""
    facts = {"refers": "相談受付簿"}

    assert read(str, "R7-0001", **facts) == ("R7-0001", None)
    assert read(str, "ｒ７ー０００１ ", **facts) == ("R7-0001", Trouble.REPAIRED)


def test_text__with_a_pattern():
    """Another width is repaired, another form kept and reported."""
    facts = {"pattern": r"R\d{1,2}-\d{4}", "example": "R7-0001"}

    assert read(str, "R7-0001", **facts) == ("R7-0001", None)
    assert read(str, "Ｒ７－０００１", **facts) == ("R7-0001", Trouble.REPAIRED)
    assert read(str, "R7ー0001", **facts) == ("R7-0001", Trouble.REPAIRED)
    assert read(str, "第1号", **facts) == ("第1号", Trouble.MISFIT)
    assert reader(Column(label="列", **facts))("R7-12").problem.proposal == "R7-0012"
    assert reader(Column(label="列", **facts))("R7-12345").problem.proposal is None
    assert read(str, "◯", pattern="○|×") == ("○", Trouble.REPAIRED)


def test_message__quotes_the_cell_and_says_what_to_do():
    """Whole sentences with the value that was found."""
    reading = reader(Column(label="日", kind=date))("4/1")

    assert reading.problem.message == (
        "「4/1」は年がないため、日付として読めません。"
        "「令和7年4月1日」又は「2025/4/1」の形で入力してください。"
    )


@pytest.mark.parametrize(
    ("kind", "raw"),
    [(int, "3"), (date, "令和7年4月1日"), (time, "13:30"), (datetime, "令和7年4月1日 13:30")],
)
def test_message__of_a_value_typed_as_text_does_not_say_it_twice(kind, raw):
    """「3」を「3」と解釈しました would puzzle a clerk."""
    reading = reader(Column(label="列", kind=kind))(raw)

    assert (
        reading.problem.message
        == f"「{raw}」が文字として入力されていますが、そのまま解釈しました。"
    )


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (None, ""),
        (3.0, "3"),
        (3.5, "3.5"),
        (True, "TRUE"),
        (date(2025, 4, 1), "2025/4/1"),
        (datetime(2025, 4, 1), "2025/4/1"),
        (datetime(2025, 4, 1, 9, 5), "2025/4/1 09:05"),
        ("神", "神"),
    ],
)
def test_show__quotes_as_the_clerk_sees_it(raw, expected):
    """No trailing .0, no seconds, no normalisation."""
    assert show(raw) == expected


@given(st.text())
def test_fold__is_stable(text):
    """Folding twice changes nothing more."""
    assert fold(fold(text)) == fold(text)


@given(st.one_of(st.text(), st.floats(), st.integers(), st.booleans(), st.datetimes(), st.dates()))
def test_reader__never_fails(raw):
    """Whatever stands in a cell, there is a value or a problem."""
    for kind in (str, int, float, bool, date, datetime, time, Colour):
        reading = reader(Column(label="列", kind=kind))(raw)
        assert reading.value is None or isinstance(reading.value, kind)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (False, None),
        ((), None),
        (True, "○"),
        (0, 0),
        ((Colour.BLUE, Colour.RED), "青、赤（明るい）"),
        (Colour.BLUE, "青"),
        (date(2025, 4, 1), date(2025, 4, 1)),
    ],
)
def test_to_cell__writes_what_a_clerk_would(value, expected):
    """Blank is not zero: 0 is written, nothing stays empty."""
    assert to_cell(value) == expected


EVERY_COLUMN = list(
    {
        (c.kind, c.many, c.choices, bool(c.refers), c.required): c
        for sheet in SHEETS
        for c in sheet.columns
        if not c.pattern
    }.values()
)
DAYS = st.dates(date(1912, 7, 30), date(2099, 12, 31))
VALUES = {
    int: st.integers(0, 10**9),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    date: DAYS,
    datetime: st.datetimes(datetime(1912, 7, 30), datetime(2099, 12, 31)),
    time: st.times(),
    str: st.text(st.sampled_from("山田太郎﨑ぶどうABC123、。（） \n"), min_size=1).filter(
        str.strip
    ),
}


def values_of(column):
    """Every value a column may hold."""
    if column.refers:
        return st.from_regex(r"[A-Z][0-9A-Z-]{1,8}", fullmatch=True)
    one = st.sampled_from(list(column.kind)) if column.is_code else VALUES[column.kind]
    return st.lists(one, unique=True, max_size=4).map(tuple) if column.many else one


@pytest.mark.parametrize("column", EVERY_COLUMN, ids=lambda c: f"{c.label}-{c.key}")
@settings(max_examples=30)
@given(data=st.data())
def test_what_the_product_writes__is_read_back_without_a_word(column, data):
    """to_cell and reader are inverse for every kind of column of the register."""
    value = data.draw(values_of(column))
    if column.many and not column.is_code:
        value = tuple(v.replace("、", "").replace("\n", "").strip() or "社協" for v in value)
    cell = to_cell(value)

    reading = reader(column)("" if cell is None else cell)

    assert (reading.value, reading.problem) == (value, None)


CLERKS = st.one_of(
    st.text(st.sampled_from("0123456789０１２３４５年月日元.．/／-ー－,，人円万約△(（R令和平成昭")),
    st.text(st.sampled_from("介護障害子育て生活困窮男女○×レ有無 　、，/高齢こども")),
    st.text(),
    st.floats(),
    st.integers(10_000, 30_000_000),
)


@given(st.sampled_from([c for sheet in SHEETS for c in sheet.columns]), CLERKS)
def test_proposal__makes_the_reading_plain(column, raw):
    """Once what is meant stands in the cell there is nothing more to say; so it stays."""
    read_cell = reader(column)
    problem = read_cell(raw).problem
    if problem is None or problem.proposal is None:
        return

    cell = to_cell(problem.proposal)
    after = read_cell("" if cell is None else cell)

    assert (after.value, after.problem) == (problem.proposal, None)


@given(st.sampled_from([c for sheet in SHEETS for c in sheet.columns]), CLERKS)
def test_problem__says_what_is_wrong_and_stands_in_the_table(column, raw):
    """A whole sentence; a repaired value is the one proposed."""
    reading = reader(column)(raw)

    if reading.problem:
        assert reading.problem.message.endswith("。")
        assert re.fullmatch(r"(N\d\d)?", reading.problem.repair)
        if reading.problem.trouble is Trouble.REPAIRED and not column.is_kana:
            assert reading.problem.proposal == reading.value


@pytest.mark.parametrize(
    "codes",
    list(dict.fromkeys(c.kind for sheet in SHEETS for c in sheet.columns if c.is_code)),
    ids=lambda c: c.__name__,
)
def test_other_names__lead_to_one_choice(codes):
    """No two choices share a name, and a label is never another's name."""
    names = [fold(n).casefold() for m in codes for n in {str(m), m.code, *m.aliases} if n]

    assert sorted(n for n in set(names) if names.count(n) > 1) == []
