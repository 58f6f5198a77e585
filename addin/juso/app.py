"""The commands on an office: each one function, used by every door; they pick the adapters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from juso.adapters.file_workspace import FileWorkspace, write_findings_file
from juso.adapters.office import Office
from juso.adapters.register_file import RegisterFile, read_register
from juso.adapters.resources import Templates
from juso.adapters.share import all_or_none
from juso.adapters.workspace import Workspace
from juso.core.calendar import FiscalYear
from juso.core.finding import Finding
from juso.koshu.plan import PROGRAM_STARTED_ON
from juso.result import Result, count_sentence, listed
from juso.tallies import Tallies

if TYPE_CHECKING:
    from juso.adapters.meeting_documents import Written
    from juso.koshu.confirmation import Reason


@dataclass(frozen=True, slots=True)
class App(Tallies):
    """All commands; those on 月次報告 come from Tallies, on single cases from Casework."""

    def closed(
        self,
        folder: Path,
        out: Path | None = None,
        *,
        quiet: bool = False,
        reasons_from: Path | None = None,
    ) -> Workspace:
        """The office in a folder as a workspace; what the facts mean says FileWorkspace."""
        return FileWorkspace(Office.open(folder), out, quiet, reasons_from)

    def check(self, at: Workspace) -> Result:
        """支援台帳を点検し、直すところを一覧にする。"""
        from juso.services.check import check

        loaded = at.register(self.today)
        found = check(loaded.register, loaded.path.name, loaded.missing)
        return self.noted(at, "check", _shown(at, loaded, found))

    def check_file(self, path: Path, out: Path | None, password: str = "") -> Result:
        """支援台帳、月次報告又は受付票の1ファイルを、事業所のフォルダーによらず点検する。"""
        from juso.adapters.case_form_file import is_case_form
        from juso.adapters.excel_file import open_workbook
        from juso.adapters.form_file import is_form
        from juso.services.check import check

        workbook = open_workbook(path, password)
        if is_form(workbook, path):
            return self.merge_files([path], out, password=password)
        if is_case_form(workbook, path):
            return self.check_form(path, out, password)
        loaded = read_register(path, self.today, workbook, password)
        findings = check(loaded.register, path.name, loaded.missing)
        made = write_findings_file(out, findings, path, self.today)
        sentence = count_sentence(findings, f"{path.name} を点検しました。")
        return Result(sentence, made, findings, listed(findings))

    def confirm(self, at: Workspace, by: str) -> Result:
        """点検結果・月次統合・突合の「対応」に書かれた理由を読み、要確認を確認済みにする。"""
        from juso.adapters.confirmations import append_confirmations, read_confirmations
        from juso.services.check import check
        from juso.services.confirm import confirm

        replies = at.replies()
        tallies = self.confirm_tallies(at, replies.of_forms, by)
        if replies.is_of_forms or replies.is_without_check:
            found_none = Result(f"{replies.file} の「対応」に、新しい理由はありません。")
            return self.noted(at, "confirm", tallies or found_none)
        loaded = at.register(self.today)
        found = check(loaded.register, loaded.path.name, loaded.missing)
        memo = read_confirmations(at.office)
        confirmed = confirm(replies.reasons, found, loaded.register, by, self.today, memo)
        confirmed = replace(confirmed, refused=(*replies.refused, *confirmed.refused))
        append_confirmations(at.office, confirmed.confirmations)
        after = _shown(at, loaded, found, confirmed.left)
        also = tallies or Result("")
        lines = [*replies.skipped, *after.lines, *confirmed.refused, *also.lines]
        read = f"{replies.file} の「対応」を読みました。" if replies.file else ""
        sentence = f"{read}{confirmed.summary}{also.sentence}{after.sentence}"
        result = replace(after, sentence=sentence, lines=lines)
        return self.noted(at, "confirm", result)

    def confirmed(self, at: Workspace) -> Result:
        """確認済みにした指摘を、新しい順に並べる。"""
        from juso.adapters.confirmations import read_confirmations
        from juso.services.confirmed_list import confirmed_list

        memo = read_confirmations(at.office)
        lines = confirmed_list(memo)
        return Result(f"確認済みの記録は{len(lines)}件です。", lines=[*memo.damaged, *lines])

    def todo(self, at: Workspace) -> Result:
        """期限が来るもの、過ぎたもの、決まっていないものを一覧にする。"""
        from juso.adapters.holidays import business_days
        from juso.services.board import balls_of
        from juso.services.todo import todo

        loaded = at.register(self.today).whole()
        balls = balls_of(loaded.register, business_days(loaded.register.settings))
        todos = todo(loaded.register, at.office.config, balls)
        made = at.show_todos(todos, loaded)
        late = sum(1 for t in todos if t.days_over is not None and t.days_over > 0)
        sentence = f"要対応は{len(todos)}件です。このうち期限を過ぎたものは{late}件です。"
        return self.noted(at, "todo", Result(sentence, made))

    def agenda(self, at: Workspace, meeting_no: str) -> Result:
        """会議の次第・案件票・名簿をつくる。"""
        from juso.adapters.holidays import business_days
        from juso.adapters.meeting_documents import write_agenda
        from juso.services.board import balls_of
        from juso.services.prepare_agenda import prepare_agenda

        office, loaded = at.office, at.register(self.today).whole()
        balls = balls_of(loaded.register, business_days(loaded.register.settings))
        agenda = prepare_agenda(loaded.register, meeting_no, office.config, loaded.path.name, balls)
        made = write_agenda(
            agenda, office.config, office.output("次第"), Templates.of(office.folder)
        )
        found = [*agenda.findings, *made.findings]
        return self._documents(at, "agenda", f"{meeting_no} の次第", made, found)

    def minutes(self, at: Workspace, meeting_no: str) -> Result:
        """会議録（会議全体記録と案件別記録）をつくる。"""
        from juso.adapters.meeting_documents import write_minutes_files
        from juso.services.write_minutes import write_minutes

        office, loaded = at.office, at.register(self.today).whole()
        minutes = write_minutes(loaded.register, meeting_no, office.config, loaded.path.name)
        made = write_minutes_files(
            minutes, office.config, office.output("会議録"), Templates.of(office.folder)
        )
        found = [*minutes.findings, *made.findings]
        return self._documents(at, "minutes", f"{meeting_no} の会議録", made, found)

    def collect(self, at: Workspace, documents: Sequence[Path]) -> Result:
        """Word で直した会議録から、決定事項と結論を台帳に取り込む。"""
        from juso.adapters.minutes_file import read_minutes
        from juso.services.collect import collect

        loaded = at.register(self.today).whole()
        readings = [read_minutes(path) for path in documents]
        collected = collect(readings, loaded.register, at.office.config, loaded.path.name)
        made = at.change("collect", collected.changes, loaded, collected.undecided)
        findings = list(collected.findings)
        opening = f"会議録の取込み：{collected.summary}。"
        result = Result(count_sentence(findings, opening), made, findings)
        return self.noted(at, "collect", result)

    def report(self, at: Workspace, edition: str, year: FiscalYear | None = None) -> Result:
        """実施状況報告書と、表の数値のブックをつくる。"""
        from juso.adapters.confirmations import read_confirmations
        from juso.adapters.office_forms import merge_forms
        from juso.adapters.report_document import write_report
        from juso.adapters.report_numbers import write_report_numbers
        from juso.koshu.report_sections import Edition
        from juso.services.build_report import build_report

        office, loaded = at.office, at.register(self.today).whole()
        year = year or office.year
        merged = merge_forms(office, year, self.today)
        earlier = [FiscalYear(y) for y in range(PROGRAM_STARTED_ON.year, year.year)]
        memo = read_confirmations(office)
        report = build_report(
            loaded.register,
            merged,
            office.config,
            Edition[edition.upper()],
            year,
            self.today,
            earlier=[
                merge_forms(office, y, self.today) for y in earlier if office.forms_of(y).is_dir()
            ],
            checked=_checked(loaded) if memo.entries and year == office.year else (),
            history=memo,
        )
        stem = f"実施状況報告書_{year.short}_{report.edition}"
        place = office.output("報告書") / f"{stem}.docx"
        with all_or_none() as made:
            made.append(write_report(report, place, Templates.of(office.folder)))
            numbers = made[0].with_name(f"{made[0].stem}_数値.xlsx")
            made.append(write_report_numbers(report, numbers))
        findings = list(merged.findings)
        opening = f"{stem} をつくりました。月次報告の点検結果："
        sentence = count_sentence(findings, opening)
        return self.noted(at, "report", Result(sentence, made, findings, lines=memo.damaged))

    def _documents(
        self, at: Workspace, command: str, what: str, written: Written, findings: list[Finding]
    ) -> Result:
        opening = f"{what}をつくりました。" if written.paths else f"{what}はつくりませんでした。"
        if written.blanks:
            opening += f"【未入力】と印刷した欄：{'、'.join(dict.fromkeys(written.blanks))}。"
        result = Result(count_sentence(findings, opening), written.paths, findings)
        return self.noted(at, command, result)


def _checked(loaded: RegisterFile) -> list[Finding]:
    """The findings of the register, as the 確認済みメモ speaks of them."""
    from juso.services.check import check

    return check(loaded.register, loaded.path.name, loaded.missing)


def _shown(
    at: Workspace, loaded: RegisterFile, found: list[Finding], left: Sequence[Reason] = ()
) -> Result:
    """The findings of a check as the office's 確認済みメモ makes them, put where they are read."""
    from juso.adapters.confirmations import read_confirmations
    from juso.services.confirm import with_confirmations

    memo = read_confirmations(at.office)
    findings = with_confirmations(found, memo, loaded.register)
    made = at.show_findings(findings, loaded, left)
    sentence = count_sentence(findings, f"{loaded.path.name} を点検しました。")
    return Result(sentence, made, findings, listed(findings), lines=memo.damaged)
