"""Rules on a monthly form as a file and on its single cells; `relations.py` has the sums."""

from __future__ import annotations

from dataclasses import dataclass

from juso.core.finding import Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

UNIFIED = "総務省「機械判読可能なデータの表記方法の統一ルール」"
SHAPE = "月次報告様式の決まり"


@dataclass(frozen=True, slots=True)
class TallyRule:
    """One rule of the monthly tallies; `relations` where it compares figures."""

    id: str
    tag: str  # number in the city's reference: N04, X01, Y01, V-T07
    severity: Severity
    basis: str
    statement: str
    relations: tuple[str, ...] = ()
    advice: str = ""  # what to do, the end of the message
    settings: tuple[str, ...] = ()  # keys of the numbers of the 設定 sheet it goes by


VALUE_RULES = (
    TallyRule(
        "TALLY-004",
        "V-T04",
        ERROR,
        f"{UNIFIED}1-3（0・皆無・未入力の区別）",
        "提出対象月までの必須のセルは、0件でも「0」又は「－」を入力する。",
    ),
    TallyRule(
        "TALLY-005", "N01・N02・N12・V-T05", NOTE, f"{UNIFIED}1-3", "数は半角の数字だけで入力する。"
    ),
    TallyRule(
        "TALLY-006",
        "N06～N14・V-T05",
        ERROR,
        f"{UNIFIED}1-2、1-3",
        "1つのセルには、数として読める値を1つだけ入力する。",
    ),
    TallyRule(
        "TALLY-007",
        "N15～N17・V-T05",
        ERROR,
        f"{UNIFIED}1-4、1-7",
        "数の欄にエラー値、計算されていない数式、結合したセルがない。",
    ),
    TallyRule(
        "TALLY-008", "N05・V-T05", WARNING, f"{UNIFIED}1-3", "不詳とした数は、分かり次第入力する。"
    ),
    TallyRule(
        "TALLY-009",
        "N02・V-T05",
        WARNING,
        f"{UNIFIED}1-9",
        "数に付けた単位は行の単位と同じである。",
    ),
)

FORM_RULES = (
    TallyRule("FORM-001", "N22", ERROR, SHAPE, "シート「表紙」がある。"),
    TallyRule(
        "FORM-002", "N21", ERROR, SHAPE, "シート「月次」があり、見出しの行に項目コードがある。"
    ),
    TallyRule("FORM-003", "N22", ERROR, SHAPE, "表紙の様式IDは市の様式のものである。"),
    TallyRule("FORM-004", "N23", WARNING, SHAPE, "表紙の様式版は現行の版である。"),
    TallyRule("FORM-005", "N44", ERROR, SHAPE, "表紙の年度は集計する年度である。"),
    TallyRule("FORM-006", "N44", ERROR, SHAPE, "表紙の窓口コードは様式IDの窓口である。"),
    TallyRule("FORM-007", "V-T07", ERROR, SHAPE, "表紙の提出対象月は年度の月である。"),
    TallyRule(
        "FORM-008",
        "V-M01",
        NOTE,
        SHAPE,
        "表紙の機関名、記入者、提出日、連絡先が入力されている。",
    ),
    TallyRule("FORM-009", "N19", ERROR, SHAPE, "同じ項目コードの行は1つである。"),
    TallyRule("FORM-010", "N19", ERROR, SHAPE, "様式の項目コードの行がすべてある。"),
    TallyRule("FORM-011", "N19", WARNING, SHAPE, "項目コードは様式にあるものである。"),
    TallyRule("FORM-012", "N20", ERROR, SHAPE, "4月から3月までの列がすべてある。"),
    TallyRule("FORM-013", "N20", ERROR, SHAPE, "同じ月の列は1つである。"),
    TallyRule("FORM-014", "N04", WARNING, SHAPE, "提出対象月より後の月は空欄である。"),
    TallyRule("FORM-015", "N21", WARNING, SHAPE, "項目コードのない行に数を入力しない。"),
    TallyRule("FORM-016", "N43", WARNING, SHAPE, "1つの窓口の報告は1つのファイルである。"),
    TallyRule(
        "FORM-017",
        "N43",
        ERROR,
        SHAPE,
        "同じ窓口の報告が2つあるときは、新しいほうが提出対象月又は提出日で分かる。",
    ),
    TallyRule("FORM-018", "V-T07", WARNING, "実施計画7", "各窓口・事業の月次報告がある。"),
    TallyRule("FORM-019", "V-T07", WARNING, "実施計画7", "月次報告は翌月10日までに提出する。"),
    TallyRule("FORM-020", "N38～N41", WARNING, SHAPE, "月次報告は .xlsx 形式である。"),
    TallyRule("FORM-021", "N20", NOTE, SHAPE, "月の見出しは「4月」の形である。"),
    TallyRule("FORM-022", "N37", ERROR, SHAPE, "月次報告のファイルを開くことができる。"),
    TallyRule(
        "FORM-023", "N18", WARNING, SHAPE, "数のある行と列を隠さず、絞り込みを解いて提出する。"
    ),
    TallyRule("FORM-024", "N18", WARNING, SHAPE, "シート「表紙」と「月次」を非表示にしない。"),
    TallyRule(
        "FORM-025",
        "N45",
        NOTE,
        f"{UNIFIED}1-8",
        "コメントや図形で数を訂正せず、セルか備考に入力する。",
    ),
    TallyRule(
        "FORM-026",
        "N38・N42",
        WARNING,
        SHAPE,
        "月次報告のフォルダーには、月次報告のファイルだけを置く。",
    ),
    TallyRule("FORM-030", "N22", ERROR, SHAPE, "月次報告の表は、シート「月次」に1つだけある。"),
    TallyRule("FORM-031", "N19", NOTE, SHAPE, "どの行にも項目コードがある。"),
    TallyRule(
        "FORM-032", "N19", ERROR, SHAPE, "項目コードのない行は、項目名からどの項目かが1つに決まる。"
    ),
    TallyRule("FORM-033", "N19", WARNING, SHAPE, "項目コードと項目名は同じ項目のものである。"),
    TallyRule(
        "FORM-034",
        "N23",
        NOTE,
        SHAPE,
        "前の版の様式の項目は、今の様式の項目に読み替えることができる。",
    ),
    TallyRule("FORM-035", "N20・N21", NOTE, SHAPE, "月次の表に、各月と計のほかの数の列がない。"),
    TallyRule("FORM-036", "N21", WARNING, SHAPE, "1つのシートに、月の列の位置が違う表がない。"),
)
