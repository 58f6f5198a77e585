"""The words of the command line about 月次報告."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from juso import arguments as arg
from juso.core.errors import JusoError
from juso.verb import Verb

if TYPE_CHECKING:
    from juso.app import App
    from juso.result import Result


def _merge(app: App, o: argparse.Namespace) -> Result:
    folders = [target for target in o.targets if not target.is_file()]
    if not folders:
        return app.merge_files(o.targets, o.out, o.jobs)
    if len(o.targets) > 1:
        raise JusoError(
            f"{folders[0]} という様式のファイルはありません。"
            "事業所のフォルダーを1つだけ、又は様式のファイルを指定してください。"
        )
    return app.merge(app.closed(folders[0], o.out, quiet=o.json), o.jobs)


def _receive(app: App, o: argparse.Namespace) -> Result:
    return app.receive(app.closed(o.office), o.forms, o.password)


def _give_back(app: App, o: argparse.Namespace) -> Result:
    return app.give_back(app.closed(o.office), o.form, o.reason)


def _settle(app: App, o: argparse.Namespace) -> Result:
    return app.settle(app.closed(o.office), o.month, o.forms)


def _remind(app: App, o: argparse.Namespace) -> Result:
    return app.remind(app.closed(o.office, o.out))


def _reconcile(app: App, o: argparse.Namespace) -> Result:
    return app.reconcile(app.closed(o.office, o.out), o.month)


TALLY_VERBS = (
    Verb("merge", "月次報告を統合します。", (arg.TARGETS, arg.JSON, arg.OUT, arg.JOBS), _merge),
    Verb(
        "receive",
        "届いた月次報告を受け付け、前の版との違いを示します。",
        (arg.OFFICE, arg.TALLIES, arg.PASSWORD),
        _receive,
    ),
    Verb(
        "return",
        "月次報告を、直すセルに注を付けた写しにして差し戻します。",
        (arg.OFFICE, arg.FORM_CODE, arg.REASON),
        _give_back,
    ),
    Verb(
        "settle",
        "受け付けた月次報告の月を確定します。",
        (arg.OFFICE, arg.SETTLED_MONTH, arg.FORM_CODES),
        _settle,
    ),
    Verb("remind", "未提出の窓口を並べ、催促の文をつくります。", (arg.OFFICE, arg.OUT), _remind),
    Verb(
        "reconcile",
        "月次報告の数と台帳から数えた数を突き合わせます。",
        (arg.OFFICE, arg.MONTH, arg.OUT),
        _reconcile,
    ),
)
