"""The life of a monthly form from the command line: received, given back, settled, published."""

import json
import shutil

import openpyxl
import pytest

from juso.adapters import form_desk
from juso.adapters.form_ledger import one_at_a_time
from juso.adapters.office import Office
from juso.cli import main
from juso.core.errors import JusoError

FORMS = "月次報告/令和7年度"
STORE = "保管/月次報告.jsonl"


@pytest.fixture(scope="module")
def clean_office(tmp_path_factory):
    """A sample without faults, only copied from."""
    folder = tmp_path_factory.mktemp("office") / "事業所"
    assert main(["sample", str(folder), "--year", "R7", "--cases", "20"]) == 0
    return folder


@pytest.fixture
def office(clean_office, tmp_path):
    """An office nobody has received a form in yet; without a register, so that it is quick."""
    folder = shutil.copytree(clean_office, tmp_path / "事業所")
    (folder / "支援台帳.xlsx").unlink()
    return folder


@pytest.fixture
def juso(office, capsys):
    """Run a command on the office: exit code and what it said."""

    def run(verb, *arguments, today="2026-04-08"):
        code = main([verb, str(office), *map(str, arguments), "--today", today])
        said = capsys.readouterr()
        return code, said.out + said.err

    return run


def typed(source, target, sent="令和8年4月9日", **cells):
    """A form in which a window typed: `C21_E="40"` is the cell of row C21 in column E."""
    book = openpyxl.load_workbook(source)
    sheet, cover = book["月次"], book["表紙"]
    rows = {row[0].value: row[0].row for row in sheet.iter_rows(min_row=4)}
    for place, value in cells.items():
        code, _, column = place.partition("_")
        sheet[f"{column}{rows[code]}"] = value
    label = next(c for row in cover.iter_rows() for c in row if c.value == "提出日")
    cover.cell(label.row, label.column + 1).value = sent
    book.save(target)
    return target


def document(juso, *arguments):
    return json.loads(juso("merge", "--json", *arguments)[1])


def figure(found, item, month="R7.4", window="W1"):
    return next(
        (f["value"], f["source"]["cell"], f["source"]["sha256"])
        for f in found["figures"]
        if (f["window"], f["item"], f["month"]) == (window, item, month)
    )


def test_receive__twice_changes_nothing(office, juso):
    """Each form is kept exactly as it was sent, under its content."""
    first, again = juso("receive"), juso("receive")

    assert (first[0], again[0]) == (0, 0)
    assert "受付8件" in first[1]
    assert "受付済み8件" in again[1]
    assert len((office / STORE).read_text("utf-8").splitlines()) == 8
    kept = {path.read_bytes() for path in (office / "保管/月次報告").iterdir()}
    assert kept == {path.read_bytes() for path in (office / FORMS).iterdir()}


def test_published_figures__stay_after_a_correction(office, juso, tmp_path):
    """締め後修正: the corrected figure is shown, the published one can be made again."""
    juso("receive")
    juso("settle", "R7.4")
    before = document(juso, "--published")
    old = figure(before, "C40")
    sent = typed(office / FORMS / "W1_介護.xlsx", tmp_path / "再.xlsx", C40_E=old[0] + 2)
    code, said = juso("receive", sent, today="2026-04-10")
    now, published = document(juso), document(juso, "--published")

    assert code in (0, 1)
    assert "第2版として受け付けました。前の版から変わった数1（このうち理由のないもの1）" in said
    assert (office / FORMS / "W1_介護_2.xlsx").read_bytes() == sent.read_bytes()
    assert figure(now, "C40")[0] == old[0] + 2
    assert figure(published, "C40") == old
    assert published["figures"] == before["figures"]
    assert published["totals"] == before["totals"]
    [line] = now["corrections"]
    assert (line["window"], line["item"], line["month"]) == ("W1", "C40", "R7.4")
    assert (line["published"], line["corrected"], line["reason"]) == (old[0], old[0] + 2, "")
    assert (line["published_version"], line["version"], line["date"]) == (1, 2, "2026-04-10")
    assert [f["severity"] for f in now["findings"] if f["rule"] == "FORM-042"] == ["要確認"]


