"""決定事項を取り込む: what of an edited document comes back, and what a person is asked instead."""

from datetime import date

import pytest

from collected_texts import (
    FILLED,
    FIRST,
    FOURTH,
    HEADINGS,
    JU,
    SK,
    TICKED,
    TN,
    WHOLE,
    collected,
    plain,
    register,
    short,
)
from juso.core.errors import JusoError
from juso.koshu.codes import AgendaKind
from juso.koshu.meetings import CHOICES
from juso.koshu.sheets import AgendaItem, Decision
from juso.services.collect import Collected, collect
from juso.services.collecting.grid import TableRow, list_table
from juso.services.collecting.labels import Labels
from juso.services.collecting.minutes_text import Cell, MinutesText
from juso.services.collecting.values import read_conclusion, read_day
from juso.services.meeting.wording import boxes
from minutes_texts import CONFIG, applied, golden_minutes


@pytest.mark.parametrize(
    ("meeting_no", "printed", "drafted"),
    [
        (JU, (), ()),
        (
            SK,
            (FILLED,),
            (("福祉総合支援課 | | | | 未", "福祉総合支援課 | 寅井 | 2025-08-29 | | 未"),),
        ),
        (TN, (), ()),
    ],
)
def test_collect__untouched_documents_change_nothing(meeting_no, printed, drafted):
    """What was printed from the register does not come back: no wording, no mask, no 【未入力】."""
    assert collected(meeting_no, *printed, drafted=drafted) == Collected()


def test_collect__what_is_still_missing_is_said_again():
    """Minutes that are settled must say who does what by when."""
    assert short(collected(SK)) == ["MTG-008 要修正 決定事項 F8", "MTG-008 要修正 決定事項 G8"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("□ 情報共有のみ　☑ 見守り　□ 継続審議", "見守り"),
        ("□ 情報共有のみ　☒ 見守り　□ 継続審議", "見守り"),
        ("□情報共有のみ ■見守り □継続審議", "見守り"),
        ("レ 見守り　□ 継続審議", "見守り"),
        ("□レ見守り　□ 継続審議", "見守り"),
        ("【未入力】☑ 修正のうえ適切", "修正のうえ適切"),
        ("見守り", "見守り"),
        (" 継　続 ", "継続"),
        ("□ 情報共有のみ　□ 見守り　□ 継続審議", None),
        ("□情報共有のみ □見守り □継続審議", None),
        ("□", None),
        ("□ 見守り", "どれに印があるか読めません"),
        ("□ 情報共有のみ　Ｖ 見守り　□ 継続審議", "どれに印があるか読めません"),
        ("情報共有のみ□　見守り☑　継続審議□", "□は、ことばの前に"),
        ("［未入力］", None),
        ("未入力", None),
        ("【未入力】", None),
        ("", None),
        ("☑ 情報共有のみ　☑ 見守り", "2つ以上に印があります"),
        ("適切　修正のうえ適切", "という結論はありません"),
        ("☑ 見守", "「見守り」ではありませんか"),
        ("☑ 再プラン", "という結論はありません"),
    ],
)
def test_read_conclusion(text, expected):
    """A tick of any kind or a typed label; never a guess between two."""
    typed = read_conclusion(text)

    assert typed.value == expected or (expected and expected in typed.problem)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("R7.8.31", date(2025, 8, 31)),
        ("令和７年８月３１日（日）", date(2025, 8, 31)),
        ("2025/8/31", date(2025, 8, 31)),
        ("Ｒ７．８．３１まで", date(2025, 8, 31)),
        ("【未入力】R7.8.31", date(2025, 8, 31)),
        ("－", None),
        ("なし", None),
        ("【未入力】", None),
        ("8/31", "日付として読めません"),
        ("次回会議まで", "日付として読めません"),
        ("R7.2.30", "暦にない日付です"),
    ],
)
def test_read_day(text, expected):
    """Any way to write a day with its year; a day without one is asked for."""
    typed = read_day(text)

    assert typed.value == expected or (expected and str(expected) in typed.problem)


