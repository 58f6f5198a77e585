"""Odd edits of a document: what was printed is found, or it is said that it was not."""

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
    collected,
    plain,
    register,
    short,
)
from juso.services.collect import collect
from juso.services.collecting.labels import FACTS
from juso.services.collecting.minutes_text import MinutesText
from minutes_texts import CONFIG, golden_minutes

BOX = f"| 結論 | {TICKED[0]} |"
MOVED = f"| 結論 | {TICKED[1]} |"
SUMMARY = "| 結論の要旨 | 各機関が声かけを続け、変化があれば事務局へ連絡する。 |"
AGAIN = "| 次回再付議 | 令和7年9月18日（木） |"
NEW = "| | 滞納の額を調べる。 | 自立相談支援 | 辛島 | R7.8.20 | 電話 |"


def edits(*replacing):
    """Changes and findings of SK-R7-05, without what is printed in it anyway."""
    result = collected(SK, *replacing, FILLED)
    return [text for text in plain(result.changes) if not text.startswith("決定事項8 ")], result


def said(result):
    """`COL-005 要修正 …message`, one to a finding."""
    return "\n".join(f"{f.rule} {f.severity} {f.file} {f.message}" for f in result.findings)


@pytest.mark.parametrize(
    "label",
    [
        "結 論 ：",
        "結　論",
        "【結論】",
        "〔結論〕",
        "１．結論",
        "（３）結論：",
        "結論（案）",
        "③ 結論",
    ],
)
def test_collect__a_label_set_otherwise(label):
    """Spaces, brackets, numbering and a colon leave it the same label."""
    changes, result = edits((BOX, MOVED.replace("結論", label, 1)))

    assert changes == ["会議案件9 結論=見守り→継続審議"]
    assert "COL-005" not in said(result)
    assert "COL-009" not in said(result)


@pytest.mark.parametrize("label", ["要旨", "結論要旨", "結論の要約", "結論の要旨（確定）"])
def test_collect__a_label_in_near_words(label):
    """Read where only one label can be meant; how it was read is said."""
    changes, result = edits((SUMMARY, f"| {label} | 声かけを続ける。 |"))

    assert changes == [
        "会議案件9 結論の要旨=各機関が声かけを続け、変化があれば事務局へ連絡する。→声かけを続ける。"
    ]
    assert ("COL-009 参考" in said(result)) == ("（" not in label)


def test_collect__a_near_word_that_may_be_two_labels():
    """With 説明要旨 gone as well, 「要旨」 may be either: it is not guessed."""
    question = "| 説明要旨 | 関わりを拒む理由について各機関の情報を共有したい。 |"

    changes, result = edits((SUMMARY, "| 要旨 | 声かけを続ける。 |"), (question, "| 説明 | － |"))

    assert changes == []
    assert (
        "COL-005 要修正 案件別記録_SK-R7-05_案件1_R7-0021.docx 案件1：「結論の要旨」の欄"
        in said(result)
    )


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        (f"{BOX}\n{SUMMARY}\n{AGAIN}\n", "", "「結論」「結論の要旨」「次回再付議」"),
        (BOX, "| 会議のまとめ | ☑ 継続審議 |", "「結論」"),
        (BOX, "| 結論：☑ 継続審議 |", "「結論」"),
        (BOX, f"{BOX}\n{MOVED}", "「結論」"),
        (SUMMARY, f"{SUMMARY}\n| 結論の要旨 | 別の要旨 |", "「結論の要旨」"),
        (AGAIN, "", "「次回再付議」"),
        ("| 機関 | 主な意見 |", "| だれが | なにを |", "「主な意見」"),
        ("| 機関 | 主な意見 |\n", "", "「主な意見」"),
    ],
)
def test_collect__a_part_that_was_printed_is_lost(old, new, lost):
    """Gone, of an unknown name, or there twice: named with its document, and nothing is taken."""
    changes, result = edits((old, new))

    assert changes == []
    assert "COL-005 要修正 案件別記録_SK-R7-05_案件1_R7-0021.docx" in said(result)
    assert f"案件1：{lost}の欄が見つからないか、2つ以上あるため" in said(result)


def test_collect__a_label_twice_with_the_same_text():
    """A table copied as it is says nothing new."""
    assert edits((BOX, f"{BOX}\n{BOX}"))[1].findings == ()


