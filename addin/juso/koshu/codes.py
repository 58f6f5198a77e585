"""Code lists of the 重層的支援体制整備事業 as Koshu City runs it; the labels are what cells hold.

Sources: 実施計画 7〜9; the national forms (相談受付・申込票, インテーク・アセスメントシート) for
the choices of an intake. Third word of a member: its item code in the monthly form.
"""

from juso.core.codelist import CodeList


class Window(CodeList):
    """受付窓口：包括的相談支援事業の4分野（実施計画7(1)）。"""

    ELDERLY = "介護", "地域包括支援センター（委託：社会福祉協議会）", "W1"
    DISABILITY = "障害", "福祉あんしん相談センター（直営）", "W2"
    CHILDREN = "子育て", "子育て世代包括支援センター・こども家庭センター（直営）", "W3"
    HARDSHIP = "生活困窮", "生活困窮者自立相談支援（委託：社会福祉協議会）", "W4"


class Program(CodeList):
    """事業：法第106条の4第2項の各事業（実施計画7）。"""

    CONSULTATION = "包括的相談支援", "第1号"
    MULTI_AGENCY = "多機関協働", "第5号・第6号"
    OUTREACH = "アウトリーチ等", "第4号"
    PARTICIPATION = "参加支援", "第2号"
    COMMUNITY_BUILDING = "地域づくり", "第3号"


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

    DIRECT = "直営"
    CONTRACTED = "委託"


class Attribute(CodeList):
    """対象属性：課題を抱える人の分野。"""

    ELDERLY = "高齢"
    DISABILITY = "障害"
    CHILDREN = "こども"
    HARDSHIP = "困窮"
    OTHER = "その他"


class Route(CodeList):
    """相談経路（月次報告 B31〜B42）。"""

    SELF_VISIT = "本人（来所）", "", "B31"
    SELF_PHONE = "本人（電話）", "", "B32"
    SELF_MAIL = "本人（メール・Web）", "", "B33"
    FAMILY = "家族・親族", "", "B34"
    NEIGHBOUR = "知人・近隣", "", "B35"
    WELFARE_VOLUNTEER = "民生委員・児童委員", "", "B36"
    OTHER_WINDOW = "他の3窓口", "", "B37"
    CITY_OFFICE = "庁内他課", "税・国保・上下水道・住宅・窓口課等", "B38"
    PROVIDER = "医療・保健・介護・障害の事業所", "", "B39"
    SCHOOL = "学校・教育委員会", "", "B40"
    OTHER_AGENCY = "その他機関", "", "B41"
    OUTREACH = "アウトリーチで把握", "", "B42"


class Entry(CodeList):
    """相談の入り方（実施計画5(2)「ついでに」「知られない」相談）。"""

    APPOINTMENT = "予約"
    WITH_ERRAND = "手続きのついで"
    ANONYMOUS = "匿名・秘匿希望"
    URGENT = "緊急"
    ON_VISIT = "訪問先で"
    OTHER = "その他"


class Caller(CodeList):
    """来談者区分。"""

    SELF = "本人"
    FAMILY = "家族"
    RELATIVE = "親族"
    NEIGHBOUR = "知人・近隣"
    AGENCY = "関係機関"
    WELFARE_VOLUNTEER = "民生委員"
    OTHER = "その他"


class Sex(CodeList):
    """性別（月次報告 B01〜B04）。"""

    MALE = "男性", "", "B01"
    FEMALE = "女性", "", "B02"
    OTHER = "その他・回答しない", "", "B03"
    UNKNOWN = "不明", "", "B04"


