"""診断: each check says ○, × or ？ for a PC made up for it, and nothing makes it fail."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from filelock import FileLock
from python_calamine import CalamineWorkbook

import juso
from juso import __version__
from juso.adapters.addin_file import build_addin
from juso.adapters.doctor import Check, diagnose, lines, product, share, summary, write_diagnosis
from juso.adapters.doctor.machine import Machine
from juso.adapters.office import Office, make_folders
from juso.core.calendar import FiscalYear
from juso.koshu.config import Config

NOW = datetime(2026, 3, 31, 9, 0)
EXCEL = r"HKCU\Software\Microsoft\Office\16.0\Excel"
POLICY = r"HKCU\Software\Policies\Microsoft\Office\16.0"
ASR = r"HKLM\Software\Policies\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules"
RULE = "d4f940ab-401b-4efc-aadc-ad5f3c50688a"
SCANNERS = r"HKLM\Software\Microsoft\Security Center\Provider\Av"
FONTS = r"HKLM\Software\Microsoft\Windows NT\CurrentVersion\Fonts"


class FakeWindows:
    """A PC whose registry is a dict of `ROOT\\key` to values."""

    def __init__(self, roaming: Path, registry: Mapping[str, Mapping[str, object]]) -> None:
        self.roaming, self.registry = roaming, dict(registry)
        self.zones: dict[str, str] = {}

    def values(self, root, key):
        return self.registry.get(f"{root}\\{key}", {})

    def keys(self, root, key):
        top = f"{root}\\{key}\\"
        return [name.removeprefix(top) for name in self.registry if name.startswith(top)]

    def folder(self, variable):
        return self.roaming if variable == "APPDATA" else None

    def zone(self, path):
        return self.zones.get(path.name, "")


class Broken:
    """A PC that lets nothing be read."""

    def __getattr__(self, name):
        raise PermissionError(13, "アクセスが拒否されました")


@pytest.fixture
def pc(tmp_path):
    """A Windows PC with the add-in in a trusted XLSTART; its registry may be changed."""
    start = tmp_path / "Roaming" / "Microsoft" / "Excel" / "XLSTART"
    build_addin(start, __version__)
    return FakeWindows(
        tmp_path / "Roaming",
        {
            r"HKLM\Software\Microsoft\Office\ClickToRun\Configuration": {
                "versiontoreport": "16.0.17328.20588",
                "platform": "x86",
            },
            rf"{EXCEL}\Security\Trusted Locations\Location0": {
                "path": "%APPDATA%\\Microsoft\\Excel\\XLSTART\\"
            },
            FONTS: {
                "biz udgothic & biz udpgothic (truetype)": "BIZ-UDGothicR.ttc",
                "biz udmincho medium (truetype)": "BIZ-UDMinchoM.ttc",
            },
            rf"{SCANNERS}\{{1}}": {"displayname": "番犬アンチウイルス"},
        },
    )


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def office(tmp_path):
    """An office with a register of a few bytes."""
    made = make_folders(tmp_path / "事業所", Config(FiscalYear(2025)))
    made.register.write_bytes(b"x" * 1000)
    return made


def on(name, home, pc=None, office=None):
    """The check of this name."""
    found = {check.name: check for check in diagnose(office, home, NOW, pc)}
    return found[name]


def test_diagnose__a_pc_as_it_should_be(home, pc, office, monkeypatch):
    """With worker, add-in, trust and fonts in place nothing is wrong and nothing unknown."""
    monkeypatch.setattr(product, "find_spec", lambda _: None)
    monkeypatch.setattr(product, "excel", lambda: None)
    home.mkdir()
    (home / "worker.log").write_text(f"始めました（版 {__version__}、プロセス 1）\n", "utf-8")
    with FileLock(home / "worker.lock"):
        checks = diagnose(office, home, NOW, pc)

    assert [check for check in checks if check.ok is not True] == []
    assert len(checks) == 25


def test_diagnose__without_windows_asks_nothing_of_it(home, office):
    """Elsewhere the same list is given; what is Windows' own is unknown, not wrong."""
    checks = diagnose(office, home, NOW)

    assert [check.name for check in checks if check.ok is False] == []
    assert sum(check.found.startswith("Windows ではない") for check in checks) == 10


