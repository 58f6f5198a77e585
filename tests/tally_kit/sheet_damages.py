"""The damages of the sheet 月次, one for each trap that clerks lay without knowing."""

from __future__ import annotations

from form_tables import HEADINGS
from tally_kit import sheets as kit
from tally_kit.sheets import (
    HEAD,
    Damage,
    all_of,
    code,
    day,
    heading,
    insert_column,
    insert_row,
    label,
    row_of,
    typed,
)

VALUES = (
    Damage(
        "全角の数字",
        typed("A04", 1, "４１", total=False),
        findings="TALLY-005 参考 月次 F8 W1/A04/R7.5",
    ),
    Damage(
        "桁区切りのコンマの付いた文字の数",
        typed("A04", 1, "1,234", total=False),
        figures="A04/R7.5 1234 値",
        findings="""
            TALLY-005 参考 月次 F8 W1/A04/R7.5
            TALLY-119 要修正 月次 Q8 W1/A04
        """,
    ),
    Damage(
        "単位付きの数",
        typed("A04", 1, "12 件", total=False),
        figures="A04/R7.5 12 値",
        findings="""
            TALLY-005 参考 月次 F8 W1/A04/R7.5
            TALLY-119 要修正 月次 Q8 W1/A04
        """,
    ),
    Damage(
        "単位がほかの行と違う数",
        typed("A04", 1, "12人"),
        figures="A04/R7.5 12 値",
        findings="TALLY-009 要確認 月次 F8 W1/A04/R7.5",
    ),
    Damage(
        "ノーブレークスペースの付いた数",
        typed("A04", 1, "\u00a012\u00a0"),
        figures="A04/R7.5 12 値",
        findings="TALLY-005 参考 月次 F8 W1/A04/R7.5",
    ),
    Damage(
        "ゼロ幅スペースの付いた数",
        typed("A04", 1, "\u200b12\ufeff"),
        figures="A04/R7.5 12 値",
        findings="TALLY-005 参考 月次 F8 W1/A04/R7.5",
    ),
    Damage(
        "先頭のアポストロフィが残った数",
        typed("A04", 1, "'12"),
        figures="A04/R7.5 12 値",
        findings="TALLY-005 参考 月次 F8 W1/A04/R7.5",
    ),
    Damage(
        "全角の零と単位",
        typed("A04", 1, "０件"),
        figures="A04/R7.5 0 値",
        findings="TALLY-005 参考 月次 F8 W1/A04/R7.5",
    ),
    Damage(
        "ダッシュは皆無",
        typed("A04", 1, "－"),
        figures="A04/R7.5 皆無",
    ),
    Damage(
        "半角の長音記号も皆無",
        typed("A04", 1, "ｰ"),
        figures="A04/R7.5 皆無",
    ),
    Damage(
        "空欄は零ではない",
        typed("A04", 1, ""),
        figures="A04/R7.5 未入力",
        findings="TALLY-004 要修正 月次 F8 W1/A04/R7.5",
    ),
    Damage(
        "空白だけのセルも空欄",
        typed("A04", 1, "　\u200b "),
        figures="A04/R7.5 未入力",
        findings="TALLY-004 要修正 月次 F8 W1/A04/R7.5",
    ),
    Damage(
        "不詳",
        typed("A04", 1, "不明"),
        figures="A04/R7.5 不詳",
        findings="TALLY-008 要確認 月次 F8 W1/A04/R7.5",
    ),
    Damage(
        "秘匿した数",
        typed("A04", 1, "x"),
        figures="A04/R7.5 誤り",
        findings="TALLY-006 要修正 月次 F8 W1/A04/R7.5",
    ),
    Damage(
        "同上",
        typed("A04", 1, "〃"),
        figures="A04/R7.5 誤り",
        findings="TALLY-006 要修正 月次 F8 W1/A04/R7.5",
    ),
    Damage(
        "三角の負数",
        typed("A04", 1, "△5"),
        figures="A04/R7.5 誤り",
        findings="TALLY-006 要修正 月次 F8 W1/A04/R7.5",
    ),
    Damage(
        "負数の数値",
        typed("A04", 1, -5.0),
        figures="A04/R7.5 誤り",
        findings="TALLY-006 要修正 月次 F8 W1/A04/R7.5",
    ),
    Damage(
        "かっこの数",
        typed("A04", 1, "(5)"),
        figures="A04/R7.5 誤り",
        findings="TALLY-006 要修正 月次 F8 W1/A04/R7.5",
    ),
    Damage(
        "丸数字",
        typed("A04", 1, "①"),
        figures="A04/R7.5 誤り",
        findings="TALLY-006 要修正 月次 F8 W1/A04/R7.5",
    ),
    Damage(
        "約",
        typed("A04", 1, "約10"),
        figures="A04/R7.5 誤り",
        findings="TALLY-006 要修正 月次 F8 W1/A04/R7.5",
    ),
    Damage(
        "内訳の同居",
        typed("A04", 1, "12（うち男5）"),
        figures="A04/R7.5 誤り",
        findings="TALLY-006 要修正 月次 F8 W1/A04/R7.5",
    ),
    Damage(
        "小数",
        typed("A04", 1, 3.5),
        figures="A04/R7.5 誤り",
        findings="TALLY-006 要修正 月次 F8 W1/A04/R7.5",
    ),
    Damage(
        "日付に変わった3-4",
        typed("A04", 1, day(2025, 3, 4)),
        figures="A04/R7.5 誤り",
        findings="TALLY-006 要修正 月次 F8 W1/A04/R7.5",
    ),
    Damage(
        "論理値",
        typed("A04", 1, True),
        figures="A04/R7.5 誤り",
        findings="TALLY-006 要修正 月次 F8 W1/A04/R7.5",
    ),
    Damage(
        "百分率",
        typed("A04", 1, "5%"),
        figures="A04/R7.5 誤り",
        findings="TALLY-006 要修正 月次 F8 W1/A04/R7.5",
    ),
    Damage(
        "指数表記の文字",
        typed("A04", 1, "1E3"),
        figures="A04/R7.5 誤り",
        findings="TALLY-006 要修正 月次 F8 W1/A04/R7.5",
    ),
    Damage(
        "無限大になった1E400",
        typed("A04", 1, float("inf")),
        figures="A04/R7.5 誤り",
        findings="TALLY-006 要修正 月次 F8 W1/A04/R7.5",
    ),
    Damage(
        "桁の多すぎる数",
        typed("A04", 1, 123456789012.0),
        figures="A04/R7.5 誤り",
        findings="TALLY-006 要修正 月次 F8 W1/A04/R7.5",
    ),
    Damage(
        "文字のままの数式",
        typed("A04", 1, "=SUM(F5:F7)"),
        figures="A04/R7.5 誤り",
        findings="TALLY-006 要修正 月次 F8 W1/A04/R7.5",
    ),
    Damage(
        "エラー値の文字",
        typed("A04", 1, "#N/A"),
        figures="A04/R7.5 誤り",
        findings="TALLY-007 要修正 月次 F8 W1/A04/R7.5",
    ),
    Damage(
        "漢数字",
        typed("A04", 1, "十二"),
        figures="A04/R7.5 誤り",
        findings="TALLY-006 要修正 月次 F8 W1/A04/R7.5",
    ),
    Damage(
        "英字のオーを零に使った数",
        typed("A04", 1, "1O"),
        figures="A04/R7.5 誤り",
        findings="TALLY-006 要修正 月次 F8 W1/A04/R7.5",
    ),
    Damage(
        "区切りが読点の数",
        typed("A04", 1, "1、234"),
        figures="A04/R7.5 誤り",
        findings="TALLY-006 要修正 月次 F8 W1/A04/R7.5",
    ),
    Damage(
        "1つのセルに2つの数",
        typed("A04", 1, "3\n4"),
        figures="A04/R7.5 誤り",
        findings="TALLY-006 要修正 月次 F8 W1/A04/R7.5",
    ),
    Damage(
        "計の打ち間違い",
        typed("A04", 12, 1.0, total=False),
        findings="TALLY-119 要修正 月次 Q8 W1/A04",
    ),
)

