"""月次報告の統合: the forms of all windows to one set of figures, each with its source cell."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from juso.core.calendar import FiscalYear, Month
from juso.core.finding import Finding, Severity
from juso.koshu.plan import FIRST_YEAR
from juso.koshu.tally.cover import COVER_SHEET, MONTH, TALLY_SHEET, YEAR
from juso.koshu.tally.items import FORMS
from juso.koshu.tally.items import form as form_of
from juso.koshu.tally.reading import FormReading, Spot, form_finding
from juso.koshu.tally.submission import deadline
from juso.services.tally.background import ALONE, Background
from juso.services.tally.completeness import completeness
from juso.services.tally.form_checks import check_forms
from juso.services.tally.merged import Merged
from juso.services.tally.records import counting
from juso.services.tally.relation_checks import check_revisions
from juso.services.tally.revisions import correction_findings, corrections
from juso.services.tally.totals import total_rows

ALL_FORMS = tuple(form.code for form in FORMS)


def merge(
    readings: Iterable[FormReading],
    year: FiscalYear | None = None,
    *,
    today: date | None = None,
    expected: Collection[str] = ALL_FORMS,
    background: Background = ALONE,
) -> Merged:
    """Merge the forms of one municipality and fiscal year.

    Without `year` the year most forms have; `today` makes every month due whose deadline has
    passed; `expected` are the forms that ought to be there.
    """
    records = background.records
    given, said = counting(list(readings), records)
    year = year or _usual_year(given)
    findings: list[Finding] = [*records.findings, *said]
    forms, told = _counting_forms(given, year)
    findings += told
    findings += check_forms(forms, year, background, findings)
    through = _through(forms.values(), year, today)
    findings += _not_submitted(forms, year, through, {*expected} - _unread(given))
    corrected = tuple(c for form in forms.values() for c in corrections(records, form))
    findings += (f for form in forms.values() for f in correction_findings(corrected, form))
    return Merged(
        background,
        year,
        through,
        forms,
        total_rows(forms, year, through, background),
        completeness(forms, year, through, expected, records),
        tuple(findings),
        corrected,
    )


def _counting_forms(
    given: Iterable[FormReading], year: FiscalYear
) -> tuple[dict[str, FormReading], list[Finding]]:
    """The form of each window that counts, in the forms' order, and what is to be said of all."""
    findings: list[Finding] = []
    by_form: dict[str, list[FormReading]] = {}
    for reading in given:
        findings += reading.findings
        if reading.form and reading.cover.year == year:
            by_form.setdefault(reading.form, []).append(reading)
        elif reading.form:
            findings.append(_wrong_year(reading, year))
    forms: dict[str, FormReading] = {}
    for code in ALL_FORMS:
        if code in by_form:
            forms[code], superseded = _newest(by_form[code])
            findings += superseded
    return forms, findings


def newest_by_form(readings: Iterable[FormReading], year: FiscalYear) -> dict[str, FormReading]:
    """The form of each window that counts, of those of one fiscal year."""
    given = [reading for reading in readings if reading.form and reading.cover.year == year]
    return {reading.form: reading for reading in sorted(given, key=_age)}


def _usual_year(readings: Iterable[FormReading]) -> FiscalYear:
    years = Counter(r.cover.year for r in readings if r.form and r.cover.year)
    return max(years, key=lambda y: (years[y], y)) if years else FIRST_YEAR


def _wrong_year(reading: FormReading, year: FiscalYear) -> Finding:
    message = (
        f"{reading.cover.year}の報告なので、{year}の集計に入れません。"
        "表紙の年度を確かめるか、その年度のフォルダーに移してください。"
    )
    spot = _cover_spot(reading, YEAR, str(reading.cover.year))
    return form_finding("FORM-005", reading.file, message, spot)


def _cover_spot(reading: FormReading, label: str, value: str) -> Spot:
    return Spot(COVER_SHEET, reading.cover_cells.get(label, ""), reading.form, label, value)


def _newest(readings: list[FormReading]) -> tuple[FormReading, list[Finding]]:
    """The form that counts where one window sent several, and what is to be said of the others."""
    newest, *older = sorted(readings, key=_age, reverse=True)
    findings: list[Finding] = []
    for old in older:
        findings.append(_superseded(old, newest))
        if _age(old)[:2] != _age(newest)[:2]:
            findings += check_revisions(old, newest)
    return newest, findings


def _age(reading: FormReading) -> tuple[int, date, bool, str]:
    """Of two equal ones the one with the name the city gave the form."""
    sent_on = reading.cover.submitted_on or date.min
    is_named = reading.file == form_of(reading.form).file_name
    return len(reading.months), sent_on, is_named, reading.file


def _superseded(old: FormReading, new: FormReading) -> Finding:
    spot = _cover_spot(old, MONTH, str(old.cover.month or ""))
    if old.sha256 == new.sha256:
        message = f"「{new.file}」と同じ内容なので読みません。片方を消してください。"
        return form_finding("FORM-016", old.file, message, spot, Severity.NOTE)
    if _age(old)[:2] == _age(new)[:2]:
        message = (
            f"「{new.file}」と提出対象月も提出日も同じで、どちらが正しいか分かりません。"
            f"「{new.file}」を集計しました。使わないほうを移してください。"
        )
        return form_finding("FORM-017", old.file, message, spot)
    message = f"「{new.file}」のほうが新しいので、そちらを集計しました。古いほうを移してください。"
    return form_finding("FORM-016", old.file, message, spot)


def _through(forms: Iterable[FormReading], year: FiscalYear, today: date | None) -> Month | None:
    """The last month that is due: reported by any form, or past its deadline."""
    reported = [reading.months[-1] for reading in forms if reading.months]
    late = [month for month in year.months if today and deadline(month) < today]
    return max([*reported, *late], default=None)


def _unread(readings: Iterable[FormReading]) -> set[str]:
    """The forms that are there by the name of a file, though it cannot be read."""
    names = [
        _plain(reading.file)
        for reading in readings
        if not reading.form and any(f.severity is Severity.ERROR for f in reading.findings)
    ]
    return {
        declared.code
        for declared in FORMS
        if any(re.match(rf"{declared.code}(_|\.|$)", name) for name in names)
    }


def _plain(name: str) -> str:
    return re.sub(r"[\s(\-]", "_", unicodedata.normalize("NFKC", name)).upper()


def _not_submitted(
    forms: Mapping[str, FormReading],
    year: FiscalYear,
    through: Month | None,
    expected: Collection[str],
) -> Iterator[Finding]:
    for form in FORMS:
        if form.code not in expected and form.code not in forms:
            continue
        if form.code in forms and forms[form.code].parts:
            continue  # 公表値: what is not settled need not be missing
        if form.code not in forms:
            message = (
                f"{form.name}（{form.code}）の月次報告がありません。"
                f"「{form.file_name}」の提出を依頼してください。"
            )
            yield form_finding("FORM-018", form.file_name, message, Spot(key=form.code))
            continue
        reading = forms[form.code]
        for month in year.months:
            if through and month <= through and month not in reading.months:
                message = f"{form.name}の{month.label}分が未提出です。提出を依頼してください。"
                spot = Spot(TALLY_SHEET, "", f"{form.code}/{month}", month.label)
                yield form_finding("FORM-019", reading.file, message, spot)
