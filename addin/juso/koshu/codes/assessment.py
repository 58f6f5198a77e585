"""ケース票: the situation of a person and household (インテーク・アセスメントシート)."""

from juso.core.codelist import CodeList


class Certificate(CodeList):
    """障害手帳・診断。"""

    NONE = "なし"
    PHYSICAL = "身体"
    INTELLECTUAL = "療育"
    MENTAL = "精神"
    DIAGNOSED = "診断のみ"
    SUSPECTED = "疑い"


class CareLevel(CodeList):
    """要介護度。"""

    NONE = "なし"
    TARGET = "事業対象者"
    SUPPORT_1 = "要支援1"
    SUPPORT_2 = "要支援2"
    CARE_1 = "要介護1"
    CARE_2 = "要介護2"
    CARE_3 = "要介護3"
    CARE_4 = "要介護4"
    CARE_5 = "要介護5"
    APPLYING = "申請中"


class Employment(CodeList):
    """就労状況。"""

    REGULAR = "正規"
    IRREGULAR = "非正規"
    SELF_EMPLOYED = "自営・農業"
    WELFARE_WORK = "福祉的就労"
    NONE = "無職"
    STUDENT = "就学中・未就学"
    UNKNOWN = "不明"


class IncomeSource(CodeList):
    """収入源。"""

    WAGE = "就労"
    PENSION = "年金"
    ASSISTANCE = "生活保護"
    ALLOWANCE = "手当"
    REMITTANCE = "仕送り・家族"
    NONE = "なし"
    UNKNOWN = "不明"


class Budgeting(CodeList):
    """家計管理。"""

    SELF = "自分でできる"
    FAMILY = "家族が行う"
    DIFFICULT = "困難"
    UNKNOWN = "不明"


class Housing(CodeList):
    """住居形態。"""

    OWNED = "持ち家"
    RENTED = "民間賃貸"
    PUBLIC = "公営住宅"
    EMPLOYER = "社宅・寮"
    FACILITY = "施設・病院"
    NONE = "住居なし"
    UNKNOWN = "不明"


class Schooling(CodeList):
    """学校・保育。"""

    NONE = "該当なし"
    NURSERY = "保育所・幼稚園"
    ELEMENTARY = "小学校"
    JUNIOR_HIGH = "中学校"
    HIGH = "高校等"
    ABSENT = "不登校"
    AT_HOME = "在宅"


class Relation(CodeList):
    """続柄（本人から見た関係）。"""

    SELF = "本人"
    SPOUSE = "配偶者"
    FATHER = "父"
    MOTHER = "母"
    CHILD = "子"
    SIBLING = "兄弟姉妹"
    GRANDPARENT = "祖父母"
    GRANDCHILD = "孫"
    OTHER = "その他"


class Risk(CodeList):
    """リスクの程度。"""

    NONE = "なし"
    SUSPECTED = "疑い"
    PRESENT = "あり"


class Service(CodeList):
    """利用中の制度・サービス、使う制度・資源。"""

    NONE = "なし"
    CARE_INSURANCE = "介護保険"
    DISABILITY_SERVICE = "障害福祉サービス"
    PUBLIC_ASSISTANCE = "生活保護"
    HARDSHIP_SCHEME = "生活困窮者自立支援"
    CHILD_ALLOWANCE = "児童手当・児童扶養手当"
    GUARDIANSHIP = "成年後見・日常生活自立支援"
    MEDICAL = "医療・訪問看護"
    LOAN = "生活福祉資金貸付"
    OUTREACH = "アウトリーチ等事業"
    PARTICIPATION = "参加支援事業"
    COMMUNITY = "地域の居場所・通いの場"
    OTHER = "その他"
