"""The commands on cases: forms sent out and taken in, tidying, つなぎボード, 名寄せ, 引継ぎパック."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from juso.adapters.workspace import Workspace
from juso.housekeeping import Housekeeping
from juso.result import Result, count_sentence, listed

if TYPE_CHECKING:
    from juso.adapters.locked_file import Ask


@dataclass(frozen=True, slots=True)
class Casework(Housekeeping):
    """What is done on single cases and between their workers."""

    def form(self, at: Workspace, case_no: str, *, consent: bool = True) -> Result:
        """1件の受付票（相談受付・申込票とインテーク・アセスメントシート）をつくる。"""
        from juso.adapters.office_case_form import make_case_form

        made = make_case_form(at, case_no, self.today, consent=consent)
        kind = "同意あり" if consent else "同意なし"
        sentence = f"{made.path.stem}（{kind}）をつくりました。記入して提出してもらってください。"
        return self.noted(at, "form", Result(f"{sentence}{made.advice}", [made.path]))

    def check_form(self, path: Path, out: Path | None, password: str = "") -> Result:
        """受付票の1ファイルを、その票のセルで点検する。"""
        from juso.adapters.case_form_file import read_case_form
        from juso.adapters.office_case_form import write_form_findings
        from juso.services.check_case_sheet import check_case_sheet

        sheet = read_case_form(path, password=password)
        findings = check_case_sheet(sheet, None, self.today)
        made = write_form_findings(out, findings, path, self.today)
        sentence = count_sentence(findings, f"{path.name} を点検しました。")
        return Result(sentence, made, findings, listed(findings))

    def intake(
        self, at: Workspace, files: Sequence[Path], password: str = "", ask: Ask | None = None
    ) -> Result:
        """受付票を点検し、台帳に入れる行と、変わったところを示す。"""
        from juso.adapters.intake_desk import take_in
        from juso.adapters.intake_ledger import one_at_a_time

        with one_at_a_time(at.office):
            done = take_in(at, files, self.today, password, ask)
        lines = [*done.damaged, *done.lines]
        made, findings = list(done.made), list(done.findings)
        sentence = count_sentence(findings, f"受付票の取込み：{done.summary}。")
        advice = "台帳には、取込票のとおりに入力してください。" if done.is_on_paper else ""
        result = Result(f"{sentence}{advice}{done.trouble}", made, findings, lines=lines)
        return self.noted(at, "intake", replace(result, is_amiss=bool(done.trouble)))

    def tidy(self, at: Workspace) -> Result:
        """読み替えた値と書き間違いらしい値を並べる。"""
        from juso.adapters.tidy_listing import tidy_listing
        from juso.services.tidy import tidy

        loaded = at.register(self.today)
        proposals = tidy(loaded.register)
        made = at.show_listing(tidy_listing(proposals, loaded), loaded)
        sure = sum(proposal.is_sure for proposal in proposals)
        sentence = (
            f"書き方の直しは{len(proposals)}件です。このうち確かなもの{sure}件に○を付けました。"
            if proposals
            else "書き方の直しはありませんでした。"
        )
        return self.noted(at, "tidy", Result(sentence, made))

    def tidy_ticked(self, at: Workspace) -> Result:
        """「整え」で印を付けた直しを、台帳に書き込む。"""
        from juso.adapters.tidy_listing import ticked, tidy_listing
        from juso.adapters.tidy_sheet import FOLDER, TIDY
        from juso.services.tidy import changes_of, tidy

        loaded = at.register(self.today)
        wanted = ticked(at.answers(TIDY, FOLDER), tidy(loaded.register))
        made = at.change("tidy", changes_of(wanted.proposals), loaded)
        sentence = _tidied(len(wanted.proposals), len(wanted.refused), is_paper=bool(made))
        if wanted.proposals and not made:
            after = at.register(self.today)
            made = at.show_listing(tidy_listing(tidy(after.register), after), after)
        return self.noted(at, "tidy", Result(sentence, made, lines=wanted.refused))

    def board(self, at: Workspace) -> Result:
        """つなぎ・引継ぎを、いま次に動く機関ごとに並べる。"""
        from juso.adapters.board_sheet import board_listing
        from juso.adapters.holidays import business_days
        from juso.services.board import board

        loaded = at.register(self.today).whole()
        balls = board(loaded.register, business_days(loaded.register.settings))
        listing = board_listing(balls, loaded)
        made = at.show_listing(listing, loaded)
        return self.noted(at, "board", Result(listing.opening[0], made))

    def match(self, at: Workspace, by: str) -> Result:
        """書かれた判断を覚え、同じ人・同じ世帯かもしれない相談を並べる。"""
        from juso.adapters.match_decisions import append_decisions, read_decisions
        from juso.adapters.match_listing import match_listing, replies_in
        from juso.adapters.match_sheet import FOLDER, MATCHES
        from juso.adapters.similarity import similar
        from juso.services.matching.decide import decide
        from juso.services.matching.find import find
        from juso.services.matching.hints import hints
        from juso.services.matching.matters import counts, matters

        replies = replies_in(at.answers(MATCHES, FOLDER))
        register = (loaded := at.register(self.today).whole()).register
        found, patterns = find(register, similar()), list(hints(register))
        history = read_decisions(at.office)
        listed = matters(found, patterns, history)
        decided = decide(replies, listed, history.entries, by, self.today)
        append_decisions(at.office, decided.decisions)
        after = matters(found, patterns, [*history, *decided.decisions])
        made = at.show_listing(match_listing(after, decided.left, found.skipped, register), loaded)
        lines = [*history.damaged, *found.skipped, *decided.refused]
        sentence = f"{decided.summary}{counts(after)}です。"
        result = Result(sentence, made, lines=lines, is_amiss=bool(decided.refused))
        return self.noted(at, "match", result)

    def matched(self, at: Workspace) -> Result:
        """名寄せの判断を、新しい順に並べる。"""
        from juso.adapters.match_decisions import read_decisions
        from juso.services.matching.words import decided_list

        history = read_decisions(at.office)
        lines = decided_list(history)
        return Result(f"名寄せの判断は{len(lines)}件です。", lines=[*history.damaged, *lines])

    def handover(self, at: Workspace, worker: str, agency: str = "") -> Result:
        """担当が替わるときの引継ぎパックを Word でつくる。"""
        from juso.adapters.confirmations import read_confirmations
        from juso.adapters.handover_document import write_handover
        from juso.adapters.holidays import business_days
        from juso.adapters.resources import Templates
        from juso.services.board import board
        from juso.services.check import check
        from juso.services.handover import handover, handover_sentence

        office, loaded = at.office, at.register(self.today).whole()
        register, memo = loaded.register, read_confirmations(office)
        found = check(register, loaded.path.name, loaded.missing)
        balls = board(register, business_days(register.settings))
        pack = handover(register, worker, agency, office.config, found, memo, balls)
        if pack.is_empty:
            return self.noted(at, "handover", Result(handover_sentence(pack)))
        folder, templates = office.output("引継ぎ"), Templates.of(office.folder)
        made = write_handover(pack, self.today, folder, templates)
        sentence = handover_sentence(pack, made.blanks)
        return self.noted(at, "handover", Result(sentence, made.paths, lines=memo.damaged))


def _tidied(written: int, refused: int, *, is_paper: bool) -> str:
    done = f"{written}か所を{'取込票に書き出しました' if is_paper else '直しました'}。"
    left = f"{refused}か所は直していません。" if refused else ""
    return f"{done}{left}"