ROWS = (
    Damage(
        "行の並べ替え",
        kit.upside_down,
    ),
    Damage(
        "行の間の空行と注記",
        all_of(insert_row(30, []), insert_row(12, ["", "※ 電話を含む"])),
    ),
    Damage(
        "単位の行とページの題",
        all_of(insert_row(2, ["", "", "（単位：件）"]), insert_row(1, [])),
    ),
    Damage(
        "ページごとの見出しの繰り返し",
        insert_row(40, HEADINGS),
    ),
    Damage(
        "見出しの前に数の多い表がある",
        insert_row(2, ["先月の合計", "", "", "", 7.0, 8.0]),
    ),
    Damage(
        "項目コードの全角、小文字、空白",
        all_of(code("A01", "Ａ０１"), code("A02", " a02 "), code("A03", "A 03")),
    ),
    Damage(
        "項目コードの列がない",
        kit.drop_column(0),
        findings="FORM-031 参考 月次 A5 W1",
    ),
    Damage(
        "項目コードがすべて空欄",
        kit.no_codes,
        findings="FORM-031 参考 月次 B5 W1",
    ),
    Damage(
        "項目コードが1つ空欄",
        code("B31", ""),
        findings="FORM-031 参考 月次 B35 W1",
    ),
    Damage(
        "項目コードのない「その他」は隣の行で分かる",
        code("E47", ""),
        findings="FORM-031 参考 月次 B111 W1",
    ),
    Damage(
        "項目コードの列を消して群の見出しも消した",
        all_of(kit.no_groups, kit.no_codes),
        findings="FORM-031 参考 月次 B4 W1",
    ),
    Damage(
        "項目コードのない「その他」を別の場所に移した",
        all_of(kit.move_row("E47", 5), code("E55", ""), code("F35", ""), code("E47", "")),
        figures="""
            E47/* なし
            E55/* なし
            F35/* なし
        """,
        findings="""
            FORM-032 要修正 月次 B5 W1
            FORM-032 要修正 月次 B117 W1
            FORM-032 要修正 月次 B150 W1
        """,
    ),
    Damage(
        "項目名の字下げ、番号、略称",
        all_of(
            label("A02", "　・うち、属性外相談"),
            label("A10", "(7) のべ相談・対応件数"),
            label("B15", "30歳代"),
            label("F01", "① つなぎ・引継の\n実施件数"),
            label("C22", "障がい（疑い含む）"),
            label("H03", "└ 個別ケース会議 開催回数"),
        ),
        findings="FORM-031 参考 月次 B6 W1",
    ),
    Damage(
        "コードと項目名が1つのセルにある",
        kit.codes_in_labels,
        findings="FORM-031 参考 月次 B5 W1",
    ),
    Damage(
        "コードが別の列に移った",
        kit.move_column(0, 17),
    ),
    Damage(
        "コードが見出しのない列にある",
        kit.codes_in_remarks,
        findings="FORM-031 参考 月次 R3 W1",
    ),
    Damage(
        "見出しの「項目コード」と「項目」が消えた",
        kit.no_words_in_heading,
        findings="FORM-031 参考 月次 A3 W1",
    ),
    Damage(
        "項目コードがなく、拠点ごとに同じ項目名",
        kit.drop_column(0),
        form="R",
        findings="FORM-031 参考 月次 A5 R",
    ),
    Damage(
        "項目コードがなく、拠点の名前も消えた",
        all_of(kit.no_groups, kit.no_codes),
        form="R",
        figures="""
            */* なし
            R61-S31/R7.4 3500 値
            R61-S31/R7.5 3501 値
            R61-S31/R7.6 3502 値
            R62-S31/R7.4 3510 値
            R62-S31/R7.5 3511 値
            R62-S31/R7.6 3512 値
            R63-S31/R7.4 3520 値
            R63-S31/R7.5 3521 値
            R63-S31/R7.6 3522 値
        """,
        findings="""
            FORM-031 参考 月次 B353 R
            FORM-032 要修正 月次 B4 R
            FORM-032 要修正 月次 B5 R
            FORM-032 要修正 月次 B6 R
            FORM-032 要修正 月次 B7 R
            FORM-032 要修正 月次 B8 R
            FORM-032 要修正 月次 B9 R
            FORM-032 要修正 月次 B10 R
            FORM-032 要修正 月次 B11 R
            FORM-032 要修正 月次 B12 R
            FORM-032 要修正 月次 B13 R
            FORM-032 要修正 月次 B14 R
            FORM-032 要修正 月次 B15 R
            FORM-032 要修正 月次 B16 R
            FORM-032 要修正 月次 B17 R
            FORM-032 要修正 月次 B18 R
            FORM-032 要修正 月次 B19 R
            FORM-032 要修正 月次 B20 R
            FORM-032 要修正 月次 B21 R
            FORM-032 要修正 月次 B22 R
            FORM-032 要修正 月次 B23 R
            FORM-032 要修正 月次 B24 R
        """,
    ),
    Damage(
        "群の名前が縦に結合した列にある",
        kit.groups_in_a_column,
        findings="FORM-031 参考 月次 B4 W1",
    ),
    Damage(
        "コードと項目名の食い違い",
        label("A02", "うち複合課題（2分野以上）", blank=False),
        findings="FORM-033 要確認 月次 B6 W1/A02",
    ),
    Damage(
        "同じコードの行が2つあり数も同じ",
        kit.copy_row("A05", 40),
        findings="FORM-009 要修正 月次 A40 W1/A05",
    ),
    Damage(
        "同じコードの行が2つあり数が違う",
        kit.copy_row("A05", 40, 1.0),
        figures="""
            A05/R7.4 誤り
            A05/R7.5 誤り
            A05/R7.6 誤り
        """,
        findings="FORM-009 要修正 月次 A40 W1/A05",
    ),
    Damage(
        "空の行が先にある二重のコード",
        lambda s: s.insert(3, [*row_of(s, "A05")[:4], *[""] * 14]),
        findings="FORM-009 要修正 月次 A4 W1/A05",
    ),
    Damage(
        "消された行",
        kit.drop_rows("A06"),
        figures="""
            A06/R7.4 なし
            A06/R7.5 なし
            A06/R7.6 なし
        """,
        findings="FORM-010 要修正 月次 W1/A06",
    ),
    Damage(
        "群ごと消された行",
        kit.drop_rows("B01", "B02", "B03", "B04"),
        figures="""
            B01/* なし
            B02/* なし
            B03/* なし
            B04/* なし
        """,
        findings="FORM-010 要修正 月次 W1/B01",
    ),
    Damage(
        "独自の項目",
        kit.append(["Z01", "独自の項目", "件", "F", 1.0, 2.0, 3.0]),
        findings="FORM-011 要確認 月次 A182 W1/Z01",
    ),
    Damage(
        "コードのない小計",
        insert_row(21, ["", "小計", "件", "", 1.0, 2.0, 3.0]),
        findings="FORM-015 要確認 月次 A21 W1",
    ),
    Damage(
        "表の下の集計メモ",
        kit.append([], ["集計メモ"], ["", "電話", "", "", 1.0], ["", "メール", "", "", 2.0]),
        findings="FORM-015 要確認 月次 A184 W1",
    ),
    Damage(
        "様式の下に前年度の表",
        kit.year_before_below,
        findings="FORM-036 要確認 月次 A184 W1",
    ),
    Damage(
        "上半期と下半期の2段の表",
        kit.halves,
        findings="""
            FORM-012 要修正 月次 W1/R7.10
            FORM-012 要修正 月次 W1/R7.11
            FORM-012 要修正 月次 W1/R7.12
            FORM-012 要修正 月次 W1/R8.1
            FORM-012 要修正 月次 W1/R8.2
            FORM-012 要修正 月次 W1/R8.3
            FORM-036 要確認 月次 A182 W1
        """,
    ),
    Damage(
        "見出しの列が違う2つ目の表",
        kit.append([*HEADINGS[:4], "", *HEADINGS[4:]], ["A01", "", "", "", 9.0, 9.0]),
        findings="FORM-036 要確認 月次 A182 W1",
    ),
)