def test_diagnose__never_raises(home, monkeypatch):
    """A PC that refuses every question gives ？ with the reason."""
    monkeypatch.setattr(product, "__version__", SimpleNamespace())
    checks = diagnose(None, home / "no\0path", NOW, Broken())

    assert {check.ok for check in checks} >= {None}
    assert "アクセスが拒否されました" in on("マクロの設定", home, Broken()).found


def test_diagnose__names_no_user(home, pc, office):
    """The paper goes from hand to hand: no path with a user's name in it."""
    shown = "\n".join(lines(diagnose(office, home, NOW, pc)))

    assert str(home) not in shown
    assert str(pc.roaming) not in shown


@pytest.mark.parametrize(
    ("version", "ok"), [((3, 10, 9), False), ((3, 11, 0), True), ((3, 13, 1), True)]
)
def test_python__is_new_enough(home, monkeypatch, version, ok):
    """3.11 is the oldest that runs the product."""
    monkeypatch.setattr(product.sys, "version_info", version)

    assert product.python(Machine(home, NOW, None)).ok is ok


def test_files__a_lost_and_a_changed_file_are_named(tmp_path, home):
    """What antivirus took away shows against the list the installer left."""
    info = tmp_path / "xlwings-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: xlwings\nVersion: 1\n")
    (info / "RECORD").write_text(
        "whole.py,,1\nshort.py,,9\ngone.py,,3\n__pycache__/gone.pyc,,\nunmeasured.py,,\n"
    )
    for name in ("whole.py", "short.py", "unmeasured.py"):
        (tmp_path / name).write_text("x")

    answer = product.files(Machine(home, NOW, None), [str(tmp_path)])

    assert not answer.ok
    assert "short.py、gone.py。" in answer.found


def test_worker__runs_while_its_lock_is_held(home, pc):
    """The lock, not a process list, tells."""
    assert on("常駐プログラム", home, pc).ok is False
    assert not (home / "worker.lock").exists()

    home.mkdir(exist_ok=True)
    with FileLock(home / "worker.lock"):
        assert on("常駐プログラム", home, pc).ok
    assert on("常駐プログラム", home, pc).ok is False


def test_worker__of_another_version(home, pc):
    """After an upgrade the old one may still run."""
    home.mkdir()
    (home / "worker.log").write_text("始めました（版 2020.1、プロセス 1）\n", "utf-8")
    with FileLock(home / "worker.lock"):
        check = on("常駐プログラム", home, pc)

    assert check.ok is False
    assert "2020.1 の版" in check.found


def test_waiting__old_requests_are_counted(home):
    """A request older than a minute was never taken; a fresh one is on its way."""
    (home / "inbox").mkdir(parents=True)
    for name, age in (("1.req", 61), ("2.req", 30)):
        (home / "inbox" / name).touch()
        os.utime(home / "inbox" / name, (NOW.timestamp() - age,) * 2)

    assert "1件" in on("受け取られていない要求", home).found


def test_inbox__that_cannot_be_written(home):
    """A file where the folder should be."""
    home.mkdir()
    (home / "inbox").touch()

    assert on("要求を置く場所", home).ok is False


