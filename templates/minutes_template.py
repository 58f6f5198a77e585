"""会議録 and 案件別記録 in Word."""

from __future__ import annotations

from docx.document import Document as Doc
from look import gap, header, line, new_document, tag
from paper_tables import Spare, fact_table, list_table, sign_boxes

from juso.koshu.codes import Meeting
from juso.koshu.meetings import Paper

DRAFT = "会議.案である"


def minutes(paper: Paper) -> Doc:
    """会議録: the whole meeting, without any case's detail."""
    committee = paper.meeting is Meeting.LIAISON_COMMITTEE
    document = new_document(f"{paper.meeting}　会議録")
    header(document, "庁内資料" if committee else "取扱注意", DRAFT)
    line(document, "{{ 会議.回次 }}", "回次")
    kind = "会議録" if committee else "会議録（全体記録）"
    line(document, f"{{{{ 会議.会議名 }}}}　{kind}", "標題")
    _minutes_head(document, paper)
    if committee:
        line(document, "1　4課の出席", "見出し")
        list_table(
            document,
            [("課", 45, "{{ 行.課 }}"), ("出席者", 120, "{{ 行.出席者 }}")],
            "行 in 四課",
        )
    else:
        line(document, "1　出席者", "見出し")
        _attendance(document)
    _item_list(document)
    if committee:
        _grades(document)
    number = 4 if committee else 3
    heading = "議事の内容" if committee else "個別案件以外の議事の内容"
    line(document, f"{number}　{heading}", "見出し")
    _discussions(document)
    line(document, f"{number + 1}　会議全体の決定事項", "見出し")
    _decision_table(document, "決定 in 決定")
    if committee:
        line(document, "6　地域福祉推進委員会への報告事項", "見出し")
        line(document, "{{ 報告事項 }}", "Normal")
    last = 7 if committee else 5
    line(document, f"{last}　次回の開催日程　　{{{{ 次回 }}}}", "見出し")
    _signing(document)
    return document


def _minutes_head(document: Doc, paper: Paper) -> None:
    support = paper.meeting is Meeting.SUPPORT_CONFERENCE
    committee = paper.meeting is Meeting.LIAISON_COMMITTEE
    secrecy = [[("守秘義務の確認", "{{ 会議.守秘義務 }}")]]
    law = [
        [("本人の同意", "法の規定による会議であり、情報の共有に本人の同意を要しない。")],
        [("情報の提供を\n求めた機関", "{{ 求めた機関 }}")],
    ]
    fact_table(
        document,
        [
            [("日時", "{{ 会議.日時 }}")],
            [("場所", "{{ 会議.場所 }}"), ("方法", "{{ 会議.方法 }}")],
            [("根拠", "{{ 会議.根拠 }}"), ("兼ねる会議", "{{ 兼ねる会議 }}")],
            [("招集者", "{{ 招集者 }}"), ("議長", "{{ 会議.議長 }}")],
            [("事務局", "{{ 事務局 }}"), ("記録者", "{{ 会議.記録者 }}")],
            [("公開の別", "{{ 公開区分 }}（{{ 非公開理由 }}）")],
            *([] if committee else [[("傍聴者", "なし")]]),
            [("配布資料", "{{ 配布資料 }}")],
            *([] if committee else secrecy),
            *(law if support else []),
        ],
        label=28,
    )


def _attendance(document: Doc) -> None:
    columns = [
        ("機関", 44, "{{ 人.機関 }}"),
        ("職名", 39, "{{ 人.職名 }}"),
        ("氏名", 28, "{{ 人.氏名 }}"),
        ("区分", 20, "{{ 人.区分 }}"),
        ("案件", 16, "{{ 人.案件 }}"),
        ("守秘義務", 18, "{{ 人.守秘義務 }}"),
    ]
    list_table(document, columns, "人 in 出席者", empty="出席者が未入力です。")
    line(document, "欠席者", "小見出し")
    list_table(document, columns[:3], "人 in 欠席者", empty="なし")


def _item_list(document: Doc) -> None:
    line(document, "2　議事", "見出し")
    list_table(
        document,
        [
            ("案件", 20, "{{ 行.案件 }}"),
            ("区分", 75, "{{ 行.区分 }}"),
            ("結論", 40, "{{ 行.結論 }}"),
            ("内容の記録", 30, "{{ 行.記録 }}"),
        ],
        "行 in 議事",
        empty="案件なし",
    )


