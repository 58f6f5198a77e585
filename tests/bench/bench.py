"""`make bench`: each job as a ratio to its floor and to what a user would write.

Work is timed in one process, alternating, as CPU time, minimum of 5 after a warm-up; start-up
by alternating child processes, minimum over minimum. Only ratios are portable.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

from docxtpl import DocxTemplate
from jinja2 import ChainableUndefined, Environment
from prefecture import stamped
from python_calamine import CalamineWorkbook

import juso
from juso.app import App
from juso.merging import Wanted

sys.path.append(str(Path(__file__).parents[1]))  # what the tests share

TODAY = date(2026, 3, 31)
NOW = datetime(2026, 3, 31, 17, 0)
MEETING = "JU-R7-03"
ROUNDS = 5
STARTS = 15
LARGE = "JUSO_BENCH_LARGE"  # environment variable: also what takes minutes to prepare
Job = Callable[[], object]


def cpu(jobs: Sequence[Job]) -> list[float]:
    """Minimum CPU seconds of each job, run in turn in this process."""
    best = [float("inf")] * len(jobs)
    for round_number in range(ROUNDS + 1):
        for i, job in enumerate(jobs):
            gc.collect()
            started = time.process_time()
            result = job()
            spent = time.process_time() - started
            del result
            if round_number:
                best[i] = min(best[i], spent)
    return best


def children(commands: Sequence[Sequence[str]], times: int) -> list[tuple[float, float]]:
    """Minimum CPU seconds and peak memory (MB) of each command as a whole process."""
    best = [(float("inf"), 0.0)] * len(commands)
    for _ in range(times):
        for i, command in enumerate(commands):
            child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            _, _, used = os.wait4(child.pid, 0)
            child.returncode = 0
            spent = used.ru_utime + used.ru_stime
            if spent < best[i][0]:
                best[i] = (spent, used.ru_maxrss / 1024)
    return best


def python(code: str, *arguments: object) -> list[str]:
    return [sys.executable, "-c", code, *map(str, arguments)]


def parse(path: Path) -> None:
    """The floor: calamine parses every sheet, no Python object per cell."""
    workbook = CalamineWorkbook.from_path(path)
    for name in workbook.sheet_names:
        workbook.get_sheet_by_name(name)


def bare_read(paths: Sequence[Path]) -> None:
    for path in paths:
        workbook = CalamineWorkbook.from_path(path)
        for name in workbook.sheet_names:
            workbook.get_sheet_by_name(name).to_python()


PARSE = (
    "import sys; from python_calamine import CalamineWorkbook as W\n"
    "for p in sys.argv[1:]:\n w=W.from_path(p)\n for n in w.sheet_names: w.get_sheet_by_name(n)"
)
READ = PARSE + ".to_python()"
PANDAS = (
    "import sys, pandas\n"
    "frames=[f for p in sys.argv[1:] for f in pandas.read_excel(p, sheet_name=None).values()]\n"
    "pandas.concat(frames)"
)
CLI = "import sys; from juso.cli import main; sys.exit(main(sys.argv[1:]))"

rows: list[tuple[str, str, str, str]] = []


def report(job: str, goal: str, ratio: float, detail: str) -> None:
    rows.append((job, goal, f"{ratio:.2f}", detail))


def check_in_process(office: Path) -> None:
    register = office / "支援台帳.xlsx"
    app = App(today=TODAY, now=NOW)
    floor, whole, ours = cpu(
        [
            lambda: parse(register),
            lambda: bare_read([register]),
            lambda: app.check(app.closed(office, quiet=True)),
        ]
    )
    found = len(app.check(app.closed(office, quiet=True)).findings)
    report("check 3,000件 ÷ calamine の解析", "≤ 1.6", ours / floor, f"{ours:.2f}s 指摘{found}件")
    report("check 3,000件 ÷ calamine to_python", "", ours / whole, f"{whole:.2f}s")


def check_as_process(office: Path) -> None:
    register = str(office / "支援台帳.xlsx")
    ours, read, floor, pandas = children(
        [
            python(CLI, "check", str(office), "--json", "--today", str(TODAY)),
            python(READ, register),
            python(PARSE, register),
            python(PANDAS, register),
        ],
        3,
    )
    report("check 3,000件 プロセス全体 ÷ 読むだけ", "≤ 1.7", ours[0] / read[0], f"{ours[0]:.2f}s")
    report("check 3,000件 ÷ pandas+openpyxl", "≤ 0.125", ours[0] / pandas[0], f"{pandas[0]:.1f}s")
    report("check 3,000件 最大メモリ ÷ 解析だけ", "≤ 1.2", ours[1] / floor[1], f"{ours[1]:.0f}MB")


def start_up(office: Path) -> None:
    bare, cli, click = children(
        [
            python("pass"),
            python("import juso.cli"),
            python(CLI, "check", str(office), "--json", "--today", str(TODAY)),
        ],
        STARTS,
    )
    report("import juso.cli ÷ python -c pass", "≤ 6", cli[0] / bare[0], f"{cli[0] * 1000:.0f}ms")
    report("check 300件 ÷ python -c pass", "≤ 8", click[0] / bare[0], f"{click[0] * 1000:.0f}ms")


def forms_of(offices: Path) -> list[Path]:
    return sorted(offices.glob("*/月次報告/*/*.xlsx"))


def merge_command(offices: Path, *more: object) -> list[str]:
    return python(CLI, "merge", offices, "--json", "--today", TODAY, *more)


def merge_as_process(offices: Path) -> tuple[float, float]:
    """48 forms of six municipalities to JSON; CPU seconds of a form and peak memory (MB)."""
    forms = forms_of(offices)
    ours, read, pandas = children(
        [merge_command(offices), python(READ, *forms), python(PANDAS, *forms)], 3
    )
    name = f"merge {len(forms)}様式 --json プロセス全体"
    report(f"{name} ÷ read_excel+concat", "≤ 0.125", ours[0] / pandas[0], f"{pandas[0]:.1f}s")
    report(f"{name} ÷ 読むだけ", "", ours[0] / read[0], f"{ours[0]:.2f}s {ours[1]:.0f}MB")
    return ours[0] / len(forms), ours[1]


def merge_many(folder: Path, samples: Sequence[Path], count: int, few: tuple[float, float]) -> None:
    """Many municipalities: time and memory against those of a few."""
    offices = stamped(folder, samples, count)
    ours = children([merge_command(offices)], 1)[0]
    number = len(forms_of(offices))
    each = ours[0] / number / few[0]
    report(f"merge {number:,}様式 1様式の時間 ÷ 48様式", "≤ 1.1", each, f"{ours[0]:.0f}s")
    report(
        f"merge {number:,}様式 最大メモリ ÷ 48様式", "≤ 1.5", ours[1] / few[1], f"{ours[1]:.0f}MB"
    )


def merge_on_cluster(offices: Path) -> None:
    """Two dask workers give the same bytes as one process."""
    try:
        from distributed import LocalCluster
    except ImportError:
        print("クラスターの測定はできません：distributed が入っていません（extra scale）。")
        return
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:
        commands = [
            merge_command(offices),
            merge_command(offices, "--scheduler", cluster.scheduler_address),
        ]
        alone, together = (
            subprocess.run(command, check=False, capture_output=True).stdout for command in commands
        )
    is_same = bool(alone) and alone == together
    report("merge dask 2ワーカー 同じバイト（1＝同じ）", "1", float(is_same), f"{len(alone):,}B")


def merge_in_process(offices: Path) -> None:
    forms = forms_of(offices)
    folders = sorted(offices.iterdir())
    app = App(today=TODAY, now=NOW)

    def merge(wanted: Wanted) -> int:
        found = app.merge_offices(folders, wanted)
        return sum(map(len, found.text())) if wanted.text and found.text else 0

    floor, plain, ours = cpu(
        [lambda: bare_read(forms), lambda: merge(Wanted()), lambda: merge(Wanted(text=True))]
    )
    report(f"merge {len(forms)}様式（点検・合計）÷ 読むだけ", "", plain / floor, f"{plain:.2f}s")
    report(f"merge {len(forms)}様式 --json ÷ 読むだけ", "≤ 3", ours / floor, f"{ours:.2f}s")


def meetings_and_report(office: Path) -> None:
    """Agenda and report against docxtpl rendering the same templates with nothing in them."""
    app = App(today=TODAY, now=NOW)
    templates = Path(__file__).parents[2] / "templates"
    out = office / "bench.docx"

    def bare(name: str) -> Job:
        def render() -> None:
            template = DocxTemplate(templates / name)
            template.render({}, Environment(undefined=ChainableUndefined, autoescape=True))
            template.save(out)

        return render

    floor, agenda, floor_report, report_job = cpu(
        [
            bare("次第_重層的支援会議.docx"),
            lambda: app.agenda(app.closed(office), MEETING),
            bare("実施状況報告書.docx"),
            lambda: app.report(app.closed(office), "internal"),
        ]
    )
    report("agenda（台帳を読むところから）÷ 空の docxtpl", "", agenda / floor, f"{agenda:.2f}s")
    report(
        "report（台帳と様式から）÷ 空の docxtpl",
        "",
        report_job / floor_report,
        f"{report_job:.2f}s",
    )


def ribbon(office: Path) -> None:
    """A click answered by the warm worker, in wall time: LibreOffice is another process."""
    from office.soffice import missing

    if reason := missing():
        print(f"リボンの測定はできません：{reason}")
        return
    from ribbon_clicks import clicks

    found = clicks(office)
    report(
        "リボン 点検（要求から結果まで、中央値 秒）",
        "≤ 0.3",
        found.median,
        "常駐プログラムは起動済み",
    )
    report("リボン 最初の1回（秒）", "", found.first, f"起動 {found.cold:.2f}s")


def match_as_process(office: Path, cases: int, out: Path, times: int) -> None:
    """名寄せ as a whole process, from reading the register to the listing."""
    ours, read = children(
        [
            python(CLI, "match", office, "--out", out / "名寄せ.xlsx", "--today", TODAY),
            python(READ, office / "支援台帳.xlsx"),
        ],
        times,
    )
    detail = f"{ours[0]:.1f}s {ours[1]:.0f}MB（読むだけ {read[0]:.1f}s {read[1]:.0f}MB）"
    report(f"match {cases:,}件 プロセス全体 ÷ 読むだけ", "≤ 10", ours[0] / read[0], detail)


def kept_sample(cases: int) -> Path:
    """A large sample, made once for as long as the simulation's code is the same."""
    package = Path(juso.__file__).parent
    code = sorted([*package.glob("services/sample/*.py"), *package.glob("koshu/sheets/*.py")])
    mark = sha256(b"".join(path.read_bytes() for path in code)).hexdigest()[:12]
    folder = Path(tempfile.gettempdir()) / f"juso-bench-{cases}-{mark}"
    return folder if (folder / "支援台帳.xlsx").is_file() else sample(folder, cases)