@pytest.mark.parametrize(
    ("registry", "ok", "found"),
    [
        ({}, False, "見つかりません"),
        (
            {r"HKLM\Software\WOW6432Node\Microsoft\Office\16.0\Excel\InstallRoot": {"path": "C:"}},
            True,
            "Excel 16.0（32ビット）",
        ),
        (
            {r"HKLM\Software\Microsoft\Office\16.0\Excel\InstallRoot": {"path": "C:"}},
            True,
            "Excel 16.0（64ビット）",
        ),
        (
            {
                r"HKLM\Software\Microsoft\Office\ClickToRun\Configuration": {
                    "versiontoreport": "16.0.1",
                    "platform": "x64",
                }
            },
            True,
            "Excel 16.0.1（64ビット）",
        ),
    ],
)
def test_excel__is_found_however_it_was_installed(tmp_path, home, registry, ok, found):
    """Click-to-run or MSI, 32 or 64 bits."""
    check = on("Excel", home, FakeWindows(tmp_path, registry))

    assert check.ok is ok
    assert found in check.found


def test_addin__missing_old_or_twice(home, pc):
    """In XLSTART, of this version, and loaded from nowhere else."""
    place = pc.roaming / "Microsoft" / "Excel" / "XLSTART"
    assert on("アドイン", home, pc).found == f"XLSTART にあります（{__version__}）。"

    pc.registry[rf"{EXCEL}\Options"] = {"open": '/R "C:\\x\\JUSO.xlam"', "openings": "juso.xlam"}
    assert "二重" in on("アドイン", home, pc).cause
    del pc.registry[rf"{EXCEL}\Options"]

    build_addin(place, "2020.1")
    assert on("アドイン", home, pc).found == f"アドインは 2020.1、本体は {__version__} です。"

    (place / "juso.xlam").write_bytes(b"no workbook")
    assert "不明な版" in on("アドイン", home, pc).found

    (place / "juso.xlam").unlink()
    assert "ありません" in on("アドイン", home, pc).found


def test_disabled__excel_has_switched_it_off(home, pc):
    """Excel notes the path of what it disables in UTF-16 among other bytes."""
    key = rf"{EXCEL}\Resiliency\DisabledItems"
    pc.registry[key] = {"a": b"\x01\x00" + r"C:\other.xlam".encode("utf-16-le")}
    assert on("アドインの無効化", home, pc).ok

    pc.registry[key] = {"b": b"\x01\x00" + r"C:\XLSTART\Juso.xlam".encode("utf-16-le")}
    assert on("アドインの無効化", home, pc).ok is False


@pytest.mark.parametrize(
    ("zone", "ok"), [("", True), ("[ZoneTransfer]\nZoneId=2", True), ("[x]\nZoneId=3\n", False)]
)
def test_web_mark(home, pc, zone, ok):
    """Zones 3 and 4 are the internet's."""
    pc.zones["juso.xlam"] = zone

    assert on("インターネットの印", home, pc).ok is ok


@pytest.mark.parametrize(
    ("key", "values", "ok"),
    [
        (rf"{EXCEL}\Security", {"vbawarnings": 1}, True),
        (rf"{EXCEL}\Security", {"vbawarnings": 4}, True),  # XLSTART is trusted
        (rf"{POLICY}\Excel\Security", {"vbawarnings": 3}, True),
        (rf"{POLICY}\Excel\Security", {"requireaddinsig": 1}, False),
        (rf"{POLICY}\Excel\Security", {"disablealladdins": 1}, False),
        (rf"{POLICY}\Common", {"vbaoff": 1}, False),
        (rf"{POLICY}\Common", {"vbaoff": 0}, True),
    ],
)
def test_policies(home, pc, key, values, ok):
    """What forbids the macro is wrong; a strict level is no harm in a trusted place."""
    pc.registry[key] = values

    assert on("マクロの設定", home, pc).ok is ok


def test_policies__strict_level_without_trust(home, pc):
    """Level 4 with all trusted locations off: the macro does not run."""
    pc.registry[rf"{EXCEL}\Security"] = {"vbawarnings": 4}
    pc.registry[rf"{POLICY}\Excel\Security\Trusted Locations"] = {"alllocationsdisabled": 1}

    check = on("マクロの設定", home, pc)

    assert check.ok is False
    assert "情報係に" in check.ask