def _grades(document: Doc) -> None:
    line(document, "3　実施状況の確認結果", "見出し")
    list_table(
        document,
        [
            ("指標", 48, "{{ 行.指標 }}"),
            ("目標値", 15, "{{ 行.目標値 }}"),
            ("評価", 20, "{{ 行.評価 }}"),
            ("課題", 40, "{{ 行.課題 }}"),
            ("次年度対応", 42, "{{ 行.次年度対応 }}"),
        ],
        "行 in 評価一覧",
        empty="今回は実施状況の確認を行っていません。",
    )


def _discussions(document: Doc) -> None:
    tag(document, "for 審 in 審議")
    _discussion(document, "審")
    gap(document)
    tag(document, "else")
    line(document, "なし", "Normal")
    tag(document, "endfor")


def _discussion(document: Doc, name: str) -> None:
    """One item: who brought it, what was said, concluded and decided."""
    line(document, f"{{{{ {name}.案件 }}}}　{{{{ {name}.区分 }}}}", "小見出し")
    fact_table(
        document,
        [
            [("件名", f"{{{{ {name}.件名 }}}}")],
            [("提出", f"{{{{ {name}.提出機関 }}}}　{{{{ {name}.提出者 }}}}")],
            [("説明要旨", f"{{{{ {name}.説明要旨 }}}}")],
        ],
    )
    gap(document)
    list_table(
        document,
        [("機関", 45, "{{ 発言.機関 }}"), ("主な意見", 120, "{{ 発言.意見 }}")],
        f"発言 in {name}.意見一覧",
        empty="意見なし",
        spare=Spare(2, DRAFT),
    )
    gap(document)
    fact_table(
        document,
        [
            [("結論", f"{{{{ {name}.結論欄 }}}}")],
            [("結論の要旨", f"{{{{ {name}.結論の要旨 }}}}")],
            [("次回再付議", f"{{{{ {name}.再付議 }}}}")],
        ],
    )
    gap(document)
    _decision_table(document, f"決定 in {name}.決定")


def _decision_table(document: Doc, loop: str) -> None:
    list_table(
        document,
        [
            ("決定番号", 24, "{{ 決定.決定番号 }}"),
            ("決定事項", 43, "{{ 決定.内容 }}"),
            ("担当機関", 34, "{{ 決定.担当機関 }}"),
            ("担当者", 20, "{{ 決定.担当者 }}"),
            ("期限", 20, "{{ 決定.期限 }}"),
            ("報告方法", 24, "{{ 決定.報告方法 }}"),
        ],
        loop,
        empty="決定事項なし",
        spare=Spare(3, DRAFT),
    )


def _signing(document: Doc) -> None:
    gap(document)
    line(document, "作成日　{{ 会議.作成日 }}　　作成者　{{ 会議.記録者 }}", "注記")
    tag(document, "if 会議.案である")
    line(document, "会議録の確定　{{ 会議.確定期限 }}", "注記")
    tag(document, "else")
    line(document, "確定日　{{ 会議.確定日 }}　　確認者　{{ 会議.確認者 }}", "注記")
    tag(document, "endif")
    gap(document)
    sign_boxes(document, ("記録者", "議長", "確認者"))


def case_record() -> Doc:
    """案件別記録: one case, kept in its case file."""
    document = new_document("案件別記録")
    header(document, "取扱注意", DRAFT)
    line(document, "{{ 会議.回次 }}　{{ 会議.会議名 }}", "回次")
    line(document, "案件別記録", "標題")
    fact_table(
        document,
        [
            [("日時", "{{ 会議.日時 }}")],
            [("場所", "{{ 会議.場所 }}"), ("議長", "{{ 会議.議長 }}")],
            [("対象", "{{ 対象 }}"), ("ケース番号", "{{ ケース番号 }}")],
            [("本人の同意", "{{ 同意 }}")],
            [("出席機関", "{{ 出席機関 }}")],
            [("守秘義務の確認", "{{ 会議.守秘義務 }}")],
            "if 初動",
            [("初動", "{{ 初動 }}")],
            "endif",
        ],
        label=28,
    )
    _discussion(document, "審議")
    _signing(document)
    return document