COLUMNS = (
    Damage(
        "月の列の並べ替え",
        kit.move_column(4, 15),
    ),
    Damage(
        "列の挿入",
        insert_column(4, lambda n, r: "担当" if n == HEAD else "係" if r[0] else ""),
    ),
    Damage(
        "見出しのない数の列",
        insert_column(6, lambda n, r: 3.0 if r[0] and n > HEAD else ""),
        findings="FORM-035 要確認 月次 G3 W1",
    ),
    Damage(
        "累計の列",
        insert_column(5, lambda n, r: "4月累計" if n == HEAD else 99.0 if r[0] else ""),
        findings="FORM-035 参考 月次 F3 W1",
    ),
    Damage(
        "前年度の列",
        insert_column(5, lambda n, r: "前年度\n4月" if n == HEAD else 99.0 if r[0] else ""),
        findings="FORM-035 参考 月次 F3 W1",
    ),
    Damage(
        "上半期計の列",
        insert_column(10, lambda n, r: "上半期計" if n == HEAD else 99.0 if r[0] else ""),
        findings="FORM-035 参考 月次 K3 W1",
    ),
    Damage(
        "目標と実績の列",
        kit.targets_beside,
        findings="FORM-035 参考 月次 E3 W1",
    ),
    Damage(
        "2つの年度が並ぶ表",
        kit.years_side_by_side,
        findings="FORM-035 参考 月次 E4 W1",
    ),
    Damage(
        "年と月の2段の見出し",
        kit.two_headings,
    ),
    Damage(
        "同じ月が2列あり数も同じ",
        insert_column(5, kit.april),
        findings="FORM-013 要修正 月次 F3 W1/R7.4",
    ),
    Damage(
        "同じ月が2列あり数が違う",
        insert_column(5, lambda n, r: 1.0 if n > HEAD and r[0] else r[4]),
        figures="*/R7.4 未入力",
        findings="""
            FORM-013 要修正 月次 E3 W1/R7.4
            FORM-013 要修正 月次 F3 W1/R7.4
        """,
    ),
    Damage(
        "同じ月が2列あり片方は空",
        insert_column(4, kit.only_heading),
        findings="FORM-013 要修正 月次 E3 W1/R7.4",
    ),
    Damage(
        "月の列がない",
        kit.drop_column(5),
        figures="*/R7.5 未入力",
        findings="FORM-012 要修正 月次 W1/R7.5",
    ),
    Damage(
        "前の年度の月の見出し",
        heading(1, "R6.5"),
        figures="*/R7.5 未入力",
        findings="""
            FORM-012 要修正 月次 W1/R7.5
            FORM-012 要修正 月次 F3 W1/R6.5
        """,
    ),
    Damage(
        "月末の値の計が月末と違う",
        typed("E06", 12, 1.0, total=False),
        findings="TALLY-118 要修正 月次 Q102 W1/E06",
    ),
    Damage(
        "実人数の計",
        typed("A11", 12, 99.0, total=False),
        findings="TALLY-118 要修正 月次 Q12 W1/A11",
    ),
    Damage(
        "計の列がない",
        kit.drop_column(16),
    ),
    Damage(
        "全角の月",
        heading(0, "４月"),
    ),
    Damage(
        "空白と改行のある月",
        heading(0, " 4\n月 "),
    ),
    Damage(
        "年号の略記の月",
        heading(0, "Ｒ７．４"),
    ),
    Damage(
        "斜線の月",
        heading(0, "2025/4"),
    ),
    Damage(
        "和暦の月分",
        heading(0, "令和7年4月分"),
    ),
    Damage(
        "実績の付いた月",
        heading(0, "4月実績"),
    ),
    Damage(
        "月末の付いた月",
        heading(0, "4月末"),
    ),
    Damage(
        "漢数字の月",
        heading(0, "四月"),
        findings="FORM-021 参考 月次 E3 W1/R7.4",
    ),
    Damage(
        "英語の月",
        heading(0, "Apr."),
        findings="FORM-021 参考 月次 E3 W1/R7.4",
    ),
    Damage(
        "日付の月",
        heading(0, day(2025, 4)),
    ),
    Damage(
        "書式の取れた日付の月",
        heading(0, 45748.0),
    ),
    Damage(
        "数だけの月",
        all_of(*(heading(i, float((i + 3) % 12 + 1)) for i in range(12))),
    ),
    Damage(
        "月の見出しが消えた",
        heading(0, ""),
        figures="*/R7.4 未入力",
        findings="""
            FORM-012 要修正 月次 W1/R7.4
            FORM-035 要確認 月次 E3 W1
        """,
    ),
    Damage(
        "目標の付いた月",
        heading(0, "4月目標"),
        figures="*/R7.4 未入力",
        findings="""
            FORM-012 要修正 月次 W1/R7.4
            FORM-035 参考 月次 E3 W1
        """,
    ),
    Damage(
        "まとめた月",
        heading(0, "4～5月"),
        figures="*/R7.4 未入力",
        findings="""
            FORM-012 要修正 月次 W1/R7.4
            FORM-035 参考 月次 E3 W1
        """,
    ),
)

