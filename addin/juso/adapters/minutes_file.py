"""An edited 会議録 or 案件別記録 as text: what a reader of the printed page would see.

Tracked insertions count, deletions and struck-out words do not, ticked boxes of every kind are
ticked, merged cells hold what they show. python-docx leaves much of that out, so the XML is read itself.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

from lxml import etree

from juso.adapters.docx_package import check_package
from juso.adapters.office import Office
from juso.adapters.ole2 import OLE2, is_encrypted
from juso.adapters.word_asides import asides_of, parsed, struck_of
from juso.adapters.word_stamp import read_stamp
from juso.adapters.word_text import blocks_of
from juso.core.errors import JusoError
from juso.services.collecting.minutes_text import MinutesText
from juso.services.collecting.stamp import origin_of

MAIN = "word/document.xml"


def read_minutes(path: Path) -> MinutesText:
    """The text of a minutes document the product made, whatever its name is by now.

    JusoError, in one sentence, for a file that is open in Word, is no .docx, is damaged or
    protected by a password, or was not made by the product.
    """
    _sniff(path)
    check_package(path)
    stamp = read_stamp(path)
    if origin_of(stamp) is None:
        _refuse(
            path,
            "は「会議録をつくる」でつくった文書ではありません。"
            "「会議録をつくる」でつくった会議録又は案件別記録に書き写して、その文書を指定してください",
        )
    root, asides = _body(path)
    return MinutesText(path.name, stamp, tuple(blocks_of(root)), asides, struck_of(root))


def documents_of(office: Office, meeting_no: str) -> list[Path]:
    """The records of a meeting in 出力/会議録, by their stamps, under any name."""
    folder = office.output("会議録")
    found = (p for p in sorted(folder.glob("*.docx")) if not p.name.startswith("~"))
    stamped = ((path, origin_of(read_stamp(path))) for path in found)
    return [path for path, origin in stamped if origin and origin.meeting_no == meeting_no]


def _sniff(path: Path) -> None:
    """Refuse what is no closed document before it is opened as one."""
    if path.is_dir():
        _refuse(path, "はフォルダーです。会議録の Word の文書を指定してください")
    if path.name.startswith("~$"):
        _refuse(
            path,
            "は Word が開いている間の一時ファイルです。「~$」の付かないファイルを指定してください",
        )
    if lock := next((p for p in _locks(path) if p.exists()), None):
        _refuse(
            path,
            "は Word で開かれています。保存して閉じてから、もう一度お試しください"
            f"（閉じてあるのにこう表示されるときは、同じフォルダーの {lock.name} を消してください）",
        )
    if not path.exists():
        raise JusoError(f"{path} というファイルはありません。場所と名前を確かめてください。")
    try:
        with path.open("rb") as file:
            head = file.read(8)
    except OSError as error:
        _refuse(
            path,
            f"を開けません（{error.strerror or error}）。"
            "Word で開いているときは、保存して閉じてから、もう一度お試しください",
            error,
        )
    if head == OLE2:
        _refuse_old(path)


def _locks(path: Path) -> Iterable[Path]:
    """Where Word (~$, instead of up to two letters) and LibreOffice say that a file is open."""
    names = (f"~${path.name[cut:]}" for cut in range(3))
    return (path.with_name(name) for name in (*names, f".~lock.{path.name}#"))


def _refuse_old(path: Path) -> NoReturn:
    """An OLE2 file is a .docx with a password or an old .doc."""
    if is_encrypted(path):
        _refuse(
            path,
            "はパスワードで保護されています。Word で開いてパスワードを外してから、もう一度お試しください",
        )
    _refuse(
        path,
        "は古い形式（.doc）です。Word で開き、「Word 文書（.docx）」として保存し直してください",
    )


def _body(path: Path) -> tuple[etree._Element, tuple[str, ...]]:
    """The document's XML, and what stands beside its text."""
    try:
        with zipfile.ZipFile(path) as package:
            root = parsed(package.read(MAIN))
            return root, asides_of(package, root)
    except etree.XMLSyntaxError as error:
        _refuse(path, "は壊れているため読めません。Word で開いて保存し直してください", error)


def _refuse(path: Path, sentence: str, cause: BaseException | None = None) -> NoReturn:
    raise JusoError(f"{path} {sentence}。") from cause