def sample(folder: Path, cases: int, seed: int = 1) -> Path:
    """An office made by a process of its own, so that this one stays small."""
    command = python(CLI, "sample", folder, "--cases", cases, "--seed", seed)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return folder


def main() -> None:
    """Make the offices, time every job, print one table."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        large, usual = sample(root / "3000", 3000), sample(root / "300", 300)
        samples = [sample(root / f"市{number}", 30, number) for number in range(6)]
        offices = stamped(root / "48様式", samples, 6)
        check_as_process(large)
        start_up(usual)
        few = merge_as_process(offices)
        merge_many(root / "1296様式", samples, 162, few)
        check_in_process(large)
        merge_in_process(offices)
        meetings_and_report(usual)
        match_as_process(large, 3000, root, 3)
        if os.environ.get(LARGE):
            match_as_process(kept_sample(30_000), 30_000, root, 1)
            merge_many(root / "10000様式", samples, 1250, few)
        else:
            print(
                f"名寄せの30,000件と月次報告の10,000様式は、{LARGE}=1 のときに測ります"
                "（台帳をつくるのに3分ほどかかります）。"
            )
        merge_on_cluster(offices)  # last: a large parent looks like a large child
        ribbon(usual)
    print(f"{'仕事':<40}{'目標':>8}{'比':>8}  備考")
    for job, goal, ratio, detail in rows:
        print(f"{job:<40}{goal:>8}{ratio:>8}  {detail}")


if __name__ == "__main__":
    main()
