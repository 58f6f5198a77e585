"""引継ぎパック in Word: summary, a card per open case, what is promised and due, lines to sign."""

from __future__ import annotations

from card_table import card_table, keep_together
from docx.document import Document as Doc
from look import gap, header, line, new_document, tag
from paper_tables import fact_table, list_table, notice_box, sign_boxes

NOTICE = (
    "この資料は、担当が替わるときに、後任者に直接渡すものです。氏名を含みます。複写・持出し・送信をせず、"
    "引継ぎが終わったら、ケースの記録と同じ扱いで保管するか、裁断してください。"
    "住所・電話番号は載せていません。支援台帳で確かめてください。"
)
CAUTION = "【取扱注意】"
RULE = (
    "この資料をつくっても、支援台帳の担当者は変わりません。後任者は、1件ごとに内容を確かめて受領を記入し、"
    "支援台帳の担当者を書き換えてください。受領のない行は、後任者が決まるまで{{ 機関 }}のリーダーが受け持ちます。"
)
FILES = "会議録は、事業所のフォルダーの「出力」の「会議録」に、次第と案件票は「次第」にあります。"


def handover() -> Doc:
    """The whole pack."""
    document = new_document("引継ぎパック")
    header(document, "取扱注意（個人情報）　No.＿＿／＿＿")
    line(document, "{{ 機関 }}", "回次")
    line(document, "引継ぎパック", "標題")
    fact_table(
        document,
        [
            [("引き継ぐ人", "{{ 担当者 }}"), ("作成日", "{{ 作成日 }}")],
            [("ケース", "開いているケース{{ ケース数 }}")],
            [("約束と期日", "{{ 約束数 }}")],
            [("つなぎ・会議", "{{ つなぎ等の数 }}")],
            [("点検の指摘", "{{ 指摘数 }}")],
            "if ほかの書き方",
            [
                (
                    "氏名の書き方",
                    "「{{ ほかの書き方 }}」と入力された行は、この資料に含めていません。"
                    "同じ人であれば、支援台帳の氏名をそろえて、つくり直してください。",
                )
            ],
            "endif",
        ],
        label=25,
    )
    gap(document)
    notice_box(document, NOTICE)
    _cards(document)
    _duties(document)
    _referrals(document)
    _remarks(document)
    _files(document)
    _receipts(document)
    return document


def _cards(document: Doc) -> None:
    line(document, "1　開いているケース（次の期日の早い順）", "見出し")
    tag(document, "if ケース一覧")
    tag(document, "for 票 in ケース一覧")
    late = "{% if 票.期日が過ぎた %}【期限超過】{% endif %}"
    card_table(
        document,
        ("{{ 票.ケース番号 }}　{{ 票.氏名 }}", f"次の期日　{late}{{{{ 票.次の期日 }}}}"),
        [
            "if 票.取扱注意",
            [(CAUTION, "{{ 票.取扱注意 }}")],
            "endif",
            "if 票.連絡方法の注意",
            [("連絡の注意", "{{ 票.連絡方法の注意 }}")],
            "endif",
            [("本人", "{{ 票.本人 }}"), ("世帯番号", "{{ 票.世帯 }}")],
            [("受付窓口", "{{ 票.受付窓口 }}"), ("状態", "{{ 票.状態 }}")],
            [("緊急度", "{{ 票.緊急度 }}"), ("同意状況", "{{ 票.同意状況 }}")],
            [("最終接触日", "{{ 票.最終接触日 }}"), ("次回予定日", "{{ 票.次回予定日 }}")],
            [("副担当機関", "{{ 票.副担当機関 }}")],
            [("主訴", "{{ 票.主訴 }}")],
            [("当面の目標", "{{ 票.当面の目標 }}")],
            [("次の対応", "{{ 票.次の対応 }}")],
        ],
        loud=CAUTION,
    )
    gap(document)
    tag(document, "endfor")
    tag(document, "else")
    line(document, "主担当の開いているケースはありません。", "注記")
    tag(document, "endif")


