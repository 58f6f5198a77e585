"""The course of a case: screening, state, end."""

from juso.core.codelist import CodeList


class Outcome(CodeList):
    """スクリーニング結果（月次報告 D01〜D10）。"""

    INFORMED = "情報提供・相談のみで終了", "", "D01", ("情報提供",)
    CONTINUED = "自窓口で継続", "", "D02", ("継続",)
    OTHER_WINDOW = "他の3窓口へつなぎ", "", "D03"
    OTHER_AGENCY = "その他機関・制度へつなぎ", "", "D04"
    MULTI_AGENCY = "多機関協働へつなぎ", "", "D05", ("多機関協働",)
    OUTREACH = "アウトリーチへつなぎ", "", "D06", ("アウトリーチ",)
    PARTICIPATION = "参加支援へつなぎ", "", "D07", ("参加支援",)
    SUPPORT_CONFERENCE = "支援会議で情報共有", "", "D08"
    PENDING = "対応検討中", "", "D09", ("検討中",)
    DROPPED = "相談中止（連絡不能・拒否）", "", "D10"


class CaseState(CodeList):
    """状態。"""

    RECEIVED = "受付", ("受付中",)
    ASSESSING = "アセスメント", ("アセスメント中",)
    PLANNING = "プラン作成", ("プラン作成中",)
    SUPPORTING = "支援中", ("支援",)
    MONITORING = "モニタリング", ("モニタリング中",)
    HANDING_OVER = "引継中", ("引継ぎ中", "引き継ぎ中")
    CLOSED = "終結", ("終了", "終結済")
    SUSPENDED = "中断", ("中断中",)

    @property
    def is_open(self) -> bool:
        return self not in (CaseState.CLOSED, CaseState.SUSPENDED)


class ClosingReason(CodeList):
    """終結理由（月次報告 E41〜E47）。"""

    SOLVED = "課題解決", "", "E41", ("解決",)
    ACHIEVED = "目標達成", "", "E42"
    OTHER_SCHEME = "他制度移行", "サービス・生活保護等", "E43"
    HANDED_OVER = "他機関へ引継ぎ完了", "", "E44", ("引継ぎ完了", "他機関引継ぎ")
    MOVED = "転出", "", "E45", ("市外転出", "市外へ転出")
    DIED = "死亡", "", "E46", ("逝去",)
    OTHER = "その他", "", "E47"


class SuspensionReason(CodeList):
    """中断理由（月次報告 E51〜E55）。"""

    OWN_WISH = "本人の希望", "", "E51", ("本人希望",)
    UNREACHABLE = "連絡不能", "", "E52", ("音信不通",)
    REFUSED = "拒否", "", "E53"
    HOSPITAL = "入院・入所", "", "E54", ("入院", "入所")
    OTHER = "その他", "", "E55"