def test_collect__a_conclusion_with_its_words():
    """A draft filled in: conclusion, summary on two lines, opinions, the next hearing."""
    item = (
        "| 機関 | 主な意見 |\n|  |  |\n|  |  |\n\n"
        "| 結論 | □ 継続　□ 継続審議 |\n| 結論の要旨 | 【未入力】 |\n| 次回再付議 | なし |"
    )
    filled = (
        "| 機関 | 主な意見 |\n| 福祉総合支援課 | 実証運行の⏎例がある。 |\n| | 時間帯を調べたい。 |\n\n"
        "| 結論 | ☑ 継続　□ 継続審議 |\n| 結論の要旨 | 実態を調べる。⏎次回に報告する。 |\n| 次回再付議 | R7.8.7 |"
    )

    result = collected(JU, (item, filled))

    assert plain(result.changes) == [
        "会議案件7 結論=→継続 結論の要旨=→実態を調べる。⏎次回に報告する。 "
        "意見要旨=→福祉総合支援課：実証運行の 例がある。⏎時間帯を調べたい。 次回再付議=→2025-08-07"
    ]
    assert short(result) == []


OPEN = ("□ 終結可　□ 継続　□ 再検討", "□ 終結可　□ 継続　☑ 再検討")
CONCLUDED = (
    "協議したい。 | 決定 | 15 | 通常 | | |",
    "協議したい。 | 決定 | 15 | 通常 | | 継続審議 |",
)
SETTLED = ("2025-08-07 | 案 |", "2025-08-07 | 確定 |")


def test_collect__open_boxes_say_nothing():
    """The register has a conclusion since, or is settled without one: the draft is not against it."""
    assert collected(JU, later=(CONCLUDED,)) == Collected()
    assert collected(JU, later=(SETTLED,)).changes == ()
    assert {f.rule for f in collected(JU, later=(SETTLED,)).findings} == {"MTG-007"}


def test_collect__a_box_is_ticked():
    """In a draft that was made before the minutes were settled as well."""
    for later in ((), (SETTLED,)):
        assert plain(collected(JU, OPEN, later=later).changes) == ["会議案件6 結論=→再検討"]


def test_collect__a_box_is_ticked_in_a_copy():
    """The draft as it was made, with its open boxes and empty rows, steps back."""
    book = register()
    copy = renamed(golden_minutes(book, JU, OPEN), 2, "控え.docx")[-1]

    result = collect([*golden_minutes(book, JU), copy], book, CONFIG)

    assert (plain(result.changes), short(result)) == (["会議案件6 結論=→再検討"], [])


@pytest.mark.parametrize("kind", AgendaKind)
def test_read_conclusion__reads_what_is_printed(kind):
    """Every box that is offered is read back when it is ticked, and as nothing when it is not."""
    assert read_conclusion(boxes(kind)).value is None
    assert [read_conclusion(boxes(kind, c)).value for c in CHOICES[kind]] == list(CHOICES[kind])


def test_collect__an_edited_decision():
    """Only the edited cells of a row change, whatever the day is written like."""
    edited = FIRST.replace("R7.8.31 | 電話", "令和７年９月３０日 | －").replace(
        "知らせる。", "伝える。"
    )

    assert plain(collected(SK, (FIRST, edited), FILLED).changes[:1]) == [
        "決定事項6 内容=月に一度の声かけを行い、様子を事務局へ知らせる。→"
        "月に一度の声かけを行い、様子を事務局へ伝える。 "
        "期限=2025-08-31→2025-09-30 報告方法=電話→"
    ]


