"""次第 in Word: the order of business with 出席者名簿, 決定事項進捗表 and a 案件票 per item."""

from __future__ import annotations

from docx.document import Document as Doc
from look import gap, header, line, new_document, tag
from paper_tables import fact_table, list_table, notice_box, plain_table

from juso.koshu.codes import AgendaKind, Meeting
from juso.koshu.meetings import BUSINESS_HEADING, PLAN_CHECKS, Paper

HANDLING = "{{ 取扱 }}　No.＿＿／{% if 部数 %}{{ 部数 }}{% else %}＿＿{% endif %}"
NO_DAY = "　　　　年　　月　　日（　　）"


def agenda(paper: Paper) -> Doc:
    """次第 with 出席者名簿, 決定事項進捗表 and one 案件票 per item."""
    about_cases = paper.meeting is not Meeting.LIAISON_COMMITTEE
    document = new_document(f"{paper.meeting}　次第")
    header(document, HANDLING if about_cases else "庁内資料")
    line(document, "{{ 回次 }}", "回次")
    line(document, "{{ 会議名 }}　次第", "標題")
    plain_table(
        document,
        [
            ("日　　時", "{{ 日時 }}"),
            ("場　　所", "{{ 場所 }}{% if 方法 %}　（方法：{{ 方法 }}）{% endif %}"),
            "if 兼ねる会議",
            ("兼ねる会議", "{{ 兼ねる会議 }}"),
            "endif",
        ],
    )
    gap(document)
    if about_cases:
        notice_box(document, "{{ 告知文 }}")
    _steps(document, paper)
    gap(document)
    line(document, "添付：{{ 添付|join('　／　') }}", "注記")
    _people(document, about_cases=about_cases)
    _open_decisions(document)
    if about_cases:
        _case_sheets(document, paper)
    return document


def _steps(document: Doc, paper: Paper) -> None:
    for number, step in enumerate(paper.steps, start=1):
        minutes = f"（{step.minutes}分）" if step.minutes else ""
        if step.heading == BUSINESS_HEADING:
            total = "{% if 議事所要 %}{{ 議事所要 }}{% endif %}"
            line(document, f"{number}　{step.heading}\t{total}", "次第の項目")
            _business(document)
        elif step.heading.startswith("次回"):
            day = f"{{% if 次回 %}}{{{{ 次回 }}}}{{% else %}}{NO_DAY}{{% endif %}}"
            line(document, f"{number}　{step.heading}　　{day}", "次第の項目")
        else:
            line(document, f"{number}　{step.heading}\t{minutes}".rstrip("\t"), "次第の項目")


def _business(document: Doc) -> None:
    tag(document, "for 項目 in 議事")
    minutes = "{% if 項目.所要 %}{{ 項目.所要 }}{% endif %}"
    line(document, f"{{{{ 項目.番号 }}}}　{{{{ 項目.名称 }}}}\t{minutes}", "次第の議事")
    tag(document, "for 案件 in 項目.案件一覧")
    line(
        document,
        "{{ 案件.記号 }}　{{ 案件.案件 }}　{{ 案件.対象 }}　【提出：{{ 案件.提出機関 }}】"
        "{% if 案件.所要 %}{{ 案件.所要 }}{% endif %}",
        "次第の案件",
    )
    tag(document, "else")
    line(document, "案件なし", "次第の案件")
    tag(document, "endfor")
    tag(document, "endfor")


def _people(document: Doc, *, about_cases: bool) -> None:
    line(document, "出席者名簿", "見出し", new_page=True)
    columns = [
        ("No.", 10, "{{ 人.番号 }}"),
        ("機関", 43, "{{ 人.機関 }}"),
        ("職名", 33, "{{ 人.職名 }}"),
        ("氏名", 26, "{{ 人.氏名 }}"),
        ("区分", 20, "{{ 人.区分 }}"),
    ]
    if about_cases:
        columns += [("案件", 15, "{{ 人.案件 }}"), ("守秘義務", 18, "{{ 人.守秘義務 }}")]
    else:
        columns += [("備考", 33, "")]
    list_table(document, columns, "人 in 出席者", empty="出席者が未入力です。")


