"""A zip with one workbook in it, read in memory; nothing is unpacked to a disk."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path, PurePosixPath

from juso.adapters.form_sources.file_content import LARGEST
from juso.adapters.form_sources.source import Told
from juso.adapters.locked_file import locked
from juso.adapters.refusal import AGAIN, DAMAGED, refuse

WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls")
TABLES = (".csv", ".tsv", ".txt", ".htm", ".html")
CLUTTER = ("__macosx", ".ds_store", "thumbs.db", "desktop.ini")
ENCRYPTED, UTF8, AES = 0x1, 0x800, 99
TAKE_OUT = "zip を開いて中のファイルを取り出し、そのファイルを指定してください"
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError)


def unzipped(opened: zipfile.ZipFile, path: Path, password: str | None) -> tuple[Path, bytes, Told]:
    """The one workbook of a zip: a path for sentences, its bytes, and what is said of it.

    LockedError where a password is missing or wrong; JusoError for none, for several, for one
    that is locked in another way, damaged or absurdly large.
    """
    names = {member: PurePosixPath(_name(member)) for member in opened.infolist()}
    files = {m: n for m, n in names.items() if not m.is_dir() and not _is_clutter(n)}
    for kinds in (WORKBOOKS, TABLES):
        found = [member for member, name in files.items() if name.suffix.lower() in kinds]
        if len(found) > 1:
            listed = "」「".join(files[member].name for member in found[:5])
            more = "など" if len(found) > 5 else ""
            refuse(
                path,
                f"に月次報告になりうるファイルが{len(found)}つ（「{listed}」{more}）入っていて、"
                f"どれを読むか分かりません。{TAKE_OUT}",
            )
        if found:
            break
    else:
        refuse(
            path,
            "は、月次報告のファイルの入っていない zip です。.xlsx のファイルを指定してください",
        )
    member = found[0]
    inner = files[member].name
    others = "」「".join(name.name for other, name in files.items() if other is not member)
    message = f"zip に入った「{inner}」を読みました。"
    if others:
        message += f"一緒に入っている「{others}」は読んでいません。"
    message += "次からは zip にせず、.xlsx のファイルのまま提出してください。"
    return (
        path.with_name(f"{path.name} の中の {inner}"),
        _content(opened, member, path, password),
        Told(message, inner=inner),
    )


def _content(
    opened: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path, password: str | None
) -> bytes:
    if member.file_size > LARGEST:
        refuse(
            path, "の中のファイルは大きすぎます（100MB超）。月次報告のファイルか確かめてください"
        )
    if member.compress_type == AES:
        refuse(path, f"は、AES 方式のパスワードで保護された zip なので読めません。{TAKE_OUT}")
    if member.flag_bits & ENCRYPTED:
        return _decrypted(opened, member, path, password)
    return _read(opened, member, path)


def _decrypted(
    opened: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path, password: str | None
) -> bytes:
    """The content with ZipCrypto taken off: Windows writes passwords in cp932, others in UTF-8."""
    keys = (
        {password.encode(encoding, "replace") for encoding in ("utf-8", "cp932")}
        if password
        else ()
    )
    for key in keys:
        try:
            with opened.open(member, pwd=key) as file:
                return file.read(LARGEST + 1)
        except NotImplementedError as error:
            refuse(path, f"は、読めない方式で圧縮された zip です。{TAKE_OUT}", error)
        except (*BROKEN, RuntimeError):
            continue
    raise locked(path, password, "zip を開いて中のファイルを取り出してください。")


def _read(opened: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path) -> bytes:
    try:
        with opened.open(member) as file:
            content = file.read(LARGEST + 1)
    except (NotImplementedError, RuntimeError) as error:
        refuse(path, f"は、読めない方式で圧縮された zip です。{TAKE_OUT}", error)
    except BROKEN as error:
        refuse(path, DAMAGED, error)
    if not content:
        refuse(path, f"の中のファイルは0バイトです。{AGAIN}")
    return content


def _name(member: zipfile.ZipInfo) -> str:
    """A name as Windows wrote it: without a mark it is cp932, which zipfile takes for cp437."""
    if member.flag_bits & UTF8:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("cp932").replace("\\", "/")
    except UnicodeError:
        return member.filename


def _is_clutter(name: PurePosixPath) -> bool:
    return name.name.startswith(("~$", "._")) or any(part.lower() in CLUTTER for part in name.parts)