def test_collect__new_rows_get_the_next_numbers():
    """Numbers go on after the meeting's last one, cases first, then the meeting as a whole."""
    result = collected(
        SK,
        (FIRST, f"{FIRST}\n| | 滞納の額を調べる。 | 自立相談支援 | 辛島 | R7.8.20 | 電話 |"),
        (WHOLE, f"{WHOLE}\n|  | 資料の保管場所を決める。 | 福祉総合支援課 | 寅井 | R7.8.31 | |"),
        FILLED,
    )

    assert plain(result.changes[1:]) == [
        "決定事項＋SK-R7-05-06 会議番号=SK-R7-05 案件番号=1 決定番号=SK-R7-05-06 内容=滞納の額を調べる。 "
        "担当機関=自立相談支援 担当者=辛島 期限=2025-08-20 報告方法=電話 状態=未",
        "決定事項＋SK-R7-05-07 会議番号=SK-R7-05 案件番号=0 決定番号=SK-R7-05-07 内容=資料の保管場所を決める。 "
        "担当機関=福祉総合支援課 担当者=寅井 期限=2025-08-31 状態=未",
    ]
    assert short(result) == []


def test_collect__typed_over_the_row_that_says_none():
    """「決定事項なし」 typed over is a decision; who and by when are asked for."""
    none = f"{HEADINGS}\n| 決定事項なし |\n\n[注記]"
    result = collected(SK, (none, none.replace("決定事項なし", "問合せ先の一覧を配る。")), FILLED)

    assert plain(result.changes)[1:] == [
        "決定事項＋SK-R7-05-06 会議番号=SK-R7-05 案件番号=4 決定番号=SK-R7-05-06 "
        "内容=問合せ先の一覧を配る。 状態=未"
    ]
    assert short(result) == ["MTG-008 要修正 案件別記録"] * 3


@pytest.mark.parametrize(
    "row",
    [
        "| 決定事項なし | | | | | |",
        "| | | | | | － |",
        "| － | なし | － | － | － | － |",
        "| 【未入力】 | 【未入力】 | | | | |",
    ],
)
def test_collect__rows_that_say_nothing(row):
    """What stands for 「決定事項なし」 in any of the cells is no decision."""
    none = f"{HEADINGS}\n| 決定事項なし |\n\n[注記]"

    result = collected(SK, (none, none.replace("| 決定事項なし |", row)), FILLED)

    assert ([c.row_number for c in result.changes], short(result)) == ([8], [])


def test_collect__the_row_that_says_none_cut_into_cells():
    """Its words left in the first cell are no number."""
    none = f"{HEADINGS}\n| 決定事項なし |\n\n[注記]"
    row = "| 決定事項なし | 一覧を配る。 | 教育委員会 | 辰巳 | R7.8.1 | |"

    result = collected(SK, (none, none.replace("| 決定事項なし |", row)), FILLED)

    assert [c.key for c in result.changes] == ["SK-R7-05-03", "SK-R7-05-06"]


def test_collect__columns_and_rows_of_ones_own():
    """Columns in another order, one more, one less, an empty row: the cells are found."""
    own = (
        f"{HEADINGS}\n{FIRST}",
        "| 決定番号 | 期 限 | 内容 | 備考 | 担当機関 | 担当 |\n"
        "| ＳＫ－Ｒ７－０５－０１ | R7.9.1 | 月に一度の声かけを行い、様子を事務局へ知らせる。 | | 民生委員児童委員協議会 | 酉島 |\n"
        "| | | | | | |\n"
        "| 【未入力】 | R7.9.2 | 家賃の額を調べる。 | 至急 | 自立相談支援 | 辛島 |",
    )

    result = collected(SK, own, FILLED)

    assert plain(result.changes)[::2] == [
        "決定事項6 期限=2025-08-31→2025-09-01",
        "決定事項＋SK-R7-05-06 会議番号=SK-R7-05 案件番号=1 決定番号=SK-R7-05-06 "
        "内容=家賃の額を調べる。 担当機関=自立相談支援 担当者=辛島 期限=2025-09-02 状態=未",
    ]