def test_collect__labels_side_by_side():
    """Two labels in one row each keep their own text."""
    changes, result = edits((f"{SUMMARY}\n{AGAIN}", f"{SUMMARY[:-1]}{AGAIN.replace('18', '19')}"))

    assert changes == ["会議案件9 次回再付議=2025-09-18→2025-09-19"]
    assert result.findings == ()


@pytest.mark.parametrize(
    "heading", ["〆切", "締切", "期日", "期　限：", "【期限】", "（５）期限", "期限（目安）"]
)
def test_collect__a_column_of_another_name(heading):
    """Other words that mean just this column."""
    table = (f"{HEADINGS}\n{FIRST}", f"{HEADINGS.replace('期限', heading)}\n{FIRST}")

    changes, result = edits((table[0], table[1].replace("R7.8.31", "R7.9.30")))

    assert (changes, result.findings) == (["決定事項6 期限=2025-08-31→2025-09-30"], ())


@pytest.mark.parametrize("label", ["担当機関", "担当者", "期限", "報告方法", "決定番号"])
def test_collect__a_column_that_is_lost(label):
    """Of an unknown name or deleted: what it was is said, the other columns are read."""
    changes, result = edits(
        (
            f"{HEADINGS}\n{FIRST}",
            f"{HEADINGS.replace(f' {label} ', ' ？？ ')}\n{FIRST.replace('酉島', '寅井')}",
        )
    )

    if label == "担当機関":
        assert "決定事項の表が見つかりません" in said(result)
    else:
        assert f"案件1：「{label}」の欄が見つからないか" in said(result)
        assert changes == ([] if label == "担当者" else ["決定事項6 担当者=酉島→寅井"])


def test_collect__a_column_twice():
    """Which of two holds is not guessed."""
    table = "\n".join(f"{line} {{}} |" for line in (HEADINGS, FIRST)).format("期限", "R7.9.1")

    changes, result = edits((f"{HEADINGS}\n{FIRST}", table))

    assert changes == []
    assert "「期限」の欄が見つからないか、2つ以上ある" in said(result)


def test_collect__a_column_of_ones_own():
    """What has no place in the register is pointed at, once there is a text in it."""
    table = "\n".join(f"{line} {{}} |" for line in (HEADINGS, FIRST))

    assert edits((f"{HEADINGS}\n{FIRST}", table.format("備考", "")))[1].findings == ()
    assert "COL-007 参考" in said(edits((f"{HEADINGS}\n{FIRST}", table.format("備考", "至急")))[1])


def test_collect__columns_swapped():
    """Headings and cells together: nothing changes."""
    swapped = "| 期限 | 決定番号 | 担当者 | 決定事項 | 担当機関 | 報告方法 |"
    row = "| R7.8.31 | SK-R7-05-01 | 酉島 | 月に一度の声かけを行い、様子を事務局へ知らせる。 | 民生委員児童委員協議会 | 電話 |"

    changes, result = edits((f"{HEADINGS}\n{FIRST}", f"{swapped}\n{row}"))

    assert (changes, result.findings) == ([], ())


def test_collect__tables_grown_together():
    """The paragraphs between them deleted: each row is still what it was."""
    last = "| 民生委員児童委員協議会 | 夜間に明かりがつかない日がある。 |"

    changes, result = edits(
        (f"{last}\n\n{BOX}", f"{last}\n{MOVED}"), (f"{AGAIN}\n\n{HEADINGS}", f"{AGAIN}\n{HEADINGS}")
    )

    assert changes == ["会議案件9 結論=見守り→継続審議"]
    assert "COL-005" not in said(result)


def test_collect__a_table_split_in_two():
    """The second half, without headings, goes on as the first."""
    second = FIRST.replace("-01 ", "-06 ").replace("月に一度の", "毎週の")

    changes, result = edits((FIRST, f"{NEW}\n\n{second.replace('06', '01', 1)}\n| | | | | | |"))

    assert [text.partition(" ")[0] for text in changes] == ["決定事項6", "決定事項＋SK-R7-05-06"]
    assert result.undecided == ()


