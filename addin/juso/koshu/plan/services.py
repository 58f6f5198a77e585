"""The twelve rows of the tables in 実施計画7: who does what for whom, at how many sites."""

from __future__ import annotations

from dataclasses import dataclass

from juso.koshu.codes import Division, Operation, Program

EVERYONE = "属性に関わらない全市民"
SHAKYO = "社会福祉協議会"
BUDONOSATO = "社会福祉法人ぶどうの里"


@dataclass(frozen=True, slots=True)
class ServiceFact:
    """One row of the tables in section 7."""

    program: Program
    attribute: str  # 主な対象区分
    services: tuple[str, ...]  # 実施する事業
    site_count: int  # 拠点設置数
    heading: str  # 実施体制の見出し
    target: str  # 支援対象者
    work: str  # 業務内容（要約）
    divisions: tuple[Division, ...]  # 所管課
    operation: Operation
    contractors: tuple[str, ...] = ()
    site_names: tuple[str, ...] = ()  # only where the plan names them


SERVICES = (
    ServiceFact(
        Program.CONSULTATION,
        "介護",
        ("地域包括支援センター",),
        1,
        "地域包括支援センターの運営",
        "65歳以上の高齢者等",
        "総合相談支援、権利擁護、包括的・継続的ケアマネジメント。",
        (Division.LONG_TERM_CARE,),
        Operation.CONTRACTED,
        (SHAKYO,),
        ("地域包括支援センター",),
    ),
    ServiceFact(
        Program.CONSULTATION,
        "障害",
        ("子ども家庭障害者支援センター（通称：福祉あんしん相談センター）", "障害者相談支援事業"),
        1,
        "障害者相談支援事業",
        "障害のある方及びその家族等",
        "一般相談支援、特定相談支援、権利擁護、地域移行・地域定着支援、就労支援、発達障害児及び家族等への支援。",
        (Division.GENERAL_WELFARE,),
        Operation.DIRECT,
        (),
        ("福祉あんしん相談センター",),
    ),
    ServiceFact(
        Program.CONSULTATION,
        "子育て",
        ("子育て世代包括支援センター", "こども家庭センター"),
        1,
        "利用者支援事業",
        "こども及びその保護者等",
        "妊娠期から子育て期までの母子保健や育児に関する相談、サービスの情報提供、支援プランの作成、"
        "合同ケース会議の開催等。",
        (Division.HEALTH_PROMOTION, Division.CHILD_REARING),
        Operation.DIRECT,
        (),
        ("子育て世代包括支援センター・こども家庭センター",),
    ),
    ServiceFact(
        Program.CONSULTATION,
        "生活困窮",
        ("生活困窮者自立相談支援事業",),
        1,
        "自立相談支援事業",
        "現に生活に困窮している、または将来において生活困窮になりうる方及びその家族等",
        "生活困窮に関する包括的・継続的相談、個別計画の作成・支援提供、支援計画の評価等。",
        (Division.GENERAL_WELFARE,),
        Operation.CONTRACTED,
        (SHAKYO,),
        ("自立相談支援窓口",),
    ),
    ServiceFact(
        Program.MULTI_AGENCY,
        EVERYONE,
        ("多機関協働事業",),
        1,
        "重層的支援会議の設置",
        "複合的な課題を抱えており、単独の支援機関では対応が難しく、役割分担や支援の方向性の整理が"
        "求められる課題を有する方",
        "本人の同意を得た上で、支援計画を策定する、重層的支援会議の主催と各相談支援機関との"
        "ネットワークの構築。",
        (Division.GENERAL_WELFARE,),
        Operation.DIRECT,
        (),
        ("多機関協働（福祉総合支援課）",),
    ),
    ServiceFact(
        Program.OUTREACH,
        EVERYONE,
        ("アウトリーチ等を通じた継続的支援事業",),
        1,
        "アウトリーチ事業",
        "複合的な課題を抱えているために、自ら支援を求めることができない方や支援につながることに拒否的な者",
        "情報収集、事前調整、手紙の送付、家庭訪問、同行支援などの関係性構築に向けた支援。"
        "支援会議の開催（法第106条の6）。",
        (Division.GENERAL_WELFARE,),
        Operation.DIRECT,
        (),
        ("アウトリーチ（福祉総合支援課）",),
    ),
    ServiceFact(
        Program.PARTICIPATION,
        EVERYONE,
        ("参加支援事業",),
        1,
        "地域・社会参加支援事業",
        "既存の各制度における社会参加支援では対応できない、個別性の高いニーズを有している者",
        "自尊心や自己肯定感の向上を図るための定期的なプログラムの提供、見守り等居住支援の提供、"
        "付随したプランの作成。",
        (Division.GENERAL_WELFARE,),
        Operation.CONTRACTED,
        (BUDONOSATO,),
        ("参加支援（ぶどうの里）",),
    ),
    ServiceFact(
        Program.COMMUNITY_BUILDING,
        "介護",
        ("地域介護予防活動支援事業",),
        5,
        "高齢者通いの場整備及び運営補助金",
        "65歳以上の高齢者等",
        "介護予防に資する「通いの場」を運営する住民団体等へ補助金を交付する。",
        (Division.LONG_TERM_CARE,),
        Operation.DIRECT,
    ),
    ServiceFact(
        Program.COMMUNITY_BUILDING,
        "介護",
        ("生活支援体制整備事業",),
        12,
        "生活支援体制整備事業",
        "65歳以上の高齢者等",
        "多様な主体による生活支援・介護サービスの提供体制を構築し、地域で支えあう体制づくりを推進する。",
        (Division.LONG_TERM_CARE,),
        Operation.CONTRACTED,
        (SHAKYO,),
    ),
    ServiceFact(
        Program.COMMUNITY_BUILDING,
        "障害",
        ("地域活動支援センター",),
        2,
        "地域活動支援センター",
        "障害のある方",
        "創作活動・生産活動の機会を提供し、社会との交流の促進を図る。",
        (Division.GENERAL_WELFARE,),
        Operation.CONTRACTED,
        (BUDONOSATO, "NPO法人もみの樹園"),
        ("地域活動支援センター（ぶどうの里）", "地域活動支援センター（もみの樹園）"),
    ),
    ServiceFact(
        Program.COMMUNITY_BUILDING,
        "子育て",
        ("地域子育て支援拠点事業",),
        4,
        "地域子育て支援拠点事業",
        "子育て中の親子",
        "親子の交流を行う場を提供し、子育てについての相談、情報提供、助言や援助を行う。",
        (Division.CHILD_REARING,),
        Operation.CONTRACTED,
        (
            "社会福祉法人塩山福祉会",
            "社会福祉法人赤保福祉会",
            "社会福祉法人さくら福祉会",
            "NPO法人すてっぷ・あっぷる",
        ),
        ("こすもす・こども館", "ちゅうりっぷクラブ", "のびのびチビッコひろば", "あっぷつぶ"),
    ),
    ServiceFact(
        Program.COMMUNITY_BUILDING,
        EVERYONE,
        ("生活困窮者等のための地域づくり事業",),
        1,
        "生活困窮者等のための地域づくり研究会",
        "全市民",
        "行政、社会福祉法人職員による研究会を組織し、横のつながりと地域づくりについて検討を行う。",
        (Division.GENERAL_WELFARE,),
        Operation.DIRECT,
        (),
        ("生活困窮者等のための地域づくり研究会",),
    ),
)
"""7の表の12行。"""
