"""The five programmes (実施計画7)."""

from __future__ import annotations

from dataclasses import dataclass

from juso.koshu.codes import Program


@dataclass(frozen=True, slots=True)
class ProgramFact:
    """One of the five programmes of section 7."""

    program: Program
    clause: str
    law: str
    purpose: str


PROGRAMS = (
    ProgramFact(
        Program.CONSULTATION,
        "7(1)",
        "法第106条の4第2項第1号",
        "相談者の属性、世代、相談内容等に関わらず、地域住民からの相談を幅広く受け止め、本人に寄り添い、"
        "抱える課題の解きほぐしや整理を行う。複雑化・複合化した課題は適切に多機関協働事業につなぐ。",
    ),
    ProgramFact(
        Program.MULTI_AGENCY,
        "7(2)",
        "法第106条の4第2項第5号及び同項第6号",
        "複雑化・複合化した支援ニーズを有する事例の課題を解きほぐし、狭間のニーズを抱える事例の支援の"
        "役割分担、支援の方向性の整理を行う。支援プランの作成（第6号）と一体的に実施する。",
    ),
    ProgramFact(
        Program.OUTREACH,
        "7(3)",
        "法第106条の4第2項第4号",
        "長期にわたるひきこもりの状態にあるなどして、必要な支援が届いていない人に支援を届けるため、"
        "信頼関係の構築や、本人とのつながりづくりに向けた支援を行う。",
    ),
    ProgramFact(
        Program.PARTICIPATION,
        "7(4)",
        "法第106条の4第2項第2号",
        "既存の社会参加に向けた支援では対応できない本人や世帯のニーズ等に対応するため、地域の社会資源を"
        "活用して社会とのつながりづくりに向けた支援を行う。",
    ),
    ProgramFact(
        Program.COMMUNITY_BUILDING,
        "7(5)",
        "法第106条の4第2項第3号",
        "「人と人」「人と居場所」などをつなぎ合わせ、交流・参加・学びが生まれ、さらに広がるよう働きかける。"
        "多様な担い手が出会い、学び合うプラットフォームの構築を促進する。",
    ),
)
"""7 事業（(1)〜(5)の順）。"""


def program_fact(program: Program) -> ProgramFact:
    """What the plan says of one programme."""
    return next(fact for fact in PROGRAMS if fact.program is program)