class AgeBand(CodeList):
    """年代（月次報告 B11〜B22）。"""

    AGE_0 = "0～5歳", "", "B11"
    AGE_6 = "6～14歳", "", "B12"
    AGE_15 = "15～17歳", "", "B13"
    AGE_18 = "18～29歳", "", "B14"
    AGE_30 = "30代", "", "B15"
    AGE_40 = "40代", "", "B16"
    AGE_50 = "50代", "", "B17"
    AGE_60 = "60～64歳", "", "B18"
    AGE_65 = "65～74歳", "", "B19"
    AGE_75 = "75～84歳", "", "B20"
    AGE_85 = "85歳以上", "", "B21"
    UNKNOWN = "不明", "", "B22"

    @classmethod
    def of(cls, years: int | None) -> "AgeBand":
        """The band of an age in completed years; None is 不明."""
        if years is None:
            return cls.UNKNOWN
        floors = (0, 6, 15, 18, 30, 40, 50, 60, 65, 75, 85)
        return list(cls)[sum(years >= floor for floor in floors) - 1]


class Family(CodeList):
    """世帯構成。"""

    SINGLE = "単身"
    COUPLE = "夫婦のみ"
    SINGLE_PARENT = "ひとり親と子"
    PARENTS_AND_CHILDREN = "夫婦と子"
    AGED_PARENT_AND_CHILD = "高齢の親と子"
    THREE_GENERATIONS = "三世代"
    OTHER = "その他"
    UNKNOWN = "不明"


class Topic(CodeList):
    """相談内容（相談受付・申込票の16項目）。"""

    HEALTH = "病気や健康、障害"
    HOUSING = "住まい"
    INCOME = "収入・生活費"
    RENT = "家賃やローンの支払い"
    TAX = "税金や公共料金等の支払い"
    DEBT = "債務"
    JOB_SEEKING = "仕事探し、就職"
    WORK_TROUBLE = "仕事上の不安やトラブル"
    COMMUNITY = "地域との関係"
    FAMILY = "家族との関係"
    CHILD_REARING = "子育て"
    CARE = "介護"
    WITHDRAWAL = "ひきこもり・不登校"
    VIOLENCE = "DV・虐待"
    NO_FOOD = "食べるものがない"
    OTHER = "その他"


class Issue(CodeList):
    """課題区分（月次報告 C21〜C40）；2つ目の語は主に関わる分野。"""

    ILLNESS = "病気・健康", "その他", "C21"
    DISABILITY = "障害（疑い含む）", "障害", "C22"
    DEMENTIA_CARE = "認知症・介護", "高齢", "C23"
    CHILD_REARING = "子育て・養育", "こども", "C24"
    CHILD_ABUSE = "児童虐待", "こども", "C25"
    ADULT_ABUSE = "高齢・障害者虐待", "高齢", "C26"
    DOMESTIC_VIOLENCE = "DV", "その他", "C27"
    POVERTY = "経済的困窮", "困窮", "C28"
    DEBT = "債務・滞納", "困窮", "C29"
    HOUSING = "住まい", "困窮", "C30"
    WORK = "就労", "困窮", "C31"
    HIKIKOMORI = "ひきこもり", "困窮", "C32"
    SCHOOL = "不登校・教育", "こども", "C33"
    FAMILY = "家族関係", "その他", "C34"
    ISOLATION = "社会的孤立・近隣関係", "その他", "C35"
    SUICIDE = "自死・希死念慮", "その他", "C36"
    ADDICTION = "依存症", "障害", "C37"
    RIGHTS = "権利擁護・金銭管理", "高齢", "C38"
    LANGUAGE = "外国籍・言語", "その他", "C39"
    OTHER = "その他（触法・被災等）", "その他", "C40"

    @property
    def attribute(self) -> Attribute:
        """The field (分野) this issue counts towards in 関与分野数."""
        return Attribute(self.note)


class Complexity(CodeList):
    """複合課題類型（実施計画1「8050」「ダブルケア」等）。"""

    EIGHTY_FIFTY = "8050"
    DOUBLE_CARE = "ダブルケア"
    YOUNG_CARER = "ヤングケアラー"
    HIKIKOMORI = "ひきこもり"
    HOARDING = "ごみ屋敷"
    ISOLATION = "社会的孤立"
    ABUSE = "虐待・DV"
    ANIMALS = "多頭飼育"
    RELEASED = "矯正施設退所"
    OTHER = "その他"