def test_reason__written_in_the_listing_is_read_next_time(office, juso, tmp_path):
    juso("receive")
    juso("receive", typed(office / FORMS / "W1_介護.xlsx", tmp_path / "再.xlsx", C40_E=1, C39_E=1))
    listing = office / "出力/集計/差分_W1_R7_v2.xlsx"
    asked = [f for f in document(juso)["findings"] if f["rule"] == "TALLY-208"]
    book = openpyxl.load_workbook(listing)
    row = next(r for r in book["差分"].iter_rows() if r[1].value == "C40")
    row[9].value = "転記の誤り"
    book.save(listing)
    left = [f for f in document(juso)["findings"] if f["rule"] == "TALLY-208"]
    code, said = juso("receive")
    listing.unlink()
    after = [f for f in document(juso)["findings"] if f["rule"] == "TALLY-208"]

    assert [f["key"] for f in asked] == ["W1/C39/R7.4", "W1/C40/R7.4"]
    assert [f["key"] for f in left] == ["W1/C39/R7.4"]
    assert code == 0
    assert "差分に書かれた理由を1件読み取りました" in said
    assert after == left


def test_reason__in_the_remarks_of_the_form_is_one(office, juso, tmp_path):
    """Only what was written since the version before."""
    first = office / FORMS / "W1_介護.xlsx"
    typed(first, first, C38_R="ずっとある注")
    juso("receive")
    sent = typed(
        first, tmp_path / "再.xlsx", "令和8年4月10日", C40_E=1, C40_R="転記の誤り", C38_E=1
    )
    juso("receive", sent)

    assert [f["key"] for f in document(juso)["findings"] if f["rule"] == "TALLY-208"] == [
        "W1/C38/R7.4"
    ]


def test_return__correct__receive_ends_without_findings(office, juso, tmp_path):
    """The copy that is given back is filled in and taken for the next version."""
    first = office / FORMS / "W3_子育て.xlsx"
    value = openpyxl.load_workbook(first)["月次"]["G5"].value
    typed(first, first, A02_G="約3", A03_H=None)
    received = juso("receive")
    code, said = juso("return", "W3", "--reason", "内訳も見てください")
    [copy] = (office / "出力/差戻し").glob("*.xlsx")
    wall = [s["status"] for s in document(juso)["completeness"] if s["window"] == "W3"]
    refused = juso("settle", "R7.4", "W3")
    back = typed(copy, tmp_path / "直した.xlsx", "令和8年4月10日", A02_G=value, A03_H=0)
    again = juso("receive", back, today="2026-04-10")
    settled = juso("settle", "R7.4", "W3")

    assert received[0] == 1
    assert "差し戻してください" in received[1]
    assert (code, copy.name) == (1, "差戻し_W3_R8.3_v1.xlsx")
    assert "令和8年4月15日（水）までに返送" in said
    assert set(wall) == {"差戻し"}
    assert refused[0] == 1
    assert "差し戻しています" in refused[1]
    assert again[0] == 0, again[1]
    assert "第2版として受け付けました" in again[1]
    assert settled[0] == 0
    assert "第2版で確定しました" in settled[1]


