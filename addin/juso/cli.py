"""The command line: reads arguments, runs one command, prints its result, gives the exit code."""

from __future__ import annotations

import argparse
import codecs
import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NoReturn, TextIO

from juso import __version__
from juso.arguments import day_of
from juso.core.errors import JusoError
from juso.core.finding import Severity, has_errors
from juso.verbs import VERBS

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
    """Run one command: 0 done, 1 done but something is to be put right, 2 cannot go on.

    What is to be put right are 要修正 findings, and what `doctor` marks with ×.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a Windows console may not be UTF-8
            stream.reconfigure(errors="replace", encoding=_encoding(stream))
    try:
        arguments = sys.argv[1:] if argv is None else argv
        _must_be_readable(arguments)
        options = _parser().parse_args(arguments)
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
    except UnicodeEncodeError:  # surrogates: a name on disk that is no UTF-8
        return _stop(
            "名前の文字コードが正しくない（文字化けした）ファイルがあるため、続けられません。"
            "事業所のフォルダーの中を確かめ、名前を付け直してください。"
        )
    return 1 if result.is_amiss or has_errors(result.findings) else 0


def _encoding(stream: TextIO) -> str | None:
    """What to print in: Japanese even where the locale knows ASCII only; else as it is."""
    is_ascii = codecs.lookup(stream.encoding or "utf-8").name == "ascii"
    return "utf-8" if is_ascii else None


def _must_be_readable(arguments: Sequence[str]) -> None:
    """JusoError where names of files cannot be Japanese, or one that was given is no text."""
    try:
        os.fsencode("支援台帳")
    except UnicodeEncodeError:
        raise JusoError(
            "この環境では日本語の名前のファイルを扱えません。"
            "環境変数 PYTHONUTF8 に 1 を設定して、もう一度お試しください。"
        ) from None
    for argument in arguments:
        if any("\ud800" <= letter <= "\udfff" for letter in argument):
            name = argument.encode("utf-8", "replace").decode()
            raise JusoError(
                f"「{name}」は文字コードが正しくない（文字化けした）名前のため扱えません。"
                "名前を付け直してください。"
            )


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
        _print_json(result)
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


def _print_json(result: Result) -> None:
    out = getattr(sys.stdout, "buffer", None)
    if result.text is None or out is None:
        print(json.dumps(result.document(), ensure_ascii=False))
        return
    sys.stdout.flush()
    for piece in result.text():
        out.write(piece)
    print()


def _print_table(result: Result) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title="できたもの")
    for heading in ("種類", "ファイル"):
        table.add_column(heading, overflow="fold")
    for kind, path in result.table:
        table.add_row(kind, str(path))
    Console(soft_wrap=False).print(table)
