"""The zip for PCs without internet: its wheels, its licences, and that it works without one."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
import sys
import tomllib
from base64 import urlsafe_b64encode
from hashlib import sha256
from importlib.metadata import distribution
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement

import make_dist
from juso import __version__
from packing import wheels as packing_wheels
from packing.archive import DATE, checksums, write_zip
from packing.licences import licences
from packing.stripped import BAIT, bait_in, strip_xlwings
from packing.wheels import Missing, Target, gather, metadata, name_of

UNSHARE = shutil.which("unshare")
needs_shell = pytest.mark.skipif(sys.platform == "win32", reason="runs install.sh")
WINDOWS = Target("3.12", "win_amd64")


def wheel(folder, name, *requires, tag="py3-none-any", files=()):
    """A tiny wheel that asks for `requires`, with a licence."""
    info = f"{name}-1.0.dist-info"
    facts = ["Metadata-Version: 2.1", f"Name: {name}", "Version: 1.0", "License: MIT"]
    facts += [f"Requires-Dist: {line}" for line in requires]
    parts = {
        f"{info}/METADATA": "\n".join(facts).encode() + b"\n\n",
        f"{info}/LICENSE": b"words",
        **dict.fromkeys(files, b"x"),
    }
    path = folder / f"{name}-1.0-{tag}.whl"
    write_zip(path, parts)
    return path


def served(shelf, monkeypatch):
    """Let pip download from a dict of name to a function that makes the wheel."""
    asked = []

    def pip(*arguments):
        folder = Path(arguments[arguments.index("--dest") + 1])
        names = [a for a in arguments[2:] if re.match(r"[A-Za-z]", a) and a in shelf]
        asked.append(names)
        for name in names:
            shelf[name](folder)

    monkeypatch.setattr(packing_wheels, "_pip", pip)
    return asked


def test_gather__what_only_windows_needs_is_asked_for(tmp_path, monkeypatch):
    """pip runs on another system: a marker it passes over is followed all the same."""
    own = wheel(
        tmp_path,
        "koshu_juso",
        "alpha",
        'bridge; extra == "excel" and sys_platform == "win32"',
        'never; sys_platform == "linux"',
        'later; python_version >= "3.13"',
        "pyOpenVBA",
    )
    shelf = {
        "alpha": lambda f: wheel(f, "alpha"),
        "bridge": lambda f: wheel(f, "bridge", 'com; platform_system == "Windows"'),
        "com": lambda f: wheel(f, "com", tag="cp312-cp312-win_amd64"),
        "pip": lambda f: wheel(f, "pip"),
    }
    asked = served(shelf, monkeypatch)

    found = gather(own, WINDOWS, tmp_path / "cache")

    assert sorted(map(name_of, found)) == ["alpha", "bridge", "com", "pip"]
    assert len(asked) == 2
    assert "com" in asked[1]


def test_gather__a_wheel_that_cannot_be_had(tmp_path, monkeypatch):
    """pip's own words are in the sentence."""
    own = wheel(tmp_path, "koshu_juso", "alpha")

    def refuses(*arguments):
        error = "WARNING: x\nERROR: No matching distribution found for alpha\n"
        raise subprocess.CalledProcessError(1, arguments, stderr=error)

    monkeypatch.setattr(packing_wheels, "_pip", refuses)
    with pytest.raises(Missing, match=r"Python 3\.12（win_amd64）.*distribution found for alpha"):
        gather(own, WINDOWS, tmp_path / "cache")

    served({"pip": lambda f: wheel(f, "pip")}, monkeypatch)
    with pytest.raises(Missing, match="そろいません：alpha"):
        gather(own, WINDOWS, tmp_path / "cache2")


@pytest.fixture(scope="session")
def full_xlwings(tmp_path_factory):
    """xlwings as its makers ship it, from the copy installed here."""
    there = distribution("xlwings")
    parts = {
        str(file): Path(file.locate()).read_bytes()
        for file in there.files or ()
        if ".." not in file.parts and "__pycache__" not in file.parts
    }
    info = next(name for name in parts if name.endswith("/METADATA")).partition("/")[0]
    parts[f"{info}/WHEEL"] = b"Wheel-Version: 1.0\nRoot-Is-Purelib: false\nTag: cp312-cp312-x\n"
    path = tmp_path_factory.mktemp("xlwings") / f"xlwings-{there.version}-py3-none-any.whl"
    write_zip(path, parts)
    return path


