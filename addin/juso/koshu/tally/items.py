"""The eight forms of a month and their rows: the one place other modules ask."""

from __future__ import annotations

from functools import cache

from juso.koshu.codes import Program, Window
from juso.koshu.plan import SERVICES, ServiceFact
from juso.koshu.tally.core_items import CORE_ITEMS
from juso.koshu.tally.item import Form, TallyItem
from juso.koshu.tally.program_items import (
    MULTI_AGENCY_ITEMS,
    OUTREACH_ITEMS,
    PARTICIPATION_ITEMS,
)
from juso.koshu.tally.site_items import SITE_ITEMS
from juso.koshu.tally.window_items import WINDOW_ITEMS


def _service(program: Program, attribute: str = "") -> ServiceFact:
    return next(s for s in SERVICES if s.program is program and attribute in ("", s.attribute))


def _window_form(window: Window) -> Form:
    service = _service(Program.CONSULTATION, window)
    return Form(
        window.code,
        str(window),
        service.site_names[0],
        "・".join(service.divisions),
        (*CORE_ITEMS, *WINDOW_ITEMS[window]),
    )


def _program_form(code: str, name: str, program: Program, items: tuple[TallyItem, ...]) -> Form:
    service = _service(program)
    agency = "・".join(service.contractors) or "・".join(service.divisions)
    return Form(code, name, agency, "・".join(service.divisions), items)


WINDOW_FORMS = tuple(_window_form(window) for window in Window)

FORMS: tuple[Form, ...] = (
    *WINDOW_FORMS,
    _program_form("M", "多機関協働", Program.MULTI_AGENCY, MULTI_AGENCY_ITEMS),
    _program_form("O", "アウトリーチ", Program.OUTREACH, OUTREACH_ITEMS),
    _program_form("P", "参加支援", Program.PARTICIPATION, PARTICIPATION_ITEMS),
    Form("R", "地域づくり", "福祉総合支援課", "福祉総合支援課", SITE_ITEMS),
)


@cache
def forms_by_code() -> dict[str, Form]:
    """All forms by their code."""
    return {form.code: form for form in FORMS}


@cache
def items_by_code(form_code: str) -> dict[str, TallyItem]:
    """The rows of one form by 項目コード, in the form's order."""
    return {item.code: item for item in form(form_code).items}


def form(code: str) -> Form:
    """The form W1–W4, M, O, P or R; KeyError for another code."""
    return forms_by_code()[code]


def item(form_code: str, item_code: str) -> TallyItem:
    """One row of one form; KeyError where there is none."""
    return items_by_code(form_code)[item_code]
