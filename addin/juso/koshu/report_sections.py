"""実施状況報告書: its headings, tables and figures in order; a heading never vanishes.

A section names what it shows: 表n and 図n are declared in EXHIBITS, other names are texts;
the builder of each is found under the same name in services/report/.
"""

from __future__ import annotations

from dataclasses import dataclass

from juso.core.codelist import CodeList

TITLE = "甲州市重層的支援体制整備事業 実施状況報告書"
NOTHING = "該当なし"


class Edition(CodeList):
    """版；3つ目の語はコマンドの --edition。"""

    INTERNAL = "庁内評価版", "庁内連携委員会の確認・評価に用いる", "internal"
    COMMITTEE = "地域福祉推進委員会提出版", "委員会への報告に用いる", "committee"
    FINAL = "確定版", "委員会の意見を反映し、公表に用いる", "final"


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A numbered table or figure."""

    number: str
    caption: str
    unit: str = ""
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """One heading; `{year}` in it is the fiscal year of the report."""

    level: int
    heading: str
    basis: str
    shows: tuple[str, ...] = ()
    new_page: bool = False


EXHIBITS = (
    Exhibit("図1", "事業の全体像"),
    Exhibit("表1", "主要指標"),
    Exhibit("図2", "報告・評価の流れ（PDCAサイクル）"),
    Exhibit("表2", "事業別の拠点、所管課及び実施方式"),
    Exhibit("表3", "会議の構成"),
    Exhibit("表4", "相談員の配置", "人"),
    Exhibit("表5", "月別の新規相談、延べ相談・対応及び継続ケース", "件", landscape=True),
    Exhibit("図3", "新規相談及び延べ相談・対応の月別推移", "件", landscape=True),
    Exhibit("図4", "新規相談受付件数の年度推移", "件"),
    Exhibit("表6", "新規相談の性別・年代", "件"),
    Exhibit("図5", "新規相談の年代構成", "％"),
    Exhibit("表7", "新規相談の相談経路", "件"),
    Exhibit("表8", "延べ相談・対応の課題区分（複数計上）", "件"),
    Exhibit("図6", "課題区分別の延べ件数（4窓口の計）", "件"),
    Exhibit("表9", "新規相談の地区", "件"),
    Exhibit("表10", "人口当たりの件数", "件"),
    Exhibit("表11", "窓口別の新規、延べ及び主たる結果", "件", landscape=True),
    Exhibit("表12", "窓口別の属性外、複合課題、ついで及び秘匿希望の相談", "件"),
    Exhibit("表13", "窓口別の支援方法", "件"),
    Exhibit("表14", "窓口別の内訳"),
    Exhibit("図7", "窓口別の新規相談受付件数の月別推移", "件"),
    Exhibit("表15", "つなぎ・引継ぎの送受", "件"),
    Exhibit("表16", "多機関協働事業の受付から終結まで", "件"),
    Exhibit("表17", "多機関協働プランの状況", "件"),
    Exhibit("表18", "多機関協働の終結理由、目標の達成度及び見られた変化", "件"),
    Exhibit("図8", "多機関協働事業の月別推移", "件"),
    Exhibit("表19", "アウトリーチ等の把握経路及び対象者数", "人"),
    Exhibit("表20", "アウトリーチ等の活動"),
    Exhibit("表21", "アウトリーチ等からつながった先", "件"),
    Exhibit("図9", "家庭訪問と本人接触の月別推移", "回"),
    Exhibit("表22", "支援会議の開催", ""),
    Exhibit("表23", "参加支援事業の利用及び支援"),
    Exhibit("表24", "参加支援事業のマッチング、定着及び協力事業者"),
    Exhibit("表25", "地域づくり事業の拠点別実績", landscape=True),
    Exhibit("表26", "地域づくり事業の事業別年度比較"),
    Exhibit("図10", "地域づくり事業の参加延べ人数の月別推移", "人"),
    Exhibit("表27", "会議の開催回数及び案件"),
    Exhibit("表28", "会議の開催一覧"),
    Exhibit("表29", "決定事項の進捗", "件"),
    Exhibit("表30", "社会資源の充足状況及び開発状況", "件"),
    Exhibit("表31", "連携先別の連携件数", "件"),
    Exhibit("表32", "基本方針に照らした評価"),
    Exhibit("表33", "求められる事項及び体制構築の進捗"),
    Exhibit("表34", "研修等の開催", "人"),
    Exhibit("表35", "事業別の評価"),
    Exhibit("表36", "地域福祉推進委員会の意見と市の考え方"),
    Exhibit("資料表1", "項目の定義"),
    Exhibit("資料表2", "月別データ", landscape=True),
    Exhibit("資料表3", "年度推移"),
    Exhibit("資料表4", "月次報告の提出状況"),
    Exhibit("資料表5", "確認を要する指摘"),
    Exhibit("資料表6", "確認済みの指摘とその理由"),
    Exhibit("資料表7", "事業費及び配置", "千円、人"),
    Exhibit("資料表8", "記号の意味"),
    Exhibit("資料表9", "目標一覧"),
    Exhibit("資料表10", "会議の経過"),
)
"""表1〜表36、図1〜図10と資料編の表。"""

SECTIONS = (
    Section(1, "0　{year}の概要", "実施計画10(2)", ("概要", "図1", "表1", "特徴と課題"), True),
    Section(1, "1　計画の概要と報告の位置づけ", "実施計画2、4、10", (), True),
    Section(2, "(1)　計画の位置づけ", "実施計画2", ("計画の位置づけ",)),
    Section(2, "(2)　計画期間", "実施計画10(1)", ("計画期間",)),
    Section(2, "(3)　基本方針", "実施計画4", ("基本方針",)),
    Section(2, "(4)　報告・評価の流れ", "実施計画10(2)", ("報告・評価の流れ", "図2")),
    Section(1, "2　実施体制", "実施計画7、8", ("表2", "表3", "表4", "変更点"), True),
    Section(
        1,
        "3　実施状況の総括",
        "実施計画7(1)",
        ("総括", "表5", "図3", "図4", "表6", "図5", "表7", "表8", "図6", "表9", "表10"),
        True,
    ),
    Section(1, "4　事業別の実施状況", "実施計画7", (), True),
    Section(
        2,
        "(1)　包括的相談支援事業",
        "実施計画7(1)",
        ("事業の目的(1)", "表11", "表12", "表13", "表14", "図7", "表15", "各窓口の取組と課題"),
    ),
    Section(
        2,
        "(2)　多機関協働事業",
        "実施計画7(2)",
        ("事業の目的(2)", "表16", "表17", "表18", "図8", "役割分担の例"),
        True,
    ),
    Section(
        2,
        "(3)　アウトリーチ等を通じた継続的支援事業",
        "実施計画7(3)",
        ("事業の目的(3)", "表19", "表20", "表21", "図9", "表22"),
    ),
    Section(
        2,
        "(4)　参加支援事業",
        "実施計画7(4)",
        ("事業の目的(4)", "表23", "表24", "受託者の取組"),
    ),
    Section(
        2,
        "(5)　地域づくり事業",
        "実施計画7(5)",
        ("事業の目的(5)", "表25", "表26", "図10", "研究会のテーマ", "取組の写真"),
    ),
    Section(1, "5　会議の開催状況", "実施計画8", ("表27", "表28", "表29", "表30"), True),
    Section(1, "6　関係機関との連携", "実施計画9", ("表31", "実績のない連携先"), True),
    Section(1, "7　基本方針に照らした評価", "実施計画4", ("評価の見方", "表32"), True),
    Section(1, "8　求められる事項・体制構築の進捗", "実施計画5、6", ("表33", "表34")),
    Section(
        1,
        "9　総合評価と次年度の方向性（PDCA）",
        "実施計画10",
        ("表35", "総合所見", "計画の見直し"),
        True,
    ),
    Section(
        1,
        "10　庁内連携委員会の確認・評価",
        "実施計画8(3)、10(2)",
        ("庁内の評価", "評価を受けた修正点"),
        True,
    ),
    Section(
        1,
        "11　地域福祉推進委員会の意見と市の考え方",
        "実施計画10(2)",
        ("委員会への報告", "表36"),
        True,
    ),
    Section(1, "資料編", "実施計画10(2)", (), True),
    Section(2, "資料1　用語と算出方法", "実施計画7", ("算出方法", "資料表1")),
    Section(2, "資料2　月別データ", "実施計画7", ("資料表2",)),
    Section(2, "資料3　年度推移", "実施計画10(2)", ("資料表3",)),
    Section(
        2, "資料4　データの注意", "実施計画10(2)", ("データの状態", "資料表4", "資料表5", "資料表6")
    ),
    Section(2, "資料5　事業費・配置", "実施計画7", ("資料表7",)),
    Section(2, "資料6　秘匿処理の方針と記号凡例", "実施計画4(3)③", ("秘匿処理", "資料表8")),
    Section(2, "資料7　目標一覧", "実施計画10(2)", ("資料表9",)),
    Section(2, "資料8　委員名簿・会議の経過", "実施計画8、10(2)", ("委員名簿", "資料表10")),
)
"""見出しの順（表紙と目次は様式側）。"""


def exhibit(number: str) -> Exhibit:
    """The declaration of 表n or 図n; KeyError for another number."""
    return _EXHIBITS[number]


_EXHIBITS = {e.number: e for e in EXHIBITS}