@pytest.mark.parametrize(
    ("agency", "change", "said"),
    [
        ("社会福祉協議会", "担当機関=民生委員児童委員協議会→社会福祉協議会", ""),
        (
            "社協",
            "担当機関=民生委員児童委員協議会→社会福祉協議会",
            "「社会福祉協議会」と読みました",
        ),
        ("甲州市福祉総合支援課", "担当機関=民生委員児童委員協議会→福祉総合支援課", "と読みました"),
        ("地域包括支援センタ", "", "「地域包括支援センター」ではありませんか"),
        ("架空事務所", "", "関係機関マスタに加えてください"),
        ("社協、自立相談支援", "", "行を分けて書いてください"),
        ("", "", "台帳の「民生委員児童委員協議会」は消しません"),
    ],
)
def test_collect__the_agency_must_be_in_the_master(agency, change, said):
    """A short name, or another name that the master itself knows; anything else is asked about."""
    edited = (FIRST, FIRST.replace("民生委員児童委員協議会", agency))

    result = collected(SK, edited, FILLED)

    assert plain(result.changes)[:-1] == ([f"決定事項6 {change}"] if change else [])
    assert [said in f.message for f in result.findings] == ([True] if said else [])


def test_collect__a_day_before_the_meeting():
    """It may be a slip of the year: taken, and said."""
    result = collected(SK, (FIRST, FIRST.replace("R7.8.31", "R6.8.31")), FILLED)

    assert plain(result.changes)[0] == "決定事項6 期限=2025-08-31→2024-08-31"
    assert short(result) == ["COL-006 要確認 決定事項 G6"]


def test_collect__a_removed_row_is_never_deleted():
    """It stays in the register; to call it off is for a person to decide."""
    result = collected(SK, (FOURTH, "| 決定事項なし |"), FILLED)

    assert plain(result.changes) == ["決定事項8 担当者=→寅井 期限=→2025-08-29"]
    assert plain(result.undecided) == ["決定事項9 状態=未→中止"]
    assert short(result) == ["COL-003 要確認 決定事項 I9"]


def test_collect__a_removed_row_that_is_over():
    """Called off in the register as well: nothing more to say."""
    done = (
        ("未広 | 2025-08-20 | 次回会議で報告 | 未", "未広 | 2025-08-20 | 次回会議で報告 | 中止"),
    )

    result = collected(SK, (FOURTH, "| 決定事項なし |"), FILLED, later=done)

    assert (result.undecided, short(result)) == ((), [])


def test_collect__the_table_itself_is_gone():
    """Without its headings nothing is read, and nothing counts as removed."""
    result = collected(SK, (f"{HEADINGS}\n{FOURTH}", FOURTH), FILLED)

    assert result.undecided == ()
    assert short(result) == ["COL-005 要修正 案件別記録"]
    assert "決定事項の表が見つかりません" in result.findings[0].message


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("SK-R7-05-01", "同じ決定番号の行が2つある"),
        ("SK-R7-05-02", "台帳では案件2の決定番号である"),
        ("SK-R7-04-09", "この会議の決定番号ではない"),
        ("6", "この会議の決定番号ではない"),
    ],
)
def test_collect__a_number_that_cannot_be(number, said):
    """A copied row keeps its number: it is not guessed which decision is meant."""
    row = f"{FIRST}\n| {number} | 滞納の額を調べる。 | 自立相談支援 | 辛島 | R7.8.20 | |"

    result = collected(SK, (FIRST, row), FILLED)

    assert [c.row_number for c in result.changes] == [8]
    assert said in result.findings[0].message
    assert {f.rule for f in result.findings} == {"COL-004"}


def test_collect__a_number_of_ones_own():
    """A number that is free and of this meeting is kept."""
    row = f"{FIRST}\n| SK-R7-05-09 | 滞納の額を調べる。 | 自立相談支援 | 辛島 | R7.8.20 | |"
    more = f"{WHOLE}\n| | 資料の保管場所を決める。 | 福祉総合支援課 | 寅井 | R7.8.31 | |"

    result = collected(SK, (FIRST, row), (WHOLE, more), FILLED)

    assert [c.key for c in result.changes if c.is_new] == ["SK-R7-05-09", "SK-R7-05-10"]


