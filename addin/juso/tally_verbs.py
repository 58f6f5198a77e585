"""The words of the command line about 月次報告."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from juso import arguments as arg
from juso.adapters.user_name import user_name
from juso.core.errors import JusoError
from juso.verb import Verb, typed_password

if TYPE_CHECKING:
    from juso.app import App
    from juso.result import Result


def _merge(app: App, o: argparse.Namespace) -> Result:
    from juso.adapters.executors import Workers
    from juso.adapters.office import offices_in
    from juso.merging import Wanted

    if o.jobs > 1 and o.scheduler:
        raise JusoError("--jobs と --scheduler は一緒に指定できません。どちらかにしてください。")
    paths = tuple(target.absolute() for target in o.targets if target.exists())
    workers = Workers(o.jobs, o.scheduler or "", paths)
    files = [target for target in o.targets if target.is_file()]
    folders = [target for target in o.targets if target.is_dir()]
    if not files and not folders and o.targets[0].suffix:
        raise JusoError(
            f"{o.targets[0]} というファイルはありません。場所と名前を確かめてください。"
        )
    if files and folders:
        raise JusoError(
            f"様式のファイル（{files[0]}）と事業所のフォルダー（{folders[0]}）は一緒に指定できません。"
            "どちらかにしてください。"
        )
    if files and o.published:
        raise JusoError("--published は、様式のファイルではなく事業所のフォルダーに使います。")
    if files:
        return app.merge_files(o.targets, o.out, workers, o.password, o.data)
    offices = offices_in(o.targets)
    if o.published and (len(offices) > 1 or offices != o.targets):
        raise JusoError("--published は、1つの事業所を指定したときに使えます。")
    if len(offices) > 1 or offices != o.targets:
        wanted = Wanted(o.out, o.data, o.json)
        return app.merge_offices(offices, wanted, workers, o.password)
    return app.merge(
        app.closed(offices[0], o.out, quiet=o.json),
        workers,
        o.data,
        published=o.published,
        password=o.password,
    )


def _receive(app: App, o: argparse.Namespace) -> Result:
    return app.receive(app.closed(o.office), o.forms, o.password, typed_password)


def _give_back(app: App, o: argparse.Namespace) -> Result:
    return app.give_back(app.closed(o.office), o.form, o.reason, o.password)


def _settle(app: App, o: argparse.Namespace) -> Result:
    if o.reopen is not None:
        return app.reopen(app.closed(o.office), o.month, o.forms, o.reopen)
    return app.settle(app.closed(o.office), o.month, o.forms, o.password)


def _remind(app: App, o: argparse.Namespace) -> Result:
    return app.remind(app.closed(o.office, o.out))


def _reconcile(app: App, o: argparse.Namespace) -> Result:
    return app.reconcile(app.closed(o.office, o.out), o.month, user_name())


TALLY_VERBS = (
    Verb(
        "merge",
        "月次報告を統合します。",
        (
            arg.TARGETS,
            arg.JSON,
            arg.OUT,
            arg.DATA,
            arg.JOBS,
            arg.SCHEDULER,
            arg.PUBLISHED,
            arg.PASSWORD,
        ),
        _merge,
    ),
    Verb(
        "receive",
        "届いた月次報告を受け付け、前の版との違いを示します。",
        (arg.OFFICE, arg.TALLIES, arg.PASSWORD),
        _receive,
    ),
    Verb(
        "return",
        "月次報告を、直すセルに注を付けた写しにして差し戻します。",
        (arg.OFFICE, arg.FORM_CODE, arg.REASON, arg.PASSWORD),
        _give_back,
    ),
    Verb(
        "settle",
        "受け付けた月次報告の月を確定します。",
        (arg.OFFICE, arg.SETTLED_MONTH, arg.FORM_CODES, arg.REOPEN, arg.PASSWORD),
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
