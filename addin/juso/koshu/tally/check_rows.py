"""What is said about the rows and columns of a form: missing, twice there, unknown, unclear."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from juso.core.cells import is_blank, show
from juso.core.finding import Finding, Severity, address, column_letters
from juso.koshu.tally.find_rows import FormRows, is_number
from juso.koshu.tally.form_header import CODE, Header, Rows
from juso.koshu.tally.frame import Frame
from juso.koshu.tally.layout import Layout
from juso.koshu.tally.month_heading import shown
from juso.koshu.tally.reading import form_finding

LABEL = "項目"
NAMED = 3  # items an unclear row could be that are named
MOST = 20  # unclear rows said one by one


def check_rows(
    found: FormRows, frame: Frame, header: Header, layout: Layout, rows: Rows
) -> Iterator[Finding]:
    """Codes that are missing, twice there or unknown, and numbers that would be lost."""
    at = next((p for p in (header.code, header.label) if p is not None), 0)
    yield from _doubled(found, frame, at)
    yield from _missing(found, frame, layout)
    for code, number in found.unknown:
        message = (
            f"項目コード「{code}」は様式にないため、この行は集計しません。"
            "コードを確かめ、独自の項目なら備考に書いてください。"
        )
        spot = frame.column_spot(code, address(number, at), CODE, code)
        yield form_finding("FORM-011", frame.file, message, spot)
    yield from _uncoded(found, frame, at)
    yield from _labels(found, frame, header, layout, rows)
    if found.apart:
        message = (
            f"{found.apart}行目に別の表の見出しがあるため、その下の行は集計しません。"
            "月次の表は、月の列をそろえて1つにまとめてください。"
        )
        spot = frame.column_spot("", address(found.apart, at), CODE, "")
        yield form_finding("FORM-036", frame.file, message, spot)


def _doubled(found: FormRows, frame: Frame, at: int) -> Iterator[Finding]:
    for code, number in found.doubled:
        if code in found.refused:
            continue
        message = (
            f"項目コード「{code}」の行が{found.figures[code]}行目にもあり、そちらを読みました。"
            "使わない行を消してください。"
        )
        spot = frame.column_spot(code, address(number, at), CODE, code)
        yield form_finding("FORM-009", frame.file, message, spot)
    for code, numbers in found.refused.items():
        message = (
            f"項目コード「{code}」の行が{'、'.join(map(str, numbers))}行目にあって数が違い、"
            "どれが正しいか分からないので、どれも集計しません。使わない行を消してください。"
        )
        spot = frame.column_spot(code, address(numbers[-1], at), CODE, code)
        yield form_finding("FORM-009", frame.file, message, spot)


def _missing(found: FormRows, frame: Frame, layout: Layout) -> Iterator[Finding]:
    """One finding for a group that is gone as a whole, else one for each row."""
    unclear = {code for line in found.unclear for code in line.can}
    for group, items in groupby(layout.items.values(), key=lambda item: item.group):
        members = list(items)
        gone = [i for i in members if i.code not in found.figures and i.code not in unclear]
        if len(gone) == len(members) > 1:
            message = (
                f"「{group}」の{len(gone)}行（{gone[0].code}～{gone[-1].code}）がありません。"
                "配られた様式から行を戻してください。"
            )
            yield form_finding(
                "FORM-010", frame.file, message, frame.column_spot(gone[0].code, "", CODE, "")
            )
            continue
        for item in gone:
            message = (
                f"「{item.label}」（{item.code}）の行がありません。"
                "配られた様式から行を戻してください。"
            )
            spot = frame.column_spot(item.code, "", CODE, "")
            yield form_finding("FORM-010", frame.file, message, spot)


def _uncoded(found: FormRows, frame: Frame, at: int) -> Iterator[Finding]:
    """Numbers without a code, once for rows that lie together."""
    for _, run in groupby(enumerate(found.uncoded), key=lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in run]
        lines = f"{numbers[0]}～{numbers[-1]}" if len(numbers) > 1 else str(numbers[0])
        message = (
            f"{lines}行目に数がありますが、項目コードがないので集計しません。"
            "コードを入れるか、数を備考に移してください。"
        )
        spot = frame.column_spot("", address(numbers[0], at), CODE, "")
        yield form_finding("FORM-015", frame.file, message, spot)


def _labels(
    found: FormRows, frame: Frame, header: Header, layout: Layout, rows: Rows
) -> Iterator[Finding]:
    at = next((p for p in (header.label, header.code) if p is not None), 0)
    sure = found.labelled - {line.number for line in found.unclear}
    if sure:
        message = (
            f"項目コードのない行があるため、{len(sure)}行は項目名で見分けました。"
            "配られた様式から項目コードを戻してください。"
        )
        spot = frame.column_spot("", address(min(sure), at), LABEL, "")
        yield form_finding("FORM-031", frame.file, message, spot)
    yield from _unclear(found, frame, layout, at)
    for code, number in found.renamed:
        text = show(rows[number - 1][at]).strip()
        own = layout.items[code].label
        meant = "・".join(sorted(layout.called(text), key=layout.order.__getitem__)[:3])
        message = (
            f"項目コードは{code}（{own}）ですが、項目名は「{text}」（{meant}）です。"
            f"{code}の数として集計したので、行を取り違えていないか確かめてください。"
        )
        spot = frame.column_spot(code, address(number, at), LABEL, text)
        yield form_finding("FORM-033", frame.file, message, spot)


def _unclear(found: FormRows, frame: Frame, layout: Layout, at: int) -> Iterator[Finding]:
    for line in found.unclear[:MOST]:
        can = sorted(line.can, key=layout.order.__getitem__)
        meant = "、".join(f"{code}（{layout.items[code].group}）" for code in can[:NAMED])
        some = f"など{len(can)}行" if len(can) > NAMED else ""
        message = (
            f"「{line.label.strip()}」は{meant}{some}のどれか分からないので、集計しません。"
            "項目コードを入れてください。"
        )
        spot = frame.column_spot("", address(line.number, at), LABEL, line.label.strip())
        yield form_finding("FORM-032", frame.file, message, spot)
    if rest := found.unclear[MOST:]:
        message = (
            f"ほかに{len(rest)}行も、項目名だけではどの項目か分からないので集計しません。"
            "項目コードを入れてください。"
        )
        spot = frame.column_spot("", address(rest[0].number, at), LABEL, "")
        yield form_finding("FORM-032", frame.file, message, spot)


def check_columns(found: FormRows, frame: Frame, header: Header, rows: Rows) -> Iterator[Finding]:
    """Columns with numbers that are none of a month: nothing in them is counted."""
    headings = rows[header.at - 1]
    numbers = [number for code, number in found.figures.items() if code not in found.refused]
    filled = [
        place
        for place in header.other
        if any(is_number(rows[number - 1][place]) for number in numbers)
    ]
    named = [place for place in filled if not is_blank(headings[place])]
    if named:
        quoted = "」「".join(shown(headings[place]) for place in named)
        message = (
            f"見出し「{quoted}」の列は当月の数の列ではないので、読みません。"
            "表に要らない列は消してください。"
        )
        spot = frame.column_spot("", address(header.at, named[0]), shown(headings[named[0]]), "")
        yield form_finding("FORM-035", frame.file, message, spot)
    for place in filled:
        if place not in named:
            letter = column_letters(place)
            message = (
                f"{letter}列に見出しのない数があるので、読みません。"
                "月の数なら見出しに月を入れ、そうでなければ消してください。"
            )
            spot = frame.column_spot("", address(header.at, place), "", "")
            yield form_finding("FORM-035", frame.file, message, spot, Severity.WARNING)