NAMES = Labels({"甲": (), "乙": (), "丙": ()})


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ((Cell("一", 0), Cell("二", 1), Cell("三", 2)), {"甲": "一", "乙": "二", "丙": "三"}),
        ((Cell("一", 0), Cell("二", 1, 2), Cell("三", 3)), {"甲": "一", "乙": "二", "丙": "三"}),
        ((Cell("一", 0), Cell("二", 2)), {"甲": "一", "乙": "", "丙": "二"}),
        ((Cell("一", 0, 2), Cell("二", 2)), {"甲": "一", "乙": "", "丙": "二"}),
        ((Cell("一", 0), Cell("二", 1, 2)), {"甲": "一", "乙": "二", "丙": ""}),
    ],
)
def test_list_table__merged_and_moved_cells(row, expected):
    """As many cells as headings go one to one; else a cell belongs to its first heading."""
    heading = (Cell("甲", 0), Cell(" 乙", 1), Cell("丙", 2))

    found = list_table((heading, row), NAMES, NAMES.words)

    assert found
    assert found.rows == [TableRow(expected)]


def test_list_table__headings_further_down():
    """A title row above the headings, the headings again on the next page, an empty row."""
    heading = (Cell("甲", 0), Cell("乙", 1))
    body = (Cell("一", 0), Cell("", 1))
    table = ((Cell("題", 0, 2),), heading, body, heading, (Cell(" ", 0), Cell("", 1)))

    found = list_table(table, NAMES, {"甲", "乙"})

    assert found
    assert (found.rows, found.lacking) == ([TableRow({"甲": "一", "乙": ""})], ["丙"])
    assert list_table(table, NAMES, {"甲", "丙"}) is None


LATER = (("酉島 | 2025-08-31", "酉島 | 2025-09-15"),)


def test_collect__the_register_alone_has_changed():
    """An old printout does not undo what was typed since; it says that they differ."""
    result = collected(SK, FILLED, later=LATER)

    assert [c.row_number for c in result.changes] == [8]
    assert short(result) == ["COL-002 要確認 決定事項 G6"]
    assert (
        "台帳が「R7.9.15」に変わっています（文書は「R7.8.31」のまま）" in result.findings[0].message
    )


def test_collect__both_have_changed():
    """Neither is overwritten: old and new go to a person."""
    result = collected(SK, (FIRST, FIRST.replace("R7.8.31", "R7.10.1")), FILLED, later=LATER)

    assert [c.row_number for c in result.changes] == [8]
    assert plain(result.undecided) == ["決定事項6 期限=2025-09-15→2025-10-01"]
    assert short(result) == ["COL-002 要確認 決定事項 G6"]


def test_collect__both_have_changed_to_the_same():
    """Somebody typed into the register what the minutes say: all is well."""
    result = collected(SK, (FIRST, FIRST.replace("R7.8.31", "2025/9/15")), FILLED, later=LATER)

    assert ([c.row_number for c in result.changes], short(result)) == ([8], [])


def test_collect__emptied_cells():
    """An emptied worker or summary is asked about; 次回再付議 and 報告方法 may become empty."""
    result = collected(
        SK,
        (FIRST, FIRST.replace("酉島", "").replace("電話", "なし")),
        (
            "| 結論の要旨 | 各機関が声かけを続け、変化があれば事務局へ連絡する。 |",
            "| 結論の要旨 | |",
        ),
        ("| 次回再付議 | 令和7年9月18日（木） |", "| 次回再付議 | なし |"),
        FILLED,
    )

    assert plain(result.changes)[:2] == [
        "会議案件9 次回再付議=2025-09-18→",
        "決定事項6 報告方法=電話→",
    ]
    assert short(result) == ["COL-002 要確認 会議案件 Q9", "COL-002 要確認 決定事項 F6"]


