"""M, O, P: what the programmes other than the four windows count (実施計画7(2)〜(4))."""

from __future__ import annotations

from collections.abc import Iterable

from juso.koshu.codes import ClosingReason, Window
from juso.koshu.tally.core_items import STOCK, UNIQUE, grouped
from juso.koshu.tally.item import TallyItem


def parts(parent: str, labels: Iterable[str], unit: str = "件") -> tuple[TallyItem, ...]:
    """Rows a, b, c … that add up to their parent row."""
    return tuple(
        TallyItem(
            f"{parent}{chr(ord('a') + i)}", str(label), unit, note=f"計は{parent}と一致します。"
        )
        for i, label in enumerate(labels)
    )


MULTI_AGENCY_SOURCES = (
    *(f"{window}窓口から" for window in Window),
    "庁内から",
    "外部から",
    "本人から",
)
MEETING_SUBJECTS = ("プランの協議", "終結時の評価", "社会資源の検討")
OUTREACH_SOURCES = (
    "家族から",
    "民生委員・児童委員から",
    "相談窓口から",
    "学校から",
    "医療機関から",
    "ライフライン事業者等から",
    "その他から",
)
PARTICIPATION_ENDS = ("就労", "通所", "地域活動", "その他")

MULTI_AGENCY_ITEMS = (
    *grouped(
        "M 相談の受付",
        TallyItem("M01", "相談受付件数", basis="実施計画7(2)"),
        *parts("M01", MULTI_AGENCY_SOURCES),
        TallyItem("M02", "うち受理（複合課題）"),
        TallyItem("M03", "助言のみ・差戻し"),
        TallyItem("M04", "同意取得済", basis="実施計画7(2)「本人の同意を得た上で」"),
    ),
    *grouped(
        "M プランと支援",
        TallyItem("M05", "新規プラン", note="支援の開始として数えます。"),
        TallyItem("M06", "再プラン"),
        TallyItem("M07", "プランの変更"),
        TallyItem("M08", "終結"),
        *parts("M08", ClosingReason),
        TallyItem("M09", "中断"),
        TallyItem("M10a", "前月末の支援中ケース数", kind=STOCK, note="前月のM10と一致します。"),
        TallyItem("M10b", "再開"),
        TallyItem(
            "M10",
            "当月末の支援中ケース数",
            kind=STOCK,
            note="M10a＋M05＋M10b－M08－M09。",
        ),
    ),
    *grouped(
        "M 重層的支援会議",
        TallyItem("M11", "開催回数", "回", basis="実施計画8(1)"),
        TallyItem("M12", "検討ケース延べ件数", basis="実施計画8(1)"),
        *parts("M12", MEETING_SUBJECTS),
        TallyItem("M13", "参加機関延べ数", "機関"),
        TallyItem(
            "M14",
            "役割分担を決めた機関数の平均",
            "機関",
            UNIQUE,
            note="1ケース当たりの機関数。小数で入力できます。足せません。",
            basis="実施計画4(3)①",
            decimals=True,
        ),
        TallyItem("M15", "支援期限を過ぎたケース数", kind=STOCK, basis="実施計画4(2)③"),
    ),
)

OUTREACH_ITEMS = (
    *grouped(
        "O 対象者の把握",
        TallyItem("O01", "対象として把握した人数", "人", basis="実施計画7(3)"),
        *parts("O01", OUTREACH_SOURCES, "人"),
        TallyItem("O02", "当月の対象実人数", "人", UNIQUE),
        TallyItem("O03", "年度累計の対象実人数", "人", UNIQUE, cumulative=True),
    ),
    *grouped(
        "O 働きかけ",
        TallyItem("O04", "情報収集・事前調整の延べ件数"),
        TallyItem("O05", "手紙・ポスティング"),
        TallyItem("O06", "家庭訪問の延べ回数", "回"),
        TallyItem("O07", "うち本人と会えた回数", "回"),
        TallyItem("O08", "同行支援の延べ回数", "回"),
        TallyItem("O09", "電話・SNSの延べ件数"),
        TallyItem("O10", "本人と関係を築いた人数", "人", note="初めて対話ができた人。"),
        TallyItem("O11", "相談支援につながった人数", "人"),
        TallyItem("O12", "プラン作成件数"),
    ),
    *grouped(
        "O 継続的な支援",
        TallyItem("O13a", "前月末の継続人数", "人", STOCK, note="前月のO13と一致します。"),
        TallyItem("O13b", "開始・再開", "人"),
        TallyItem("O13c", "終結", "人"),
        TallyItem("O13d", "中断", "人"),
        TallyItem("O13", "当月末の継続人数", "人", STOCK, note="O13a＋O13b－O13c－O13d。"),
        TallyItem("O14", "うちひきこもりの状態にある人", "人", STOCK, basis="実施計画7(3)"),
        TallyItem("O14a", "うち5年以上", "人", STOCK),
    ),
)

PARTICIPATION_ITEMS = (
    *grouped(
        "P 利用",
        TallyItem("P01", "利用相談件数", basis="実施計画7(4)"),
        TallyItem("P02", "当月の支援対象者実人数", "人", UNIQUE),
        TallyItem("P03", "年度累計の支援対象者実人数", "人", UNIQUE, cumulative=True),
        TallyItem("P04", "プラン作成件数", basis="実施計画7(4)"),
    ),
    *grouped(
        "P 支援",
        TallyItem("P05", "定期プログラムの開催回数", "回", basis="実施計画7(4)"),
        TallyItem("P06", "定期プログラムの参加延べ人数", "人"),
        TallyItem("P07", "定期プログラムの参加実人数", "人", UNIQUE),
        TallyItem("P08", "居住・見守り支援の延べ件数", basis="実施計画7(4)"),
        *parts("P08", ("訪問", "電話")),
        TallyItem("P08c", "居住・見守り支援の実人数", "人", UNIQUE),
    ),
    *grouped(
        "P つながりと受入先",
        TallyItem("P09", "マッチング成立", basis="実施計画7(4)「地域の社会資源を活用」"),
        TallyItem("P10", "定着（3か月以上）", "人"),
        TallyItem("P12", "協力事業者・受入先の新規開拓", "か所"),
        TallyItem("P11a", "協力事業者・受入先の登録解除", "か所"),
        TallyItem(
            "P11",
            "協力事業者・受入先の登録数（月末）",
            "か所",
            STOCK,
            note="前月のP11＋P12－P11a。",
        ),
    ),
    *grouped(
        "P 終結と継続",
        TallyItem("P14a", "前月末の支援中人数", "人", STOCK, note="前月のP14と一致します。"),
        TallyItem("P14b", "開始・再開", "人"),
        TallyItem("P13", "終結", "人"),
        *parts("P13", PARTICIPATION_ENDS, "人"),
        TallyItem("P13e", "中断", "人"),
        TallyItem("P14", "当月末の支援中人数", "人", STOCK, note="P14a＋P14b－P13－P13e。"),
    ),
)