def test_policies__strict_level_with_trust_unknown(home, pc):
    """Excel trusts XLSTART from the start, and need not list it: somebody has to look."""
    pc.registry[rf"{EXCEL}\Security"] = {"vbawarnings": 4}
    del pc.registry[rf"{EXCEL}\Security\Trusted Locations\Location0"]

    assert on("マクロの設定", home, pc).ok is None


def test_policies__an_administrator_outranks_the_user(home, pc):
    """The policy's value is the one in force, and the paper says whose it is."""
    pc.registry[rf"{EXCEL}\Security"] = {"vbawarnings": 1}
    pc.registry[rf"{POLICY}\Excel\Security"] = {"vbawarnings": 2}

    found = on("マクロの設定", home, pc).found

    assert found == "「警告を表示してマクロを無効にする」です（組織の設定）。"


@pytest.mark.parametrize(
    ("path", "below", "ok"),
    [
        ("%APPDATA%\\Microsoft\\Excel\\XLSTART\\", 0, True),
        ("%APPDATA%\\microsoft\\EXCEL\\xlstart", 0, True),
        ("%APPDATA%\\Microsoft", 1, True),
        ("%APPDATA%\\Microsoft", 0, None),
        ("%APPDATA%\\Micro", 1, None),
        ("", 1, None),
    ],
)
def test_trusted__the_folder_or_one_above_it(home, pc, path, below, ok):
    """Case, a closing backslash and variables do not matter; subfolders only where allowed."""
    pc.registry[rf"{EXCEL}\Security\Trusted Locations\Location0"] = {
        "path": path,
        "allowsubfolders": below,
    }

    assert on("信頼できる場所", home, pc).ok is ok


def test_trusted__only_an_administrators_places_count(home, pc):
    """Without user locations the list of the policy is all there is."""
    pc.registry[rf"{EXCEL}\Security\Trusted Locations\Location0"] = {"path": "C:\\other"}
    pc.registry[rf"{POLICY}\Common\Security\Trusted Locations"] = {"allow user locations": 0}

    assert on("信頼できる場所", home, pc).ok is False


@pytest.mark.parametrize(("state", "ok"), [("0", True), ("2", True), ("1", False), ("6", False)])
def test_child_processes__a_block_matters_where_no_worker_runs(home, pc, state, ok):
    """The rule stops Excel from starting the worker, not a worker that runs already."""
    pc.registry[ASR] = {RULE: state}
    assert on("起動の制限（ASR）", home, pc).ok is ok

    home.mkdir(exist_ok=True)
    with FileLock(home / "worker.lock"):
        assert on("起動の制限（ASR）", home, pc).ok


def test_antivirus__is_named_or_unknown(home, pc):
    """It is for the record: nothing is wrong with having one."""
    assert "番犬アンチウイルス" in on("ウイルス対策ソフト", home, pc).found

    del pc.registry[rf"{SCANNERS}\{{1}}"]
    assert on("ウイルス対策ソフト", home, pc).ok is None


def test_fonts__the_lacking_one_is_named(home, pc):
    """Registered for the PC or for the user, by name or by file."""
    pc.registry[FONTS] = {"biz udゴシック": "x.ttc"}
    assert on("フォント", home, pc).found == "BIZ UD明朝 がありません。"

    pc.registry[FONTS.replace("HKLM", "HKCU")] = {"mine": r"C:\Fonts\BIZ-UDMinchoM.ttc"}
    assert on("フォント", home, pc).ok


def test_way_into_excel__broken_or_slowed(home, pc, monkeypatch):
    """A missing part is wrong; a library that slows each start is said."""
    monkeypatch.setattr(product, "find_spec", lambda name: name == "pandas")
    monkeypatch.setattr(product, "excel", lambda: None)
    assert "pandas" in on("Excel とつなぐ部品", home, pc).found

    def eaten():
        raise ModuleNotFoundError(name="pywintypes")

    monkeypatch.setattr(product, "excel", eaten)
    check = on("Excel とつなぐ部品", home, pc)
    assert check.ok is False
    assert "pywintypes" in check.found