def test_collect__the_second_half_has_other_cells():
    """Rows that cannot be put under the headings are named, those that are gone asked about."""
    half = "| SK-R7-05-01 | 毎週の声かけを行う。 | 酉島 |"

    changes, result = edits((FIRST, f"{NEW}\n\n{half}"))

    assert len(changes) == 1
    assert "COL-005 要修正" in said(result)
    assert "「SK-R7-05-01 毎週の声かけを行う。" in said(result)


def test_collect__a_row_dragged_into_the_opinions():
    """It is no opinion: named, and asked about as one that was removed."""
    opinion = "| 民生委員児童委員協議会 | 夜間に明かりがつかない日がある。 |"

    changes, result = edits((FIRST, ""), (opinion, f"{opinion}\n{FIRST}"))

    assert changes == []
    assert "「SK-R7-05-01 月に一度の声かけを" in said(result)
    assert plain(result.undecided) == ["決定事項6 状態=未→中止"]


def test_collect__an_opinion_dragged_among_the_decisions():
    """An agency is no number of a decision."""
    opinion = "| 社会福祉協議会 | 貸付の相談歴がある。 |"

    result = edits((f"{opinion}\n", ""), (FIRST, f"{FIRST}\n{opinion}"))[1]

    assert "COL-004 要修正" in said(result)


def test_collect__an_agency_without_an_opinion():
    """Half a row is no opinion, but perhaps one in the wrong cell."""
    opinion = "| 社会福祉協議会 | 貸付の相談歴がある。 |"

    changes, result = edits((opinion, f"{opinion}\n| 次は早めに決める。 | |"))

    assert changes == []
    assert "COL-007 参考" in said(result)
    assert "「次は早めに決める。」の意見が書かれていない" in said(result)


def test_collect__a_cell_split_in_two():
    """A text under no heading is named."""
    row = FIRST.replace("| 電話 |", "| 電話 | 翌日まで |")

    assert "「翌日まで」がどの欄のものか分からない" in said(edits((FIRST, row))[1])


def test_collect__rows_beside_the_conclusion():
    """A field of one's own is pointed at; a text without a name is asked about."""
    result = edits((SUMMARY, f"{SUMMARY}\n| 理由の詳細 | 長い。 |\n| | 続きの文。 |"))[1]

    assert "COL-007 参考" in said(result)
    assert "「理由の詳細」は台帳に欄がない" in said(result)
    assert "「続きの文。」がどの欄のものか分からない" in said(result)


def test_collect__copied_rows_with_one_number():
    """The second one is not taken, and is named."""
    row = FIRST.replace("酉島", "寅井")

    changes, result = edits((FIRST, f"{FIRST}\n{row}\n{row}"))

    assert changes == []
    assert said(result).count("同じ決定番号の行が2つあるため") == 1


def test_collect__brackets_of_ones_own_around_nothing():
    """［未入力］ retyped is nothing still."""
    row = FILLED[0].replace("【未入力】 | 【未入力】", "［未入力］ | (未入力)")

    result = collected(SK, (FILLED[0], row))

    assert result.changes == ()
    assert {f.rule for f in result.findings} == {"MTG-008"}


def test_collect__words_about_what_is_not_filled_in():
    """Within a sentence they are part of it."""
    changes, _ = edits((SUMMARY, "| 結論の要旨 | 様式の（未入力）の欄を埋める。 |"))

    assert changes[0].endswith("→様式の（未入力）の欄を埋める。")


def test_collect__boxes_ticked_in_an_unknown_way():
    """A mark that is no tick is asked about, in a draft as well."""
    box = ("□ 終結可　□ 継続　□ 再検討", "□ 終結可　Ｖ 継続　□ 再検討")

    result = collected(JU, box)

    assert (result.changes, short(result)) == ((), ["COL-001 要修正 会議案件 P6"])


LIST = "| 案件1 | 気になる事案の情報提供・情報共有 | 見守り | 案件別記録 |"


@pytest.mark.parametrize(
    ("old", "new", "items"),
    [
        (f"{LIST}\n", "", "案件1"),
        (LIST, LIST.replace("案件1", "案件一"), "案件1"),
        (LIST, f"{LIST}\n{LIST.replace('見守り', '継続審議')}", "案件1"),
        ("| 案件 | 区分 | 結論 |", "| 議案 | 区分 | 決まり |", "案件1、案件2、案件3、案件4"),
    ],
)
def test_collect__the_list_of_items_is_lost(old, new, items):
    """The whole record's list of conclusions, or a row of it."""
    changes, result = edits((old, new))

    assert changes == []
    assert f"COL-005 要修正 会議録_SK-R7-05.docx 議事の表：{items}の結論の欄が" in said(result)


