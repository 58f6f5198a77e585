"""What each button does; a control's id is its command's name."""

from __future__ import annotations

import re
from dataclasses import replace

from juso.adapters.journal import Restored
from juso.adapters.result_sheets import FINDINGS
from juso.app import App
from juso.core.errors import JusoError
from juso.core.finding import Finding
from juso.koshu.sheets import SHEETS
from juso.result import Result
from juso.ribbon_press import Press, command
from juso.ribbon_tallies import COMMANDS

__all__ = ["COMMANDS"]
TITLES = {row_type.sheet for row_type in SHEETS}


@command
def check(app: App, press: Press) -> Result:
    """支援台帳を点検し、「点検結果」に並べる。"""
    result = app.check(press.at)
    if press.choice == "row":
        return _about_rows(result, press)
    if press.choice == "sheet":
        return _about_sheet(result, press)
    if result.findings and not result.made:
        press.at.book.show(FINDINGS.title)
    return result


@command
def confirm(app: App, press: Press) -> Result:
    """「点検結果」の「対応」に理由を書いた要確認を、確認済みにする。"""
    return app.confirm(press.at, press.at.user)


@command
def todo(app: App, press: Press) -> Result:
    """期限が来るもの、過ぎたもの、決まっていないものを「要対応」に並べる。"""
    return app.todo(press.at)


@command
def board(app: App, press: Press) -> Result:
    """つなぎ・引継ぎを、いま次に動く機関ごとに「つなぎボード」に並べる。"""
    return app.board(press.at)


@command
def form(app: App, press: Press) -> Result:
    """新しい相談（選んだ行の相談）の受付票をつくる。"""
    number = press.case_at(app.today).case_no if press.choice == "case" else "NEW"
    return app.form(press.at, number, consent=press.choice != "noconsent")


@command
def intake(app: App, press: Press) -> Result:
    """「受付票」フォルダーに届いた受付票を台帳に取り込む。"""
    return app.intake(press.at, (), ask=press.password)


@command
def tidy(app: App, press: Press) -> Result:
    """書き方の直しを「整え」に並べる。印を付けた直しを書き込む。"""
    return app.tidy_ticked(press.at) if press.choice == "apply" else app.tidy(press.at)


@command
def match(app: App, press: Press) -> Result:
    """書かれた判断を覚え、同じ人・世帯かもしれない相談を「名寄せ」に並べる。"""
    return app.match(press.at, press.at.user)


@command
def handover(app: App, press: Press) -> Result:
    """選んだ行の担当者の引継ぎパックを Word でつくる。"""
    case = press.case_at(app.today)
    if not case.lead_worker:
        raise JusoError(
            f"{case.case_no} の「担当者」が入力されていません。入力してから、もう一度押してください。"
        )
    return app.handover(press.at, case.lead_worker, case.lead_agency)


@command
def agenda(app: App, press: Press) -> Result:
    """選んだ会議の次第・案件票・名簿を Word でつくる。"""
    return app.agenda(press.at, press.meeting)


@command
def minutes(app: App, press: Press) -> Result:
    """選んだ会議の会議録の案を Word でつくる。"""
    return app.minutes(press.at, press.meeting)


@command
def collect(app: App, press: Press) -> Result:
    """選んだ会議の Word の会議録から、決定事項と結論を台帳に取り込む。"""
    from juso.adapters.minutes_file import documents_of

    documents = documents_of(press.at.office, press.meeting)
    if not documents:
        raise JusoError(
            f"「出力／会議録」に {press.meeting} の会議録がありません。"
            "「会議録を作る」でつくり、Word で直して保存してから、もう一度押してください。"
        )
    return app.collect(press.at, documents)


@command
def report(app: App, press: Press) -> Result:
    """選んだ版の実施状況報告書を Word でつくる。"""
    return app.report(press.at, press.choice)


@command
def undo(app: App, press: Press) -> Result:
    """直前に台帳に書き込んだ操作を取り消す。"""
    return app.noted(press.at, "undo", Result(_undone(press.at.undo())))


@command
def doctor(app: App, press: Press) -> Result:
    """パソコンと事業所のフォルダーの設定を調べる。"""
    return app.doctor(press.at.office.folder)


@command
def guide(app: App, press: Press) -> Result:  # noqa: ARG001 - every command is called alike
    """手引きを開く。"""
    return replace(app.guide(), made=())  # it is open already


def _about_rows(result: Result, press: Press) -> Result:
    if not press.rows or press.sheet not in TITLES:
        raise JusoError(
            "点検する行が選ばれていません。台帳のシートで、点検したい行のセルを選んでから押してください。"
        )
    found = [f for f in result.findings if f.sheet == press.sheet and _row(f) in press.rows]
    where = f"「{press.sheet}」の{press.rows.start}行目" + (
        f"から{press.rows[-1]}行目" if len(press.rows) > 1 else ""
    )
    if not found:
        return replace(result, sentence=f"{where}に、直すところはありませんでした。")
    texts = "　".join(f"{f.cell} {f.severity}：{f.message}" for f in found[:2])
    more = f"ほか{len(found) - 2}件は「点検結果」にあります。" if len(found) > 2 else ""
    return replace(result, sentence=f"{where}：{len(found)}件。{texts}{more}")


def _about_sheet(result: Result, press: Press) -> Result:
    if press.sheet not in TITLES:
        raise JusoError(
            f"「{press.sheet}」は点検するシートではありません。相談受付簿などのシートを開いてから押してください。"
        )
    number = sum(f.sheet == press.sheet for f in result.findings)
    sentence = (
        f"「{press.sheet}」シートの指摘は{number}件です。色の付いたセルと「点検結果」を見てください。"
        if number
        else f"「{press.sheet}」シートに、直すところはありませんでした。"
    )
    return replace(result, sentence=sentence)


def _row(finding: Finding) -> int:
    digits = re.search(r"\d+", finding.cell)
    return int(digits[0]) if digits else 0


def _undone(restored: Restored) -> str:
    if not restored.cells:
        return "書き込んだものが同じ行にもう残っていないため、元に戻すところはありませんでした。"
    left = f"その後に変えられた{restored.left}か所は、そのままにしました。" if restored.left else ""
    return f"直前の操作で書き込んだ{restored.cells}か所を元に戻しました。{left}"
