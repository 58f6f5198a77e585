"""I: what one window alone counts, after the national reports of its field."""

from __future__ import annotations

from juso.koshu.codes import Window
from juso.koshu.tally.core_items import UNIQUE, grouped, numbered
from juso.koshu.tally.item import TallyItem

CONSULTED_ON = (
    "介護保険・サービス",
    "介護予防・総合事業",
    "認知症",
    "医療・健康",
    "権利擁護・成年後見",
    "高齢者虐待",
    "消費者被害",
    "住まい・生活",
    "家族介護者",
    "ケアマネジャー支援",
    "その他",
)

DISABILITY_SEXES = ("男性", "女性", "その他・不明")
DISABILITIES = ("身体", "重症心身", "知的", "精神", "発達", "高次脳機能", "難病", "その他", "不明")

DISABILITY_SUPPORT = (
    "福祉サービスの利用等",
    "障害や病状の理解",
    "健康・医療",
    "不安の解消・情緒安定",
    "保育・教育",
    "家族関係・人間関係",
    "家計・経済",
    "生活技術",
    "就労",
    "社会参加・余暇",
    "権利擁護",
    "その他",
)

CHILD_TARGETS = ("妊産婦", "0～2歳", "3歳～就学前", "小学生", "中学生", "高校生年代", "保護者")

ELDERLY_ITEMS = (
    *(
        TallyItem(
            code, label, note="1件の相談を複数に数えられます。", group="I 総合相談の内容（複数可）"
        )
        for code, label in numbered("I", 101, CONSULTED_ON)
    ),
    *grouped(
        "I 地域包括支援センターの活動",
        TallyItem("I121", "高齢者虐待の相談・通報の受理件数"),
        TallyItem("I122", "地域ケア会議（個別）の開催回数", "回"),
        TallyItem("I123", "地域ケア会議（推進）の開催回数", "回"),
        TallyItem("I124", "要支援認定者等のプラン件数", required=False, note="参考。"),
    ),
)

DISABILITY_ITEMS = (
    *(
        TallyItem(code, label, "人", UNIQUE, note="計はA11と一致します。", group="I 実人数：性別")
        for code, label in numbered("I", 201, DISABILITY_SEXES)
    ),
    *(
        TallyItem(
            code,
            label,
            "人",
            UNIQUE,
            note="主たる障害1つに数えます。計はA11と一致します。",
            group="I 実人数：主たる障害",
        )
        for code, label in numbered("I", 211, DISABILITIES)
    ),
    *(
        TallyItem(code, label, note="1件の支援を複数に数えられます。", group="I 支援内容（複数可）")
        for code, label in numbered("I", 221, DISABILITY_SUPPORT)
    ),
    *grouped(
        "I 障害者相談支援の活動",
        TallyItem("I241", "障害者虐待の相談・通報の受理件数"),
        TallyItem("I242", "一般相談支援の計画件数"),
        TallyItem("I243", "特定相談支援の計画件数"),
        TallyItem("I244", "地域移行支援の件数"),
        TallyItem("I245", "地域定着支援の件数"),
    ),
)

CHILDREN_ITEMS = (
    *(
        TallyItem(code, label, note="延べ対応の主な対象。", group="I 相談の対象")
        for code, label in numbered("I", 301, CHILD_TARGETS)
    ),
    *grouped(
        "I 相談の種別",
        TallyItem("I311", "養護相談"),
        TallyItem("I312", "うち児童虐待"),
        TallyItem("I313", "保健相談"),
        TallyItem("I314", "障害相談"),
        TallyItem("I315", "非行相談"),
        TallyItem("I316", "育成相談"),
        TallyItem("I317", "その他の相談"),
    ),
    *grouped(
        "I 母子保健とこども家庭センターの活動",
        TallyItem("I321", "母子保健面談"),
        TallyItem("I322", "支援プランの作成件数", basis="実施計画7(1)"),
        TallyItem("I323", "サポートプランの作成件数"),
        TallyItem("I324", "合同ケース会議の開催回数", "回", basis="実施計画7(1)"),
        TallyItem("I325", "要対協 個別ケース検討会議の開催回数", "回"),
    ),
)

HARDSHIP_ITEMS = grouped(
    "I 自立相談支援の実績",
    TallyItem("I401", "新規相談受付件数", note="A01と一致します。"),
    TallyItem("I402", "プラン作成件数", note="G01＋G02と一致します。"),
    TallyItem("I403", "就労支援対象者数", "人"),
    TallyItem("I404", "うち就労者数", "人"),
    TallyItem("I405", "増収者数", "人"),
    TallyItem("I406", "他制度・他機関へのつなぎ"),
    TallyItem("I407", "情報提供・相談のみで終了", note="D01と一致します。"),
    TallyItem("I408", "住居確保給付金の申請件数"),
    TallyItem("I409", "住居確保給付金の決定件数"),
    TallyItem("I410", "家計改善支援の利用件数"),
    TallyItem("I411", "就労準備支援の利用件数"),
    TallyItem("I412", "一時生活支援の利用件数"),
    TallyItem("I413", "生活保護申請へのつなぎ"),
    TallyItem("I414", "自立に向けた改善が見られた者", "人"),
)

WINDOW_ITEMS = {
    Window.ELDERLY: ELDERLY_ITEMS,
    Window.DISABILITY: DISABILITY_ITEMS,
    Window.CHILDREN: CHILDREN_ITEMS,
    Window.HARDSHIP: HARDSHIP_ITEMS,
}
