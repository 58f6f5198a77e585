"""Messy monthly forms: which finding answers them."""

from functools import partial

from juso.core.finding import Severity
from juso.koshu.repairs.repair import REFUSED, Repair, Where

NOTE, WARNING, ERROR = Severity.NOTE, Severity.WARNING, Severity.ERROR

_form = partial(Repair, where=Where.FORM)

FORMS = (
    _form(
        number="N01",
        what="全角の数字・桁区切りのコンマ",
        typed="１，２３４",
        becomes="1234",
        grade=NOTE,
        rule="TALLY-005",
    ),
    _form(
        number="N02",
        what="行の単位と違う単位",
        typed="12人（件の行）",
        becomes="12",
        grade=WARNING,
        rule="TALLY-009",
        advice="数と単位を確かめます。",
    ),
    _form(number="N03", what="横線（皆無）", typed="－", becomes="0（皆無）", grade=None),
    _form(
        number="N04",
        what="空欄",
        typed="提出対象月までの空欄",
        becomes="未入力（0ではありません）",
        grade=ERROR,
        rule="TALLY-004",
        advice="0件でも「0」又は「－」を入力します。",
    ),
    _form(
        number="N04",
        what="提出対象月より後の数",
        typed="5月分の報告の6月の列に12",
        becomes="集計しません",
        grade=WARNING,
        rule="FORM-014",
        advice="表紙の提出対象月を直すか、空欄にします。",
    ),
    _form(
        number="N05",
        what="不詳",
        typed="…、不明、調査中",
        becomes="不詳（合計に入れません）",
        grade=WARNING,
        rule="TALLY-008",
        advice="分かり次第、数を入力します。",
    ),
    *(
        _form(number=number, what=what, typed=typed, becomes="", grade=ERROR, rule="TALLY-006")
        for number, what, typed in (
            ("N06", "伏せた値", "x、＊"),
            ("N07", "同上・〃", "〃"),
            ("N08", "負の数", "△5、(5)"),
            ("N09", "丸数字など", "①"),
            ("N10", "およその数", "約10、10以上"),
            ("N11", "1つのセルに2つ以上の数", "12(3)、5/3"),
            ("N13", "小数", "3.5"),
            ("N14", "日付に変わった数", "3月4日"),
        )
    ),
    _form(
        number="N12",
        what="文字として入力した数",
        typed="'12",
        becomes="12",
        grade=NOTE,
        rule="TALLY-005",
    ),
    *(
        _form(
            number=number,
            what=what,
            typed=typed,
            becomes="",
            grade=ERROR,
            rule="TALLY-007",
            advice=advice,
        )
        for number, what, typed, advice in (
            ("N15", "計算されていない数式", "=SUM(E5:E9)", "再計算して保存し直します。"),
            ("N16", "エラー値", "#REF!", "数式を直すか、数字を入力します。"),
            ("N17", "数の欄の結合したセル", "4月と5月の結合", "結合を解除し、月ごとに入力します。"),
        )
    ),
    _form(
        number="N18",
        what="非表示の行・列、絞り込み",
        typed="非表示にした行",
        becomes="非表示でも読みます",
        grade=WARNING,
        rule="FORM-023",
        advice="表示に戻して、使わない数は消します。",
    ),
    _form(
        number="N19",
        what="様式の行を消した",
        typed="項目コードA01の行がない",
        becomes="未入力",
        grade=ERROR,
        rule="FORM-010",
        advice="様式の行を戻します。",
    ),
    _form(
        number="N19",
        what="独自の行を足した",
        typed="様式にない項目コード",
        becomes="読みません",
        grade=WARNING,
        rule="FORM-011",
        advice="様式の項目コードで入力します。",
    ),
    _form(
        number="N20",
        what="月の見出しのゆれ",
        typed="４月、R7.4、四月",
        becomes="4月",
        grade=NOTE,
        rule="FORM-021",
    ),
    _form(
        number="N21",
        what="表の中の覚え書き",
        typed="項目コードのない行の数",
        becomes="読みません",
        grade=WARNING,
        rule="FORM-015",
        advice="様式の行に入力するか、備考に書きます。",
    ),
    _form(
        number="N22",
        what="別の様式",
        typed="様式IDのないブック",
        becomes=REFUSED,
        grade=ERROR,
        rule="FORM-003",
        advice="市の様式に入力して提出します。",
    ),
    _form(
        number="N23",
        what="前の版の様式",
        typed="様式版 2024",
        becomes="現行の版として読みます",
        grade=WARNING,
        rule="FORM-004",
        advice="現行の様式で提出します。",
    ),
    _form(
        number="N43",
        what="二重の提出",
        typed="W1_介護(修正版).xlsx",
        becomes="提出対象月・提出日の新しいほう",
        grade=WARNING,
        rule="FORM-016",
        advice="古いほうのファイルを片付けます。",
    ),
    _form(
        number="N44",
        what="別の年度のファイル",
        typed="年度が令和6年度",
        becomes=REFUSED,
        grade=ERROR,
        rule="FORM-005",
        advice="年度の合う様式で提出します。",
    ),
    _form(
        number="N44",
        what="別の窓口のファイル",
        typed="窓口コードが様式と違う",
        becomes=REFUSED,
        grade=ERROR,
        rule="FORM-006",
        advice="窓口の様式で提出します。",
    ),
    _form(
        number="N46",
        what="集計様式に書かれた個人名",
        typed="備考に氏名",
        becomes="備考は集計にも報告書にも使いません",
        grade=None,
        advice="集計の様式に個人の名前を書きません。",
    ),
)
