"""Invented names: surname and given name are drawn apart, known people's combinations left out."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from juso.koshu.codes import Sex


@dataclass(frozen=True, slots=True)
class Word:
    """A surname or given name with its reading."""

    text: str
    kana: str


def _split(text: str) -> list[str]:
    return text.split()


def _words(text: str) -> tuple[Word, ...]:
    return tuple(Word(*pair.split("/")) for pair in _split(text))


SURNAMES = _words("""
佐藤/さとう 鈴木/すずき 高橋/たかはし 田中/たなか 伊藤/いとう 渡辺/わたなべ 山本/やまもと 中村/なかむら
小林/こばやし 加藤/かとう 吉田/よしだ 山田/やまだ 佐々木/ささき 山口/やまぐち 松本/まつもと 井上/いのうえ
木村/きむら 斎藤/さいとう 清水/しみず 山崎/やまざき 池田/いけだ 橋本/はしもと 阿部/あべ 石川/いしかわ
山下/やました 中島/なかじま 石井/いしい 小川/おがわ 前田/まえだ 岡田/おかだ 長谷川/はせがわ 藤田/ふじた
後藤/ごとう 近藤/こんどう 村上/むらかみ 遠藤/えんどう 青木/あおき 坂本/さかもと 福田/ふくだ 太田/おおた
西村/にしむら 藤井/ふじい 金子/かねこ 岡本/おかもと 藤原/ふじわら 中野/なかの 三浦/みうら 原田/はらだ
中川/なかがわ 松田/まつだ 竹内/たけうち 田村/たむら 石田/いしだ 森田/もりた 上田/うえだ 内田/うちだ
柴田/しばた 酒井/さかい 宮崎/みやざき 横山/よこやま 高木/たかぎ 安藤/あんどう 宮本/みやもと 大野/おおの
小島/こじま 工藤/くどう 谷口/たにぐち 今井/いまい 高田/たかだ 増田/ますだ 丸山/まるやま 杉山/すぎやま
村田/むらた 大塚/おおつか 新井/あらい 小山/こやま 平野/ひらの 藤本/ふじもと 上野/うえの 野口/のぐち
武田/たけだ 松井/まつい 菅原/すがわら 岩崎/いわさき 木下/きのした 野村/のむら 松尾/まつお 市川/いちかわ
菊地/きくち 杉本/すぎもと 古川/ふるかわ 大西/おおにし 島田/しまだ 水野/みずの 桜井/さくらい 雨宮/あめみや
古屋/ふるや 深沢/ふかさわ 望月/もちづき 小池/こいけ 三枝/さえぐさ 志村/しむら 矢崎/やざき 功刀/くぬぎ
""")

MALE = {
    "elder": _words("""
正雄/まさお 和夫/かずお 幸雄/ゆきお 義雄/よしお 武雄/たけお 光男/みつお 昭一/しょういち 貞夫/さだお
利夫/としお 文雄/ふみお 邦夫/くにお 静夫/しずお 勝美/かつみ 信一/しんいち 秀夫/ひでお 忠男/ただお
久男/ひさお 敬三/けいぞう 栄治/えいじ 喜一/きいち
"""),
    "middle": _words("""
浩二/こうじ 健一/けんいち 和彦/かずひこ 哲也/てつや 雅彦/まさひこ 英樹/ひでき 直樹/なおき 隆司/たかし
康弘/やすひろ 博之/ひろゆき 伸一/しんいち 孝之/たかゆき 克己/かつみ 智之/ともゆき 幸司/こうじ 裕二/ゆうじ
正樹/まさき 達也/たつや 賢治/けんじ 秀明/ひであき 洋平/ようへい 慎吾/しんご
"""),
    "young": _words("""
翔太/しょうた 拓海/たくみ 大輝/だいき 健太/けんた 悠斗/ゆうと 陽太/ようた 颯太/そうた 蒼太/そうた
悠真/ゆうま 湊斗/みなと 陽翔/はると 大翔/ひろと 航平/こうへい 亮介/りょうすけ 直人/なおと 奏太/かなた
龍之介/りゅうのすけ 晴樹/はるき 俊介/しゅんすけ 和真/かずま 一輝/かずき 優斗/ゆうと
"""),
}
FEMALE = {
    "elder": _words("""
和子/かずこ 幸子/さちこ 節子/せつこ 文子/ふみこ 千代子/ちよこ 久子/ひさこ 美代子/みよこ 喜代子/きよこ
光子/みつこ 澄子/すみこ 富子/とみこ 静子/しずこ 敏子/としこ 春江/はるえ 花枝/はなえ 登美子/とみこ
八重子/やえこ 信子/のぶこ 貞子/さだこ 房江/ふさえ きみ江/きみえ
"""),
    "middle": _words("""
恵美子/えみこ 由美子/ゆみこ 直美/なおみ 真由美/まゆみ 裕子/ゆうこ 智子/ともこ 陽子/ようこ 久美子/くみこ
典子/のりこ 明美/あけみ 美和子/みわこ 香織/かおり 理恵子/りえこ 美穂子/みほこ 京子/きょうこ 千春/ちはる
弘美/ひろみ 早苗/さなえ 雅子/まさこ 美紀子/みきこ 佳代子/かよこ 綾子/あやこ
"""),
    "young": _words("""
美咲/みさき 陽菜乃/ひなの 彩花/あやか 優花/ゆうか 桃花/ももか 菜々子/ななこ 心春/こはる 美月/みつき
日向子/ひなこ 千尋/ちひろ 沙也加/さやか 愛美/まなみ 麻衣子/まいこ 美優/みゆう 琴音/ことね 穂乃香/ほのか
春香/はるか 夏希/なつき 彩乃/あやの 柚葉/ゆずは 詩織/しおり 明日香/あすか 七海/ななみ 和奏/わかな
"""),
}

KNOWN_PEOPLE = frozenset(
    _split(
        """
小林幸子 渡辺直美 木村幸子 前田健太 田中裕子 田中裕二 田中達也 田中直樹 橋本大輝 山本美月 山下美月 山口達也
加藤和彦 松田直樹 石川直樹 桜井幸子 山下久美子 田村直美 西村博之 横山秀夫 長谷川京子 長谷川和夫 長谷川健太 中野京子
中野信子 原田雅彦 高橋英樹 高橋和夫 山本浩二 山本直樹 渡辺和子 中村久子 市川房江 加藤健一 清水邦夫 岡本綾子
増田明美 宮本信子 福田和子 内田光子 斎藤京子 高橋直樹 佐藤健太 佐藤浩二 松本和子 志村健一 後藤久美子 鈴木健太
鈴木直人 伊藤美咲 石田明美 古屋和夫 武田秀夫 上野千尋 佐藤弘美 岩崎弘美 近藤正樹 山崎静子 野村貞夫 藤原達也
石井達也 坂本和夫 金子勝美
"""
    )
)
"""Combinations of the lists above that would read as somebody well known."""

GENERATIONS = ((60, "elder"), (32, "middle"), (0, "young"))


def surname(rng: Random) -> Word:
    """A common surname."""
    return rng.choice(SURNAMES)


def given_name(rng: Random, family: Word, sex: Sex, age: int, taken: frozenset[str]) -> Word:
    """A given name usual for the age, not yet taken in the household."""
    generation = next(name for floor, name in GENERATIONS if age >= floor)
    choices = (FEMALE if sex is Sex.FEMALE else MALE)[generation]
    while True:
        word = rng.choice(choices)
        if word.text not in taken and family.text + word.text not in KNOWN_PEOPLE:
            return word
