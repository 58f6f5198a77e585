"""Search keys of a person: what is compared in the place of a name, reading, address or phone.

Keys are never stored in the register or shown in its place: stored names stay as typed.
"""

from __future__ import annotations

import re
import unicodedata

_FORMS = (
    "髙高 﨑崎 嵜崎 碕崎 濵浜 濱浜 邊辺 邉辺 齋斎 齊斎 斉斎 澤沢 嶋島 嶌島 廣広 櫻桜 德徳 眞真 桒桑 𠮷吉 冨富 "
    "惠恵 國国 瀧滝 槇槙 圓円 學学 實実 壽寿 條条 榮栄 瀨瀬 禮礼 藏蔵 萬万 豐豊 淸清 靜静 檜桧 彌弥 彥彦 "
    "寬寛 澁渋 關関 渕淵 杦杉 栁柳 𡈽土 曻昇 舘館 緖緒 綠緑 鄕郷 會会 龍竜 增増 莊荘 蘓蘇 舩船 籏旗 凉涼"
)
VARIANTS = str.maketrans({pair[0]: pair[1] for pair in _FORMS.split()})
"""Characters of names that are typed in old and new forms: each to the one compared."""

HIRAGANA = str.maketrans({chr(c): chr(c - 0x60) for c in range(ord("ァ"), ord("ヶ") + 1)})
DASHES = re.compile("[‐‑‒–—―−ー－ｰ]")

_ALIKE = str.maketrans("ぁぃぅぇぉっゃゅょゎぢづをゐゑ", "あいうえおつやゆよわじずおいえ")
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")  # which form of a character
_NO_NAME = frozenset({"不明", "匿名", "氏名不明", "無名", "なし", "ふめい", "とくめい", "-", "ー"})
_DOTS = re.compile("[・.,=']")  # between the parts of a foreign name, or not
_BETWEEN_NAMES = re.compile(r"[\s・･]+")
_V_SOUNDS = (("ゔぁ", "ば"), ("ゔぃ", "び"), ("ゔぇ", "べ"), ("ゔぉ", "ぼ"), ("ゔ", "ぶ"))
_CITY = re.compile("^(?:山梨県)?(?:甲州市)?")
_TOWN_NUMBER = re.compile("([一二三四五六七八九])(?=丁目)")
_KANJI_DIGITS = "〇一二三四五六七八九"
_NUMBERING = re.compile(r"(?<=\d)(?:丁目|番地の?|番|号室?|の(?=\d)|-)+")
_LOOSE_DASH = re.compile(r"-(?!\d)")
_HOUSE_NUMBER = re.compile("[0-9]")  # 「不定」 or a bare place name is nobody's home in particular
_BETWEEN_PHONES = re.compile(r"[^\d()+\-]+")
SHORTEST_PHONE = 6  # a number without its area code


def _plain(text: str | None) -> str:
    """Width folded, no white space, no variation selectors."""
    return _SELECTORS.sub("", "".join(unicodedata.normalize("NFKC", text or "").split()))


def name_key(name: str | None) -> str:
    """氏名: 「髙橋　一郎」 and 「高橋一郎」, 「アン・リー」 and 「アン リー」 are the same.

    '' for 不明 and the like.
    """
    key = _DOTS.sub("", _plain(name)).casefold()
    return "" if key in _NO_NAME else key.translate(VARIANTS)


def surname_key(name: str) -> str:
    """The part of a name before the space, the whole name where there is none."""
    return name_key(_parts(name)[0])


def given_name_key(name: str) -> str:
    """The part of a name after the space, '' where there is none."""
    return name_key("".join(_parts(name)[1:]))


def _parts(name: str) -> list[str]:
    return _BETWEEN_NAMES.split(name.strip())


def typed_name(name: str | None) -> str:
    """A name as typed but for width and spaces: what differs from another in its forms only."""
    return _plain(name)


def kana_key(kana: str | None) -> str:
    """よみ in hiragana; small and large letters, じ and ぢ, お and を, ヴ and ブ are the same."""
    key = DASHES.sub("ー", _DOTS.sub("", _plain(kana)).replace("-", "ー").translate(HIRAGANA))
    for typed, heard in _V_SOUNDS:
        key = key.replace(typed, heard)
    return "" if key in _NO_NAME else key.translate(_ALIKE)


def phone_keys(phone: str | None) -> frozenset[str]:
    """The digits of each number in a cell; none of what is too short or only one digit."""
    text = DASHES.sub("-", unicodedata.normalize("NFKC", phone or ""))
    numbers = (re.sub(r"\D", "", part) for part in _BETWEEN_PHONES.split(text.replace(" ", "")))
    return frozenset(n for n in numbers if len(n) >= SHORTEST_PHONE and len(set(n)) > 1)


def address_key(address: str | None) -> str:
    """住所: 「山梨県甲州市塩山上於曽1085番地1」 and 「塩山上於曽１０８５－１」 are the same."""
    text = DASHES.sub("-", _CITY.sub("", _plain(address)))
    text = _TOWN_NUMBER.sub(lambda found: str(_KANJI_DIGITS.index(found[1])), text)
    return _LOOSE_DASH.sub("", _NUMBERING.sub("-", text))


def home_key(address: str | None) -> str:
    """The key of an address that is one home: '' without any number."""
    key = address_key(address)
    return key if _HOUSE_NUMBER.search(key) else ""
