"""The commands on 月次報告: taken in, returned, settled, merged, held against the register."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from juso.adapters.file_workspace import write_merged_file
from juso.adapters.workspace import Workspace
from juso.casework import Casework
from juso.core.calendar import Month
from juso.core.errors import JusoError
from juso.koshu.register import Register
from juso.result import Result, count_sentence


@dataclass(frozen=True, slots=True)
class Tallies(Casework):
    """What is done with the monthly forms of the windows and programmes."""

    def merge(self, at: Workspace, jobs: int = 1) -> Result:
        """事業所の月次報告を統合する。"""
        from juso.adapters.office_forms import merge_forms

        register = _register(at, self.today)
        merged = merge_forms(at.office, at.office.year, self.today, jobs, register)
        made = at.show_merged(merged)
        sentence = count_sentence(merged.findings, "月次報告を統合しました。")
        result = Result(sentence, made, list(merged.findings), merged.to_json)
        return self.noted(at, "merge", result)

    def merge_files(
        self, paths: Sequence[Path], out: Path | None, jobs: int = 1, password: str | None = None
    ) -> Result:
        """月次報告の様式のファイルを、置き場所によらず統合する。"""
        from juso.adapters.office_forms import read_forms
        from juso.services.merge import merge

        merged = merge(read_forms(paths, jobs, password), expected=())
        made = write_merged_file(out, merged)
        sentence = count_sentence(merged.findings, "月次報告を統合しました。")
        return Result(sentence, made, list(merged.findings), merged.to_json)

    def receive(self, at: Workspace, files: Sequence[Path], password: str = "") -> Result:
        """届いた月次報告を受け付け、前の版との違いを示す。"""
        raise NotImplementedError

    def give_back(self, at: Workspace, form_code: str, reason: str = "") -> Result:
        """月次報告を、直すセルに注を付けた写しにして差し戻す。"""
        raise NotImplementedError

    def settle(self, at: Workspace, month: Month, form_codes: Sequence[str] = ()) -> Result:
        """受け付けた月次報告の月を確定する。"""
        raise NotImplementedError

    def remind(self, at: Workspace) -> Result:
        """未提出の窓口と、そのまま送れる催促の文をつくる。"""
        raise NotImplementedError

    def reconcile(self, at: Workspace, month: Month | None = None) -> Result:
        """月次報告の数を台帳から数えた数と突き合わせ、違いの訳を相談ごとに示す。"""
        raise NotImplementedError


def _register(at: Workspace, today: date) -> Register | None:
    """The register the figures are held against; None where it cannot be read."""
    try:
        return at.register(today).register
    except JusoError:
        return None
