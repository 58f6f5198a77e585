"""What the ribbon's macro says: kept in the add-in's own sheet, for its source is ASCII only."""

from __future__ import annotations

SHEET = "juso"
# The macro knows each by its place, from 1: SAY_TITLE is 1 (tests/macros hold them together).
SENTENCES = {
    "TITLE": "重層支援",
    "SENT": "重層支援：受け付けました。常駐プログラムの返事を待っています。",
    "STARTING": (
        "重層支援：常駐プログラムを起こしています。"
        "起動するまで、または前の操作が終わるまで、しばらくお待ちください。"
    ),
    "NO_BOOK": (
        "操作するブックがありません。支援台帳を開き、「保護ビュー」のときは"
        "「編集を有効にする」を押してから、もう一度押してください。"
    ),
    "NO_WORKER": (
        "常駐プログラムが応じないため、この操作は取りやめました（台帳はそのままです）。"
        "前の操作が終わってから、もう一度押してください。"
        "何も動いていないのに応じないときは、この文を情報係にお知らせください。"
        "保存した台帳は、情報係が事業所のフォルダーに「juso check」をかけて点検できます。"
    ),
    "FAILED": (
        "この操作を常駐プログラムに渡せませんでした。もう一度押しても同じときは、"
        "この文を情報係にお知らせください。"
    ),
    "NO_REGISTER": "会議を選ぶには、支援台帳を開いて前に出してください",
    "NO_MEETINGS": "「会議台帳」シートに会議がまだありません",
    "DAY": "ggge年m月d日",
}
VERSION = len(SENTENCES) + 1  # row of the add-in's version, below the sentences


def lines(version: str) -> list[tuple[str, str]]:
    """The rows of the sheet: what each is for, and what the macro reads."""
    return [*SENTENCES.items(), ("VERSION", version)]
