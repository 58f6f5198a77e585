"""Resources, targets, evaluation and training of a year (実施計画6(3)、8(1)、10(2))."""

from juso.core.codelist import CodeList


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

    ENOUGH = "充足", ("足りている",)
    PARTLY = "一部不足"
    SHORT = "不足", ("足りない",)
    NONE = "なし", ("無",)


class Development(CodeList):
    """開発状況。"""

    NOT_STARTED = "未着手"
    CONSIDERING = "検討", ("検討中",)
    TRIAL = "試行", ("試行中",)
    RUNNING = "実施", ("実施中",)


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
    CASE_STUDY = "事例検討会", ("事例検討",)
    BRIEFING = "庁内説明・周知", ("説明会",)