@pytest.fixture(scope="session")
def bare_xlwings(full_xlwings):
    return strip_xlwings(full_xlwings, full_xlwings.parent / "stripped")


def test_strip_xlwings__no_macros_no_pro_no_libraries(full_xlwings, bare_xlwings):
    """Python alone remains, under a version of its own, with its licence and a true RECORD."""
    assert bait_in(full_xlwings)
    with ZipFile(bare_xlwings) as package:
        names = package.namelist()
        record = next(name for name in names if name.endswith("/RECORD"))
        rows = list(csv.reader(package.read(record).decode().splitlines()))
        for name, digest, size in rows[:-1]:
            data = package.read(name)
            made = urlsafe_b64encode(sha256(data).digest()).rstrip(b"=").decode()
            assert (digest, size) == (f"sha256={made}", str(len(data)))
    assert sorted(row[0] for row in rows) == sorted(names)
    outside = {Path(n).suffix for n in names if ".dist-info/" not in n} - {".py", ".typed"}
    assert outside == set()
    assert not [n for n in names if "/pro/" in n or "/addin/" in n or n.endswith("PRO.txt")]
    assert str(metadata(bare_xlwings)["Version"]).endswith("+juso")
    assert any(Path(n).name.startswith("LICENSE") for n in names)


def test_strip_xlwings__is_one_wheel_for_every_python(full_xlwings, tmp_path):
    """What the makers' tools add differently does not matter; different modules do."""
    with ZipFile(full_xlwings) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for place, name in enumerate(list(parts)):
        if name.endswith("/METADATA"):
            parts[name] = parts[name].replace(b"\n\n", b"\nDynamic: author\n\n", 1)
        elif "LICENSE" in name:
            parts[f"{name.partition('/')[0]}/{Path(name).name}"] = parts.pop(name)
        elif name.endswith(".bas"):
            parts[name] += str(place).encode()
    write_zip(tmp_path / full_xlwings.name, parts)
    first = strip_xlwings(full_xlwings, tmp_path / "out").read_bytes()
    assert strip_xlwings(tmp_path / full_xlwings.name, tmp_path / "out").read_bytes() == first

    parts["xlwings/utils.py"] += b"# newer"
    write_zip(tmp_path / full_xlwings.name, parts)
    with pytest.raises(Missing, match="1つにまとめられません"):
        strip_xlwings(tmp_path / full_xlwings.name, tmp_path / "out")


WINDOWS_STAND_IN = '''
"""Imports xlwings as Windows would: pywin32 and the DLL loaders are stand-ins."""
import ctypes, sys
from importlib.machinery import ModuleSpec
from unittest.mock import MagicMock
NAMES = {"pythoncom", "pywintypes", "win32api", "win32com", "win32con", "win32event",
         "win32gui", "win32process", "win32timezone"}
class StandIn:
    def find_spec(self, name, path, target=None):
        if name.partition(".")[0] in NAMES:
            return ModuleSpec(name, self, is_package=True)
    def create_module(self, spec):
        return MagicMock(__path__=[], __file__="x", __spec__=spec, com_error=ArithmeticError)
    def exec_module(self, module):
        pass
ctypes.PyDLL = ctypes.oledll = ctypes.windll = MagicMock()
ctypes.WINFUNCTYPE = ctypes.CFUNCTYPE
sys.meta_path.insert(0, StandIn())
sys.path.insert(0, sys.argv[1])
sys.platform = "win32"
import xlwings
print(sys.argv[1] in xlwings.__file__, [engine.name for engine in xlwings.engines])
'''