def test_collect__a_second_time():
    """What was taken in is not proposed again, though the rows on paper still have no number."""
    edits = (
        TICKED,
        (FIRST, f"{FIRST}\n| | 滞納の額を調べる。 | 社協 | 辛島 | 2025/8/20まで | |"),
        (FOURTH, FOURTH.replace("R7.8.20", "令和7年8月22日")),
        ("教育委員会 | 学校への問合せも同じ", "教育委員会 | 学校と園への問合せも同じ"),
        FILLED,
    )
    book = register()
    documents = golden_minutes(book, SK, *edits)
    first = collect(documents, book, CONFIG)

    again = collect(documents, applied(book, first.changes), CONFIG)

    assert len(first.changes) == 5
    assert (again.changes, again.undecided) == ((), ())
    assert [f.rule for f in again.findings] == ["COL-002"]  # the list in the 会議録 says 見守り
    assert "会議録の方を直してください" in again.findings[0].message


def test_collect__a_new_row_filled_in_later():
    """What was missing in a row without a number is added to the row it became."""
    book = register()
    bare = f"{FIRST}\n| | 滞納の額を調べる。 | 自立相談支援 | | | |"
    after = applied(book, collect(golden_minutes(book, SK, (FIRST, bare)), book, CONFIG).changes)
    full = f"{FIRST}\n| | 滞納の額を 調べる。 | 自立相談支援 | 辛島 | R7.8.20 | |"

    result = collect(golden_minutes(book, SK, (FIRST, full)), after, CONFIG)

    assert plain(result.changes) == ["決定事項13 担当者=→辛島 期限=→2025-08-20"]


def test_collect__a_new_row_like_one_in_the_register():
    """A row reworded after it was taken in is not added a second time on its own."""
    book = register()
    row = f"{FIRST}\n| | 滞納の額を調べる。 | 自立相談支援 | 辛島 | R7.8.20 | |"
    after = applied(book, collect(golden_minutes(book, SK, (FIRST, row)), book, CONFIG).changes)
    reworded = row.replace("滞納の額を調べる。", "滞納の額を調べ、知らせる。")

    result = collect(golden_minutes(book, SK, (FIRST, reworded), FILLED), after, CONFIG)

    assert [c.is_new for c in result.changes] == [False]
    assert [c.is_new for c in result.undecided] == [True]
    assert "決定事項SK-R7-05-06「滞納の額を調べる。」に似ています" in result.findings[0].message


@pytest.mark.parametrize(
    ("replacing", "cell"),
    [
        ((FIRST, FIRST.replace("様子を", "乙川太郎さんの様子を")), "決定事項 D6"),
        (("夜間に明かりがつかない日", "乙川さん宅は夜間に明かりがつかない日"), "会議案件 R9"),
        (("変化があれば事務局へ", "変化があれば0553-00-2102へ"), "会議案件 Q9"),
        (
            (FIRST, f"{FIRST}\n| | 丁田健さんに会う。 | 自立相談支援 | 辛島 | R7.8.20 | |"),
            "案件別記録",
        ),
        ((FIRST, FIRST.replace("電話 |", "隣の戊谷さんに電話 |")), "決定事項 H6"),
    ],
)
def test_collect__nobody_is_named(replacing, cell):
    """A text that identifies somebody stays out of the register."""
    result = collected(SK, replacing, FILLED)

    assert [c.row_number for c in result.changes] == [8]
    assert short(result) == [f"MTG-006 要修正 {cell}"]


def test_collect__somebody_is_named_elsewhere_on_the_page():
    """Minutes are kept under pseudonyms: a name in a cell that stays on paper is said too."""
    result = collected(SK, ("| 対象 | Aさん（50代・男性） |", "| 対象 | 乙川　太郎 |"), FILLED)

    assert short(result) == ["MTG-006 要確認 案件別記録"]
    assert result.findings[0].value == "乙川 太郎"


