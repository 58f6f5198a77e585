"""The commands: each one function, used by every door; the one place that picks adapters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from juso.adapters.excel_file import open_workbook
from juso.adapters.office import Office, make_folders
from juso.adapters.register_file import RegisterFile, read_register
from juso.adapters.resources import Templates
from juso.adapters.share import free_path, save
from juso.core.calendar import FiscalYear
from juso.core.errors import JusoError
from juso.core.finding import Finding, Severity
from juso.koshu.config import Config
from juso.koshu.plan import PROGRAM_STARTED_ON
from juso.koshu.register import register_of

if TYPE_CHECKING:
    from juso.adapters.meeting_documents import Written
    from juso.services.merged import Merged


@dataclass(frozen=True, slots=True)
class Result:
    """What a command did: files made, findings, one closing sentence, the JSON document."""

    sentence: str
    made: Sequence[Path] = ()
    findings: list[Finding] = field(default_factory=list)
    document: Callable[[], dict[str, Any]] = dict  # made only for --json
    table: Sequence[tuple[str, Path]] = ()  # kind and file, for the closing table of demo


@dataclass(frozen=True, slots=True)
class App:
    """The commands with the clock they share: `today` may be set, `now` stamps the log."""

    today: date
    now: datetime

    def new(self, folder: Path, year: FiscalYear) -> Result:
        """空の支援台帳と月次報告の様式をつくる。"""
        from juso.adapters.office_writer import write_office
        from juso.koshu.agencies import AGENCIES
        from juso.koshu.site_rows import site_rows

        office = make_folders(folder, Config(year))
        made = write_office(office, [*AGENCIES, *site_rows()])
        result = Result(f"{folder} に{year}の支援台帳と月次報告の様式をつくりました。", made)
        return self._logged(office, "new", office.register, result)

    def sample(
        self, folder: Path, year: FiscalYear, cases: int, seed: int, *, faults: bool
    ) -> Result:
        """架空の1年度分の支援台帳と月次報告をつくる。"""
        from juso.adapters.office_writer import write_faulty_sample, write_sample
        from juso.services.sample.simulate import simulate
        from juso.services.sample.tally_forms import forms_of_year

        office = make_folders(folder, Config(year, population=SAMPLE_POPULATION))
        rows = simulate(year, cases, seed)
        forms = forms_of_year(register_of(rows, year.last_day), year, seed)
        made = (
            write_faulty_sample(office, rows, forms, seed)
            if faults
            else write_sample(office, rows, forms)
        )
        result = Result(f"{folder} に架空の{year}（相談{cases}件）をつくりました。", made)
        return self._logged(office, "sample", office.register, result)

    def check(self, target: Path, out: Path | None = None, *, quiet: bool = False) -> Result:
        """支援台帳（又は月次報告の1ファイル）を点検し、直すところを一覧にする。

        `quiet` writes no workbook unless `out` names one.
        """
        from juso.services.check import check

        office = None if target.is_file() else Office.open(target)
        path = office.register if office else target
        workbook = open_workbook(path)
        if not office:
            from juso.adapters.form_file import is_form

            if is_form(workbook, path):
                return self.merge([path], out, quiet=True)
        loaded = read_register(path, self.today, workbook)
        findings = check(loaded.register, path.name, loaded.missing)
        if out is None and office and not quiet:
            out = free_path(office.output("点検") / f"点検結果_{self.today:%Y%m%d}.xlsx")
        made = [self._write_findings(free_path(out), findings, path)] if out else []
        sentence = _count_sentence(findings, f"{path.name} を点検しました。")
        result = Result(
            sentence, made, findings, lambda: {"findings": [f.to_json() for f in findings]}
        )
        return self._logged(office, "check", path, result) if office and not quiet else result

    def merge(
        self,
        targets: Sequence[Path],
        out: Path | None = None,
        *,
        quiet: bool = False,
        jobs: int = 1,
    ) -> Result:
        """月次報告を統合する：1つの事業所のフォルダー、又は様式のファイル。"""
        from juso.adapters.merged_workbook import write_merged

        office = _office_among(targets)
        merged = (
            _merge_office(office, office.year, self.today, jobs)
            if office
            else _merge_files(targets, jobs)
        )
        if out is None and office and not quiet:
            out = free_path(office.output("集計") / f"月次統合_{office.year.short}.xlsx")
        made = []
        if out:
            place = free_path(out)
            made.append(save(place, lambda path: write_merged(path, merged, place)))
        sentence = _count_sentence(merged.findings, "月次報告を統合しました。")
        result = Result(sentence, made, list(merged.findings), merged.to_json)
        return self._logged(office, "merge", None, result) if office and not quiet else result

    def agenda(self, folder: Path, meeting_no: str) -> Result:
        """会議の次第・案件票・名簿をつくる。"""
        from juso.adapters.meeting_documents import write_agenda
        from juso.services.prepare_agenda import prepare_agenda

        office, loaded = self.open(folder)
        agenda = prepare_agenda(loaded.register, meeting_no, office.config, loaded.path.name)
        made = write_agenda(agenda, office.config, office.output("次第"), _templates(office))
        found = [*agenda.findings, *made.findings]
        return self._documents(office, "agenda", f"{meeting_no} の次第", made, found)

    def minutes(self, folder: Path, meeting_no: str) -> Result:
        """会議録（会議全体記録と案件別記録）をつくる。"""
        from juso.adapters.meeting_documents import write_minutes_files
        from juso.services.write_minutes import write_minutes

        office, loaded = self.open(folder)
        minutes = write_minutes(loaded.register, meeting_no, office.config, loaded.path.name)
        made = write_minutes_files(
            minutes, office.config, office.output("会議録"), _templates(office)
        )
        found = [*minutes.findings, *made.findings]
        return self._documents(office, "minutes", f"{meeting_no} の会議録", made, found)

    def report(self, folder: Path, edition: str, year: FiscalYear | None = None) -> Result:
        """実施状況報告書と、表の数値のブックをつくる。"""
        from juso.adapters.report_document import write_report
        from juso.adapters.report_numbers import write_report_numbers
        from juso.koshu.report_sections import Edition
        from juso.services.build_report import build_report

        office, loaded = self.open(folder)
        year = year or office.year
        merged = _merge_office(office, year, self.today)
        earlier = [FiscalYear(y) for y in range(PROGRAM_STARTED_ON.year, year.year)]
        report = build_report(
            loaded.register,
            merged,
            office.config,
            Edition[edition.upper()],
            year,
            self.today,
            earlier=[
                _merge_office(office, y, self.today) for y in earlier if office.forms_of(y).is_dir()
            ],
        )
        stem = f"実施状況報告書_{year.short}_{report.edition}"
        word = free_path(office.output("報告書") / f"{stem}.docx")
        numbers = free_path(word.with_name(f"{word.stem}_数値.xlsx"))
        made = [
            write_report(report, word, _templates(office)),
            write_report_numbers(report, numbers),
        ]
        findings = list(merged.findings)
        opening = f"{stem} をつくりました。月次報告の点検結果："
        result = Result(_count_sentence(findings, opening), made, findings)
        return self._logged(office, "report", office.register, result)

    def open(self, folder: Path) -> tuple[Office, RegisterFile]:
        """The office in a folder, and its register whole: documents are made from nothing less."""
        office = Office.open(folder)
        loaded = read_register(office.register, self.today)
        if gap := loaded.gap:
            raise JusoError(
                f"{office.register} に{gap}がありません。"
                "「点検」で直すところを確かめ、元に戻してから、もう一度お試しください。"
            )
        return office, loaded

    def _documents(
        self, office: Office, command: str, what: str, written: Written, findings: list[Finding]
    ) -> Result:
        opening = f"{what}をつくりました。" if written.paths else f"{what}はつくりませんでした。"
        if written.blanks:
            opening += f"【未入力】と印刷した欄：{'、'.join(dict.fromkeys(written.blanks))}。"
        result = Result(_count_sentence(findings, opening), written.paths, findings)
        return self._logged(office, command, office.register, result)

    def _write_findings(self, out: Path, findings: Sequence[Finding], source: Path) -> Path:
        from juso.adapters.findings_workbook import write_findings
        from juso.core.calendar import era_date
        from juso.koshu.rules import CATALOGUE

        day = era_date(self.today)
        return save(out, lambda path: write_findings(path, findings, CATALOGUE, source, day))

    def _logged(self, office: Office, command: str, source: Path | None, result: Result) -> Result:
        """Note in 記録 what was done; where that fails, the result says so and stands."""
        from juso.adapters.operation_log import record

        counts = {str(severity): n for severity, n in _counts(result.findings).items()}
        try:
            record(office.log, command, self.now, source, counts)
        except JusoError as error:
            return replace(result, sentence=f"{result.sentence}ただし、{error}")
        return result


SAMPLE_POPULATION = 29_000  # a round number of the city's size, for the rates of the sample


def _office_among(targets: Sequence[Path]) -> Office | None:
    """The office, when one folder is given; None for form files, which must exist."""
    folders = [target for target in targets if not target.is_file()]
    if not folders:
        return None
    if len(targets) > 1:
        raise JusoError(
            f"{folders[0]} という様式のファイルはありません。"
            "事業所のフォルダーを1つだけ、又は様式のファイルを指定してください。"
        )
    return Office.open(targets[0])


def _merge_office(office: Office, year: FiscalYear, today: date, jobs: int = 1) -> Merged:
    """The forms of one fiscal year of an office."""
    from juso.adapters.office_forms import forms_in, read_forms
    from juso.services.merge import merge

    readings = read_forms(forms_in(office, year), jobs)
    return merge(readings, year, office.config.municipality, today=today)


def _merge_files(paths: Sequence[Path], jobs: int) -> Merged:
    """Form files as they are given, wherever they lie."""
    from juso.adapters.office_forms import read_forms
    from juso.services.merge import merge

    return merge(read_forms(paths, jobs), expected=())


def _templates(office: Office) -> Templates:
    return Templates(office.folder / "様式")


def _counts(findings: Iterable[Finding]) -> dict[Severity, int]:
    counts = dict.fromkeys(Severity, 0)
    for finding in findings:
        counts[finding.severity] += 1
    return counts


def _count_sentence(findings: Iterable[Finding], opening: str) -> str:
    counts = _counts(findings)
    if not any(counts.values()):
        return f"{opening}直すところはありませんでした。"
    return (
        opening
        + "、".join(f"{severity} {number}件" for severity, number in counts.items())
        + "です。"
    )