VERSIONS = (
    Damage(
        "項目コードのない試行版の様式",
        kit.drop_column(0),
        version="2024",
        figures="""
            B31/* 不詳
            B32/* 不詳
            B33/* 不詳
            C05/R7.4 515 値
            C05/R7.5 517 値
            C05/R7.6 519 値
            F06/* 不詳
            H04/* 不詳
            H05/R7.4 1450 値
            H05/R7.5 1451 値
            H05/R7.6 1452 値
        """,
        findings="""
            FORM-004 要確認 表紙 B4 W1
            FORM-034 参考 月次 W1
            FORM-034 要確認 月次 A35 W1/B31
            FORM-031 参考 月次 A5 W1
        """,
    ),
    Damage(
        "試行版の様式",
        kit.nothing,
        version="2024",
        figures="""
            B31/* 不詳
            B32/* 不詳
            B33/* 不詳
            C05/R7.4 515 値
            C05/R7.5 517 値
            C05/R7.6 519 値
            F06/* 不詳
            H04/* 不詳
            H05/R7.4 1450 値
            H05/R7.5 1451 値
            H05/R7.6 1452 値
        """,
        findings="""
            FORM-004 要確認 表紙 B4 W1
            FORM-034 参考 月次 W1
            FORM-034 要確認 月次 A35 W1/B31
        """,
    ),
    Damage(
        "版だけが古い今の様式",
        kit.today_again,
        version="2024",
        findings="FORM-004 要確認 表紙 B4 W1",
    ),
    Damage(
        "知らない版",
        kit.nothing,
        version="2019",
        findings="FORM-004 要確認 表紙 B4 W1",
    ),
)

DAMAGES = (*VALUES, *ROWS, *COLUMNS, *VERSIONS)