def _duties(document: Doc) -> None:
    line(document, "2　約束していること（期日の順）", "見出し")
    list_table(
        document,
        [
            ("期日", 17, "{{ 件.期日 }}"),
            ("ケース", 31, "{{ 件.ケース }}"),
            ("内容", 82, "{{ 件.内容 }}"),
            ("約束した所", 35, "{{ 件.約束した所 }}"),
        ],
        "件 in 約束",
        empty="約束して、まだ済んでいないことはありません。",
    )
    line(document, "3　期日の来る手続", "見出し")
    list_table(
        document,
        [
            ("期日", 17, "{{ 件.期日 }}"),
            ("ケース", 31, "{{ 件.ケース }}"),
            ("種類", 31, "{{ 件.種類 }}"),
            ("内容", 86, "{{ 件.内容 }}"),
        ],
        "件 in 手続",
        empty="期日の来る手続はありません。",
    )


def _referrals(document: Doc) -> None:
    line(document, "4　つなぎ・引継ぎ（完了していないもの。●はこちらが次に動くもの）", "見出し")
    list_table(
        document,
        [
            ("引継番号", 23, "{{ 件.引継番号 }}"),
            ("ケース", 26, "{{ 件.ケース }}"),
            ("つなぎ元 → 先", 32, "{{ 件.つなぎ }}"),
            ("依頼日", 17, "{{ 件.依頼日 }}"),
            ("状態", 31, "{{ 件.状態 }}"),
            ("次にすること", 36, "{{ 件.次にすること }}"),
        ],
        "件 in つなぎ一覧",
        empty="完了していないつなぎ・引継ぎはありません。",
    )
    line(document, "5　会議の決定事項（完了していないもの）", "見出し")
    list_table(
        document,
        [
            ("決定番号", 26, "{{ 件.決定番号 }}"),
            ("ケース", 31, "{{ 件.ケース }}"),
            ("内容", 67, "{{ 件.内容 }}"),
            ("期限", 17, "{{ 件.期限 }}"),
            ("状態", 24, "{{ 件.状態 }}"),
        ],
        "件 in 決定",
        empty="完了していない決定事項はありません。",
    )


def _remarks(document: Doc) -> None:
    line(document, "6　点検の指摘（直すもの、確かめるもの）", "見出し")
    list_table(
        document,
        [
            ("重要度", 15, "{{ 件.重要度 }}"),
            ("ケース", 31, "{{ 件.ケース }}"),
            ("場所", 36, "{{ 件.場所 }}"),
            ("内容", 83, "{{ 件.内容 }}"),
        ],
        "件 in 指摘",
        empty="直すもの、確かめるものはありません。",
    )
    line(document, "7　確認済みの指摘（理由があって、そのままにしているもの）", "見出し")
    list_table(
        document,
        [
            ("ケース", 28, "{{ 件.ケース }}"),
            ("場所", 31, "{{ 件.場所 }}"),
            ("内容", 44, "{{ 件.内容 }}"),
            ("理由", 39, "{{ 件.理由 }}"),
            ("確認", 23, "{{ 件.確認 }}"),
        ],
        "件 in 確認済み",
        empty="確認済みの指摘はありません。",
    )


def _files(document: Doc) -> None:
    line(document, "8　会議の記録の場所", "見出し")
    line(document, FILES, "注記").paragraph_format.keep_with_next = True
    list_table(
        document,
        [
            ("開催日", 17, "{{ 件.開催日 }}"),
            ("会議番号", 22, "{{ 件.会議番号 }}"),
            ("ケース", 31, "{{ 件.ケース }}"),
            ("案件別記録のファイル", 75, "{{ 件.記録 }}"),
            ("会議録", 20, "{{ 件.議事録状態 }}"),
        ],
        "件 in 会議",
        empty="会議にかけたケースはありません。",
    )


def _receipts(document: Doc) -> None:
    line(document, "9　受領確認と申し送り", "見出し", new_page=True)
    notice_box(document, RULE)
    gap(document)
    list_table(
        document,
        [
            ("No.", 9, "{{ 行.番号 }}"),
            ("ケース", 34, "{{ 行.ケース }}"),
            ("引き継ぐもの", 33, "{{ 行.引き継ぐもの }}"),
            ("次の期日", 26, "{{ 行.次の期日 }}"),
            ("受領", 11, "□"),
            ("後任者名", 28, ""),
            ("受領日", 24, "　年　月　日"),
        ],
        "行 in 受領",
        empty="引き継ぐものはありません。",
    )
    gap(document)
    fact_table(
        document,
        [[("紙の書類の場所", "")], [("預かり物・鍵", "")], [("申し送り", "")]],
        label=30,
        room=14,
    )
    keep_together(document.tables[-1])
    gap(document)
    sign_boxes(document, ["引き継いだ人", "リーダー"])
