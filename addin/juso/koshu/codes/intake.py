"""相談受付簿: who came, how, with what (相談受付・申込票)."""

from __future__ import annotations

from juso.core.codelist import CodeList
from juso.koshu.codes.organisation import Attribute


class Route(CodeList):
    """相談経路（月次報告 B31〜B42）。"""

    SELF_VISIT = "本人（来所）", "", "B31"
    SELF_PHONE = "本人（電話）", "", "B32"
    SELF_MAIL = "本人（メール・Web）", "", "B33"
    FAMILY = "家族・親族", "", "B34", ("家族", "親族")
    NEIGHBOUR = "知人・近隣", "", "B35", ("知人", "近隣", "近所")
    WELFARE_VOLUNTEER = "民生委員・児童委員", "", "B36", ("民生委員", "児童委員", "民生・児童委員")
    OTHER_WINDOW = "他の3窓口", "", "B37", ("他窓口", "他の窓口")
    CITY_OFFICE = "庁内他課", "税・国保・上下水道・住宅・窓口課等", "B38", ("庁内", "他課")
    PROVIDER = "医療・保健・介護・障害の事業所", "", "B39"
    SCHOOL = "学校・教育委員会", "", "B40", ("学校", "教育委員会")
    OTHER_AGENCY = "その他機関", "", "B41", ("その他の機関",)
    OUTREACH = "アウトリーチで把握", "", "B42", ("アウトリーチ",)


class Entry(CodeList):
    """相談の入り方（実施計画5(2)「ついでに」「知られない」相談）。"""

    APPOINTMENT = "予約"
    WITH_ERRAND = "手続きのついで", ("ついで", "手続のついで")
    ANONYMOUS = "匿名・秘匿希望", ("匿名",)
    URGENT = "緊急"
    ON_VISIT = "訪問先で", ("訪問先", "訪問")
    OTHER = "その他"


class Caller(CodeList):
    """来談者区分。"""

    SELF = "本人", ("当事者",)
    FAMILY = "家族"
    RELATIVE = "親族"
    NEIGHBOUR = "知人・近隣", ("知人", "近隣")
    AGENCY = "関係機関"
    WELFARE_VOLUNTEER = "民生委員", ("民生委員・児童委員", "民生・児童委員")
    OTHER = "その他"


class Sex(CodeList):
    """性別（月次報告 B01〜B04）。"""

    MALE = "男性", "", "B01", ("男", "男子", "M", "1", "♂")
    FEMALE = "女性", "", "B02", ("女", "女子", "F", "2", "♀")
    OTHER = "その他・回答しない", "", "B03", ("その他", "回答しない", "無回答")
    UNKNOWN = "不明", "", "B04", ("不詳",)


class AgeBand(CodeList):
    """年代（月次報告 B11〜B22）。"""

    AGE_0 = "0～5歳", "", "B11"
    AGE_6 = "6～14歳", "", "B12"
    AGE_15 = "15～17歳", "", "B13"
    AGE_18 = "18～29歳", "", "B14"
    AGE_30 = "30代", "", "B15", ("30歳代", "30～39歳")
    AGE_40 = "40代", "", "B16", ("40歳代", "40～49歳")
    AGE_50 = "50代", "", "B17", ("50歳代", "50～59歳")
    AGE_60 = "60～64歳", "", "B18"
    AGE_65 = "65～74歳", "", "B19"
    AGE_75 = "75～84歳", "", "B20"
    AGE_85 = "85歳以上", "", "B21"
    UNKNOWN = "不明", "", "B22", ("不詳",)

    @classmethod
    def of(cls, years: int | None) -> AgeBand:
        """The band of an age in completed years; None is 不明."""
        if years is None:
            return cls.UNKNOWN
        floors = (0, 6, 15, 18, 30, 40, 50, 60, 65, 75, 85)
        return list(cls)[sum(years >= floor for floor in floors) - 1]


class Family(CodeList):
    """世帯構成。"""

    SINGLE = "単身", ("独居", "一人暮らし", "単身世帯")
    COUPLE = "夫婦のみ", ("夫婦", "夫婦のみ世帯")
    SINGLE_PARENT = "ひとり親と子", ("母子", "父子", "母子世帯", "父子世帯", "ひとり親")
    PARENTS_AND_CHILDREN = "夫婦と子"
    AGED_PARENT_AND_CHILD = "高齢の親と子"
    THREE_GENERATIONS = "三世代", ("3世代",)
    OTHER = "その他"
    UNKNOWN = "不明", ("不詳",)


