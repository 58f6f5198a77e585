"""T12 社会資源台帳, T13 拠点台帳, T14 関係機関マスタ."""

from datetime import date

from juso.core.sheet import Row, column
from juso.koshu.choices import AREA
from juso.koshu.codes import (
    AgencyKind,
    Development,
    Operation,
    Partner,
    Program,
    ResourceKind,
    SecrecyBasis,
    Sufficiency,
)


class Resource(Row, sheet="社会資源台帳"):
    """社会資源1件を1行で（実施計画8(1)「社会資源の充足状況の把握と開発」）。"""

    resource_no: str = column("資源番号", unique=True, pattern=r"SR\d{3}", example="SR001")
    name: str = column("名称", width=24)
    kind: ResourceKind = column("種別")
    provider: str | None = column("提供主体", width=20)
    target: str | None = column("対象", width=20)
    area: str | None = column("地区", choices=AREA)
    fee: str | None = column("費用")
    conditions: str | None = column("受入条件", width=20)
    sufficiency: Sufficiency = column("充足状況", basis="実施計画8(1)")
    evidence_count: int | None = column("不足の根拠ケース数", unit="件", width=10)
    development: Development | None = column("開発状況")
    worker: str | None = column("担当")
    meeting_no: str | None = column("検討会議番号", refers="会議台帳")


class Site(Row, sheet="拠点台帳"):
    """拠点1か所を1行で（実施計画7の拠点設置数、全31か所）。"""

    site_no: str = column("拠点番号", unique=True, pattern=r"S\d{2}", example="S01")
    program: Program = column("事業")
    attribute: str = column("主な対象区分")
    service: str = column("実施する事業", width=30)
    name: str = column("拠点名", width=28)
    division: str = column("所管課", note="2課のときは「、」で区切ります。")
    operation: Operation = column("実施方式")
    contractor: str | None = column("委託先", when="実施方式が委託のとき", width=24)
    opened_on: date | None = column("開始日")
    closed_on: date | None = column("終了日")


class Agency(Row, sheet="関係機関マスタ"):
    """関係機関1つを1行で。略称が他のシートの選択肢になる。"""

    agency_no: str = column("機関コード", unique=True, pattern=r"[A-Z]\d{2}", example="W01")
    name: str = column("正式名", width=30)
    short_name: str = column("略称", note="他のシートではこの略称を選びます。")
    other_names: str | None = column("別名", note="「、」で区切って並べます。", width=20)
    kind: AgencyKind = column("区分")
    window: str | None = column(
        "窓口", note="4窓口の機関は介護・障害・子育て・生活困窮のいずれか。"
    )
    partner: Partner | None = column("連携先17")
    is_member: bool = column("支援会議構成員")
    secrecy_basis: SecrecyBasis | None = column("守秘義務の根拠", when="支援会議構成員のとき")
    secrecy_on: date | None = column("守秘義務の根拠日付")
    contact: str | None = column("連絡先")
    valid_from: date | None = column("有効開始日")
    valid_until: date | None = column("有効終了日")
