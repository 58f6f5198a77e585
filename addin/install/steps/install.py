"""Installs juso for one user from this folder, without internet; standard library only."""

from __future__ import annotations

import json
import shutil
import struct
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from places import (
    ADDIN,
    HERE,
    NOTE,
    ON_WINDOWS,
    Places,
    Stop,
    carry_out,
    check_excel_is_closed,
    run,
    say,
)
from resident import resume_worker, start_at_logon, start_worker, stop_worker


def install(places: Places) -> None:
    """Every step, each said as it is done.

    Where the new version cannot be laid down whole, the one before stays and its worker runs on.
    """
    requirements = fitting_requirements()
    check_sums(HERE)
    say("同封のファイルは、配布されたままのものです。")
    check_excel_is_closed(places)
    try:
        stop_worker(places)
        replace(places, requirements)
        start_at_logon(places)
    except BaseException:
        resume_worker(places)
        raise
    start_worker(places)
    say("診断の結果です。")
    run(places.python(), "-m", "juso", "doctor")
    say("導入が終わりました。Excel を開くと、タブ「重層支援」が出ます。")


def fitting_requirements() -> Path:
    """The list for the Python this runs on; Stop where it is none of those provided for."""
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    found = sorted(path.stem.partition("-")[2] for path in HERE.glob("requirements-*.txt"))
    if version not in found:
        wanted = "、".join(found) or "（同封の部品がありません）"
        raise Stop(f"Python {version} では入れられません。用意できるもの：{wanted}。")
    if ON_WINDOWS and struct.calcsize("P") != 8:
        raise Stop("Python が32ビット版です。64ビット版を用意してください。")
    if "WindowsApps" in sys.base_prefix:  # what it writes, other programs do not see
        raise Stop("Microsoft Store の Python では入れられません。別の Python を用意してください。")
    return HERE / f"requirements-{version}.txt"


def check_sums(folder: Path) -> None:
    """Every file is what SHA256SUMS says; Stop names the first that is not."""
    for line in (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        expected, _, name = line.partition("  ")
        path = folder / name
        if not path.is_file():
            raise Stop(
                f"{name} がありません。zip を展開し直してください。"
                "それでも無いときは、ウイルス対策ソフトの隔離の履歴を確かめてください。"
            )
        if sha256(path.read_bytes()).hexdigest() != expected:
            raise Stop(f"{name} が、配布されたものと違います。zip を受け取り直してください。")


def replace(places: Places, requirements: Path) -> None:
    """Venv and add-in anew; where either fails, both are put back as they were."""
    addin, note = content_of(places.addin), content_of(places.home / NOTE)
    old = set_aside(places)
    try:
        fill_venv(places, requirements)
        say(f"本体を入れました：{places.venv}")
        lay_addin(places)
    except BaseException:
        put_back(places.addin, addin)
        put_back(places.home / NOTE, note)
        shutil.rmtree(places.venv, ignore_errors=True)
        if old.exists():
            old.rename(places.venv)
        raise
    shutil.rmtree(old, ignore_errors=True)


def set_aside(places: Places) -> Path:
    """Where the venv of before waits until the new version is whole; Stop while it is in use."""
    old = places.home / "venv.old"
    places.home.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(old, ignore_errors=True)
    if places.venv.exists():
        try:
            places.venv.rename(old)
        except OSError:
            raise Stop("前の版が動いています。サインアウトしてからやり直してください。") from None
    return old


def content_of(path: Path | None) -> bytes | None:
    """What a file holds; None where there is none."""
    return path.read_bytes() if path and path.exists() else None


def put_back(path: Path | None, content: bytes | None) -> None:
    """Let a file be what it was, as far as the disk allows."""
    if path is None or content == content_of(path):
        return
    with suppress(OSError):
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content)


def fill_venv(places: Places, requirements: Path) -> None:
    """A venv with exactly the wheels listed, checked by hash, from the folder beside."""
    wheels = HERE / "wheels"
    pip = next(wheels.glob("pip-*.whl"))
    if run(sys.executable, "-I", "-m", "venv", "--without-pip", places.venv):
        raise Stop("Python の仮想環境を作れません。同封の説明にある Python を用意してください。")
    quiet = ("--quiet", "--disable-pip-version-check", "--no-cache-dir", "--isolated")
    offline = ("--no-index", "--find-links", wheels, "--no-deps", "--only-binary=:all:")
    checked = ("--require-hashes", "-r", requirements)
    if run(places.python(), "-I", pip / "pip", "install", *quiet, *offline, *checked):
        raise Stop("部品を入れられません。上に出た文を情報係にお知らせください。")


def lay_addin(places: Places) -> None:
    """juso.xlam into XLSTART, written anew: the mark of the web stays behind."""
    if places.addin:
        places.addin.parent.mkdir(parents=True, exist_ok=True)
        places.addin.write_bytes((HERE / ADDIN).read_bytes())
        say(f"Excel のアドインを入れました：{places.addin}")
    note = json.dumps({"addin": str(places.addin or "")}, ensure_ascii=False)
    (places.home / NOTE).write_text(note, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(carry_out(install))
