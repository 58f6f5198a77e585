"""The command line: reads arguments, runs one command, prints its result, gives the exit code."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from juso import __version__
from juso.core.calendar import FiscalYear, parse_date
from juso.core.errors import JusoError
from juso.core.finding import Severity, has_errors

if TYPE_CHECKING:
    from juso.app import App, Result

FIRST_DAY, LAST_DAY = date(2022, 4, 1), date(2099, 3, 31)  # --today: the programme began in 2022
SHOWN = 20  # findings printed on a terminal; the rest stand in the workbook


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaint is one Japanese sentence."""

    def error(self, message: str) -> NoReturn:
        raise JusoError(
            f"指定のしかたが正しくありません（{message}）。`juso --help` で使い方を確かめてください。"
        )


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command: 0 done, 1 done with 要修正 findings, 2 cannot go on."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a Windows console may not be UTF-8
            stream.reconfigure(errors="replace")
    try:
        options = _parser().parse_args(argv)
        result = _run(options)
        _print(result, as_json=getattr(options, "json", False))
        sys.stdout.flush()
    except JusoError as error:
        return _stop(str(error))
    except KeyboardInterrupt:
        return _stop("中止しました。作りかけのファイルは残っていません。")
    except BrokenPipeError:  # the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except OSError as error:
        what = error.filename or "ファイル"
        return _stop(
            f"{what} を扱えません（{error.strerror or error}）。"
            "場所と名前、アクセス権、空き容量を確かめてください。"
        )
    return 1 if has_errors(result.findings) else 0


def _stop(sentence: str) -> int:
    """Say in one line why the program cannot go on (exit code 2)."""
    print(" ".join(sentence.split("\n")), file=sys.stderr)
    return 2


def _run(options: argparse.Namespace) -> Result:
    from juso.app import App

    now = datetime.now()
    app = App(today=options.today or now.date(), now=now)
    run: Callable[[App, argparse.Namespace], Result] = options.run
    return run(app, options)


def _parser() -> Parser:
    parser = Parser(
        prog="juso",
        description="甲州市 重層的支援体制整備事業の支援台帳・月次報告・会議・報告書をつくります。",
    )
    parser.add_argument("--version", action="version", version=f"juso {__version__}")
    verbs = parser.add_subparsers(title="操作", metavar="操作", required=True)
    for verb in VERBS:
        words = verbs.add_parser(verb.name, help=verb.help, description=verb.help)
        words.add_argument("--today", type=_day, metavar="2026-03-31", help="今日の日付の代わり")
        for names, facts in verb.arguments:
            words.add_argument(*names, **facts)
        words.set_defaults(run=verb.run)
    return parser


def _day(text: str) -> date:
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


def _print(result: Result, *, as_json: bool) -> None:
    if as_json:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8")  # no name is lost to a code page
        print(json.dumps(result.document(), ensure_ascii=False))
        return
    worst_first = sorted(
        result.findings, key=lambda finding: list(Severity).index(finding.severity)
    )
    for finding in worst_first[:SHOWN]:
        place = " ".join(filter(None, (finding.file, finding.sheet, finding.cell)))
        column = f"「{finding.column}」" if finding.column else " "
        print(f"{finding.severity}  {place}{column}{finding.message}")
    if len(result.findings) > SHOWN:
        print(f"ほかに{len(result.findings) - SHOWN}件あります。")
    if result.table:
        _print_table(result)
    else:
        for path in result.made:
            print(path)
    print(result.sentence)


def _print_table(result: Result) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title="できたもの")
    for heading in ("種類", "ファイル"):
        table.add_column(heading, overflow="fold")
    for kind, path in result.table:
        table.add_row(kind, str(path))
    Console(soft_wrap=False).print(table)


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
_OUT: Argument = (("--out",), {"type": Path, "metavar": "FILE.xlsx", "help": "結果を書くファイル"})
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


def _new(app: App, o: argparse.Namespace) -> Result:
    return app.new(o.folder, o.year)


def _sample(app: App, o: argparse.Namespace) -> Result:
    return app.sample(o.folder, o.year, o.cases, o.seed, faults=o.faults)


def _check(app: App, o: argparse.Namespace) -> Result:
    return app.check(o.target, o.out, quiet=o.json)


def _merge(app: App, o: argparse.Namespace) -> Result:
    return app.merge(o.targets, o.out, quiet=o.json, jobs=o.jobs)


def _agenda(app: App, o: argparse.Namespace) -> Result:
    return app.agenda(o.office, o.meeting)


def _minutes(app: App, o: argparse.Namespace) -> Result:
    return app.minutes(o.office, o.meeting)


def _report(app: App, o: argparse.Namespace) -> Result:
    return app.report(o.office, o.edition, o.year)


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
    Verb("merge", "月次報告を統合します。", (_TARGETS, _JSON, _OUT, _JOBS), _merge),
    Verb("agenda", "会議の次第と資料をつくります。", (_OFFICE, _MEETING), _agenda),
    Verb("minutes", "会議録をつくります。", (_OFFICE, _MEETING), _minutes),
    Verb("report", "実施状況報告書をつくります。", (_OFFICE, _EDITION, _REPORT_YEAR), _report),
)