def test_share__leaves_nothing_behind(home, office):
    """The trial files of every check are gone afterwards."""
    before = sorted(office.folder.rglob("*"))

    diagnose(office, home, NOW)

    assert sorted(office.folder.rglob("*")) == before


def test_share__register_moved_away(home, office):
    """Without 支援台帳.xlsx the folder is not what it was."""
    office.register.unlink()

    assert on("共有フォルダー", home, office=office).ok is False
    assert on("共有フォルダーを読む速さ", home, office=office).ok is None


def test_share__gone_while_checking(home, office):
    """A share that is not reached any more gives no ○ and no exception."""
    lost = Office(office.folder / "もうない", office.config)
    checks = diagnose(lost, home, NOW)[-8:]

    assert True not in {check.ok for check in checks if "開いている" not in check.name}


def test_share__not_writable(home, office, monkeypatch):
    """No right to write is a request to 情報係."""

    def refused(*_, **__):
        raise PermissionError(13, "アクセスが拒否されました")

    monkeypatch.setattr(share, "TemporaryDirectory", refused)
    check = on("共有フォルダーへの書き込み", home, office=office)

    assert check.ok is False
    assert "権限" in check.ask


@pytest.mark.parametrize(("seconds", "ok"), [(0.0001, True), (0.5, False)])
def test_share__speed_is_measured(home, office, seconds, ok):
    """1,000 bytes in half a second are too slow; so is half a second for a small file."""
    ticks = iter(range(1000))
    machine = Machine(home, NOW, None, tick=lambda: next(ticks) * seconds)

    assert share.read_speed(office, machine).ok is ok
    assert share.answer_time(office, machine).ok is ok


def test_in_use__is_said_without_a_name(home, office):
    """Excel's owner file holds a colleague's name, which stays out of the paper."""
    owner = office.register.with_name("~$支援台帳.xlsx")
    owner.write_bytes(b"\x04" + "甲斐".encode("cp932") + b" " * 50)
    os.utime(owner, (NOW.timestamp(),) * 2)
    check = on("台帳を開いている人", home, office=office)

    assert check.ok
    assert "開いている人がいます" in check.found
    assert "甲斐" not in "".join(lines([check]))


def test_in_use__since_yesterday(home, office):
    """A mark left by a crash is for a person to judge."""
    owner = office.register.with_name("~$支援台帳.xlsx")
    owner.write_bytes(b"\x03Kai")
    os.utime(owner, (NOW.timestamp() - 2 * 24 * 3600,) * 2)

    assert on("台帳を開いている人", home, office=office).ok is None


def test_locks__a_share_that_does_not_lock(home, office, monkeypatch):
    """Two who hold the same lock at once are found out."""

    class NoLock:
        def __init__(self, *_, **__):
            pass

        def __enter__(self):
            return self

        def __exit__(self, *_):
            return False

    monkeypatch.setattr(share, "FileLock", NoLock)

    assert on("ファイルの鍵", home, office=office).ok is False


def test_space__too_little(home, office, monkeypatch):
    """200 MB are the least."""
    monkeypatch.setattr(share, "disk_usage", lambda _: SimpleNamespace(free=199_000_000))

    assert on("共有フォルダーの空き容量", home, office=office).ok is False


def test_clock__of_the_share_is_compared(home, office, monkeypatch):
    """A file on the share bears the share's time."""
    plain = Path.write_bytes

    def late(path, data):
        plain(path, data)
        if office.folder in path.parents:
            os.utime(path, (path.stat().st_mtime + 600,) * 2)

    monkeypatch.setattr(Path, "write_bytes", late)
    check = on("時計", home, office=office)

    assert check.ok is False
    assert "10分進んで" in check.found


