"""The commands that make an office or look after the PC, and the note of what was done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from juso.adapters.file_workspace import FileWorkspace
from juso.adapters.office import Office, new_office
from juso.adapters.share import save_new
from juso.adapters.workspace import Workspace
from juso.core.calendar import FiscalYear
from juso.core.errors import JusoError
from juso.koshu.config import Config
from juso.koshu.register import register_of
from juso.result import Result, counts

SAMPLE_POPULATION = 29_000  # a round number of the city's size, for the rates of the sample


@dataclass(frozen=True, slots=True)
class Housekeeping:
    """The clock all commands share: `today` may be set, `now` stamps the log."""

    today: date
    now: datetime

    def new(self, folder: Path, year: FiscalYear) -> Result:
        """空の支援台帳と月次報告の様式をつくる。"""
        from juso.adapters.office_writer import write_office
        from juso.koshu.agencies import AGENCIES
        from juso.koshu.site_rows import site_rows

        office_id = _office_id("new", year, self.today, folder.absolute().name)
        with new_office(folder, Config(year, id=office_id)) as office:
            made = write_office(office, [*AGENCIES, *site_rows()])
        result = Result(f"{folder} に{year}の支援台帳と月次報告の様式をつくりました。", made)
        return self.noted(FileWorkspace(office), "new", result)

    def sample(
        self, folder: Path, year: FiscalYear, cases: int, seed: int, *, faults: bool
    ) -> Result:
        """架空の1年度分の支援台帳と月次報告をつくる。"""
        from juso.adapters.office_writer import write_faulty_sample, write_sample
        from juso.services.sample.simulate import simulate
        from juso.services.sample.tally_forms import forms_of_year

        office_id = _office_id("sample", year, cases, seed, faults)
        config = Config(year, id=office_id, population=SAMPLE_POPULATION)
        with new_office(folder, config) as office:
            rows = simulate(year, cases, seed)
            forms = forms_of_year(register_of(rows, year.last_day), year, seed)
            made = (
                write_faulty_sample(office, rows, forms, seed)
                if faults
                else write_sample(office, rows, forms)
            )
        result = Result(f"{folder} に架空の{year}（相談{cases}件）をつくりました。", made)
        return self.noted(FileWorkspace(office), "sample", result)

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
        is_amiss = any(check.ok is False for check in checks)
        result = Result(summary(checks), lines=lines(checks), is_amiss=is_amiss)
        if office is None:
            return result
        page = office.output("診断") / f"診断結果_{self.today:%Y%m%d}.xlsx"
        made = [save_new(page, lambda path: write_diagnosis(path, checks, self.today))]
        return self.noted(FileWorkspace(office), "doctor", replace(result, made=made))

    def guide(self) -> Result:
        """手引きを開く。"""
        from juso.adapters.guide_page import guide_page, open_page
        from juso.adapters.home import home

        page = guide_page(home())
        if open_page(page):
            return Result("手引きを開きました。", [page])
        return Result(f"手引きを開くブラウザーがありません。手引きは {page} にあります。", [page])

    def noted(self, at: Workspace, command: str, result: Result) -> Result:
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
