"""Whatever clerks do harmlessly to a sheet, every figure stays what and where it is."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from form_tables import YEAR, cover_cells, cover_of, read_cells
from juso.koshu.tally.items import items_by_code
from juso.koshu.tally.values import State, read_value
from tally_kit.sheets import APRIL, CODE, DUE, HEAD, LABEL, clean_sheet

COVERS = {form: cover_cells(cover_of(form)) for form in ("P", "O", "W1", "R")}
CLEAN = {form: read_cells(COVERS[form], clean_sheet(form)) for form in COVERS}
SPELLINGS = (
    lambda m: m.label,
    lambda m: f"{m.month}",
    lambda m: float(m.month),
    str,
    lambda m: m.first_day,
    lambda m: f" {m.month} 月\n".translate(WIDE),
    lambda m: f"{m.year}/{m.month}",
    lambda m: f"{m.year}年{m.month:02d}月",
    lambda m: f"令和{m.year - 2018}年{m.month}月分",
    lambda m: f"R{m.year - 2018:02d}.{m.month:02d}",
    lambda m: f"{m.label}実績",
    lambda m: f"{m.label}末",
    lambda m: (
        f"{'一二三四五六七八九'[m.month - 1] if m.month < 10 else '十' + ' 一二'[m.month - 10].strip()}月"
    ),
    lambda m: m.first_day.strftime("%b"),
    lambda m: m.first_day.strftime("%B").upper(),
)
WIDE = {48 + digit: 0xFF10 + digit for digit in range(10)}
NUMBERS = (
    lambda n: n,
    lambda n: str(int(n)),
    lambda n: f"{int(n):,}",
    lambda n: f" {int(n)}　",
    lambda n: str(int(n)).translate(WIDE),
    lambda n: f"'{int(n)}",
    lambda n: f"{int(n)}\u200b",
)
LABELS = (
    lambda text: text,
    lambda text: f"　・{text}",
    lambda text: f"(3) {text}",
    lambda text: f"└ {text}",
    lambda text: f"② {text}",
    lambda text: "\n".join((text[:2], text[2:])),
    lambda text: text.replace("（", "(").replace("）", ")").replace("・", "･"),
    lambda text: text.replace("の", ""),
)
NOTES = ("※ 電話を含む", "（単位：件）", "", "前年度は別紙", "注）3月は見込み")


def figures(reading):
    return {code: (row.values, row.states) for code, row in reading.rows.items()}


def figures_at(reading, sheet, form):
    """The figures again, each read from the cell it is said to come from."""
    items = items_by_code(form)
    return {
        code: tuple(
            read_value(sheet[row.number - 1][column], items[code]).value
            for column in reading.columns
        )
        for code, row in reading.rows.items()
    }


def respelt(draw, sheet):
    """Headings, numbers and codes in other spellings."""
    spelling = draw(st.sampled_from(SPELLINGS))
    for place, month in enumerate(YEAR.months):
        other = draw(st.sampled_from((spelling, SPELLINGS[0], SPELLINGS[3])))
        sheet[HEAD - 1][APRIL + place] = other(month)
    for row in draw(st.lists(st.sampled_from(sheet[HEAD:]), max_size=6)):
        for place in range(APRIL, APRIL + DUE):
            if isinstance(row[place], float):
                row[place] = draw(st.sampled_from(NUMBERS))(row[place])
        row[CODE] = draw(st.sampled_from((row[CODE], row[CODE].lower(), f" {row[CODE]}　")))


def moved(draw, sheet):
    """Rows and columns somewhere else, notes and blank columns between them."""
    width = len(sheet[0])
    body = draw(st.permutations(sheet[HEAD:]))
    for _ in range(draw(st.integers(0, 3))):
        note = ["", draw(st.sampled_from(NOTES)), *[""] * (width - 2)]
        body.insert(draw(st.integers(0, len(body))), note)
    above = [[""] * width for _ in range(draw(st.integers(0, 3)))]
    rows = [*above, *sheet[:HEAD], *body]
    for heading in draw(
        st.lists(st.sampled_from(("4月累計", "前年度4月", "担当", "")), max_size=2)
    ):
        at = draw(st.integers(0, len(rows[0])))
        number = 77.0 if heading.startswith(("4", "前")) else ""
        for index, row in enumerate(rows):
            is_heading = index == HEAD - 1 + len(above)
            row.insert(at, heading if is_heading else number if index > HEAD + len(above) else "")
    order = draw(st.permutations(range(len(rows[0]))))
    return [[row[place] for place in order] for row in rows]


@st.composite
def harmless(draw, form):
    sheet = clean_sheet(form)
    respelt(draw, sheet)
    return moved(draw, sheet)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(("P", "O", "W1")).flatmap(lambda f: st.tuples(st.just(f), harmless(f))))
def test_sheet_with_codes__keeps_all_figures_and_their_cells(case):
    """Codes and headings tell everything; position, width and spelling nothing."""
    form, sheet = case

    reading = read_cells(COVERS[form], sheet)

    assert figures(reading) == figures(CLEAN[form])
    assert figures_at(reading, sheet, form) == {c: r.values for c, r in reading.rows.items()}


@st.composite
def without_codes(draw, form):
    """No codes, the names spelt in other ways; in P and O every name is one item's."""
    sheet = clean_sheet(form)
    for row in sheet[HEAD:]:
        if row[CODE]:
            row[LABEL] = draw(st.sampled_from(LABELS))(row[LABEL])
    respelt(draw, sheet)
    return [["", *row[1:]] if keep else row[1:] for keep in [draw(st.booleans())] for row in sheet]