def test_collect__a_masked_agency_keeps_its_name():
    """The school of a person under 支援措置 is printed as a mask, which never comes back."""
    school = (
        ("| SK-R7-05 | 4 | 教育委員会 |", "| SK-R7-05 | 4 | 架空小学校 |"),
        ("教育委員会：学校への問合せも", "架空小学校：学校への問合せも"),
    )
    hidden = ("教育委員会 | 学校への", "［学校・勤務先等］ | 学校への")
    edited = (*hidden[:1], "［学校・勤務先等］ | 園と学校への")

    untouched = collected(SK, hidden, FILLED, drafted=school)
    result = collected(SK, edited, FILLED, drafted=school)

    assert [c.row_number for c in untouched.changes] == [8]
    assert plain(result.changes)[0] == (
        "会議案件12 意見要旨=架空小学校：学校への問合せも同じ取扱いとする。→"
        "架空小学校：園と学校への問合せも同じ取扱いとする。"
    )


def test_collect__the_list_of_items():
    """A conclusion typed into the list of the whole record counts as well."""
    line = "| 案件1 | 支援計画の適切性の協議 | {} | 案件別記録 |"
    result = collected(JU, (line.format("【未入力】"), line.format("適切")))

    assert plain(result.changes) == ["会議案件4 結論=→適切"]
    assert short(result) == ["MTG-008 要確認 会議案件 P4"]


def test_collect__two_documents_disagree():
    """The list says one thing, the case's record another: neither is taken."""
    listed = "| 案件1 | 気になる事案の情報提供・情報共有 | 見守り |"
    result = collected(SK, (listed, listed.replace("見守り", "情報共有のみ")), TICKED, FILLED)

    assert [c.row_number for c in result.changes] == [8]
    assert short(result) == ["COL-002 要修正 会議案件 P9"]
    assert "会議録_SK-R7-05.docx では「情報共有のみ」" in result.findings[0].message


def test_collect__the_committees_minutes():
    """The 庁内連携委員会 has its items and decisions in the one 会議録."""
    row = "| TN-R7-02-02 | 初期対応の手順書を4課に配る。 | 福祉総合支援課 | 寅井 | R7.8.31 | － |"
    more = f"{row}\n|  | 研修の日を決める。 | 介護支援課 | 亥口 | R7.9.30 | |"
    summary = "| 結論の要旨 | 初期対応の手順書を4課共通とする。 |"

    result = collected(
        TN, (row, more), (summary, summary.replace("とする", "とし、委託先にも配る"))
    )

    assert [c.key for c in result.changes] == ["TN-R7-02 案件2", "TN-R7-02-03"]
    assert plain(result.changes)[1].startswith(
        "決定事項＋TN-R7-02-03 会議番号=TN-R7-02 案件番号=2 決定番号=TN-R7-02-03 内容=研修の日を決める。"
    )
    assert short(result) == []


def test_collect__settled_without_a_conclusion():
    """Minutes that are 確定 must hold every item's conclusion and summary."""
    listed = "| 案件1 | 気になる事案の情報提供・情報共有 | 見守り |"
    blank = ("| 見守り | 各機関が声かけを続け、変化があれば事務局へ連絡する。 |", "| | |")
    draft = (
        (listed, listed.replace("見守り", "【未入力】")),
        (TICKED[0], "【未入力】"),
        (
            "| 結論の要旨 | 各機関が声かけを続け、変化があれば事務局へ連絡する。 |",
            "| 結論の要旨 | 【未入力】 |",
        ),
    )

    final = collected(SK, *draft, FILLED, drafted=(blank,))
    open_ = collected(
        SK, *draft, FILLED, drafted=(blank, ("| 14 | 14 | | 確定 |", "| 14 | 14 | | 案 |"))
    )

    assert short(final) == ["MTG-007 要修正 会議案件 P9", "MTG-007 要修正 会議案件 Q9"]
    assert short(open_) == []


def test_collect__what_the_register_alone_may_change():
    """Titles, explanations and the announcement of secrecy are pointed at, not taken."""
    result = collected(
        JU,
        ("| 件名 | 夕方以降の移動手段の不足 |", "| 件名 | 夕方の移動手段の不足 |"),
        ("| 守秘義務の確認 | 【未入力】 |", "| 守秘義務の確認 | ☑ 議長が告知した。 |"),
    )

    assert result.changes == ()
    assert short(result) == ["COL-007 参考 会議台帳 R3", "COL-007 参考 会議案件 J7"]