class Urgency(CodeList):
    """緊急度（実施計画8(2)「緊急性がある事案」）；2つ目の語は初動までの日数。"""

    SAME_DAY = "即日", "0"
    THREE_DAYS = "3日以内", "3"
    TWO_WEEKS = "2週間以内", "14"
    NORMAL = "通常", ""


class Consent(CodeList):
    """同意状況（実施計画7(2)「本人の同意を得た上で」）；重層的支援会議に付議できるのは上の3つ。"""

    WRITTEN = "同意あり（書面）"
    ORAL = "同意あり（口頭・記録済）", "書面化の予定日を入力"
    PROXY = "代理人・保護者の同意", "続柄が必須"
    PENDING = "未確認（働きかけ中）"
    REFUSED = "同意なし（拒否）"
    WITHDRAWN = "同意撤回"

    @property
    def is_given(self) -> bool:
        return self in (Consent.WRITTEN, Consent.ORAL, Consent.PROXY)


class ConsentMethod(CodeList):
    """同意方法。"""

    WRITTEN = "書面"
    ORAL = "口頭"
    PROXY = "代理人の書面"


class SharedInformation(CodeList):
    """同意範囲（情報）。"""

    BASICS = "基本情報"
    HEALTH = "健康・障害"
    MONEY = "収入・家計"
    FAMILY = "家族"
    RECORD = "支援経過"


class Outcome(CodeList):
    """スクリーニング結果（月次報告 D01〜D10）。"""

    INFORMED = "情報提供・相談のみで終了", "", "D01"
    CONTINUED = "自窓口で継続", "", "D02"
    OTHER_WINDOW = "他の3窓口へつなぎ", "", "D03"
    OTHER_AGENCY = "その他機関・制度へつなぎ", "", "D04"
    MULTI_AGENCY = "多機関協働へつなぎ", "", "D05"
    OUTREACH = "アウトリーチへつなぎ", "", "D06"
    PARTICIPATION = "参加支援へつなぎ", "", "D07"
    SUPPORT_CONFERENCE = "支援会議で情報共有", "", "D08"
    PENDING = "対応検討中", "", "D09"
    DROPPED = "相談中止（連絡不能・拒否）", "", "D10"


class CaseState(CodeList):
    """状態。"""

    RECEIVED = "受付"
    ASSESSING = "アセスメント"
    PLANNING = "プラン作成"
    SUPPORTING = "支援中"
    MONITORING = "モニタリング"
    HANDING_OVER = "引継中"
    CLOSED = "終結"
    SUSPENDED = "中断"

    @property
    def is_open(self) -> bool:
        return self not in (CaseState.CLOSED, CaseState.SUSPENDED)


class ClosingReason(CodeList):
    """終結理由（月次報告 E41〜E47）。"""

    SOLVED = "課題解決", "", "E41"
    ACHIEVED = "目標達成", "", "E42"
    OTHER_SCHEME = "他制度移行", "サービス・生活保護等", "E43"
    HANDED_OVER = "他機関へ引継ぎ完了", "", "E44"
    MOVED = "転出", "", "E45"
    DIED = "死亡", "", "E46"
    OTHER = "その他", "", "E47"


class SuspensionReason(CodeList):
    """中断理由（月次報告 E51〜E55）。"""

    OWN_WISH = "本人の希望", "", "E51"
    UNREACHABLE = "連絡不能", "", "E52"
    REFUSED = "拒否", "", "E53"
    HOSPITAL = "入院・入所", "", "E54"
    OTHER = "その他", "", "E55"


class Caution(CodeList):
    """取扱注意。"""

    PROTECTED = "支援措置（DV等）", "住所・電話・勤務先・学校は資料に出力しない"
    ABUSE = "虐待"
    INFORMANT = "通報者秘匿"
    NOT_TOLD = "本人に知らせない"
    DANGER = "加害のおそれ"


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


class PlanKind(CodeList):
    """プラン種別。"""

    MULTI_AGENCY = "多機関協働"
    OUTREACH = "アウトリーチ等"
    PARTICIPATION = "参加支援"
    WINDOW = "窓口単独"


class PlanStep(CodeList):
    """プランの区分。"""

    NEW = "新規"
    AGAIN = "再プラン"
    CHANGED = "変更"


