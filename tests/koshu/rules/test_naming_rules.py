"""Nobody is named in 会議案件 and 決定事項."""

CASES = """
相談受付簿
| ケース番号 | 世帯番号 | 氏名       | ふりがな       | 電話         | 住所                     | 地区     | 生年月日   | 取扱注意           |
| R7-0001    | S0001    | 甲野　花子 | こうの　はなこ | 0553-00-1201 | 甲州市塩山上於曽9001番地 | 塩山中央 | 1942-05-03 |                    |
| R7-0002    | S0002    | 乙川　太郎 | おとかわ　たろう |            | 甲州市勝沼町勝沼8802     | 勝沼     |            | 支援措置（DV等）   |
"""
ITEMS = "会議案件\n| 会議番号 | 案件番号 | ケース番号 | 件名 | 付議の理由・論点 | 意見要旨 |\n"


def test_item__names_nobody(check):
    """MTG-006: the person's name however typed, telephone, address, birthday."""
    found = check(
        CASES
        + ITEMS
        + """
        | SK-R7-01 | 1 | R7-0001 | 親子の支援計画           | 役割分担を決めたい。       | 自立相談支援：様子を見る。 |
        | SK-R7-01 | 2 | R7-0001 | 甲野花子の支援計画       | 役割分担を決めたい。       |                            |
        | SK-R7-01 | 3 | R7-0001 | 親子の支援計画           | ｺｳﾉ ﾊﾅｺさんの家族のこと。  | 電話 ０５５３－００－１２０１ |
        | SK-R7-01 | 4 | R7-0001 | 上於曽9001の家           | 昭和17年5月3日生まれ。     |                            |
        | SK-R7-01 | 5 | R7-0002 | 甲野花子の隣の家         | 役割分担を決めたい。       |                            |
        """,
        rules="MTG-006",
    )

    assert found == [
        "D3 件名 MTG-006",
        "E4 付議の理由・論点 MTG-006",
        "F4 意見要旨 MTG-006",
        "D5 件名 MTG-006",
        "E5 付議の理由・論点 MTG-006",
    ]


def test_item__calls_nobody_by_name(messages):
    """MTG-006: whatever looks like a name or a number, also without a case."""
    text = CASES + ITEMS + "| TN-R7-01 | 1 | | 窓口の連携 | 丙山さんの例を基に協議する。 | |"

    assert messages(text, rules="MTG-006") == [
        "要修正 個人を特定できる情報（氏名）「丙山さん」があるため、文書は出力しません。"
        "仮名や続柄に書き換えてください。"
    ]


def test_protected_person__is_not_placed(check):
    """MTG-006: under 支援措置 neither town nor school is named."""
    lines = "| SK-R7-01 | 1 | {} | 安全の確保 | 勝沼に住み、架空小学校に通う子がいる。 | |"

    assert check(CASES + ITEMS + lines.format("R7-0001"), rules="MTG-006") == []
    assert check(CASES + ITEMS + lines.format("R7-0002"), rules="MTG-006") == [
        "E2 付議の理由・論点 MTG-006"
    ]


def test_decision__names_nobody(check):
    """MTG-006: the person of the item it is on; an item without a row is nobody."""
    found = check(
        CASES
        + ITEMS
        + """
        | SK-R7-01 | 1 | R7-0001 | 親子の支援計画 | 役割分担を決めたい。 | |

        決定事項
        | 会議番号 | 案件番号 | 決定番号    | 内容                   | 報告方法               |
        | SK-R7-01 | 1        | SK-R7-01-01 | 月に一度訪問する。     | 電話                   |
        | SK-R7-01 | 1        | SK-R7-01-02 | 甲野花子宅を訪問する。 | 電話                   |
        | SK-R7-01 | 1        | SK-R7-01-03 | 月に一度訪問する。     | 0553-00-1201 に電話    |
        | SK-R7-01 | 9        | SK-R7-01-04 | 甲野花子宅を訪問する。 | 電話                   |
        """,
        rules="MTG-006",
    )

    assert found == ["D3 内容 MTG-006", "E4 報告方法 MTG-006"]