def test_doctor__is_loaded_without_what_makes_its_paper():
    """Where XlsxWriter is what the PC lacks, the checks can still say so."""
    code = "import sys, juso.adapters.doctor; sys.exit('xlsxwriter' in sys.modules)"
    environ = os.environ | {"PYTHONPATH": str(Path(juso.__file__).parents[1])}

    assert subprocess.run([sys.executable, "-c", code], env=environ, check=False).returncode == 0


CHECKS = [
    Check("一", True, "よい。"),
    Check("二", False, "だめ。", "わけ。", "願い。"),
    Check("三", None, "？"),
]


def test_lines__cause_and_request_stand_below():
    """What a terminal shows."""
    assert lines(CHECKS) == [
        "○ 一：よい。",
        "× 二：だめ。",
        "　　原因：わけ。",
        "　　お願い：願い。",
        "？ 三：？",
    ]
    assert summary(CHECKS).startswith("○ 1件、× 1件、？ 1件です。× のところは")
    assert summary(CHECKS[:1]).endswith("直すところはありませんでした。")


def test_write_diagnosis__is_reproducible_and_complete(tmp_path):
    """Every check on one sheet, the same bytes for the same answers."""
    first, second = tmp_path / "1.xlsx", tmp_path / "2.xlsx"
    for path in (first, second):
        write_diagnosis(path, CHECKS, date(2026, 3, 31))
    rows = CalamineWorkbook.from_path(first).get_sheet_by_name("診断結果").to_python()

    assert first.read_bytes() == second.read_bytes()
    assert rows[1][0].startswith("調べた日：令和8年3月31日")
    assert rows[6] == ["×", "二", "だめ。", "わけ。", "願い。"]


@pytest.fixture
def real(monkeypatch):
    """The class that reads a real registry, over a made-up winreg."""
    store = {(1, "Soft"): ({"Name": "x", "N2": 2}, ["Sub"])}

    class Key:
        def __init__(self, facts):
            self.values, self.subs = list(facts[0].items()), facts[1]

        def __enter__(self):
            return self

        def __exit__(self, *_):
            return None

    def opened(root, key, *_):
        if (root, key) not in store:
            raise FileNotFoundError
        return Key(store[root, key])

    winreg = SimpleNamespace(
        HKEY_CURRENT_USER=1,
        HKEY_LOCAL_MACHINE=2,
        KEY_READ=4,
        KEY_WOW64_64KEY=8,
        OpenKey=opened,
        QueryInfoKey=lambda key: (len(key.subs), len(key.values), 0),
        EnumValue=lambda key, n: (*key.values[n], 1),
        EnumKey=lambda key, n: key.subs[n],
    )
    place = Path(share.__file__).with_name("this_windows.py")
    spec = importlib.util.spec_from_file_location("this_windows_on_windows", place)
    module = importlib.util.module_from_spec(spec)
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "winreg", winreg)
        patch.setattr(sys, "platform", "win32")
        spec.loader.exec_module(module)
        return module.this_windows()


def test_this_windows__reads_registry_and_streams(real, tmp_path, monkeypatch):
    """Names in lower case, absent keys empty, the zone from the file's second stream."""
    (tmp_path / "a.xlam:Zone.Identifier").write_text("ZoneId=3")
    monkeypatch.setenv("APPDATA", str(tmp_path))

    assert real.values("HKCU", "Soft") == {"name": "x", "n2": 2}
    assert real.keys("HKCU", "Soft") == ["Sub"]
    assert real.values("HKLM", "Soft") == {}
    assert list(real.keys("HKLM", "Soft")) == []
    assert real.folder("APPDATA") == tmp_path
    assert real.folder("NOT_SET") is None
    assert real.zone(tmp_path / "a.xlam") == "ZoneId=3"
    assert real.zone(tmp_path / "b.xlam") == ""
