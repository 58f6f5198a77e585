"""The words of the command line: what each takes, and the command behind it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from juso import arguments as arg
from juso.adapters.user_name import user_name
from juso.tally_verbs import TALLY_VERBS
from juso.verb import Verb, typed_password

if TYPE_CHECKING:
    from juso.app import App
    from juso.result import Result


def _new(app: App, o: argparse.Namespace) -> Result:
    return app.new(o.folder, o.year)


def _sample(app: App, o: argparse.Namespace) -> Result:
    return app.sample(o.folder, o.year, o.cases, o.seed, faults=o.faults)


def _check(app: App, o: argparse.Namespace) -> Result:
    if o.target.is_file():
        from juso.adapters.locked_file import with_password

        def check(password: str) -> Result:
            return app.check_file(o.target, o.out, password)

        return with_password(check, o.target.name, o.password, typed_password)
    return app.check(app.closed(o.target, o.out, quiet=o.json))


def _confirm(app: App, o: argparse.Namespace) -> Result:
    at = app.closed(o.office, reasons_from=o.findings)
    return app.confirmed(at) if o.list else app.confirm(at, user_name())


def _todo(app: App, o: argparse.Namespace) -> Result:
    return app.todo(app.closed(o.office, o.out))


def _form(app: App, o: argparse.Namespace) -> Result:
    return app.form(app.closed(o.office, o.out), o.case, consent=o.consent == "yes")


def _intake(app: App, o: argparse.Namespace) -> Result:
    return app.intake(app.closed(o.office), o.forms, o.password, typed_password)


def _tidy(app: App, o: argparse.Namespace) -> Result:
    at = app.closed(o.office, o.out, reasons_from=o.tidied)
    return app.tidy_ticked(at) if o.apply or o.tidied else app.tidy(at)


def _board(app: App, o: argparse.Namespace) -> Result:
    return app.board(app.closed(o.office, o.out))


def _match(app: App, o: argparse.Namespace) -> Result:
    at = app.closed(o.office, o.out, reasons_from=o.matches)
    return app.matched(at) if o.list else app.match(at, user_name())


def _handover(app: App, o: argparse.Namespace) -> Result:
    return app.handover(app.closed(o.office), o.worker, o.agency)


def _agenda(app: App, o: argparse.Namespace) -> Result:
    return app.agenda(app.closed(o.office), o.meeting)


def _minutes(app: App, o: argparse.Namespace) -> Result:
    return app.minutes(app.closed(o.office), o.meeting)


def _collect(app: App, o: argparse.Namespace) -> Result:
    return app.collect(app.closed(o.office), o.documents)


def _report(app: App, o: argparse.Namespace) -> Result:
    return app.report(app.closed(o.office), o.edition, o.year)


def _build_addin(app: App, o: argparse.Namespace) -> Result:
    return app.build_addin(o.folder)


def _worker(app: App, o: argparse.Namespace) -> Result:  # noqa: ARG001 - it has its own clock
    from juso.worker import worker

    return worker(stop=o.stop, today=o.today)


def _doctor(app: App, o: argparse.Namespace) -> Result:
    return app.doctor(o.office)


def _guide(app: App, o: argparse.Namespace) -> Result:  # noqa: ARG001 - nothing to ask
    return app.guide()


def _demo(app: App, o: argparse.Namespace) -> Result:
    from juso.demo import demo

    return demo(app, o.folder)


VERBS = (
    Verb(
        "demo", "架空の事業所を1年度分つくり、すべての操作を実行します。", (arg.DEMO_FOLDER,), _demo
    ),
    Verb("new", "空の支援台帳と月次報告の様式をつくります。", (arg.FOLDER, arg.YEAR), _new),
    Verb(
        "sample",
        "架空の1年度分の支援台帳と月次報告をつくります。",
        (arg.FOLDER, arg.YEAR, arg.CASES, arg.SEED, arg.FAULTS),
        _sample,
    ),
    Verb(
        "check",
        "支援台帳（又は月次報告・受付票の1ファイル）を点検します。",
        (arg.TARGET, arg.JSON, arg.OUT, arg.PASSWORD),
        _check,
    ),
    Verb(
        "confirm",
        "点検結果に理由を書いた要確認を、確認済みにします。",
        (arg.OFFICE, arg.FINDINGS, arg.LIST),
        _confirm,
    ),
    Verb("todo", "期限が来るもの、過ぎたものを一覧にします。", (arg.OFFICE, arg.OUT), _todo),
    Verb(
        "form",
        "1件の受付票（相談受付・申込票、アセスメントシート）をつくります。",
        (arg.OFFICE, arg.CASE, arg.CONSENT, arg.OUT),
        _form,
    ),
    Verb(
        "intake",
        "届いた受付票を点検し、台帳に入れる行と変わったところを示します。",
        (arg.OFFICE, arg.FORMS, arg.PASSWORD),
        _intake,
    ),
    Verb(
        "tidy",
        "書き方の直しを提案します。○を付けた直しの取込票もつくります。",
        (arg.OFFICE, arg.TIDIED, arg.APPLY, arg.OUT),
        _tidy,
    ),
    Verb("board", "つなぎを、いま次に動く機関ごとに並べます。", (arg.OFFICE, arg.OUT), _board),
    Verb(
        "match",
        "同じ人・同じ世帯かもしれない相談を並べ、書かれた判断を覚えます。",
        (arg.OFFICE, arg.MATCHES, arg.DECIDED, arg.OUT),
        _match,
    ),
    Verb(
        "handover",
        "担当が替わるときの引継ぎパックをつくります。",
        (arg.OFFICE, arg.WORKER, arg.AGENCY),
        _handover,
    ),
    *TALLY_VERBS,
    Verb("agenda", "会議の次第と資料をつくります。", (arg.OFFICE, arg.MEETING), _agenda),
    Verb("minutes", "会議録をつくります。", (arg.OFFICE, arg.MEETING), _minutes),
    Verb(
        "collect",
        "Word で直した会議録から、決定事項と結論を取り込みます。",
        (arg.OFFICE, arg.MINUTES),
        _collect,
    ),
    Verb(
        "report",
        "実施状況報告書をつくります。",
        (arg.OFFICE, arg.EDITION, arg.REPORT_YEAR),
        _report,
    ),
    Verb(
        "build-addin",
        "Excel のアドイン juso.xlam をつくります。",
        (arg.ADDIN_FOLDER,),
        _build_addin,
    ),
    Verb("worker", "リボンのボタンに応える常駐プログラムを動かします。", (arg.STOP,), _worker),
    Verb("doctor", "パソコンと事業所のフォルダーの設定を調べます。", (arg.ANY_OFFICE,), _doctor),
    Verb("guide", "手引きを開きます。", (), _guide),
)