class Topic(CodeList):
    """相談内容（相談受付・申込票の16項目）。"""

    HEALTH = "病気や健康、障害", ("病気", "健康")
    HOUSING = "住まい", ("住居",)
    INCOME = "収入・生活費", ("収入", "生活費")
    RENT = "家賃やローンの支払い"
    TAX = "税金や公共料金等の支払い"
    DEBT = "債務", ("借金", "負債")
    JOB_SEEKING = "仕事探し、就職", ("仕事探し", "就職", "求職")
    WORK_TROUBLE = "仕事上の不安やトラブル"
    COMMUNITY = "地域との関係"
    FAMILY = "家族との関係"
    CHILD_REARING = "子育て", ("育児", "養育")
    CARE = "介護"
    WITHDRAWAL = "ひきこもり・不登校", ("ひきこもり", "引きこもり", "不登校")
    VIOLENCE = "DV・虐待", ("DV", "虐待")
    NO_FOOD = "食べるものがない"
    OTHER = "その他"


class Issue(CodeList):
    """課題区分（月次報告 C21〜C40）；2つ目の語は主に関わる分野。"""

    ILLNESS = "病気・健康", "その他", "C21", ("病気", "健康")
    DISABILITY = "障害（疑い含む）", "障害", "C22", ("障害", "障がい")
    DEMENTIA_CARE = "認知症・介護", "高齢", "C23", ("認知症", "介護")
    CHILD_REARING = "子育て・養育", "こども", "C24", ("子育て", "養育")
    CHILD_ABUSE = "児童虐待", "こども", "C25"
    ADULT_ABUSE = "高齢・障害者虐待", "高齢", "C26"
    DOMESTIC_VIOLENCE = "DV", "その他", "C27"
    POVERTY = "経済的困窮", "困窮", "C28", ("困窮", "生活困窮")
    DEBT = "債務・滞納", "困窮", "C29", ("債務", "滞納", "借金")
    HOUSING = "住まい", "困窮", "C30", ("住居",)
    WORK = "就労", "困窮", "C31"
    HIKIKOMORI = "ひきこもり", "困窮", "C32", ("引きこもり",)
    SCHOOL = "不登校・教育", "こども", "C33", ("不登校",)
    FAMILY = "家族関係", "その他", "C34"
    ISOLATION = "社会的孤立・近隣関係", "その他", "C35", ("社会的孤立", "孤立")
    SUICIDE = "自死・希死念慮", "その他", "C36", ("自死", "自殺", "希死念慮")
    ADDICTION = "依存症", "障害", "C37"
    RIGHTS = "権利擁護・金銭管理", "高齢", "C38", ("権利擁護", "金銭管理")
    LANGUAGE = "外国籍・言語", "その他", "C39"
    OTHER = "その他（触法・被災等）", "その他", "C40", ("その他",)

    @property
    def attribute(self) -> Attribute:
        """The field (分野) this issue counts towards in 関与分野数."""
        return Attribute(self.note)


class Complexity(CodeList):
    """複合課題類型（実施計画1「8050」「ダブルケア」等）。"""

    EIGHTY_FIFTY = "8050", ("8050問題",)
    DOUBLE_CARE = "ダブルケア"
    YOUNG_CARER = "ヤングケアラー", ("ヤングケアラ",)
    HIKIKOMORI = "ひきこもり", ("引きこもり",)
    HOARDING = "ごみ屋敷", ("ゴミ屋敷",)
    ISOLATION = "社会的孤立", ("孤立",)
    ABUSE = "虐待・DV", ("虐待", "DV")
    ANIMALS = "多頭飼育"
    RELEASED = "矯正施設退所"
    OTHER = "その他"


class Urgency(CodeList):
    """緊急度（実施計画8(2)「緊急性がある事案」）；2つ目の語は初動までの日数。"""

    SAME_DAY = "即日", "0", ("当日", "今日中")
    THREE_DAYS = "3日以内", "3", ("3日",)
    TWO_WEEKS = "2週間以内", "14", ("14日以内", "2週間")
    NORMAL = "通常", ""
