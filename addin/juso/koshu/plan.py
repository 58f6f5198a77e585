"""甲州市重層的支援体制整備事業 実施計画（令和7年3月）: its sections 4 to 10 as data.

Texts are the plan's own words; long 業務内容 are shortened. Everything else that quotes the
plan reads it from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from juso.core.calendar import FiscalYear
from juso.koshu.codes import AgendaKind, Division, Meeting, Operation, Partner, Program

TITLE = "甲州市重層的支援体制整備事業 実施計画"
FIRST_YEAR = FiscalYear(2025)
LAST_YEAR = FiscalYear(2029)
PERIOD = (date(2025, 4, 1), date(2030, 3, 31))  # 10(1)
PROGRAM_STARTED_ON = date(2022, 4, 1)  # 1「本市では令和4年度から実施」
PROMOTION_COMMITTEE = "地域福祉推進委員会"  # 10(2): receives each year's 実施状況
COMMUNITY_WELFARE_PLAN = "第4次甲州市地域福祉計画"
BASIC_POLICY = "すべての市民にとって、「解決できる」を実感できる支援体制の整備を行います。"  # 4


@dataclass(frozen=True, slots=True)
class Principle:
    """One numbered item of the plan: `clause` is how documents cite it."""

    clause: str
    heading: str
    text: str


PRINCIPLES = (
    Principle(
        "4(1)①",
        "断らない支援体制を構築します。",
        "課題を抱えた市民がいずれかの相談窓口につながっており、支援を継続出来る体制にします。",
    ),
    Principle(
        "4(1)②",
        "断らない支援体制を構築します。",
        "課題を抱えた市民の相談の中止をできるだけ減少させます。",
    ),
    Principle(
        "4(1)③",
        "断らない支援体制を構築します。",
        "相談窓口から次の支援機関や福祉サービスにつなげる時は、確実につなげる支援をします。",
    ),
    Principle(
        "4(2)①",
        "市民一人ひとりの課題を的確に把握します。",
        "複雑化・複合化した支援ニーズの当面の目標を設定できるようにします。",
    ),
    Principle(
        "4(2)②",
        "市民一人ひとりの課題を的確に把握します。",
        "支援の内容や課題を明確にできるようにします。",
    ),
    Principle(
        "4(2)③",
        "市民一人ひとりの課題を的確に把握します。",
        "支援の期日や期間を明確にできるようにします。",
    ),
    Principle(
        "4(3)①",
        "課題に沿った支援を組織的に進めます。",
        "一人の支援者が行うのではなく、チームで支援を行える体制を整えます。",
    ),
    Principle(
        "4(3)②",
        "課題に沿った支援を組織的に進めます。",
        "支援機関から支援機関へ引き継ぎを行う時は、丁寧に行い、支援が途切れることのないよう確実に"
        "引き継ぎ、伴走的な支援を行います。",
    ),
    Principle(
        "4(3)③",
        "課題に沿った支援を組織的に進めます。",
        "個人情報を保護するだけではなく、本人のために正しく使えるような体制を整えます。",
    ),
)
"""4 基本方針の9項目。"""

DEMANDS = (
    Principle(
        "5(1)",
        "包括的な支援を実現する体制の構築",
        "どこに相談したらよいかわからない相談については、属性によることなく、まずは庁内のどの相談部署に"
        "おいても初期対応した上で、これらの相談を集約し、市全体で包括的な相談支援ができる体制を構築します。",
    ),
    Principle(
        "5(2)",
        "相談する側に立った相談支援体制の構築",
        "市役所に手続きに来て、「ついでに」「誰でも」相談できるニーズと、「知られない」相談のニーズに"
        "合わせた相談しやすい体制を構築します。",
    ),
    Principle(
        "5(3)",
        "相談支援とサービスの提供を円滑につなぐ",
        "相談支援と事務事業を円滑につなぐことと、相談支援をサービス支給に円滑につなぐ体制づくりを行います。",
    ),
)
"""5 求められる事項。"""

PREPARATIONS = (
    Principle(
        "6(1)",
        "段階的な相談支援体制の整備",
        "こども・障害・高齢者など、それぞれの分野の相談窓口を包括的に整備します。",
    ),
    Principle(
        "6(2)",
        "多機関協働の促進",
        "各分野に共通の課題は、多機関協働を進め、さらに全体の包括化を進めます。",
    ),
    Principle(
        "6(3)",
        "職員の意識の醸成と相談・支援力の向上",
        "関係各課長及び各担当リーダー等の基幹職員の参画意識を向上し、市全体で支援するという姿勢にし、"
        "職員の支援力の向上を図ります。",
    ),
)
"""6 事業実施に向けた支援体制構築。"""


@dataclass(frozen=True, slots=True)
class ProgramFact:
    """One of the five programmes of section 7."""

    program: Program
    clause: str
    law: str
    purpose: str


PROGRAMS = (
    ProgramFact(
        Program.CONSULTATION,
        "7(1)",
        "法第106条の4第2項第1号",
        "相談者の属性、世代、相談内容等に関わらず、地域住民からの相談を幅広く受け止め、本人に寄り添い、"
        "抱える課題の解きほぐしや整理を行う。複雑化・複合化した課題は適切に多機関協働事業につなぐ。",
    ),
    ProgramFact(
        Program.MULTI_AGENCY,
        "7(2)",
        "法第106条の4第2項第5号及び同項第6号",
        "複雑化・複合化した支援ニーズを有する事例の課題を解きほぐし、狭間のニーズを抱える事例の支援の"
        "役割分担、支援の方向性の整理を行う。支援プランの作成（第6号）と一体的に実施する。",
    ),
    ProgramFact(
        Program.OUTREACH,
        "7(3)",
        "法第106条の4第2項第4号",
        "長期にわたるひきこもりの状態にあるなどして、必要な支援が届いていない人に支援を届けるため、"
        "信頼関係の構築や、本人とのつながりづくりに向けた支援を行う。",
    ),
    ProgramFact(
        Program.PARTICIPATION,
        "7(4)",
        "法第106条の4第2項第2号",
        "既存の社会参加に向けた支援では対応できない本人や世帯のニーズ等に対応するため、地域の社会資源を"
        "活用して社会とのつながりづくりに向けた支援を行う。",
    ),
    ProgramFact(
        Program.COMMUNITY_BUILDING,
        "7(5)",
        "法第106条の4第2項第3号",
        "「人と人」「人と居場所」などをつなぎ合わせ、交流・参加・学びが生まれ、さらに広がるよう働きかける。"
        "多様な担い手が出会い、学び合うプラットフォームの構築を促進する。",
    ),
)
"""7 事業（(1)〜(5)の順）。"""

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


@dataclass(frozen=True, slots=True)
class MeetingFact:
    """One of the three meetings of section 8."""

    meeting: Meeting
    clause: str
    host: str
    needs_consent: bool  # a person may be discussed only with consent (7(2))
    members_sworn: bool  # members carry 守秘義務 (法第106条の6)
    business: tuple[AgendaKind, ...]
    divisions: tuple[Division, ...] = ()


MEETINGS = (
    MeetingFact(
        Meeting.PLAN_CONFERENCE,
        "8(1)",
        "福祉総合支援課（多機関協働事業者）",
        True,
        False,
        (AgendaKind.PLAN_REVIEW, AgendaKind.CLOSING_REVIEW, AgendaKind.RESOURCES),
    ),
    MeetingFact(
        Meeting.SUPPORT_CONFERENCE,
        "8(2)",
        "甲州市（福祉総合支援課）",
        False,
        True,
        (AgendaKind.SHARING, AgendaKind.WATCHING, AgendaKind.URGENT),
    ),
    MeetingFact(
        Meeting.LIAISON_COMMITTEE,
        "8(3)",
        "福祉総合支援課（事務局）",
        False,
        False,
        (
            AgendaKind.STATUS,
            AgendaKind.COOPERATION,
            AgendaKind.COMMON_ISSUES,
            AgendaKind.TRAINING,
            AgendaKind.OTHER,
        ),
        tuple(Division),
    ),
)
"""8 会議（支援会議・重層的支援会議の検討事項は計画の文言、庁内連携委員会のものは運用）。"""

PARTNERS = tuple(Partner)
"""9 連携体制の17項目（`note` が計画の文言）。"""


def meeting_fact(meeting: Meeting) -> MeetingFact:
    """What the plan says of one meeting."""
    return next(fact for fact in MEETINGS if fact.meeting is meeting)


def program_fact(program: Program) -> ProgramFact:
    """What the plan says of one programme."""
    return next(fact for fact in PROGRAMS if fact.program is program)
