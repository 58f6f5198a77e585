"""What people type into Japanese spreadsheets where a number, a day or a choice is asked for.

Patterns are text: each is compiled when a cell first asks for it.
"""

from __future__ import annotations

import unicodedata

# NFKC folds only U+FF0D, so the look-alikes are listed.
DASHES = frozenset("-－ー‐‑‒–—―−─━﹣﹘ｰ⁻")
AS_HYPHEN = str.maketrans(dict.fromkeys(DASHES, "-"))
UNKNOWN_WORDS = frozenset(
    {"…", "……", "‥", "...", "・・・", "･･･", "不詳", "不明", "調査中", "未詳"}
)
NOTHING_WORDS = frozenset({"なし", "無し", "無", "ナシ", "未定", "未", "該当なし"})
MASKS = frozenset({"x", "X", "*", "秘匿"})
DITTOS = frozenset({"〃", "々", "仝", '"', "”", "″", "同上", "上に同じ", "上と同じ", "同じ"})

UNITS = (
    *("千円", "世帯", "か所", "ヶ所", "ヵ所", "カ所", "箇所", "機関", "時間"),
    *("件", "人", "名", "回", "日", "組", "分", "円", "部", "%"),
)
MEASURES = frozenset({"円", "千円", "%", "時間", "分"})  # another unit is another figure
SAME_UNITS = {"名": "人", "ヶ所": "か所", "ヵ所": "か所", "カ所": "か所", "箇所": "か所"}

# 社会福祉法人 and the like; after NFKC, which makes (株) of ㈱.
LEGAL_FORM = (
    "社会福祉法人|株式会社|有限会社|合同会社|特定非営利活動法人|NPO法人|医療法人|学校法人|"
    r"(?:一般|公益)(?:社団|財団)法人|\((?:福|株|有|合|特非|N|医|学|社|財|一社|一財|公社|公財)\)"
)

# After NFKC.
NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
WITH_UNIT = rf"({NUMBER})({'|'.join(UNITS)})?"
NEGATIVE = rf"(?:[△▲\-−]({NUMBER})|\(({NUMBER})\))"
SEVERAL = r"\d.*[(/+・、,うち男女].*\d|[男女]\d"
ROUGH = r"約|以上|以下|未満|程度|くらい|ぐらい|余|数[件人回名]|[~〜～]|前後"
ERROR = r"#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)"


def has_digit_sign(text: str) -> bool:
    """Whether ①, ² or ½ stands in a text: NFKC would turn them into 1, 2 and 1/2."""
    return any(unicodedata.category(c) == "No" for c in text)
