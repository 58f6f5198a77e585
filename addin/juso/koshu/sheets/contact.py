"""T07 支援経過記録."""

from datetime import date, datetime

from juso.core.sheet import Row, column
from juso.koshu.choices import AGENCY
from juso.koshu.codes import ContactMethod, Counterpart, Counting, Partner, Program


class Contact(Row, sheet="支援経過記録"):
    """対応1回を1行で。月次報告の延べ件数はこの行数（所内会議・非計上を除く）。"""

    record_no: str = column(
        "記録番号", unique=True, pattern=r"K-R\d{1,2}-\d{5}", example="K-R7-00001"
    )
    case_no: str | None = column("ケース番号", refers="相談受付簿", when="地域づくりの気づき以外")
    at: datetime = column("日時")
    worker: str = column("対応者")
    agency: str = column("対応機関", choices=AGENCY)
    program: Program = column("事業区分")
    method: ContactMethod = column("方法")
    counterpart: Counterpart = column("相手")
    other_agency: str | None = column("相手機関", choices=AGENCY, when="相手が支援機関のとき")
    partner: Partner | None = column("連携先17", basis="実施計画9")
    met: str | None = column(
        "本人に会えた", pattern="○|×", example="○」又は「×", when="アウトリーチの訪問のとき"
    )
    content: str = column("内容(事実)", width=40)
    observation: str | None = column("本人の様子・発言", width=30)
    judgement: str | None = column("判断・方針", width=24)
    next_action: str | None = column("次の対応", width=20)
    next_on: date | None = column("次の対応の期限")
    is_letter: bool = column("手紙・投函")
    counting: Counting = column("計上")
    needs_care: bool = column("取扱注意")
    entered_at: datetime | None = column("記入日時")

    @property
    def counts(self) -> bool:
        """Whether it is one of the 延べ相談・対応件数 (A10)."""
        return self.counting is Counting.COUNTED and self.method is not ContactMethod.INTERNAL