def test_collect__secrecy_entered_in_the_register_meanwhile():
    """An old draft that says 【未入力】 has nothing to say against it."""
    later = (("| L1 | | | | 12 | | 2025-08-07", "| L1 | ○ | 13:35 | 議長 | 12 | | 2025-08-07"),)

    assert collected(JU, later=later) == Collected()


def renamed(documents: list[MinutesText], place: int, name: str) -> list[MinutesText]:
    """The documents with one of them once more under another name."""
    copy = documents[place]
    return [*documents, MinutesText(name, copy.stamp, copy.blocks)]


def test_collect__copies():
    """A copy of any name is the same record; an unedited one steps back behind the edited one."""
    book = register()
    edited = golden_minutes(book, SK, TICKED, FILLED)
    printed = golden_minutes(book, SK)

    result = collect([*printed, *renamed(edited, 1, "控え.docx")], book, CONFIG)

    assert [c.row_number for c in result.changes] == [9, 8]


def test_collect__two_edited_versions():
    """Which of two is right cannot be known: neither is taken."""
    book = register()
    one = golden_minutes(book, SK, TICKED)[1]
    other = golden_minutes(book, SK, (FIRST, FIRST.replace("酉島", "寅井")))[1]

    result = collect([one, MinutesText("控え.docx", other.stamp, other.blocks)], book, CONFIG)

    assert result.changes == ()
    assert [f.rule for f in result.findings] == ["COL-005"]
    assert "案件別記録（SK-R7-05 案件1）が2つ以上あり" in result.findings[0].message


def test_collect__an_item_is_about_another_case_now():
    """Items renumbered since the draft: the record of a case never goes to another case."""
    item = "| SK-R7-05 | 1 | 気になる事案の情報提供・情報共有 | R7-0021 |"

    result = collected(SK, TICKED, FILLED, later=((item, item.replace("0021", "0044")),))

    assert [c.row_number for c in result.changes] == [8]
    assert short(result) == ["COL-005 要修正 案件別記録"]
    assert "案件1（R7-0021）は、会議案件のSK-R7-05にありません" in result.findings[0].message


def test_collect__another_document():
    """Without the stamp a document is refused in one sentence that says what to do."""
    with pytest.raises(JusoError, match=r"通知\.docx は「会議録をつくる」でつくった文書ではない"):
        collect([MinutesText("通知.docx", {}, ())], register(), CONFIG)


def test_collect__a_meeting_the_register_lacks():
    """The register of another office: the meetings there are are named."""
    with pytest.raises(JusoError, match="会議番号「SK-R7-99」は会議台帳にありません"):
        collect([MinutesText("a.docx", {"juso": "juso:会議録/SK-R7-99"}, ())], register(), CONFIG)


def test_collect__findings_name_document_and_cell():
    """A finding stands at the register's cell and says where on paper it comes from."""
    found = collected(SK, (FIRST, FIRST.replace("R7.8.31", "8月末")), FILLED).findings[0]

    assert (found.file, found.sheet, found.cell, found.key, found.column) == (
        "支援台帳.xlsx",
        "決定事項",
        "G6",
        "SK-R7-05-01",
        "期限",
    )
    assert found.message.startswith(
        "案件別記録_SK-R7-05_案件1_R7-0021.docx の決定事項SK-R7-05-01の「期限」：「8月末」は"
    )


def test_collected__summary():
    """One line of what there is."""
    row = f"{FIRST}\n| | 滞納の額を調べる。 | 自立相談支援 | 辛島 | R7.8.20 | |"

    assert collected(JU).summary == "変更なし"
    assert collected(SK, TICKED, (FIRST, row), FILLED).summary == (
        "会議案件の書換え1行、決定事項の新しい行1件、決定事項の書換え1行"
    )
    assert {AgendaItem, Decision} == {
        c.row_type for c in collected(SK, TICKED, (FIRST, row), FILLED).changes
    }
