"""What はじめに says: the sheets and when they are filled in, the buttons, the rules of input."""

from __future__ import annotations

from dataclasses import dataclass

from juso.adapters.styles import BLUE, GREY, YELLOW
from juso.core.finding import Severity
from juso.core.sheet import Row
from juso.koshu.sheets import (
    Agency,
    AgendaItem,
    Assessment,
    AttendanceRecord,
    Case,
    Contact,
    Decision,
    Evaluation,
    FamilyMember,
    MeetingRecord,
    Plan,
    PlanLine,
    Problem,
    Referral,
    Resource,
    Site,
    Target,
    Training,
)


@dataclass(frozen=True, slots=True)
class Group:
    """Sheets of one kind of work: tab colour and when each is filled in."""

    name: str
    colour: str
    sheets: tuple[tuple[type[Row], str], ...]


GROUPS = (
    Group(
        "相談と支援",
        BLUE,
        (
            (Case, "相談を受けた日に"),
            (Assessment, "アセスメントをしたとき"),
            (FamilyMember, "ケース票と一緒に"),
            (Problem, "ケース票と一緒に"),
            (Plan, "支援の計画を立てるとき"),
            (PlanLine, "支援プランと一緒に"),
            (Evaluation, "モニタリングと終結のとき"),
            (Referral, "ほかの窓口・機関につなぐとき、担当が替わるとき"),
            (Contact, "電話・来所・訪問などのたびに"),
        ),
    ),
    Group(
        "会議",
        YELLOW,
        (
            (MeetingRecord, "会議の日程が決まったとき"),
            (AgendaItem, "案件が出たとき（次第をつくる前）"),
            (AttendanceRecord, "会議の前後に"),
            (Decision, "会議のあと"),
        ),
    ),
    Group(
        "台帳・年度の記録",
        GREY,
        (
            (Resource, "社会資源やその不足に気付いたとき"),
            (Site, "拠点が増減したとき"),
            (Agency, "年度の初めと、機関が替わったとき"),
            (Target, "年度の初め（目標）と終わり（評価）"),
            (Training, "研修・説明会のあと"),
        ),
    ),
)

STEPS = (
    "相談を受けたら「相談受付簿」に1行入力します。対応するたびに「支援経過記録」に1行足します。",
    "アセスメントをしたら「ケース票」「家族構成」「課題整理」に入力します。",
    "支援の計画を「支援プラン」と「プラン明細」に入力し、会議にかける案件を「会議案件」に入れます。",
    "ほかの機関につないだら「つなぎ・引継票」に入力し、受領と初回接触を確かめて日付を入れます。",
    "モニタリングと終結のときに「評価・終結票」に入力します。",
    "入力したらリボン「重層支援」の［点検］を押し、●要修正をなくします。",
)

ACTIONS = (
    (
        "点検（check）",
        "入力の漏れや食い違いを、セルの番地と直し方を付けて一覧にし、そのセルに印を付けます。",
        "「点検結果」シート",
    ),
    (
        "確認済みにする（confirm）",
        "▲要確認のうち「対応」に理由を書いたものを、確認済みにします。",
        "「点検結果」シート",
    ),
    (
        "要対応一覧（todo）",
        "期限の近い仕事と、期限を過ぎた仕事を一覧にします。",
        "「要対応」シート",
    ),
    (
        "つなぎボード（board）",
        "完了していないつなぎ・引継ぎを、いま次に動く機関ごとに一覧にします。",
        "「つなぎボード」シート",
    ),
    (
        "新しい受付票をつくる（form）",
        "台帳を開けない窓口に渡す1件分の票をつくります。同意なしの票、選んだ行の相談の票もつくれます。",
        "出力／受付票",
    ),
    (
        "受付票を取り込む（intake）",
        "届いた受付票を点検し、新しい行と変わったところを台帳に入れます。書き込む前に内容をお見せします。",
        "「相談受付簿」などのシート",
    ),
    (
        "書き方を整える（tidy）",
        "読み替えた値、余分な空白、書き間違いと思われる値の直しを一覧にします。",
        "「整え」シート",
    ),
    (
        "印を付けた直しを書き込む",
        "「整え」で「直す」が○の直しを台帳に書き込みます。書き込む前に内容をお見せします。",
        "直したシート",
    ),
    (
        "名寄せ（match）",
        "同じ人・同じ世帯かもしれない相談を、似ているところを付けて一覧にします。",
        "「名寄せ」シート",
    ),
    (
        "担当者の引継ぎパック（handover）",
        "選んだ行の担当者の相談、約束、つなぎを、Word で1冊にまとめます。",
        "出力／引継ぎ",
    ),
    (
        "月次を取り込む（merge）",
        "四窓口などの月次報告を1つにまとめ、合計と未提出を示します。",
        "「月次実績」「提出状況」シート、出力／集計",
    ),
    (
        "次第を作る（agenda）",
        "会議の次第と案件票を Word でつくります。同意のない案件は重層的支援会議に載りません。",
        "出力／次第",
    ),
    ("会議録を作る（minutes）", "会議録の案を Word でつくります。", "出力／会議録"),
    (
        "決定事項を取り込む（collect）",
        "会議録に書いた決定を台帳に入れます。書き込む前に内容をお見せします。",
        "「決定事項」などのシート",
    ),
    ("報告書を作る（report）", "1年分の実施状況報告書を Word でつくります。", "出力／報告書"),
    ("元に戻す", "台帳に書き込んだ直前の操作を取り消します。", "書き込んだシート"),
    (
        "診断（doctor）",
        "ボタンが動かないときに、パソコンの設定を調べます。",
        "画面に表示",
    ),
    ("手引き", "使い方の説明を開きます。", "画面に表示"),
)
"""The ribbon's buttons (and their verbs of `juso`), what they do, and where the result goes."""

GAP_MARK = "番号を入れた行で、必ず入力する欄が空いています。入力すると消えます。"

MARK_MEANINGS = {
    Severity.ERROR: "点検で付く印です。直すまで会議への付議・月次の締め・報告書の作成に進めません。",
    Severity.WARNING: "点検で付く印です。確かめて「点検結果」に理由を書き、［確認済みにする］を押すと進めます。",
}
"""The marks a 点検 leaves in the sheets; they go with the next one."""

RULES = (
    "日付は「R7.4.1」又は「2025/4/1」の形で入力すると、令和の日付で表示されます。",
    "2つ以上を入れる列は「、」で区切ります（例：高齢、障害）。選択肢は「コード表」にあります。",
    "○の列は、当てはまるときだけ○を選びます。空欄は「当てはまらない」です。",
    "数の列の空欄は「未入力」で、0とは違います。ないときは0を入力してください。",
    "見出しにカーソルを合わせると、入力のしかたのメモが出ます。貼り付けた値には一覧の制限が働かないため、点検で確かめます。",
    "見出しと灰色の列は保護しています（パスワードなし）。並べ替えや行の削除ができないときは［校閲］の"
    "［シート保護の解除］をしてから行い、終わったら元に戻してください。",
    "機関の名前は「関係機関マスタ」の略称、地区は「設定」の一覧から選びます。先に登録してください。",
    "個人番号（マイナンバー）は入力しないでください。",
    "印刷すると、入力した行だけが出ます。新しい行が出ないときは［ページ レイアウト］の"
    "［印刷範囲のクリア］をしてください。",
)


def tab_colour(row_type: type[Row]) -> str:
    """The colour of a sheet's tab: that of its group."""
    return next(g.colour for g in GROUPS if row_type in dict(g.sheets))