@pytest.mark.parametrize(
    "heading", ["【案件2】4課の連携", "■案件２　4課の連携", "案件2：4課の連携"]
)
def test_collect__a_heading_set_otherwise(heading):
    """It still begins the tables of its item."""
    result = collected(TN, ("案件2　4課の連携・役割分担\n| 件名", f"{heading}\n| 件名"))

    assert result == collected(TN)


def test_collect__a_heading_is_gone():
    """The tables of two items under one heading are not mixed up."""
    result = collected(TN, ("案件2　4課の連携・役割分担\n| 件名", "次の件\n| 件名"))

    assert (result.changes, result.undecided) == ((), ())
    for item in ("案件1", "案件2"):
        assert (
            f"{item}：「主な意見」「結論」「結論の要旨」「次回再付議」の欄が見つからない"
            in said(result)
        )
    assert "台帳では案件2の決定番号である" in said(result)


@pytest.mark.parametrize(("length", "taken"), [(32_767, True), (32_768, False), (60_000, False)])
def test_collect__a_text_longer_than_a_cell(length, taken):
    """A cell holds 32,767 characters: more is refused, not cut."""
    changes, result = edits((SUMMARY, f"| 結論の要旨 | {'声' * length} |"))

    assert bool(changes) is taken
    assert ("COL-001 要修正" in said(result)) is not taken
    assert (f"{length:,}字あり" in said(result)) is not taken


def test_collect__a_long_text_in_a_new_row_and_in_opinions():
    """Excel counts a character beyond the first plane as two."""
    row = NEW.replace("滞納の額を調べる。", "𠮷" * 16_384)

    changes, result = edits((FIRST, f"{FIRST}\n{row}"), ("貸付の相談歴がある。", "貸" * 40_000))

    assert changes == []
    assert [f.rule for f in result.findings] == ["COL-001", "COL-001"]


@pytest.mark.parametrize(
    ("state", "undecided", "findings"),
    [
        ("未", 1, ["COL-003 要確認 決定事項 I9"]),
        ("進行", 1, ["COL-003 要確認 決定事項 I9"]),
        ("完了", 0, ["COL-003 参考 決定事項 I9"]),
        ("中止", 0, []),
    ],
)
def test_collect__a_removed_row_in_each_state(state, undecided, findings):
    """What is done stays in the register, and that is said."""
    row = "未広 | 2025-08-20 | 次回会議で報告 | {}"
    later = ((row.format("未"), row.format(state)),)

    result = collected(SK, (FOURTH, "| 決定事項なし |"), FILLED, later=later)

    assert len(result.undecided) == undecided
    assert short(result) == findings


def test_collect__comments_and_words_struck_out():
    """What stands beside the tables is pointed at, and a name in it is found."""
    book = register()
    plain_one = golden_minutes(book, SK, FILLED)[1]
    asides = ("再検討ではないか。", "乙川太郎さんに確認")
    noted = MinutesText(plain_one.file, plain_one.stamp, plain_one.blocks, asides, ("酉島",))

    result = collect([noted], book, CONFIG)

    assert [f.rule for f in result.findings] == ["COL-007", "COL-007", "COL-009", "MTG-006"]


def test_collect__a_copy_with_a_lost_part_is_no_untouched_one():
    """It does not step back behind the document as it was printed."""
    book = register()
    printed = golden_minutes(book, SK)[1]
    edited = golden_minutes(book, SK, (BOX, "| 会議のまとめ | ☑ 継続審議 |"))[1]

    result = collect([printed, MinutesText("控え.docx", edited.stamp, edited.blocks)], book, CONFIG)

    assert "控え.docx" in said(result)


def test_labels__a_near_word_means_one_label_only():
    """Two texts near one label, or one near two, are none."""
    assert FACTS.named(["結論", "要旨", "説明要旨"]).labels == ["結論", "結論の要旨", "説明要旨"]
    assert FACTS.named(["要旨", "結論"]).labels == ["", "結論"]
    assert FACTS.named(["結論の要約", "結論の要点", "結論"]).labels == ["", "", "結論"]