class Review(CodeList):
    """協議結果（実施計画8(1)「支援計画の適切性の協議」）。"""

    APPROPRIATE = "適切"
    WITH_CHANGES = "修正のうえ適切"
    RECONSIDER = "再検討"


class PlanState(CodeList):
    """プランの状態。"""

    DRAFT = "案"
    UNDER_REVIEW = "付議中"
    DECIDED = "決定"
    RUNNING = "実施中"
    EVALUATED = "評価済"
    CLOSED = "終結"
    CANCELLED = "中止"

    @property
    def is_active(self) -> bool:
        """有効プラン: decided on and not yet ended."""
        return self in (PlanState.DECIDED, PlanState.RUNNING)


class Progress(CodeList):
    """進捗（プラン明細）。"""

    NOT_STARTED = "未着手"
    RUNNING = "実施中"
    DONE = "完了"
    CANCELLED = "中止"

    @property
    def is_over(self) -> bool:
        return self in (Progress.DONE, Progress.CANCELLED)


class Frequency(CodeList):
    """頻度。"""

    ONCE = "1回のみ"
    WEEKLY = "週1回"
    TWICE_A_MONTH = "月2回"
    MONTHLY = "月1回"
    QUARTERLY = "3か月に1回"
    AS_NEEDED = "随時"


class EvaluationKind(CodeList):
    """評価種別。"""

    MONITORING = "モニタリング"
    CLOSING = "終結"
    SUSPENSION = "中断"
    REPLAN = "再プラン"


class Achievement(CodeList):
    """目標の達成度。"""

    ACHIEVED = "達成"
    PARTLY = "一部達成"
    NOT = "未達成"


class Change(CodeList):
    """見られた変化（20項目）。"""

    HOUSING = "住まいの安定"
    INCOME = "収入の増加"
    BUDGET = "家計の改善"
    DEBT = "債務の整理"
    WORK_STARTED = "就労開始"
    WORK_READY = "就労への意欲"
    HEALTH = "健康状態の改善"
    MEDICAL = "受診・服薬の開始"
    FAMILY = "家族関係の改善"
    CHILD_CARE = "養育環境の改善"
    SCHOOL = "登校・学習の再開"
    SOCIAL = "社会参加の開始"
    ISOLATION = "孤立の軽減"
    SELF_ESTEEM = "自己肯定感の向上"
    LIFE_RHYTHM = "生活リズムの改善"
    SERVICE = "サービス利用開始"
    RIGHTS = "権利擁護の開始"
    SAFETY = "安全の確保"
    CONSULTING = "自ら相談できる"
    NONE = "特になし"


class Smoothness(CodeList):
    """支援の円滑さ。"""

    SMOOTH = "円滑"
    PARTLY = "一部滞り"
    STALLED = "滞り"


class Conclusion(CodeList):
    """評価の結論。"""

    CLOSE = "終結"
    REPLAN = "再プラン"
    CONTINUE = "継続"
    SUSPEND = "中断"


class ReferralKind(CodeList):
    """つなぎ・引継ぎの種別。"""

    BETWEEN_WINDOWS = "窓口間"
    MULTI_AGENCY = "多機関協働へ"
    OUTREACH = "アウトリーチへ"
    PARTICIPATION = "参加支援へ"
    HANDOVER = "支援機関間（担当移管）"
    APPLICATION = "制度申請"


class ReferralMethod(CodeList):
    """つなぎの方法。"""

    ACCOMPANIED = "同行"
    MEETING = "対面"
    PHONE = "電話"
    PAPER = "文書（つながるシート）"
    CONFERENCE = "会議"


class ReferralResult(CodeList):
    """つなぎの結果。"""

    ACCEPTED = "受入"
    RETURNED = "差戻し"
    DECLINED = "本人辞退"
    UNREACHABLE = "連絡不能"