def _open_decisions(document: Doc) -> None:
    line(document, "決定事項進捗表（前回までの決定事項のうち完了していないもの）", "見出し")
    list_table(
        document,
        [
            ("決定番号", 24, "{{ 件.決定番号 }}"),
            ("会議・案件", 20, "{{ 件.案件 }}"),
            ("内容", 46, "{{ 件.内容 }}"),
            ("担当", 28, "{{ 件.担当 }}"),
            ("期限", 16, "{{ 件.期限 }}"),
            ("状態", 17, "{{ 件.状態 }}"),
            ("記入欄", 14, ""),
        ],
        "件 in 宿題",
        empty="前回までの決定事項で完了していないものはありません。",
    )


def _case_sheets(document: Doc, paper: Paper) -> None:
    tag(document, "for 票 in 案件票")
    line(document, "案件票　{{ 票.案件 }}　{{ 票.区分 }}\t会議後回収", "見出し", new_page=True)
    _basics(document, leaving=paper.meeting is Meeting.PLAN_CONFERENCE)
    gap(document)
    fact_table(
        document,
        [
            [("件名", "{{ 票.件名 }}")],
            [("論点", "{{ 票.論点 }}")],
            [("求める結論", "{{ 票.求める結論 }}"), ("資料", "{{ 票.資料 }}")],
        ],
    )
    gap(document)
    if paper.meeting is Meeting.PLAN_CONFERENCE:
        _plan(document)
        _closing(document)
        _resource(document)
    _background(document)
    fact_table(document, [[("結論", "{{ 票.結論欄 }}")], [("メモ", "")]], room=13)
    tag(document, "endfor")


def _basics(document: Doc, *, leaving: bool) -> None:
    scope = "機関：{{ 票.本人.同意範囲機関 }}　情報：{{ 票.本人.同意範囲情報 }}"
    leave_rows = [
        "if 票.本人.退席機関",
        [
            (
                "退席する機関",
                "{{ 票.本人.退席機関 }}（同意の範囲外のため、審議中は退席し、資料を配らない）",
            )
        ],
        "endif",
    ]
    fact_table(
        document,
        [
            [("提出", "{{ 票.提出機関 }}　{{ 票.提出者 }}"), ("付議回数", "{{ 票.付議回数 }}")],
            "if 票.本人",
            [("対象", "{{ 票.本人.対象 }}"), ("ケース番号", "{{ 票.本人.ケース番号 }}")],
            [("緊急度", "{{ 票.緊急度 }}"), ("地区", "{{ 票.本人.地区 }}")],
            [("世帯構成", "{{ 票.本人.世帯構成 }}　家族：{{ 票.本人.家族 }}")],
            [("リスク", "{{ 票.本人.リスク }}")],
            [("同意状況", "{{ 票.本人.同意状況 }}"), ("同意期限", "{{ 票.本人.同意期限 }}")],
            [("同意の範囲", scope)],
            "if 票.本人.取扱注意",
            [("取扱注意", "{{ 票.本人.取扱注意 }}")],
            "endif",
            *(leave_rows if leaving else []),
            "else",
            [("緊急度", "{{ 票.緊急度 }}"), ("個別案件", "個人に関する記載なし")],
            "endif",
        ],
    )


def _plan(document: Doc) -> None:
    tag(document, f"if 票.区分 == '{AgendaKind.PLAN_REVIEW}'")
    tag(document, "if 票.プラン")
    fact_table(
        document,
        [
            [
                (
                    "プラン",
                    "{{ 票.プラン.プラン番号 }}　{{ 票.プラン.種別 }}　本人同意：{{ 票.プラン.本人同意 }}",
                )
            ],
            [("目指す姿", "{{ 票.プラン.目指す姿 }}")],
            [("当面の目標", "{{ 票.プラン.目標 }}")],
            [("達成の目安", "{{ 票.プラン.目安 }}"), ("期間", "{{ 票.プラン.期間 }}")],
        ],
    )
    gap(document)
    list_table(
        document,
        [
            ("課題", 52, "{{ 行.課題 }}"),
            ("支援内容", 59, "{{ 行.支援内容 }}"),
            ("担当機関", 34, "{{ 行.担当機関 }}"),
            ("期日", 20, "{{ 行.期日 }}"),
        ],
        "行 in 票.プラン.明細",
        empty="プラン明細が未入力です。",
    )
    tag(document, "else")
    line(document, "【未入力】プラン番号が空欄か、支援プランにない番号です。", "注記")
    tag(document, "endif")
    gap(document)
    half = len(PLAN_CHECKS) // 2
    boxes = ("　".join(f"□ {c}" for c in part) for part in (PLAN_CHECKS[:half], PLAN_CHECKS[half:]))
    fact_table(document, [[("チェック欄", "\n".join(boxes))]])
    gap(document)
    tag(document, "endif")


