"""The words of the command line: what each takes, and the command behind it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from juso.adapters.user_name import user_name
from juso.core.calendar import FiscalYear, parse_date
from juso.core.errors import JusoError

if TYPE_CHECKING:
    from juso.app import App
    from juso.result import Result

FIRST_DAY, LAST_DAY = date(2022, 4, 1), date(2099, 3, 31)  # --today: the programme began in 2022


def day_of(text: str) -> date:
    """The day of --today; JusoError where it cannot be one."""
    try:
        day = parse_date(text)
    except ValueError as error:
        raise JusoError(
            f"--today の「{text}」は{error}。2026-03-31 の形で指定してください。"
        ) from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise JusoError(
            f"--today の「{text}」はこの事業の期間にありません。"
            "令和4年度以降の日付を指定してください。"
        )
    return day


def _year(text: str) -> FiscalYear:
    try:
        return FiscalYear.parse(text)
    except ValueError:
        raise JusoError(f"--year の「{text}」を読めません。R7 の形で指定してください。") from None


def _count(text: str) -> int:
    if not (text.isdecimal() and 1 <= int(text) <= 100_000):
        raise JusoError(f"「{text}」は件数として使えません。1以上の整数を指定してください。")
    return int(text)


def _out(text: str) -> Path:
    """A workbook to be made, in a folder that is there or can be made."""
    path = Path(text)
    if path.suffix.lower() != ".xlsx" or path.is_dir():
        raise JusoError(
            f"--out の「{text}」には結果を書けません。"
            "結果.xlsx のように、.xlsx で終わるファイル名を指定してください。"
        )
    above = next(folder for folder in path.absolute().parents if folder.exists())
    if not above.is_dir():
        raise JusoError(
            f"--out の「{text}」には結果を書けません。{above} はフォルダーではありません。"
            "フォルダーとファイル名を確かめてください。"
        )
    return path


Argument = tuple[tuple[str, ...], dict[str, Any]]  # names and facts for argparse

_DEMO_FOLDER: Argument = (
    ("folder",),
    {"nargs": "?", "type": Path, "default": Path("juso-demo"), "metavar": "FOLDER"},
)
_FOLDER: Argument = (("folder",), {"type": Path, "metavar": "FOLDER", "help": "新しいフォルダー"})
_OFFICE: Argument = (
    ("office",),
    {"metavar": "OFFICE", "type": Path, "help": "支援台帳のあるフォルダー"},
)
_TARGET: Argument = (("target",), {"type": Path, "metavar": "OFFICE|FILE.xlsx"})
_TARGETS: Argument = (("targets",), {"type": Path, "nargs": "+", "metavar": "OFFICE|FORM.xlsx"})
_MEETING: Argument = (("meeting",), {"metavar": "MEETING", "help": "会議番号（JU-R7-03 など）"})
_JSON: Argument = (("--json",), {"action": "store_true", "help": "結果をJSONで出力"})
_OUT: Argument = (("--out",), {"type": _out, "metavar": "FILE.xlsx", "help": "結果を書くファイル"})
_JOBS: Argument = (
    ("--jobs",),
    {"type": _count, "default": 1, "metavar": "N", "help": "並べて読むプロセスの数"},
)
_YEAR: Argument = (
    ("--year",),
    {"type": _year, "default": FiscalYear.parse("R7"), "metavar": "R7", "help": "年度"},
)
_REPORT_YEAR: Argument = (("--year",), {"type": _year, "metavar": "R7", "help": "年度"})
_CASES: Argument = (
    ("--cases",),
    {"type": _count, "default": 300, "metavar": "N", "help": "相談の件数"},
)
_SEED: Argument = (("--seed",), {"type": int, "default": 1, "metavar": "N", "help": "乱数の種"})
_FAULTS: Argument = (
    ("--faults",),
    {"action": "store_true", "help": "誤りを入れ、正解.json を添える"},
)
_EDITION: Argument = (
    ("--edition",),
    {"choices": ("internal", "committee", "final"), "default": "internal", "help": "版"},
)


_MINUTES: Argument = (
    ("documents",),
    {"type": Path, "nargs": "+", "metavar": "MINUTES.docx", "help": "Word で直した会議録"},
)
_FINDINGS: Argument = (
    ("findings",),
    {
        "type": Path,
        "nargs": "?",
        "metavar": "点検結果.xlsx",
        "help": "理由を書いた点検結果（省くと最も新しいもの）",
    },
)
_LIST: Argument = (("--list",), {"action": "store_true", "help": "確認済みの記録を並べます"})
_ADDIN_FOLDER: Argument = (("folder",), {"type": Path, "metavar": "DIR", "help": "置く場所"})
_ANY_OFFICE: Argument = (
    ("office",),
    {"type": Path, "nargs": "?", "metavar": "OFFICE", "help": "支援台帳のあるフォルダー"},
)
_STOP: Argument = (
    ("--stop",),
    {"action": "store_true", "help": "動いている常駐プログラムを終わらせます"},
)


def _new(app: App, o: argparse.Namespace) -> Result:
    return app.new(o.folder, o.year)


def _sample(app: App, o: argparse.Namespace) -> Result:
    return app.sample(o.folder, o.year, o.cases, o.seed, faults=o.faults)


def _check(app: App, o: argparse.Namespace) -> Result:
    if o.target.is_file():
        return app.check_file(o.target, o.out)
    return app.check(app.closed(o.target, o.out, quiet=o.json))


def _confirm(app: App, o: argparse.Namespace) -> Result:
    at = app.closed(o.office, reasons_from=o.findings)
    return app.confirmed(at) if o.list else app.confirm(at, user_name())


def _todo(app: App, o: argparse.Namespace) -> Result:
    return app.todo(app.closed(o.office, o.out))


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


class Verb(NamedTuple):
    """One word of the command line and the App method behind it."""

    name: str
    help: str
    arguments: tuple[Argument, ...]
    run: Callable[[App, argparse.Namespace], Result]


VERBS = (
    Verb("demo", "架空の事業所を1年度分つくり、すべての操作を実行します。", (_DEMO_FOLDER,), _demo),
    Verb("new", "空の支援台帳と月次報告の様式をつくります。", (_FOLDER, _YEAR), _new),
    Verb(
        "sample",
        "架空の1年度分の支援台帳と月次報告をつくります。",
        (_FOLDER, _YEAR, _CASES, _SEED, _FAULTS),
        _sample,
    ),
    Verb(
        "check", "支援台帳（又は月次報告の1ファイル）を点検します。", (_TARGET, _JSON, _OUT), _check
    ),
    Verb(
        "confirm",
        "点検結果に理由を書いた要確認を、確認済みにします。",
        (_OFFICE, _FINDINGS, _LIST),
        _confirm,
    ),
    Verb("todo", "期限が来るもの、過ぎたものを一覧にします。", (_OFFICE, _OUT), _todo),
    Verb("merge", "月次報告を統合します。", (_TARGETS, _JSON, _OUT, _JOBS), _merge),
    Verb("agenda", "会議の次第と資料をつくります。", (_OFFICE, _MEETING), _agenda),
    Verb("minutes", "会議録をつくります。", (_OFFICE, _MEETING), _minutes),
    Verb(
        "collect",
        "Word で直した会議録から、決定事項と結論を取り込みます。",
        (_OFFICE, _MINUTES),
        _collect,
    ),
    Verb("report", "実施状況報告書をつくります。", (_OFFICE, _EDITION, _REPORT_YEAR), _report),
    Verb(
        "build-addin", "Excel のアドイン juso.xlam をつくります。", (_ADDIN_FOLDER,), _build_addin
    ),
    Verb("worker", "リボンのボタンに応える常駐プログラムを動かします。", (_STOP,), _worker),
    Verb("doctor", "パソコンと事業所のフォルダーの設定を調べます。", (_ANY_OFFICE,), _doctor),
    Verb("guide", "手引きを開きます。", (), _guide),
)