def test_settle__refuses_window_by_window(office, juso):
    """One window that is not ready does not hold up the others."""
    first = office / FORMS / "W1_介護.xlsx"
    typed(first, first, A02_F="約3")
    juso("receive")
    code, said = juso("settle", "R7.5", "W1", "W2")
    early = juso("settle", "R7.4", "W1")

    assert code == 1
    assert "介護（W1）のR7.5は確定できません。要修正が1件あります" in said
    assert "障害（W2）のR7.5を第1版で確定しました" in said
    assert early[0] == 0  # what is wrong in May does not stop April


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("settle", "R8.4"), "令和7年度の月ではありません"),
        (("settle", "R7.4", "W9"), "「W9」という窓口コードはありません"),
        (("settle", "R7.4"), "受け付けた月次報告がありません"),
        (("settle", "R7.4", "--reopen", " "), "確定を取り消す理由がありません"),
        (("settle", "R7.4", "--reopen", "誤り"), "R7.4を確定した窓口・事業はありません"),
        (("reconcile", "--month", "R8.4"), "令和7年度の月ではありません"),
        (("return", "W1"), "まだ受け付けていません"),
        (("merge", "--published"), "確定した月がありません"),
    ],
)
def test_what_cannot_go_on__is_one_sentence(juso, arguments, sentence):
    code, said = juso(*arguments)

    assert code == 2
    assert sentence in said
    assert said.count("\n") == 1


def test_published__says_which_copy_was_altered(office, juso):
    juso("receive")
    juso("settle", "R7.4", "W1")
    mark = figure(document(juso, "--published"), "A01")[2]
    path = office / f"保管/月次報告/{mark}.xlsx"
    path.write_bytes(b"x")
    code, said = juso("merge", "--published")

    assert code == 2
    assert "介護（W1）の第1版の控え" in said


def test_old_version_over_the_new_one__is_not_taken_in_silence(office, juso, tmp_path):
    """The newest version counts, from 保管, until somebody has looked."""
    first = office / FORMS / "W1_介護.xlsx"
    old = shutil.copy(first, tmp_path / "古い.xlsx")
    typed(first, first, C40_E=7)
    juso("receive", old)
    juso("receive")
    for path in (office / FORMS).glob("W1*"):
        path.unlink()
    shutil.copy(old, first)
    code, said = juso("receive")
    now = document(juso)

    assert code == 0
    assert "見送り1件" in said
    assert figure(now, "C40")[0] == 7
    assert "FORM-044" in {f["rule"] for f in now["findings"]}


def test_killed_between_archive_and_ledger__is_healed_by_the_next_run(office, juso, monkeypatch):
    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(form_desk, "note_events", killed)
        assert juso("receive")[0] == 2
    assert not (office / STORE).exists()
    assert juso("receive")[0] == 0
    assert len((office / STORE).read_text("utf-8").splitlines()) == 8


def test_full_disk__keeps_nothing_of_the_run(office, juso, monkeypatch):
    def full(*_):
        raise JusoError("空き容量を確かめてください。")

    monkeypatch.setattr(form_desk, "note_events", full)

    assert juso("receive")[0] == 2
    assert list((office / "保管/月次報告").iterdir()) == []


def test_two_people__the_second_is_told(office, juso):
    with one_at_a_time(Office.open(office)):
        code, said = juso("receive")

    assert code == 2
    assert "ほかの人が月次報告を受け付けています" in said


def test_remind__makes_a_text_for_each_window_that_owes(office, juso):
    (office / FORMS / "W3_子育て.xlsx").unlink()
    code, said = juso("remind", today="2025-07-11")
    [text] = (office / "出力/催促").glob("*.txt")

    assert code == 0
    assert "W3 子育て：未提出 R7.4～R7.6" in said
    assert text.name == "催促_R7.6_W3_子育て.txt"
    assert text.read_bytes().startswith("\ufeff件名：".encode())
    assert len(list((office / "出力/催促").glob("催促一覧_*.xlsx"))) == 1


def test_remind__makes_no_file_where_nothing_is_missing(office, juso):
    code, said = juso("remind", today="2025-07-11")

    assert (code, list((office / "出力/催促").iterdir())) == (0, [])
    assert "未提出の月次報告はありません" in said