@st.composite
def without_codes_and_moved(draw, form):
    sheet = clean_sheet(form)
    respelt(draw, sheet)
    for row in sheet[HEAD:]:
        row[CODE] = ""
    return moved(draw, [row for row in sheet if row[LABEL] or row[0]])


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(("P", "O")).flatmap(lambda f: st.tuples(st.just(f), without_codes_and_moved(f)))
)
def test_sheet_without_codes__keeps_all_figures_where_names_are_clear(case):
    """The names of P and O each belong to one item, wherever its row is."""
    form, sheet = case

    reading = read_cells(COVERS[form], sheet)

    assert figures(reading) == figures(CLEAN[form])
    assert figures_at(reading, sheet, form) == {c: r.values for c, r in reading.rows.items()}


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(("P", "W1", "R")).flatmap(lambda f: st.tuples(st.just(f), without_codes(f))))
def test_sheet_without_codes__keeps_all_figures_in_the_order_of_the_form(case):
    """Where a name belongs to several items, heading and neighbours tell which."""
    form, sheet = case

    reading = read_cells(COVERS[form], sheet)

    assert figures(reading) == figures(CLEAN[form])


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_rows_without_codes_anywhere__are_right_or_refused(data):
    """However rows are moved, no figure is ever taken for another item's."""
    sheet = clean_sheet("W1")
    body = sheet[HEAD:]
    for _ in range(data.draw(st.integers(1, 6))):
        row = body.pop(data.draw(st.integers(0, len(body) - 1)))
        body.insert(data.draw(st.integers(0, len(body))), row)
    sheet = [*sheet[:HEAD], *([*row] for row in body)]
    for row in sheet[HEAD:]:
        row[CODE] = ""

    reading = read_cells(COVERS["W1"], sheet)

    right = CLEAN["W1"].rows
    taken = {c: row.values for c, row in reading.rows.items() if State.VALUE in row.states}
    assert {code: v for code, v in taken.items() if v != right[code].values} == {}
    if len(taken) < len(right):
        assert {"FORM-032", "FORM-009"} & {finding.rule for finding in reading.findings}
    assert replace(reading, findings=()).months == CLEAN["W1"].months
