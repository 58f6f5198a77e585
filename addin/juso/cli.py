"""The command line: reads arguments, runs one command, prints its result, gives the exit code."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NoReturn

from juso import __version__
from juso.core.errors import JusoError
from juso.core.finding import Severity, has_errors
from juso.verbs import VERBS, day_of

if TYPE_CHECKING:
    from juso.app import App
    from juso.result import Result

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
        print(end="", flush=True)  # under pythonw there is no output to flush
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
        words.add_argument("--today", type=day_of, metavar="2026-03-31", help="今日の日付の代わり")
        for names, facts in verb.arguments:
            words.add_argument(*names, **facts)
        words.set_defaults(run=verb.run)
    return parser


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
    for line in result.lines:
        print(line)
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