def test_reopen__takes_a_settled_month_back_with_a_reason(office, juso, tmp_path):
    """The month can then be settled from a newer version, and that is what is published."""
    juso("receive")
    juso("settle", "R7.4", "W1", "W2")
    old = figure(document(juso, "--published"), "C40")[0]
    sent = typed(office / FORMS / "W1_介護.xlsx", tmp_path / "再.xlsx", C40_E=old + 2)
    juso("receive", sent, today="2026-04-10")
    code, said = juso("settle", "R7.4", "W1", "--reopen", "転記の誤り")
    opened = document(juso)
    [told] = [f for f in opened["findings"] if f["rule"] == "FORM-046"]
    status = {s["window"]: s["status"] for s in opened["completeness"] if s["month"] == "R7.4"}
    published = document(juso, "--published")
    again = juso("settle", "R7.4", "W1")

    assert code == 0
    assert "令和8年4月15日（水）までに確定し直してください" in said
    assert "理由：転記の誤り" in told["message"]
    assert (status["W1"], status["W2"]) == ("受付", "確定")
    assert {f["window"] for f in published["figures"]} == {"W2"}  # only what is settled
    assert "第2版で確定しました" in again[1]
    assert figure(document(juso, "--published"), "C40")[0] == old + 2
    assert "FORM-046" not in {f["rule"] for f in document(juso)["findings"]}


def test_reopen__refuses_a_window_that_is_not_settled(juso):
    juso("receive")
    juso("settle", "R7.4", "W1")
    code, said = juso("settle", "R7.4", "W1", "W2", "--reopen", "誤り")

    assert code == 1
    assert "障害（W2）のR7.4は確定していないので、取り消せません" in said
    assert "1件取り消しました" in said


def test_settle__twice_says_so(juso):
    juso("receive")
    first, again = juso("settle", "R7.4", "W1"), juso("settle", "R7.4", "W1")

    assert "1件確定しました" in first[1]
    assert "0件" not in again[1]
    assert "R7.4はすでに確定しています" in again[1]


def test_front_page__says_which_figures_these_are(office, juso, tmp_path):
    """公表値 on the published workbook; on the other, how many were corrected since."""
    juso("receive")
    juso("settle", "R7.4", "W1")
    sent = typed(office / FORMS / "W1_介護.xlsx", tmp_path / "再.xlsx", C40_E=40)
    juso("receive", sent, today="2026-04-10")
    juso("merge")
    juso("merge", "--published")
    fronts = {
        path.stem: [row[0] for row in openpyxl.load_workbook(path)["はじめに"].values]
        for path in (office / "出力/集計").glob("月次統合*.xlsx")
    }

    assert "締め後修正：1" in str(fronts["月次統合_R7"])
    assert "締め後修正" in fronts["月次統合_R7"]
    assert "公表値：" in str(fronts["月次統合_R7_公表値"])
    assert "締め後修正" not in fronts["月次統合_R7_公表値"]


def test_return__for_a_reason_alone_has_no_empty_list(office, juso):
    juso("receive")
    code, said = juso("return", "W1", "--reason", "記入者を書いてください")
    [copy] = (office / "出力/差戻し").glob("*.xlsx")
    front = str([row[0] for row in openpyxl.load_workbook(copy)["差戻し"].values])

    assert code == 0
    assert "直すところ" not in said
    assert "下の「連絡」を読んで直し" in front
    assert "No." not in front


def test_receive__with_nothing_there_says_what_to_do(office, juso):
    for path in (office / FORMS).iterdir():
        path.unlink()
    code, said = juso("receive")

    assert code == 0
    assert "フォルダーに置いて" in said


def test_published__does_not_need_the_copy_of_what_is_not_settled(office, juso):
    juso("receive")
    juso("settle", "R7.4", "W1")
    mark = figure(document(juso), "A01", window="W2")[2]
    (office / f"保管/月次報告/{mark}.xlsx").unlink()
    (office / FORMS / "W2_障害.xlsx").unlink()

    assert {f["window"] for f in document(juso, "--published")["figures"]} == {"W1"}
