"""Keys of a person: what is written in several ways and means the same."""

import pytest

from juso.koshu.person_keys import (
    address_key,
    given_name_key,
    home_key,
    kana_key,
    name_key,
    phone_keys,
    surname_key,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("髙橋　一郎", "高橋一郎"),
        ("渡邊 花子", "渡辺 花子"),
        ("齋藤 實", "斎藤 実"),
        ("𠮷田 薫", "吉田薫"),
        ("葛\U000e0100城 忍", "葛城 忍"),
        ("ＡＢＥ　Ｋｅｎ", "Abe Ken"),
        ("グエン・ヴァン・アン", "グエン　ヴァン　アン"),
        ("ﾏﾘｱ･ﾛﾍﾟｽ", "マリア＝ロペス"),
    ],
)
def test_name__in_other_forms_is_the_same(one, other):
    assert name_key(one) == name_key(other) != ""


@pytest.mark.parametrize("nobody", [None, "", "　", "不明", "匿名", "氏名不明", "－"])
def test_name__of_nobody_is_no_key(nobody):
    assert name_key(nobody) == kana_key(nobody) == ""


@pytest.mark.parametrize(("one", "other"), [("高橋 一郎", "高端 一郎"), ("林 実", "林 稔")])
def test_name__of_others_differs(one, other):
    assert name_key(one) != name_key(other)


def test_name__is_told_apart_at_the_space():
    assert (surname_key("髙橋　一郎"), given_name_key("髙橋　一郎")) == ("高橋", "一郎")
    assert (surname_key("高橋一郎"), given_name_key("高橋一郎")) == ("高橋一郎", "")
    assert (surname_key("アン・リー"), given_name_key("アン・リー")) == ("アン", "リー")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ヤマダ　ハナコ", "やまだ はなこ"),
        ("ﾔﾏﾀﾞ ﾊﾅｺ", "やまだはなこ"),
        ("しょういち", "しよういち"),
        ("みづき", "みずき"),
        ("かおる", "かをる"),
        ("コーヘイ", "コ－ヘイ"),
        ("グェン・ヴァン", "ぐえん ばん"),
        ("ヴィヴ", "びぶ"),
    ],
)
def test_kana__in_other_spellings_is_the_same(one, other):
    assert kana_key(one) == kana_key(other) != ""


def test_kana__of_others_differs():
    assert kana_key("はるお") != kana_key("はるよ")


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("0553-32-1111", {"0553321111"}),
        ("０５５３（３２）１１１１", {"0553321111"}),
        ("0553-32-1111、090-1234-5678", {"0553321111", "09012345678"}),
        ("自宅0553-32-1111／携帯090 1234 5678", {"0553321111", "09012345678"}),
        ("32-1111", {"321111"}),
        ("なし", set()),
        ("000-0000-0000", set()),
        ("110", set()),
        (None, set()),
    ],
)
def test_phone__is_its_digits(typed, numbers):
    assert phone_keys(typed) == numbers


@pytest.mark.parametrize(
    "typed",
    [
        "山梨県甲州市塩山上於曽1085番地1",
        "甲州市塩山上於曽１０８５－１",
        "塩山上於曽1085番地の1",
        "塩山上於曽 1085‐1",
    ],
)
def test_address__in_other_spellings_is_the_same(typed):
    assert address_key(typed) == "塩山上於曽1085-1"


def test_address__with_block_and_room():
    assert address_key("塩山上於曽一丁目2番3号 コーポ甲101号室") == address_key(
        "塩山上於曽1-2-3 コーポ甲101"
    )


@pytest.mark.parametrize(
    "typed", ["不定", "非公開（支援措置のため別に管理）", "甲州市塩山上於曽", None]
)
def test_address__without_a_number_is_nobodys_home(typed):
    assert home_key(typed) == ""


def test_address__next_door_differs():
    assert home_key("塩山上於曽1085番地1") != home_key("塩山上於曽1085番地11")