def test_strip_xlwings__still_imports_with_its_excel_engine(bare_xlwings):
    """Nothing taken away is needed where Windows loads it."""
    done = subprocess.run(
        [sys.executable, "-I", "-c", WINDOWS_STAND_IN, str(bare_xlwings)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stderr == ""
    assert done.stdout.split("\n")[0] == "True ['excel']"


def test_licences__every_package_with_its_words(tmp_path):
    """Name, version and licence of each; a wheel without words is not shipped."""
    parts = licences([wheel(tmp_path, "alpha")])
    table = parts["LICENSES/一覧.txt"].decode("utf-8-sig")

    assert parts["LICENSES/alpha-1.0/LICENSE"] == b"words"
    assert "\r\nalpha\t1.0\tMIT\t" in table

    bare = tmp_path / "bare-1.0-py3-none-any.whl"
    write_zip(bare, {"bare-1.0.dist-info/METADATA": b"Name: bare\nVersion: 1.0\n\n"})
    with pytest.raises(Missing, match="使用許諾の文がありません"):
        licences([bare])

    docxtpl = tmp_path / "docxtpl-1.0-py3-none-any.whl"
    write_zip(docxtpl, {"docxtpl-1.0.dist-info/METADATA": b"Name: docxtpl\nVersion: 1.0\n\n"})
    assert b"LESSER" in licences([docxtpl])["LICENSES/docxtpl-1.0/LGPL-2.1.txt"]


# our own wheel

PYPROJECT = tomllib.loads((make_dist.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DATA = PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]


def shipped(source):
    """The files of the repository that a line of force-include brings."""
    path = make_dist.ROOT / source
    files = path.rglob("*") if path.is_dir() else [path]
    return {file.relative_to(make_dist.ROOT).as_posix() for file in files if file.is_file()}


def test_wheel__brings_every_template_and_no_program_that_makes_them():
    """What an office uses, each where the product looks for it."""
    brought = set().union(*map(shipped, DATA))
    templates = {f"templates/{p.name}" for p in (make_dist.ROOT / "templates").glob("*.docx")}

    assert templates == {name for name in brought if name.startswith("templates/")}
    assert not [name for name in brought if name.endswith(".py")]
    for source, target in DATA.items():
        assert target == f"juso/_data/{source}"


@pytest.mark.parametrize(
    "line", [*PYPROJECT["project"]["dependencies"], *PYPROJECT["build-system"]["requires"]]
)
def test_dependency__has_a_lower_and_an_upper_bound(line):
    """A new major version is tried before a city gets it."""
    assert {">=", "<"} <= {part.operator for part in Requirement(line).specifier}


# the zip


@pytest.fixture
def lacking(monkeypatch):
    """Tiny wheels instead of downloads; the Pythons put into this set cannot be had."""
    unserved = set()

    def fake_gather(_, target, folder):
        if target.python in unserved:
            raise Missing(f"Python {target.python} の部品を取り寄せられません。")
        tag = f"cp{target.python.replace('.', '')}-none-any"
        return [wheel(folder, "alpha", tag=tag), wheel(folder, "pip")]

    monkeypatch.setattr(make_dist, "build_own", lambda _, folder: wheel(folder, "koshu_juso"))
    monkeypatch.setattr(make_dist, "gather", fake_gather)
    return unserved


def targets():
    return [Target(python, "win_amd64") for python in make_dist.WINDOWS_PYTHONS]


@pytest.mark.usefixtures("lacking")
def test_make_zip__is_whole_and_reproducible(tmp_path):
    """Every file is in SHA256SUMS, each Python has its list, the same inputs give the same bytes."""
    first = make_dist.make_zip(targets(), tmp_path / "1", tmp_path / "w1")
    second = make_dist.make_zip(targets(), tmp_path / "2", tmp_path / "w2")
    top = f"juso-{__version__}/"
    with ZipFile(first) as package:
        assert {entry.date_time for entry in package.infolist()} == {DATE}
        parts = {n.removeprefix(top): package.read(n) for n in package.namelist()}
    sums = parts.pop("SHA256SUMS")

    assert first.read_bytes() == second.read_bytes()
    assert first.name == f"juso-{__version__}.zip"
    assert sums == checksums(parts)
    assert parts["requirements-3.12.txt"].decode() == "".join(
        f"{name}==1.0 --hash=sha256:{sha256(parts[f'wheels/{file}']).hexdigest()}\n"
        for name, file in (
            ("alpha", "alpha-1.0-cp312-none-any.whl"),
            ("koshu-juso", "koshu_juso-1.0-py3-none-any.whl"),
        )
    )
    assert {
        *("install.cmd", "install.ps1", "uninstall.cmd", "README.txt", "juso.xlam"),
        *("steps/install.py", "steps/places.py", "guide/手引き.html", "guide/情報係の手引き.html"),
        *("templates/実施状況報告書.docx", "wheels/pip-1.0-py3-none-any.whl", "LICENSES/一覧.txt"),
    } <= parts.keys()
    readme = parts["README.txt"].decode("utf-8-sig")
    for name in re.findall(r"^  ([\w.]+) ", readme, re.MULTILINE):
        assert any(part.partition("/")[0] == name for part in (*parts, "SHA256SUMS")), name


def test_make_zip__a_python_that_cannot_be_served(lacking, tmp_path, capsys):
    """Nothing is made, unless it is allowed to leave that Python out; never an empty zip."""
    lacking.add("3.13")
    with pytest.raises(Missing, match=r"3\.13"):
        make_dist.make_zip(targets(), tmp_path / "1", tmp_path / "w1")
    assert not (tmp_path / "1").exists()

    made = make_dist.make_zip(targets(), tmp_path / "2", tmp_path / "w2", may_lack=True)
    lists = [Path(n).name for n in ZipFile(made).namelist() if "/requirements-" in n]
    assert lists == ["requirements-3.11.txt", "requirements-3.12.txt"]
    assert "3.13" in capsys.readouterr().err

    lacking.update(make_dist.WINDOWS_PYTHONS)
    assert make_dist.main(["--out", str(tmp_path / "3"), "--allow-missing"]) == 2


def test_make_zip__refuses_wheels_with_macros(tmp_path):
    """Whatever a library brings along: no file with macros but ours."""
    for suffix in sorted(BAIT):
        bad = wheel(tmp_path, "alpha", files=(f"alpha/x{suffix}",))
        with pytest.raises(Missing, match="マクロ入り"):
            make_dist._without_bait([bad], tmp_path)


@pytest.mark.dist
@needs_shell
def test_zip__installs_and_works_without_network(tmp_path, capsys):
    """The Linux variant from sources to a demo: made here, installed and run offline."""
    if make_dist.main(["--platform", "linux", "--out", str(tmp_path)]) != 0:
        pytest.skip(f"pip cannot download here: {capsys.readouterr().err}")
    package = next(tmp_path.glob("*.zip"))
    shutil.unpack_archive(package, tmp_path)
    folder = tmp_path / package.stem
    _holds_the_product(next((folder / "wheels").glob("koshu_juso-*.whl")))
    alone = [UNSHARE, "-rn"] if _can_be_alone() else []
    environ = {
        "PATH": os.environ["PATH"],
        "PYTHON": sys.executable,
        "HOME": str(tmp_path),
        "JUSO_HOME": str(tmp_path / "利用 者" / "juso"),
        "APPDATA": str(tmp_path / "Roaming"),
        "PIP_INDEX_URL": "http://127.0.0.1:9/",  # nothing listens there
        "PYTHONIOENCODING": "utf-8",
    }

    def run(*command):
        done = subprocess.run(
            [*alone, *map(str, command)],
            cwd=tmp_path,
            env=environ,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    said = run("sh", folder / "install.sh")
    addin = tmp_path / "Roaming" / "Microsoft" / "Excel" / "XLSTART" / "juso.xlam"
    juso = Path(environ["JUSO_HOME"]) / "venv" / "bin" / "juso"
    assert "導入が終わりました。" in said
    assert "○ 本体のファイル" in said
    assert addin.read_bytes() == (folder / "juso.xlam").read_bytes()

    assert "実施状況報告書" in run(juso, "demo", tmp_path / "demo")
    assert "○ ファイルの鍵" in run(juso, "doctor", tmp_path / "demo")
    make_page = "import pathlib, juso.adapters.guide_page as g; g.guide_page(pathlib.Path())"
    run(juso.with_name("python"), "-c", make_page)
    assert (tmp_path / "手引き.html").is_file()

    run("sh", folder / "install.sh", "uninstall")
    assert not addin.exists()
    assert not juso.exists()
    assert (tmp_path / "demo" / "支援台帳.xlsx").is_file()


def _holds_the_product(own):
    """Our wheel has the modules and the data, and nothing that only makes or tests them."""
    with ZipFile(own) as package:
        names = {name for name in package.namelist() if ".dist-info/" not in name}
    modules = {p.relative_to(make_dist.ROOT / "addin").as_posix() for p in _modules()}

    assert names == modules | {f"juso/_data/{name}" for name in set().union(*map(shipped, DATA))}


def _modules():
    return (make_dist.ROOT / "addin" / "juso").rglob("*.py")


def _can_be_alone() -> bool:
    """Whether a program can be run here without any network."""
    return bool(UNSHARE) and subprocess.run([UNSHARE, "-rn", "true"], check=False).returncode == 0