class ContactMethod(CodeList):
    """支援経過の方法（月次報告 C01〜C08；所内会議は延べ件数に数えない）。"""

    PHONE = "電話", "", "C01"
    OFFICE = "来所", "", "C02"
    VISIT = "訪問", "", "C03"
    ACCOMPANY = "同行", "", "C04"
    LETTER = "メール・SNS・手紙", "", "C05"
    CASE_CONFERENCE = "個別ケース会議", "", "C06"
    COORDINATION = "関係機関との連絡調整", "", "C07"
    OTHER = "その他", "", "C08"
    INTERNAL = "所内会議", "延べ件数に数えない"


class Counterpart(CodeList):
    """支援経過の相手。"""

    SELF = "本人"
    FAMILY = "家族"
    AGENCY = "支援機関"
    NEIGHBOUR = "近隣"
    OTHER = "その他"


class Counting(CodeList):
    """計上。"""

    COUNTED = "延べ計上"
    NOT_COUNTED = "非計上"


class Partner(CodeList):
    """連携する関係諸施策・関係団体（実施計画9の17項目）。"""

    PUBLIC_ASSISTANCE = "生活保護", "生活保護制度", "R01"
    GUARDIANSHIP = "成年後見", "成年後見制度利用促進事業", "R02"
    WELFARE_VOLUNTEERS = "民生委員・児童委員等", "民生委員・児童委員等", "R03"
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
    HIKIKOMORI = "ひきこもり対策", "ひきこもり対策", "R08"
    DOMESTIC_VIOLENCE = "DV被害者支援", "DV被害者支援施策", "R09"
    PROBATION = "保護観察所・保護司等", "保護観察所、保護司等", "R10"
    SETTLEMENT = (
        "地域生活定着支援センター",
        "地域生活定着促進事業（地域生活定着支援センター）",
        "R11",
    )
    SCHOOLS = "教育委員会・学校等", "教育委員会、学校等", "R12"
    PUBLIC_BENEFIT = (
        "社会福祉法人の公益的な取組",
        "社会福祉法人による「地域における公益的な取組」等",
        "R13",
    )
    HELLO_WORK = "ハローワーク", "公共職業安定所", "R14"
    SILVER_CENTER = "シルバー人材センター", "シルバー人材センター", "R15"
    WATER = "上下水道事業", "上下水道事業", "R16"
    REVITALIZATION = "地域おこし協力隊", "地域力創造事業（地域おこし協力隊）", "R17"


class Meeting(CodeList):
    """3つの会議（実施計画8）；3つ目の語は会議番号の頭。"""

    PLAN_CONFERENCE = "重層的支援会議", "実施計画8(1)", "JU"
    SUPPORT_CONFERENCE = "支援会議", "社会福祉法第106条の6、実施計画8(2)", "SK"
    LIAISON_COMMITTEE = "庁内連携委員会", "実施計画8(3)", "TN"


class MeetingStyle(CodeList):
    """会議の方法。"""

    IN_PERSON = "対面"
    ONLINE = "オンライン"
    HYBRID = "併用"


class MeetingCall(CodeList):
    """開催区分。"""

    REGULAR = "定例"
    EXTRA = "臨時"
    URGENT = "緊急"


class JointMeeting(CodeList):
    """兼ねる会議。"""

    HARDSHIP = "困窮法9条の支援会議"
    CARE = "地域ケア会議"
    CHILD_PROTECTION = "要保護児童対策地域協議会"
    SELF_RELIANCE = "自立支援協議会"


class Openness(CodeList):
    """公開区分。"""

    CLOSED = "非公開"
    INTERNAL = "庁内"
    PUBLIC = "公開"


class Level(CodeList):
    """匿名化水準。"""

    NAMED = "L0", "記名（ケース記録のみ）"
    PSEUDONYM = "L1", "仮名（会議資料）"
    STATISTICS = "L2", "統計（個人に関する記載なし）"


class MinutesState(CodeList):
    """議事録状態。"""

    DRAFT = "案"
    CHECKING = "確認中"
    FINAL = "確定"


