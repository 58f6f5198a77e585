"""Consent and what must be handled with care (実施計画4(3)③、7(2))."""

from juso.core.codelist import CodeList


class Consent(CodeList):
    """同意状況（実施計画7(2)「本人の同意を得た上で」）；重層的支援会議に付議できるのは上の3つ。"""

    WRITTEN = "同意あり（書面）", ("書面同意", "書面で同意")
    ORAL = "同意あり（口頭・記録済）", "書面化の予定日を入力"
    PROXY = "代理人・保護者の同意", "続柄が必須", ("代理人の同意", "保護者の同意")
    PENDING = "未確認（働きかけ中）", ("未確認",)
    REFUSED = "同意なし（拒否）", ("同意なし", "拒否", "不同意")
    WITHDRAWN = "同意撤回", ("撤回",)

    @property
    def is_given(self) -> bool:
        return self in (Consent.WRITTEN, Consent.ORAL, Consent.PROXY)


class ConsentMethod(CodeList):
    """同意方法。"""

    WRITTEN = "書面", ("文書",)
    ORAL = "口頭"
    PROXY = "代理人の書面", ("代理人",)


class SharedInformation(CodeList):
    """同意範囲（情報）。"""

    BASICS = "基本情報"
    HEALTH = "健康・障害"
    MONEY = "収入・家計"
    FAMILY = "家族"
    RECORD = "支援経過"


class Caution(CodeList):
    """取扱注意。"""

    PROTECTED = "支援措置（DV等）", "住所・電話・勤務先・学校は資料に出力しない"
    ABUSE = "虐待"
    INFORMANT = "通報者秘匿"
    NOT_TOLD = "本人に知らせない"
    DANGER = "加害のおそれ"
