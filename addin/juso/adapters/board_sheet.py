"""つなぎボード: who holds the ball of each referral, as a sheet of the register or a workbook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from juso.adapters.listing import Link, Listing
from juso.adapters.register_file import RegisterFile
from juso.adapters.result_sheet import Field, Highlight, Kind, ResultSheet
from juso.core.finding import Severity, address
from juso.koshu.referral_course import Told
from juso.koshu.settings import Settings
from juso.koshu.sheets import Referral
from juso.services.board import Ball

FOLDER = "要対応"
AGENCIES_NAMED = 6
NO_AGENCY = "（機関が未入力）"

BOARD = ResultSheet(
    title="つなぎボード",
    button="つなぎボード",
    about=(
        "完了していないつなぎ・引継ぎを、いま次に動く機関（ボールを持っている機関）ごとに、待っている営業日の長い順に並べたものです。"
        "台帳に受領日・初回接触確認日・結果を入力すると、次に押したときに変わります。"
    ),
    empty="まだ作っていません。リボンの［つなぎボード］を押すと、ここに一覧が入ります。",
    fields=(
        Field("ボール", 21),
        Field("担当", 11),
        Field("営業日", 8, Kind.NUMBER, is_centred=True),
        Field("知らせ先", 10, is_centred=True),
        Field("状態", 14),
        Field("引継番号", 12),
        Field("ケース番号", 11),
        Field("つなぎ元", 20),
        Field("つなぎ先", 20),
        Field("依頼日", 17, Kind.DAY, is_centred=True),
        Field("次にすること", 46, Kind.SENTENCE),
        Field("セル", 7, Kind.LINK, is_centred=True),
    ),
    highlights=(
        Highlight("営業日", "知らせ先", '{知らせ先}="課長"', Severity.ERROR),
        Highlight("営業日", "知らせ先", '{知らせ先}="リーダー"', Severity.WARNING),
    ),
    last_row=20_000,
)


def board_listing(balls: Sequence[Ball], loaded: RegisterFile) -> Listing:
    """The board as rows of its sheet, links leading to the cell the next step is entered in."""
    table = loaded.register.tables.get(Referral)
    places = table.positions if table else {}
    rows = [_row(ball, places.get(ball.column)) for ball in balls]
    return Listing(BOARD, rows, summary(balls, loaded.register.settings), FOLDER)


def summary(balls: Sequence[Ball], settings: Settings) -> tuple[str, str]:
    """The two lines above the board: how many wait how long, and at which agencies."""
    if not balls:
        return "完了していないつなぎ・引継ぎはありません。", ""
    told = Counter(ball.told for ball in balls)
    leader, chief = settings["ball_leader_days"], settings["ball_chief_days"]
    counts = (
        f"完了していないつなぎ・引継ぎは{len(balls)}件です。"
        f"課長に知らせるもの（{chief}営業日以上）{told[Told.CHIEF]}件、"
        f"リーダーに知らせるもの（{leader}営業日以上）{told[Told.LEADER]}件。"
    )
    found = Counter(ball.agency or NO_AGENCY for ball in balls).most_common()
    named = "、".join(f"{agency} {count}件" for agency, count in found[:AGENCIES_NAMED])
    rest = sum(count for _, count in found[AGENCIES_NAMED:])
    others = f"、ほか{len(found) - AGENCIES_NAMED}機関 {rest}件" if rest else ""
    return counts, f"ボールを持っている機関：{named}{others}"


def _row(ball: Ball, place: int | None) -> list[Any]:
    referral = ball.referral
    return [
        ball.agency or NO_AGENCY,
        ball.worker,
        ball.age,
        ball.told.value,
        ball.state.value,
        referral.referral_no,
        referral.case_no,
        referral.from_agency,
        referral.to_agency,
        referral.referred_on,
        ball.next_step,
        Link(referral.sheet, "" if place is None else address(referral.row_number, place)),
    ]