class AgendaKind(CodeList):
    """案件区分（実施計画8の検討事項）；3つ目の語は会議番号の頭と記号。"""

    PLAN_REVIEW = "支援計画の適切性の協議", "重層的支援会議", "J1"
    CLOSING_REVIEW = "支援終結時の評価", "重層的支援会議", "J2"
    RESOURCES = "社会資源の充足状況の把握と開発に向けた検討", "重層的支援会議", "J3"
    SHARING = "気になる事案の情報提供・情報共有", "支援会議", "S1"
    WATCHING = "見守りと支援方針の理解", "支援会議", "S2"
    URGENT = "緊急性がある事案への対応", "支援会議", "S3"
    STATUS = "実施状況の確認・評価", "庁内連携委員会", "T1"
    COOPERATION = "4課の連携・役割分担", "庁内連携委員会", "T2"
    COMMON_ISSUES = "共通課題・計画見直し", "庁内連携委員会", "T3"
    TRAINING = "研修・意識醸成", "庁内連携委員会", "T4"
    OTHER = "その他", "庁内連携委員会", "T5"

    @property
    def meeting(self) -> Meeting:
        return Meeting(self.note)


class WantedConclusion(CodeList):
    """求める結論。"""

    APPROVAL = "承認"
    DISCUSSION = "協議"
    SHARING = "情報共有"
    DECISION = "決定"


class ConsentVerdict(CodeList):
    """同意判定（案件）。"""

    OK = "OK"
    NEEDS_WRITING = "要書面", "口頭の同意のため、書面化の予定日を確認"
    NOT_ALLOWED = "不可"
    NOT_NEEDED = "不要", "支援会議（法第106条の6）及び個人を扱わない案件"


class ItemConclusion(CodeList):
    """案件の結論。"""

    APPROPRIATE = "適切"
    WITH_CHANGES = "修正のうえ適切"
    RECONSIDER = "再検討"
    MAY_CLOSE = "終結可"
    CONTINUE = "継続"
    WATCH = "見守り"
    URGENT_RESPONSE = "緊急対応"
    SHARED = "情報共有のみ"
    CARRIED_OVER = "継続審議"


class Attendance(CodeList):
    """出席区分。"""

    PRESENT = "出席"
    ABSENT = "欠席"
    PROXY = "代理"
    ONLINE = "オンライン"
    LEAVES = "傍聴不可案件は退席"


class SecrecyMethod(CodeList):
    """守秘義務確認の方法。"""

    ANNOUNCED = "告知"
    PLEDGE = "誓約書"
    ORDINANCE = "要綱上の構成員"


class DecisionState(CodeList):
    """決定事項の状態。"""

    OPEN = "未"
    RUNNING = "進行"
    DONE = "完了"
    CANCELLED = "中止"

    @property
    def is_over(self) -> bool:
        return self in (DecisionState.DONE, DecisionState.CANCELLED)


class ResourceKind(CodeList):
    """社会資源の種別。"""

    PLACE = "居場所"
    WORK = "就労"
    HOUSING = "住まい"
    TRANSPORT = "移動"
    WATCHING = "見守り"
    LEARNING = "学習"
    HOUSEWORK = "家事"
    LAW = "法律"
    OTHER = "その他"


class Sufficiency(CodeList):
    """充足状況（実施計画8(1)）。"""

    ENOUGH = "充足"
    PARTLY = "一部不足"
    SHORT = "不足"
    NONE = "なし"


class Development(CodeList):
    """開発状況。"""

    NOT_STARTED = "未着手"
    CONSIDERING = "検討"
    TRIAL = "試行"
    RUNNING = "実施"


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


class AutoGrade(CodeList):
    """自動判定（目標のない指標の前年度比較）。"""

    BETTER = "a", "改善"
    SAME = "b", "横ばい（±3％以内）"
    WORSE = "c", "悪化"


class Grade(CodeList):
    """課評価。"""

    A = "A", "順調"
    B = "B", "概ね順調"
    C = "C", "やや遅れている"
    D = "D", "遅れている"


class TrainingKind(CodeList):
    """研修の種別（実施計画6(3)）。"""

    TRAINING = "研修"
    CASE_STUDY = "事例検討会"
    BRIEFING = "庁内説明・周知"
