"""T02 ケース票（アセスメント） with its child sheets T02b 家族構成 and T02c 課題整理."""

from datetime import date

from juso.core.sheet import Row, column
from juso.koshu.choices import AGENCY
from juso.koshu.codes import (
    Budgeting,
    CareLevel,
    Certificate,
    Employment,
    Housing,
    IncomeSource,
    Issue,
    Relation,
    Risk,
    Schooling,
    Service,
)


class Assessment(Row, sheet="ケース票"):
    """アセスメント1回を1行で。家族は「家族構成」、課題は「課題整理」に1人・1課題1行で入力する。"""

    case_no: str = column("ケース番号", unique=True, refers="相談受付簿")
    assessed_on: date = column("アセスメント日")
    assessed_by: str = column("実施者")
    life_history: str | None = column("生活歴", width=24)
    health: str | None = column("健康・受診", width=24)
    certificate: Certificate | None = column("障害手帳・診断")
    care_level: CareLevel | None = column("要介護度")
    employment: Employment | None = column("就労状況")
    income_source: IncomeSource | None = column("収入源")
    income: int | None = column("月収", note="円で入力してください。", unit="円", width=10)
    has_debt: bool = column("債務")
    debt: int | None = column("債務額", note="円で入力してください。", unit="円", width=10)
    budgeting: Budgeting | None = column("家計管理")
    housing: Housing | None = column("住居形態")
    schooling: Schooling | None = column("学校・保育")
    community_ties: str | None = column("地域とのつながり", width=20)
    wish: str | None = column(
        "本人の希望・意向",
        when="確認できない場合は理由",
        basis="実施計画7(1)「本人に寄り添い」",
        width=28,
    )
    strengths: str = column("本人の強み", width=20)
    priorities: str = column("課題の優先順位", note="課題番号を優先する順に「1、2」と入力します。")
    risk_life: Risk = column("リスク(生命)")
    risk_abuse: Risk = column("リスク(虐待)")
    risk_suicide: Risk = column("リスク(自死)")
    risk_money: Risk = column("リスク(経済)")
    risk_housing: Risk = column("リスク(住まい)")
    risk_response: str | None = column(
        "リスクへの対応", when="いずれかのリスクが「あり」のとき", basis="実施計画8(2)", width=24
    )
    services: tuple[Service, ...] = column("利用中の制度・サービス")
    agencies: tuple[str, ...] = column("関わっている機関", choices=AGENCY)
    direction: str = column("見立て・支援の方向性", width=30)
    gap: str | None = column(
        "制度の狭間の内容", when="既存の制度で対応できない課題があるとき", width=20
    )
    is_complete: bool = column("記入完了")

    @property
    def risks(self) -> dict[str, Risk]:
        """The five risks by the name a message uses."""
        return {
            "生命": self.risk_life,
            "虐待": self.risk_abuse,
            "自死": self.risk_suicide,
            "経済": self.risk_money,
            "住まい": self.risk_housing,
        }


class FamilyMember(Row, sheet="家族構成"):
    """ケース票の家族構成表。1人1行。"""

    case_no: str = column("ケース番号", refers="相談受付簿")
    number: int = column("番号", unit="番", width=6)
    relation: Relation = column("続柄")
    age_band: str = column("年代", example="80代", note="「80代」「10代」のように入力します。")
    lives_together: bool = column("同居")
    occupation: str | None = column("職業・学校")
    needs_support: bool = column("支援の有無")
    note: str | None = column("備考")


class Problem(Row, sheet="課題整理"):
    """ケース票の課題ごとの整理。1課題1行。"""

    case_no: str = column("ケース番号", refers="相談受付簿")
    number: int = column("課題番号", unit="番", width=8)
    issue: Issue = column("課題区分")
    content: str | None = column("内容", when="必ず", basis="実施計画4(2)②", width=30)
    background: str | None = column("背景要因", when="必ず", basis="実施計画4(2)②", width=30)
    own_view: str | None = column("本人の認識", width=20)
    priority: int = column("優先度", note="1が最も優先です。", unit="番", width=8)
