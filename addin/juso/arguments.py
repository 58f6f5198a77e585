"""The arguments of the command line: how each is written, and what may be given."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

from juso.core.calendar import FiscalYear, Month, parse_date
from juso.core.errors import JusoError

FIRST_DAY, LAST_DAY = date(2022, 4, 1), date(2099, 3, 31)  # --today: the programme began in 2022


ADDRESS = re.compile(r"(?:tcp|tls)://(?:[^\s/:\[\]]+|\[[0-9A-Fa-f:]+\]):\d{1,5}")


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


def _month(text: str) -> Month:
    try:
        return Month.parse(text)
    except ValueError:
        raise JusoError(f"月の「{text}」を読めません。R7.6 の形で指定してください。") from None


def _count(text: str) -> int:
    if not (text.isdecimal() and 1 <= int(text) <= 100_000):
        raise JusoError(f"「{text}」は件数として使えません。1以上の整数を指定してください。")
    return int(text)


def _scheduler(text: str) -> str:
    if not ADDRESS.fullmatch(text):
        raise JusoError(
            f"--scheduler の「{text}」を読めません。tcp://192.0.2.1:8786 の形で指定してください。"
        )
    return text


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


def _data_folder(text: str) -> Path:
    """A folder, or one that can be made."""
    path = Path(text)
    above = next(f for f in (path.absolute(), *path.absolute().parents) if f.exists())
    if not above.is_dir():
        raise JusoError(
            f"--data の「{text}」には書けません。{above} はフォルダーではありません。"
            "フォルダーの名前を確かめてください。"
        )
    return path


Argument = tuple[tuple[str, ...], dict[str, Any]]  # names and facts for argparse

DEMO_FOLDER: Argument = (
    ("folder",),
    {"nargs": "?", "type": Path, "default": Path("juso-demo"), "metavar": "FOLDER"},
)
FOLDER: Argument = (("folder",), {"type": Path, "metavar": "FOLDER", "help": "新しいフォルダー"})
OFFICE: Argument = (
    ("office",),
    {"metavar": "OFFICE", "type": Path, "help": "支援台帳のあるフォルダー"},
)
TARGET: Argument = (("target",), {"type": Path, "metavar": "OFFICE|FILE.xlsx"})
TARGETS: Argument = (("targets",), {"type": Path, "nargs": "+", "metavar": "OFFICE|FORM.xlsx"})
MEETING: Argument = (("meeting",), {"metavar": "MEETING", "help": "会議番号（JU-R7-03 など）"})
JSON: Argument = (("--json",), {"action": "store_true", "help": "結果をJSONで出力"})
OUT: Argument = (("--out",), {"type": _out, "metavar": "FILE.xlsx", "help": "結果を書くファイル"})
DATA: Argument = (
    ("--data",),
    {
        "type": _data_folder,
        "metavar": "FOLDER",
        "help": "全部の数をCSVとParquetで、データ項目定義書とともに書くフォルダー",
    },
)
JOBS: Argument = (
    ("--jobs",),
    {"type": _count, "default": 1, "metavar": "N", "help": "並べて読むプロセスの数"},
)
SCHEDULER: Argument = (
    ("--scheduler",),
    {
        "type": _scheduler,
        "metavar": "tcp://HOST:PORT",
        "help": "dask.distributed のクラスターで読む（このときだけ通信します）",
    },
)
YEAR: Argument = (
    ("--year",),
    {"type": _year, "default": FiscalYear.parse("R7"), "metavar": "R7", "help": "年度"},
)
REPORT_YEAR: Argument = (("--year",), {"type": _year, "metavar": "R7", "help": "年度"})
CASES: Argument = (
    ("--cases",),
    {"type": _count, "default": 300, "metavar": "N", "help": "相談の件数"},
)
SEED: Argument = (("--seed",), {"type": int, "default": 1, "metavar": "N", "help": "乱数の種"})
FAULTS: Argument = (
    ("--faults",),
    {"action": "store_true", "help": "誤りを入れ、正解.json を添える"},
)
EDITION: Argument = (
    ("--edition",),
    {"choices": ("internal", "committee", "final"), "default": "internal", "help": "版"},
)


MINUTES: Argument = (
    ("documents",),
    {"type": Path, "nargs": "+", "metavar": "MINUTES.docx", "help": "Word で直した会議録"},
)
FINDINGS: Argument = (
    ("findings",),
    {
        "type": Path,
        "nargs": "?",
        "metavar": "点検結果.xlsx",
        "help": "理由を書いた点検結果（省くと最も新しいもの）",
    },
)
LIST: Argument = (("--list",), {"action": "store_true", "help": "確認済みの記録を並べます"})
ADDIN_FOLDER: Argument = (("folder",), {"type": Path, "metavar": "DIR", "help": "置く場所"})
ANY_OFFICE: Argument = (
    ("office",),
    {"type": Path, "nargs": "?", "metavar": "OFFICE", "help": "支援台帳のあるフォルダー"},
)
STOP: Argument = (
    ("--stop",),
    {"action": "store_true", "help": "動いている常駐プログラムを終わらせます"},
)


CASE: Argument = (
    ("--case",),
    {
        "default": "NEW",
        "metavar": "NEW|R7-0123",
        "help": "新しい相談（NEW）又は台帳のケース番号",
    },
)
CONSENT: Argument = (
    ("--consent",),
    {"choices": ("yes", "no"), "default": "yes", "help": "同意あり（yes）又は同意なし（no）の票"},
)
FORMS: Argument = (
    ("forms",),
    {
        "type": Path,
        "nargs": "*",
        "metavar": "FILE.xlsx",
        "help": "受付票（省くと「受付票」フォルダーのもの）",
    },
)
PASSWORD: Argument = (
    ("--password",),
    {"default": "", "metavar": "PASSWORD", "help": "保護されたファイルのパスワード"},
)
MATCHES: Argument = (
    ("matches",),
    {
        "type": Path,
        "nargs": "?",
        "metavar": "名寄せ.xlsx",
        "help": "判断を書いた名寄せ（省くと最も新しいもの）",
    },
)
TIDIED: Argument = (
    ("tidied",),
    {
        "type": Path,
        "nargs": "?",
        "metavar": "整え.xlsx",
        "help": "○を付けた整え（その直しの取込票をつくります）",
    },
)
APPLY: Argument = (
    ("--apply",),
    {"action": "store_true", "help": "最も新しい整えで○を付けた直しの取込票をつくります"},
)
DECIDED: Argument = (("--list",), {"action": "store_true", "help": "覚えている判断を並べます"})
WORKER: Argument = (("worker",), {"metavar": "担当者", "help": "引き継ぐ担当者の氏名"})
AGENCY: Argument = (
    ("--agency",),
    {"default": "", "metavar": "機関", "help": "同じ氏名の担当者がいるときの機関"},
)
TALLIES: Argument = (
    ("forms",),
    {
        "type": Path,
        "nargs": "*",
        "metavar": "FILE.xlsx",
        "help": "月次報告（省くと「月次報告」フォルダーのもの）",
    },
)
FORM_CODE: Argument = (
    ("form",),
    {"metavar": "W1", "help": "窓口コード（W1～W4、M、O、P、R）"},
)
REASON: Argument = (
    ("--reason",),
    {"default": "", "metavar": "理由", "help": "指摘のほかに伝える差戻しの理由"},
)
PUBLISHED: Argument = (
    ("--published",),
    {"action": "store_true", "help": "確定したときの数（公表値）に戻して統合します"},
)
SETTLED_MONTH: Argument = (("month",), {"type": _month, "metavar": "R7.6", "help": "確定する月"})
FORM_CODES: Argument = (
    ("forms",),
    {"nargs": "*", "metavar": "W1", "help": "窓口コード（省くと、受け付けたすべて）"},
)
REOPEN: Argument = (
    ("--reopen",),
    {"metavar": "理由", "help": "確定を取り消します（理由に、氏名など個人の情報は書きません）"},
)
MONTH: Argument = (("--month",), {"type": _month, "metavar": "R7.6", "help": "その月だけ"})
