"""The workbooks of a new office, written: register, forms, and the sample's planted faults."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from juso.adapters.form_workbook import blank_form
from juso.adapters.office import Office
from juso.adapters.planted_cells import planted_cell, write_planted
from juso.adapters.register_workbook import write_register
from juso.adapters.share import all_or_none, save
from juso.core.sheet import Row
from juso.koshu.settings import Settings
from juso.koshu.tally.cover import sample_cover
from juso.koshu.tally.item import Form
from juso.koshu.tally.items import FORMS
from juso.services.sample.faults_counts import count_differences
from juso.services.sample.faults_forms import FormFile, plant_forms
from juso.services.sample.faults_register import plant_register
from juso.services.sample.tally_draw import Figures

ANSWERS = "正解.json"


def write_office(office: Office, rows: Iterable[Row]) -> list[Path]:
    """An office nobody has typed in yet: the register with `rows`, and blank forms."""
    with all_or_none() as made:
        made.append(_write_register(office, rows))
        made.extend(_write_blank(office, form) for form in FORMS)
    return made


def write_sample(office: Office, rows: Iterable[Row], figures: Mapping[str, Figures]) -> list[Path]:
    """An invented year: the register with `rows`, the forms with the figures counted from it."""
    files = [
        FormFile(form.file_name, form, figures[form.code], sample_cover(form, office.year))
        for form in FORMS
    ]
    with all_or_none() as made:
        made.append(_write_register(office, rows))
        made.extend(_write_form(office, file) for file in files)
    return made


def write_faulty_sample(
    office: Office, rows: Iterable[Row], figures: Mapping[str, Figures], seed: int
) -> list[Path]:
    """The invented year with faults, and 正解.json saying which rule must find each, where."""
    year = office.year
    covers = {form.code: sample_cover(form, year) for form in FORMS}
    register = plant_register(rows, year.last_day, seed)
    forms = plant_forms(figures, covers, year, seed)
    files = {file.file: file for file in forms.files}
    answers = [planted.to_json() for planted in register.planted]
    for planted in (*forms.planted, *count_differences(register.rows, forms, year)):
        cell = planted_cell(files[planted.file], planted, year)
        answers.append(planted.to_json() | {"cell": cell})
    with all_or_none() as made:
        made.append(_write_register(office, register.rows))
        made.extend(_write_form(office, file) for file in forms.files)
        made.append(_write_answers(office, answers))
    return made


def _write_register(office: Office, rows: Iterable[Row]) -> Path:
    def write(path: Path) -> None:
        write_register(path, rows, Settings(), office.config)

    return save(office.register, write)


def _write_blank(office: Office, form: Form) -> Path:
    return save(office.forms / form.file_name, lambda path: blank_form(path, form, office.year))


def _write_form(office: Office, file: FormFile) -> Path:
    return save(office.forms / file.file, lambda path: write_planted(path, file, office.year))


def _write_answers(office: Office, answers: list[dict[str, str]]) -> Path:
    text = json.dumps(answers, ensure_ascii=False, indent=1) + "\n"
    return save(office.folder / ANSWERS, lambda path: path.write_text(text, encoding="utf-8"))
