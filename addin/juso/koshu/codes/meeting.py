"""The three meetings, their items, attendance and decisions (実施計画8)."""

from juso.core.codelist import CodeList


class Meeting(CodeList):
    """3つの会議（実施計画8）；3つ目の語は会議番号の頭。"""

    PLAN_CONFERENCE = "重層的支援会議", "実施計画8(1)", "JU", ("重層会議",)
    SUPPORT_CONFERENCE = "支援会議", "社会福祉法第106条の6、実施計画8(2)", "SK"
    LIAISON_COMMITTEE = "庁内連携委員会", "実施計画8(3)", "TN", ("連携委員会",)


class MeetingStyle(CodeList):
    """会議の方法。"""

    IN_PERSON = "対面", ("集合", "参集")
    ONLINE = "オンライン", ("WEB", "Zoom")
    HYBRID = "併用", ("ハイブリッド",)


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
    INTERNAL = "庁内", ("庁内のみ",)
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

    PRESENT = "出席", ("○", "出")
    ABSENT = "欠席", ("×", "欠")
    PROXY = "代理", ("代理出席",)
    ONLINE = "オンライン", ("WEB", "Zoom")
    LEAVES = "傍聴不可案件は退席"


class SecrecyMethod(CodeList):
    """守秘義務確認の方法。"""

    ANNOUNCED = "告知", ("口頭告知",)
    PLEDGE = "誓約書"
    ORDINANCE = "要綱上の構成員"


class DecisionState(CodeList):
    """決定事項の状態。"""

    OPEN = "未", ("未着手", "未了")
    RUNNING = "進行", ("進行中", "実施中")
    DONE = "完了", ("済", "完", "完了済")
    CANCELLED = "中止", ("取止め",)

    @property
    def is_over(self) -> bool:
        return self in (DecisionState.DONE, DecisionState.CANCELLED)
