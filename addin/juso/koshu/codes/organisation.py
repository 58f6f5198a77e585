"""Who does what: windows, programmes, divisions, agencies, partners (実施計画7〜9)."""

from juso.core.codelist import CodeList


class Window(CodeList):
    """受付窓口：包括的相談支援事業の4分野（実施計画7(1)）。"""

    ELDERLY = (
        "介護",
        "地域包括支援センター（委託：社会福祉協議会）",
        "W1",
        ("高齢", "高齢者", "包括", "地域包括"),
    )
    DISABILITY = "障害", "福祉あんしん相談センター（直営）", "W2", ("障がい", "障碍", "障害者")
    CHILDREN = (
        "子育て",
        "子育て世代包括支援センター・こども家庭センター（直営）",
        "W3",
        ("児童", "こども", "子ども"),
    )
    HARDSHIP = (
        "生活困窮",
        "生活困窮者自立相談支援（委託：社会福祉協議会）",
        "W4",
        ("困窮", "生活困窮者", "自立相談"),
    )


class Program(CodeList):
    """事業：法第106条の4第2項の各事業（実施計画7）。"""

    CONSULTATION = "包括的相談支援", "第1号", ("包括的相談支援事業", "相談支援")
    MULTI_AGENCY = "多機関協働", "第5号・第6号", ("多機関協働事業", "多機関")
    OUTREACH = "アウトリーチ等", "第4号", ("アウトリーチ", "アウトリーチ等事業")
    PARTICIPATION = "参加支援", "第2号", ("参加支援事業",)
    COMMUNITY_BUILDING = "地域づくり", "第3号", ("地域づくり事業", "地域づくりに向けた支援")


class Division(CodeList):
    """庁内連携委員会の4課（実施計画8(3)）。"""

    GENERAL_WELFARE = (
        "福祉総合支援課",
        "事務局。障害・生活困窮、多機関協働、アウトリーチ等、参加支援",
    )
    CHILD_REARING = "子育て支援課", "こども家庭センター、地域子育て支援拠点"
    LONG_TERM_CARE = "介護支援課", "地域包括支援センター、通いの場、生活支援体制整備"
    HEALTH_PROMOTION = "健康増進課", "子育て世代包括支援センター（母子保健）"


class Operation(CodeList):
    """実施方式（実施計画7）。"""

    DIRECT = "直営", ("市直営",)
    CONTRACTED = "委託", ("業務委託", "委託事業")


class AgencyKind(CodeList):
    """関係機関の区分。"""

    WINDOW = "4窓口"
    DIVISION = "4課"
    CONTRACTOR = "委託先"
    PARTNER = "17連携先"
    OTHER = "その他"


class SecrecyBasis(CodeList):
    """守秘義務の根拠（関係機関マスタ）。"""

    ORDINANCE = "要綱"
    AGREEMENT = "協定"
    PLEDGE = "誓約書"


class Partner(CodeList):
    """連携する関係諸施策・関係団体（実施計画9の17項目）。"""

    PUBLIC_ASSISTANCE = "生活保護", "生活保護制度", "R01"
    GUARDIANSHIP = "成年後見", "成年後見制度利用促進事業", "R02"
    WELFARE_VOLUNTEERS = (
        "民生委員・児童委員等",
        "民生委員・児童委員等",
        "R03",
        ("民生委員", "民生委員・児童委員"),
    )
    RIGHTS_COMMISSIONERS = (
        "人権擁護委員・行政相談員・消費生活相談員等",
        "人権擁護委員、行政相談員及び消費生活相談員等",
        "R04",
    )
    PROFESSIONALS = (
        "弁護士会・司法書士会・社会福祉士会・精神保健福祉士会等",
        "弁護士会、司法書士会、社会福祉士会及び精神保健福祉士会等",
        "R05",
    )
    LEGAL_TERRACE = "法テラス", "法テラス", "R06"
    SUICIDE_PREVENTION = "自殺対策", "自殺対策", "R07"
    HIKIKOMORI = "ひきこもり対策", "ひきこもり対策", "R08", ("ひきこもり",)
    DOMESTIC_VIOLENCE = "DV被害者支援", "DV被害者支援施策", "R09"
    PROBATION = "保護観察所・保護司等", "保護観察所、保護司等", "R10"
    SETTLEMENT = (
        "地域生活定着支援センター",
        "地域生活定着促進事業（地域生活定着支援センター）",
        "R11",
    )
    SCHOOLS = "教育委員会・学校等", "教育委員会、学校等", "R12", ("学校", "教育委員会")
    PUBLIC_BENEFIT = (
        "社会福祉法人の公益的な取組",
        "社会福祉法人による「地域における公益的な取組」等",
        "R13",
    )
    HELLO_WORK = "ハローワーク", "公共職業安定所", "R14", ("職安",)
    SILVER_CENTER = "シルバー人材センター", "シルバー人材センター", "R15"
    WATER = "上下水道事業", "上下水道事業", "R16"
    REVITALIZATION = "地域おこし協力隊", "地域力創造事業（地域おこし協力隊）", "R17"


class Attribute(CodeList):
    """対象属性：課題を抱える人の分野。"""

    ELDERLY = "高齢", ("高齢者",)
    DISABILITY = "障害", ("障がい", "障碍", "障害者")
    CHILDREN = "こども", ("子ども", "子供", "児童")
    HARDSHIP = "困窮", ("生活困窮",)
    OTHER = "その他"
