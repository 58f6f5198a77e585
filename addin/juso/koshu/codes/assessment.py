"""ケース票: the situation of a person and household (インテーク・アセスメントシート)."""

from juso.core.codelist import CodeList


class Certificate(CodeList):
    """障害手帳・診断。"""

    NONE = "なし", ("無",)
    PHYSICAL = "身体", ("身体障害者手帳", "身障")
    INTELLECTUAL = "療育", ("療育手帳",)
    MENTAL = "精神", ("精神障害者保健福祉手帳", "精神手帳")
    DIAGNOSED = "診断のみ"
    SUSPECTED = "疑い"


class CareLevel(CodeList):
    """要介護度。"""

    NONE = "なし", ("無", "非該当")
    TARGET = "事業対象者"
    SUPPORT_1 = "要支援1", ("支援1", "要支1")
    SUPPORT_2 = "要支援2", ("支援2", "要支2")
    CARE_1 = "要介護1", ("介護1", "要介1")
    CARE_2 = "要介護2", ("介護2", "要介2")
    CARE_3 = "要介護3", ("介護3", "要介3")
    CARE_4 = "要介護4", ("介護4", "要介4")
    CARE_5 = "要介護5", ("介護5", "要介5")
    APPLYING = "申請中"


class Employment(CodeList):
    """就労状況。"""

    REGULAR = "正規", ("正社員", "正規雇用")
    IRREGULAR = "非正規", ("パート", "アルバイト", "非正規雇用")
    SELF_EMPLOYED = "自営・農業", ("自営", "自営業", "農業")
    WELFARE_WORK = "福祉的就労"
    NONE = "無職", ("無業", "なし")
    STUDENT = "就学中・未就学"
    UNKNOWN = "不明", ("不詳",)


class IncomeSource(CodeList):
    """収入源。"""

    WAGE = "就労", ("給与", "給料", "賃金")
    PENSION = "年金"
    ASSISTANCE = "生活保護", ("生保",)
    ALLOWANCE = "手当"
    REMITTANCE = "仕送り・家族"
    NONE = "なし", ("無",)
    UNKNOWN = "不明", ("不詳",)


class Budgeting(CodeList):
    """家計管理。"""

    SELF = "自分でできる"
    FAMILY = "家族が行う"
    DIFFICULT = "困難"
    UNKNOWN = "不明"


class Housing(CodeList):
    """住居形態。"""

    OWNED = "持ち家", ("持家", "自宅")
    RENTED = "民間賃貸", ("賃貸", "アパート", "借家")
    PUBLIC = "公営住宅", ("市営住宅", "県営住宅")
    EMPLOYER = "社宅・寮"
    FACILITY = "施設・病院", ("施設", "病院", "入院中")
    NONE = "住居なし"
    UNKNOWN = "不明", ("不詳",)


class Schooling(CodeList):
    """学校・保育。"""

    NONE = "該当なし", ("なし", "無")
    NURSERY = "保育所・幼稚園", ("保育所", "保育園", "幼稚園")
    ELEMENTARY = "小学校"
    JUNIOR_HIGH = "中学校"
    HIGH = "高校等", ("高校", "高等学校")
    ABSENT = "不登校"
    AT_HOME = "在宅"


class Relation(CodeList):
    """続柄（本人から見た関係）。"""

    SELF = "本人"
    SPOUSE = "配偶者", ("夫", "妻")
    FATHER = "父", ("父親",)
    MOTHER = "母", ("母親",)
    CHILD = "子", ("長男", "長女", "次男", "次女", "二男", "二女", "三男", "三女", "息子", "娘")
    SIBLING = "兄弟姉妹", ("兄", "弟", "姉", "妹", "兄弟", "姉妹")
    GRANDPARENT = "祖父母", ("祖父", "祖母")
    GRANDCHILD = "孫"
    OTHER = "その他"


class Risk(CodeList):
    """リスクの程度。"""

    NONE = "なし", ("無", "無し")
    SUSPECTED = "疑い", ("疑いあり",)
    PRESENT = "あり", ("有", "有り")


class Service(CodeList):
    """利用中の制度・サービス、使う制度・資源。"""

    NONE = "なし", ("無", "無し")
    CARE_INSURANCE = "介護保険"
    DISABILITY_SERVICE = "障害福祉サービス", ("障害福祉",)
    PUBLIC_ASSISTANCE = "生活保護", ("生保",)
    HARDSHIP_SCHEME = "生活困窮者自立支援", ("自立相談支援", "生活困窮")
    CHILD_ALLOWANCE = "児童手当・児童扶養手当"
    GUARDIANSHIP = "成年後見・日常生活自立支援"
    MEDICAL = "医療・訪問看護", ("医療", "訪問看護")
    LOAN = "生活福祉資金貸付"
    OUTREACH = "アウトリーチ等事業"
    PARTICIPATION = "参加支援事業"
    COMMUNITY = "地域の居場所・通いの場"
    OTHER = "その他"
