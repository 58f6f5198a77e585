"""Plans, evaluations, handovers and contacts."""

from juso.core.codelist import CodeList


class PlanKind(CodeList):
    """プラン種別。"""

    MULTI_AGENCY = "多機関協働"
    OUTREACH = "アウトリーチ等", ("アウトリーチ",)
    PARTICIPATION = "参加支援"
    WINDOW = "窓口単独", ("単独", "窓口")


class PlanStep(CodeList):
    """プランの区分。"""

    NEW = "新規", ("新", "初回")
    AGAIN = "再プラン", ("再",)
    CHANGED = "変更"


class Review(CodeList):
    """協議結果（実施計画8(1)「支援計画の適切性の協議」）。"""

    APPROPRIATE = "適切"
    WITH_CHANGES = "修正のうえ適切"
    RECONSIDER = "再検討"


class PlanState(CodeList):
    """プランの状態。"""

    DRAFT = "案", ("作成中",)
    UNDER_REVIEW = "付議中"
    DECIDED = "決定"
    RUNNING = "実施中", ("実施",)
    EVALUATED = "評価済", ("評価済み",)
    CLOSED = "終結", ("終了",)
    CANCELLED = "中止"

    @property
    def is_active(self) -> bool:
        """有効プラン: decided on and not yet ended."""
        return self in (PlanState.DECIDED, PlanState.RUNNING)


class Progress(CodeList):
    """進捗（プラン明細）。"""

    NOT_STARTED = "未着手", ("未", "未実施")
    RUNNING = "実施中", ("実施", "進行中")
    DONE = "完了", ("済", "完")
    CANCELLED = "中止", ("取止め",)

    @property
    def is_over(self) -> bool:
        return self in (Progress.DONE, Progress.CANCELLED)


class Frequency(CodeList):
    """頻度。"""

    ONCE = "1回のみ", ("1回",)
    WEEKLY = "週1回", ("毎週", "1回/週", "週に1回")
    TWICE_A_MONTH = "月2回"
    MONTHLY = "月1回", ("毎月", "1回/月", "月に1回")
    QUARTERLY = "3か月に1回", ("3か月に一度", "3ヶ月に1回")
    AS_NEEDED = "随時", ("適宜", "必要時")


class EvaluationKind(CodeList):
    """評価種別。"""

    MONITORING = "モニタリング"
    CLOSING = "終結"
    SUSPENSION = "中断"
    REPLAN = "再プラン"


class Achievement(CodeList):
    """目標の達成度。"""

    ACHIEVED = "達成"
    PARTLY = "一部達成", ("一部",)
    NOT = "未達成", ("未",)


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
    HANDOVER = "支援機関間（担当移管）", ("担当移管",)
    APPLICATION = "制度申請"


class ReferralMethod(CodeList):
    """つなぎの方法。"""

    ACCOMPANIED = "同行"
    MEETING = "対面"
    PHONE = "電話"
    PAPER = "文書（つながるシート）", ("文書", "つながるシート")
    CONFERENCE = "会議"


class ReferralResult(CodeList):
    """つなぎの結果。"""

    ACCEPTED = "受入", ("受理", "受け入れ")
    RETURNED = "差戻し", ("差し戻し",)
    DECLINED = "本人辞退", ("辞退",)
    UNREACHABLE = "連絡不能", ("音信不通",)


class ContactMethod(CodeList):
    """支援経過の方法（月次報告 C01〜C08；所内会議は延べ件数に数えない）。"""

    PHONE = "電話", "", "C01", ("TEL", "架電", "電話相談")
    OFFICE = "来所", "", "C02", ("来庁", "窓口")
    VISIT = "訪問", "", "C03", ("家庭訪問", "自宅訪問")
    ACCOMPANY = "同行", "", "C04", ("同行支援",)
    LETTER = "メール・SNS・手紙", "", "C05", ("メール", "SNS", "手紙")
    CASE_CONFERENCE = "個別ケース会議", "", "C06", ("ケース会議",)
    COORDINATION = "関係機関との連絡調整", "", "C07", ("連絡調整",)
    OTHER = "その他", "", "C08"
    INTERNAL = "所内会議", "延べ件数に数えない"


class Counterpart(CodeList):
    """支援経過の相手。"""

    SELF = "本人"
    FAMILY = "家族"
    AGENCY = "支援機関", ("関係機関", "機関")
    NEIGHBOUR = "近隣", ("近所", "近隣住民")
    OTHER = "その他"


class Counting(CodeList):
    """計上。"""

    COUNTED = "延べ計上", ("計上", "延べ")
    NOT_COUNTED = "非計上", ("計上しない", "対象外")