def _closing(document: Doc) -> None:
    tag(document, f"if 票.区分 == '{AgendaKind.CLOSING_REVIEW}'")
    tag(document, "if 票.評価")
    fact_table(
        document,
        [
            [("評価", "{{ 票.評価.評価番号 }}"), ("評価日", "{{ 票.評価.評価日 }}")],
            [
                ("目標の達成度", "{{ 票.評価.達成度 }}"),
                ("どの段階まで", "{{ 票.評価.どの段階まで }}"),
            ],
            [("見られた変化", "{{ 票.評価.変化 }}")],
            [("本人の満足・意向", "{{ 票.評価.本人の満足 }}")],
            [("残された課題", "{{ 票.評価.残された課題 }}")],
            [("不足した資源", "{{ 票.評価.不足した資源 }}")],
            [("終結後の見守り", "{{ 票.評価.見守り先 }}")],
        ],
        label=29,
    )
    tag(document, "else")
    line(document, "【未入力】評価番号が空欄か、評価・終結票にない番号です。", "注記")
    tag(document, "endif")
    gap(document)
    tag(document, "endif")


def _resource(document: Doc) -> None:
    tag(document, f"if 票.区分 == '{AgendaKind.RESOURCES}'")
    tag(document, "if 票.資源")
    fact_table(
        document,
        [
            [
                ("社会資源", "{{ 票.資源.資源番号 }}　{{ 票.資源.名称 }}"),
                ("種別", "{{ 票.資源.種別 }}"),
            ],
            [("提供主体", "{{ 票.資源.提供主体 }}"), ("対象", "{{ 票.資源.対象者 }}")],
            [("充足状況", "{{ 票.資源.充足状況 }}"), ("不足の根拠", "{{ 票.資源.根拠件数 }}")],
            [("開発状況", "{{ 票.資源.開発状況 }}"), ("担当", "{{ 票.資源.担当 }}")],
        ],
    )
    tag(document, "else")
    line(document, "【未入力】資源番号が空欄か、社会資源台帳にない番号です。", "注記")
    tag(document, "endif")
    gap(document)
    fact_table(document, [[("開発案", "")], [("スケジュール", "")]], room=26)
    gap(document)
    tag(document, "endif")


def _background(document: Doc) -> None:
    tag(document, "if 票.本人")
    list_table(
        document,
        [
            ("月日", 18, "{{ 行.日 }}"),
            ("方法", 26, "{{ 行.方法 }}"),
            ("経緯", 121, "{{ 行.内容 }}"),
        ],
        "行 in 票.本人.経緯",
        empty="{{ 票.本人.経緯の注 }}",
    )
    tag(document, "if not 票.プラン and not 票.評価")
    gap(document)
    list_table(
        document,
        [
            ("優先", 12, "{{ 課題.優先度 }}"),
            ("課題区分", 33, "{{ 課題.課題区分 }}"),
            ("課題の内容", 62, "{{ 課題.内容 }}"),
            ("背景要因", 58, "{{ 課題.背景要因 }}"),
        ],
        "課題 in 票.本人.課題一覧",
        empty="課題の整理が未入力です。",
    )
    tag(document, "endif")
    gap(document)
    fact_table(
        document,
        [
            [("関わる機関", "{{ 票.本人.関わる機関 }}")],
            "if not 票.プラン",
            [("利用中の制度", "{{ 票.本人.利用制度 }}")],
            [("本人の希望", "{{ 票.本人.希望 }}")],
            "endif",
            [("事務局案", "{{ 票.本人.見立て }}")],
        ],
    )
    gap(document)
    tag(document, "endif")
