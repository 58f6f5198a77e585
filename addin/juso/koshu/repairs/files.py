"""Messy files: what is read, and what is refused with a sentence."""

from functools import partial

from juso.core.finding import Severity
from juso.koshu.repairs.repair import Repair, Where

WARNING, ERROR = Severity.WARNING, Severity.ERROR

_file = partial(Repair, where=Where.FILE)

FILES = (
    _file(
        number="N30",
        what="1904年から数える日付（古い Mac のブック）",
        typed="1904年方式のブック",
        becomes="正しい日付で読みます",
        grade=None,
    ),
    _file(
        number="N37",
        what="パスワードの付いたファイル",
        typed="パスワード付きの.xlsx",
        becomes="パスワードを入力すると読みます",
        grade=ERROR,
        rule="FORM-022",
        advice="パスワードを確かめます。読めるようにしたファイルは残しません。",
    ),
    _file(
        number="N38",
        what="zipで届いたファイル",
        typed="月次報告.zip",
        becomes="中のファイルが1つなら読みます（パスワードの付いたものも）",
        grade=WARNING,
        rule="FORM-020",
        advice="次からはzipにせずに提出します。2つ以上入ったzipは読まないので、取り出します。",
    ),
    _file(
        number="N39",
        what="古い形式（.xls）",
        typed="W1_介護.xls",
        becomes="値だけを読みます",
        grade=WARNING,
        rule="FORM-020",
        advice="次からは.xlsx形式で保存します。",
    ),
    _file(
        number="N40",
        what="マクロの付いたファイル（.xlsm）",
        typed="W1_介護.xlsm",
        becomes="マクロを動かさずに読みます",
        grade=None,
        advice="マクロは要りません。次からは.xlsx形式で保存します。",
    ),
    _file(
        number="N41",
        what="CSV、HTMLの表",
        typed="W1_介護.csv",
        becomes="表紙と月次の入った1枚の表として読みます",
        grade=WARNING,
        rule="FORM-020",
        advice="電話番号などの先頭の0が落ちるので、次からは.xlsx形式で提出します。",
    ),
    _file(
        number="N42",
        what="開いたままのファイル",
        typed="~$W1_介護.xlsx",
        becomes="Excel の一時ファイルなので読みとばします",
        grade=None,
        advice="「~$」の付かないほうを、保存して閉じます。",
    ),
    _file(
        number="N45",
        what="吹き出し・図形・文字の色",
        typed="赤い字の数",
        becomes="色や図形に意味を持たせても読みません",
        grade=Severity.NOTE,
        rule="FORM-025",
        advice="伝えることは、セルの文字で書きます。",
    ),
)
