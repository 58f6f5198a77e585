"""What the minutes print of each cell that may come back, by its label in the document."""

from __future__ import annotations

from collections.abc import Iterable

from juso.services.collecting.wording import NOT_FILLED_IN, one_line
from juso.services.meeting.minutes_model import DecisionLine, Discussion, Head, ItemLine

Texts = dict[str, str]  # label -> text
OPINIONS = "主な意見"
CONCLUSION = "結論"


def decision_texts(line: DecisionLine) -> Texts:
    """A row of the 決定事項 table."""
    return {
        "決定事項": _shown(line.content),
        "担当機関": _shown(line.agency),
        "担当者": _shown(line.worker),
        "期限": _shown(line.due),
        "報告方法": _shown(line.report_how),
    }


def item_texts(discussion: Discussion) -> Texts:
    """What stands of one item outside its 決定事項 table."""
    pairs = [(opinion.agency, opinion.text) for opinion in discussion.opinions]
    return {
        "件名": _shown(discussion.title),
        "説明要旨": _shown(discussion.question),
        OPINIONS: opinions_text(pairs),
        CONCLUSION: conclusion_text(discussion.choices),
        "結論の要旨": _shown(discussion.conclusion_text),
        "次回再付議": _shown(discussion.again_on),
    }


def listed_texts(line: ItemLine) -> Texts:
    """A row of the 議事 table of the whole record."""
    return {CONCLUSION: conclusion_text(line.conclusion)}


def conclusion_text(conclusion: str | None) -> str:
    """A conclusion, or the boxes to tick; 【未入力】 where there is neither."""
    return _shown(conclusion)


def head_texts(head: Head) -> Texts:
    """What stands at the head and belongs into 会議台帳."""
    return {"守秘義務の確認": _shown(head.secrecy)}


def opinions_text(pairs: Iterable[tuple[str, str]]) -> str:
    """The table of opinions as one text, 機関：意見 to a line."""
    return "\n".join(f"{one_line(agency)}：{one_line(said)}" for agency, said in pairs)


def _shown(value: str | None) -> str:
    return str(value) if value else NOT_FILLED_IN
