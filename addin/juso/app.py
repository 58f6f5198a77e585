"""The commands: each one function, used by every door; the one place that picks adapters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from juso.adapters.file_workspace import FileWorkspace, write_findings_file, write_merged_file
from juso.adapters.office import Office, make_folders
from juso.adapters.register_file import read_register
from juso.adapters.resources import Templates
from juso.adapters.share import free_path, save
from juso.adapters.workspace import Workspace
from juso.core.calendar import FiscalYear
from juso.core.errors import JusoError
from juso.core.finding import Finding
from juso.koshu.config import Config
from juso.koshu.plan import PROGRAM_STARTED_ON
from juso.koshu.register import register_of
from juso.result import Result, count_sentence, counts, listed

if TYPE_CHECKING:
    from juso.adapters.meeting_documents import Written

SAMPLE_POPULATION = 29_000  # a round number of the city's size, for the rates of the sample


@dataclass(frozen=True, slots=True)
class App:
    """The commands with the clock they share: `today` may be set, `now` stamps the log."""

    today: date
    now: datetime

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

    def new(self, folder: Path, year: FiscalYear) -> Result:
        """空の支援台帳と月次報告の様式をつくる。"""
        from juso.adapters.office_writer import write_office
        from juso.koshu.agencies import AGENCIES
        from juso.koshu.site_rows import site_rows

        office_id = _office_id("new", year, self.today, folder.absolute().name)
        office = make_folders(folder, Config(year, id=office_id))
        made = write_office(office, [*AGENCIES, *site_rows()])
        result = Result(f"{folder} に{year}の支援台帳と月次報告の様式をつくりました。", made)
        return self._logged(FileWorkspace(office), "new", result)

    def sample(
        self, folder: Path, year: FiscalYear, cases: int, seed: int, *, faults: bool
    ) -> Result:
        """架空の1年度分の支援台帳と月次報告をつくる。"""
        from juso.adapters.office_writer import write_faulty_sample, write_sample
        from juso.services.sample.simulate import simulate
        from juso.services.sample.tally_forms import forms_of_year

        office_id = _office_id("sample", year, cases, seed, faults)
        office = make_folders(folder, Config(year, id=office_id, population=SAMPLE_POPULATION))
        rows = simulate(year, cases, seed)
        forms = forms_of_year(register_of(rows, year.last_day), year, seed)
        made = (
            write_faulty_sample(office, rows, forms, seed)
            if faults
            else write_sample(office, rows, forms)
        )
        result = Result(f"{folder} に架空の{year}（相談{cases}件）をつくりました。", made)
        return self._logged(FileWorkspace(office), "sample", result)

    def check(self, at: Workspace) -> Result:
        """支援台帳を点検し、直すところを一覧にする。"""
        from juso.adapters.confirmations import read_confirmations
        from juso.services.check import check
        from juso.services.confirm import with_confirmations

        loaded = at.register(self.today)
        found = check(loaded.register, loaded.path.name, loaded.missing)
        memo = read_confirmations(at.office)
        findings = with_confirmations(found, memo, loaded.register)
        made = at.show_findings(findings, loaded)
        sentence = count_sentence(findings, f"{loaded.path.name} を点検しました。")
        result = Result(sentence, made, findings, listed(findings), lines=memo.damaged)
        return self._logged(at, "check", result)

    def check_file(self, path: Path, out: Path | None, *, quiet: bool) -> Result:
        """支援台帳又は月次報告の1ファイルを、事業所のフォルダーによらず点検する。"""
        from juso.adapters.excel_file import open_workbook
        from juso.adapters.form_file import is_form
        from juso.services.check import check

        workbook = open_workbook(path)
        if is_form(workbook, path):
            return self.merge_files([path], None if quiet else out)
        loaded = read_register(path, self.today, workbook)
        findings = check(loaded.register, path.name, loaded.missing)
        made = write_findings_file(free_path(out) if out else None, findings, path, self.today)
        sentence = count_sentence(findings, f"{path.name} を点検しました。")
        return Result(sentence, made, findings, listed(findings))

    def confirm(self, at: Workspace, by: str) -> Result:
        """点検結果の「対応」に書かれた理由を読み、要確認を確認済みにする。"""
        from juso.adapters.confirmations import append_confirmations, read_confirmations
        from juso.services.check import check
        from juso.services.confirm import confirm

        reasons = at.reasons()
        loaded = at.register(self.today)
        findings = check(loaded.register, loaded.path.name, loaded.missing)
        memo = read_confirmations(at.office)
        confirmed = confirm(reasons, findings, loaded.register, by, self.today, memo)
        append_confirmations(at.office, confirmed.confirmations)
        after = self.check(at)
        entries = confirmed.confirmations
        taken_back = sum(entry.is_withdrawal for entry in entries)
        sentence = f"{len(entries) - taken_back}件を確認済みにしました。"
        if taken_back:
            sentence += f"{taken_back}件の確認を取り消しました。"
        if confirmed.refused:
            sentence += f"{len(confirmed.refused)}件は受け付けませんでした。"
        lines = [*memo.damaged, *confirmed.refused]
        return replace(after, sentence=f"{sentence}{after.sentence}", lines=lines)

    def todo(self, at: Workspace) -> Result:
        """期限が来るもの、過ぎたもの、決まっていないものを一覧にする。"""
        from juso.services.todo import todo

        loaded = at.register(self.today).whole()
        todos = todo(loaded.register, at.office.config)
        made = at.show_todos(todos, loaded)
        late = sum(1 for t in todos if t.days_over is not None and t.days_over > 0)
        sentence = f"要対応は{len(todos)}件です。このうち期限を過ぎたものは{late}件です。"
        return self._logged(at, "todo", Result(sentence, made))

    def merge(self, at: Workspace, jobs: int = 1) -> Result:
        """事業所の月次報告を統合する。"""
        from juso.adapters.office_forms import merge_forms

        merged = merge_forms(at.office, at.office.year, self.today, jobs)
        made = at.show_merged(merged)
        sentence = count_sentence(merged.findings, "月次報告を統合しました。")
        result = Result(sentence, made, list(merged.findings), merged.to_json)
        return self._logged(at, "merge", result)

    def merge_files(self, paths: Sequence[Path], out: Path | None, jobs: int = 1) -> Result:
        """月次報告の様式のファイルを、置き場所によらず統合する。"""
        from juso.adapters.office_forms import read_forms
        from juso.services.merge import merge

        merged = merge(read_forms(paths, jobs), expected=())
        made = write_merged_file(free_path(out) if out else None, merged)
        sentence = count_sentence(merged.findings, "月次報告を統合しました。")
        return Result(sentence, made, list(merged.findings), merged.to_json)

    def agenda(self, at: Workspace, meeting_no: str) -> Result:
        """会議の次第・案件票・名簿をつくる。"""
        from juso.adapters.meeting_documents import write_agenda
        from juso.services.prepare_agenda import prepare_agenda

        office, loaded = at.office, at.register(self.today).whole()
        agenda = prepare_agenda(loaded.register, meeting_no, office.config, loaded.path.name)
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
        return self._logged(at, "collect", result)

    def report(self, at: Workspace, edition: str, year: FiscalYear | None = None) -> Result:
        """実施状況報告書と、表の数値のブックをつくる。"""
        from juso.adapters.office_forms import merge_forms
        from juso.adapters.report_document import write_report
        from juso.adapters.report_numbers import write_report_numbers
        from juso.koshu.report_sections import Edition
        from juso.services.build_report import build_report

        office, loaded = at.office, at.register(self.today).whole()
        year = year or office.year
        merged = merge_forms(office, year, self.today)
        earlier = [FiscalYear(y) for y in range(PROGRAM_STARTED_ON.year, year.year)]
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
        )
        stem = f"実施状況報告書_{year.short}_{report.edition}"
        word = free_path(office.output("報告書") / f"{stem}.docx")
        numbers = free_path(word.with_name(f"{word.stem}_数値.xlsx"))
        made = [
            write_report(report, word, Templates.of(office.folder)),
            write_report_numbers(report, numbers),
        ]
        findings = list(merged.findings)
        opening = f"{stem} をつくりました。月次報告の点検結果："
        return self._logged(at, "report", Result(count_sentence(findings, opening), made, findings))

    def build_addin(self, folder: Path) -> Result:
        """Excel のアドイン juso.xlam をつくる。"""
        from juso import __version__

        try:
            from juso.adapters.addin_file import build_addin
        except ImportError as error:
            raise JusoError(
                "この導入には、アドインをつくる部品（pyOpenVBA）が入っていません。"
                "導入に使った zip の juso.xlam を使うか、開発用のパソコンでつくってください。"
            ) from error
        return Result("アドインをつくりました。", [build_addin(folder, __version__)])

    def doctor(self, folder: Path | None) -> Result:
        """パソコンと事業所のフォルダーが、この製品を使える状態かを調べる。"""
        from juso.adapters.doctor import diagnose, lines, summary, this_windows, write_diagnosis
        from juso.adapters.home import home

        office = Office.open(folder) if folder else None
        checks = diagnose(office, home(), self.now, this_windows())
        made = []
        if office:
            page = free_path(office.output("診断") / f"診断結果_{self.today:%Y%m%d}.xlsx")
            made = [save(page, lambda path: write_diagnosis(path, checks, self.today))]
        return Result(summary(checks), made, lines=lines(checks))

    def guide(self) -> Result:
        """手引きを開く。"""
        from juso.adapters.guide_page import guide_page, open_page
        from juso.adapters.home import home

        page = guide_page(home())
        open_page(page)
        return Result("手引きを開きました。", [page])

    def _documents(
        self, at: Workspace, command: str, what: str, written: Written, findings: list[Finding]
    ) -> Result:
        opening = f"{what}をつくりました。" if written.paths else f"{what}はつくりませんでした。"
        if written.blanks:
            opening += f"【未入力】と印刷した欄：{'、'.join(dict.fromkeys(written.blanks))}。"
        result = Result(count_sentence(findings, opening), written.paths, findings)
        return self._logged(at, command, result)

    def _logged(self, at: Workspace, command: str, result: Result) -> Result:
        """Note in 記録 what was done; where that fails, the result says so and stands."""
        from juso.adapters.operation_log import record

        if not at.is_logged:
            return result
        found = {str(severity): number for severity, number in counts(result.findings).items()}
        try:
            record(at.office.log, command, self.now, at.source, found)
        except JusoError as error:
            return replace(result, sentence=f"{result.sentence}ただし、{error}")
        return result


def _office_id(*facts: object) -> str:
    """The id of an office, the same for the same beginnings: 12 hexadecimal digits."""
    from hashlib import sha256

    return sha256("/".join(map(str, facts)).encode()).hexdigest()[:12]
