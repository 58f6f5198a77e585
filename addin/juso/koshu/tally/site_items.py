"""R: what each of the 24 community-building sites counts (実施計画7(5))."""

from __future__ import annotations

from dataclasses import replace

from juso.koshu.tally.core_items import STOCK, UNIQUE, numbered
from juso.koshu.tally.item import TallyItem
from juso.koshu.tally.sites import SiteFact, community_sites
from juso.koshu.tally.window_items import DISABILITIES

COMMON_ITEMS = (
    TallyItem("R01", "開設（開催）日数・回数", "日"),
    TallyItem("R02", "参加延べ人数", "人"),
    TallyItem("R03", "当月の参加実人数", "人", UNIQUE),
    TallyItem("R04", "年度累計の参加実人数", "人", UNIQUE, cumulative=True),
    TallyItem("R05", "うち新規の参加者", "人", note="当月に初めて参加した人。"),
    TallyItem("R06", "担い手・ボランティア延べ人数", "人"),
    TallyItem("R07", "相談・気づきの件数", basis="実施計画7(5)"),
    TallyItem("R08", "相談窓口へのつなぎ", basis="実施計画7(5)"),
    TallyItem("R09", "属性外の参加（多世代）", "人", note="主な対象区分以外の参加延べ人数。"),
    TallyItem("R10", "参加・協力機関数（月末）", "機関", STOCK),
)

GATHERING_ITEMS = (
    TallyItem(
        "R11",
        "運営補助金の決定額",
        "円",
        note="決定した月だけ入力します。運営団体名は備考に書きます。",
        required=False,
    ),
)

COORDINATION_ITEMS = (
    TallyItem("R21", "協議体の開催回数", "回"),
    TallyItem("R22", "協議体の参加者延べ人数", "人"),
    TallyItem("R23", "コーディネーターの訪問・活動延べ回数", "回"),
    TallyItem("R24", "新たな資源・活動の創出"),
)

ACTIVITY_CENTER_ITEMS = (
    *(
        TallyItem(code, f"延べ利用：{label}", "人", note="計はR02と一致します。")
        for code, label in numbered("R", 31, DISABILITIES)
    ),
    *(
        TallyItem(code, f"実利用：{label}", "人", UNIQUE, note="計はR03と一致します。")
        for code, label in numbered("R", 41, DISABILITIES)
    ),
)

PARENTING_ITEMS = (
    TallyItem("R51", "親子の組数", "組"),
    TallyItem("R52", "大人の延べ人数", "人"),
    TallyItem("R53", "子どもの延べ人数", "人", note="R52との計はR02と一致します。"),
    TallyItem("R54", "相談件数"),
    TallyItem("R55", "講座の開催回数", "回"),
)

STUDY_GROUP_ITEMS = (
    TallyItem("R61", "参加機関延べ数", "機関"),
    TallyItem("R62", "検討テーマ数"),
    TallyItem("R63", "企画数"),
)

SERVICE_ITEMS = {
    "地域介護予防活動支援事業": GATHERING_ITEMS,
    "生活支援体制整備事業": COORDINATION_ITEMS,
    "地域活動支援センター": ACTIVITY_CENTER_ITEMS,
    "地域子育て支援拠点事業": PARENTING_ITEMS,
    "生活困窮者等のための地域づくり事業": STUDY_GROUP_ITEMS,
}


def site_code(item_code: str, site_no: str) -> str:
    """R01-S08: one item at one site."""
    return f"{item_code}-{site_no}"


def items_of_site(site: SiteFact) -> tuple[TallyItem, ...]:
    """The block of one site: the common rows and those of its service."""
    rows = (*COMMON_ITEMS, *SERVICE_ITEMS[site.service.services[0]])
    group = f"{site.site_no} {site.name}（{site.service.services[0]}）"
    return tuple(replace(row, code=site_code(row.code, site.site_no), group=group) for row in rows)


SITE_ITEMS = tuple(row for site in community_sites() for row in items_of_site(site))
