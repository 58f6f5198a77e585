"""The office's folder on the share: reached, written, fast enough, lockable, on time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import disk_usage
from statistics import median
from tempfile import TemporaryDirectory

from filelock import FileLock, Timeout

from juso.adapters.doctor.check import IT, Answer, bad, good, unknown
from juso.adapters.doctor.machine import Machine
from juso.adapters.doctor.product import room
from juso.adapters.office import Office

LARGEST = 20_000_000  # bytes read to measure
SLOW_READ = 1_000_000  # bytes per second
SLOW_WRITE = 0.3  # seconds for one small file
ROUNDS = 5
SMALL = b"juso" * 256
APART = 60.0  # seconds two clocks may differ
DAY = 24 * 3600.0


def reached(office: Office, _: Machine) -> Answer:
    """The folder opens and holds the register."""
    if not os.listdir(office.folder):  # noqa: PTH208 - one call to the share, not one per file
        return bad(
            "フォルダーが空です。", "場所が変わったおそれがあります。", "場所を確かめてください。"
        )
    if not office.register.is_file():
        return bad(
            f"{office.register.name} がありません。",
            "名前が変わったか、別の場所に移されています。",
            "元の名前と場所に戻してください。",
        )
    return good(f"{office.register.name} があります。")


def written(office: Office, _: Machine) -> Answer:
    """A file can be made in the office and taken away again."""
    try:
        with _trial(office) as folder:
            (folder / "juso").write_bytes(SMALL)
    except OSError as error:
        return bad(
            f"書き込めません（{error.strerror or error}）。",
            "フォルダーに書き込む権限がありません。",
            f"{IT}、事業所のフォルダーへの書き込み（変更）の権限を依頼してください。",
        )
    return good("書き込めます。")


@contextmanager
def _trial(office: Office) -> Iterator[Path]:
    """A folder in 記録 (else in the office) that is gone afterwards."""
    place = office.log.parent if office.log.parent.is_dir() else office.folder
    with TemporaryDirectory(prefix="~juso", dir=place) as name:
        yield Path(name)


def read_speed(office: Office, machine: Machine) -> Answer:
    """How fast the register is read, as it is when somebody opens it."""
    if not office.register.is_file():
        return unknown(f"{office.register.name} がないため測れません。")
    started = machine.tick()
    with office.register.open("rb") as file:
        size = len(file.read(LARGEST))
    seconds = max(machine.tick() - started, 1e-6)
    found = (
        f"{size / 1e6:.1f}MB を {seconds:.2f}秒で読みました（毎秒 {size / seconds / 1e6:.1f}MB）。"
    )
    if size / seconds >= SLOW_READ:
        return good(found)
    return bad(
        found,
        "共有フォルダーまでの回線か、検査ソフトが遅くしています。",
        f"{IT}、共有フォルダーの速さと、ウイルス対策ソフトの検査の対象を調べるよう依頼してください。",
    )


def answer_time(office: Office, machine: Machine) -> Answer:
    """How long one small file takes: what locks and logs cost."""
    took = []
    with _trial(office) as folder:
        for number in range(ROUNDS):
            started = machine.tick()
            (folder / str(number)).write_bytes(SMALL)
            took.append(machine.tick() - started)
    seconds = median(took)
    found = f"小さなファイル1つを {seconds * 1000:.0f}ミリ秒で書きました（{ROUNDS}回の中央値）。"
    if seconds <= SLOW_WRITE:
        return good(found)
    return bad(
        found,
        "共有フォルダーまでの回線か、検査ソフトが遅くしています。",
        f"{IT}、共有フォルダーの応答の速さを調べるよう依頼してください。",
    )


def in_use(office: Office, machine: Machine) -> Answer:
    """Whether somebody has the register open; who it is Excel tells, this paper names nobody."""
    owner = office.register.with_name(f"~${office.register.name}")
    if not owner.is_file():
        return good(f"{office.register.name} は、だれも開いていません。")
    if machine.age(owner) > DAY:
        return unknown(
            "1日以上前から使用中の印が付いたままです。",
            "Excel が異常終了して、印だけが残っていることがあります。",
            f"だれも開いていなければ、{owner.name} を消してください。",
        )
    return good("開いている人がいます（だれかは、台帳を開くと Excel が表示します）。")


def locks(office: Office, _: Machine) -> Answer:
    """The share keeps a second one out while the first holds a lock."""
    with _trial(office) as folder:
        path = folder / "juso.lock"
        with FileLock(path, timeout=0):
            try:
                with FileLock(path, timeout=0):
                    pass
            except Timeout:
                return good("2人が同時に書くのを防げます。")
    return bad(
        "ファイルの鍵がかかりません。",
        "共有フォルダーの種類や設定が、ファイルの鍵に対応していません。",
        f"{IT}、ファイルのロックが使える共有フォルダー（Windows ファイルサーバーなど）を依頼してください。",
    )


def space(office: Office, _: Machine) -> Answer:
    """Room on the share."""
    return room(disk_usage(office.folder).free)


def clock(office: Office, machine: Machine) -> Answer:
    """The share's clock against the PC's: two files written one after the other."""
    machine.home.mkdir(parents=True, exist_ok=True)
    with _trial(office) as there, TemporaryDirectory(dir=machine.home) as here:
        times = []
        for folder in (Path(here), there):
            (folder / "juso").write_bytes(SMALL)
            times.append((folder / "juso").stat().st_mtime)
    apart = times[1] - times[0]
    if abs(apart) <= APART:
        return good("パソコンと共有フォルダーの時計は合っています。")
    ahead = "進んで" if apart > 0 else "遅れて"
    return bad(
        f"共有フォルダーの時計が、パソコンより {abs(apart) / 60:.0f}分{ahead}います。",
        "記録の順番や、古い鍵の判断が正しくできません。",
        f"{IT}、パソコンとサーバーの時計を合わせるよう依頼してください。",
    )
