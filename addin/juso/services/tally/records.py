"""What the office has on record about its monthly forms: what was received, returned and settled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from juso.core.calendar import era_date
from juso.core.finding import Finding
from juso.koshu.tally.cover import COVER_SHEET
from juso.koshu.tally.items import form
from juso.koshu.tally.reading import FormReading, Spot, figure_spot, form_finding
from juso.koshu.tally.submission import Event, Life


@dataclass(frozen=True, slots=True)
class Records:
    """The lives of one fiscal year's forms; no lives in an office that never received one.

    `kept` are the versions from which months were settled and the current ones, by fingerprint,
    as far as they could be read; `findings` say which could not.
    """

    lives: Mapping[str, Life] = field(default_factory=dict)
    kept: Mapping[str, FormReading] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    damaged: Sequence[str] = ()  # a sentence for each line of the store that cannot be read

    def version(self, reading: FormReading) -> int | None:
        """The number of the version a reading is; None for one that was not received."""
        life = self.lives.get(reading.form)
        event = life.version_of(reading.sha256) if life else None
        return event.version if event else None


NO_RECORDS = Records()


def is_older(reading: FormReading, now: Event) -> bool:
    """Whether a reading reports less than the version that counts, or was sent before it."""
    last = reading.months[-1]
    if last != now.month:
        return last < now.month
    sent_on = reading.cover.submitted_on
    return sent_on is not None and now.sent_on is not None and sent_on < now.sent_on


def told_version(event: Event) -> str:
    """第2版（R7.6まで、令和7年7月8日受付）."""
    return f"第{event.version}版（{event.month}まで、{era_date(event.at)}受付）"


def counting(
    readings: Sequence[FormReading], records: Records
) -> tuple[list[FormReading], list[Finding]]:
    """The readings that are merged, and what is said of the others.

    Of a form that was ever received what is not received yet counts where it is newer, else the
    version that was received last, from 保管 when no file in the folder holds it any more.
    """
    if not records.lives:
        return list(readings), []
    counted = [r for r in readings if r.form not in records.lives or r.parts]
    findings: list[Finding] = []
    for code, life in records.lives.items():
        mine = [r for r in readings if r.form == code and not r.parts]
        if not mine and any(r.form == code for r in readings):
            continue  # 公表値: put together from versions already
        chosen, said = _of_one_form([r for r in mine if r.cover.year == life.year], life, records)
        counted += [*chosen, *(r for r in mine if r.cover.year != life.year)]
        findings += said
    return counted, findings


def _of_one_form(
    mine: Sequence[FormReading], life: Life, records: Records
) -> tuple[list[FormReading], list[Finding]]:
    now = life.versions[-1]
    findings = list(reopened(life, mine))
    unseen = [r for r in mine if r.months and life.version_of(r.sha256) is None]
    fresh = [r for r in unseen if not is_older(r, now)]
    findings += [older_finding(r, now) for r in unseen if is_older(r, now)]
    if fresh:
        return fresh, [*findings, *map(_not_received, fresh)]
    findings += unexplained(life, records.kept.get(now.sha256))
    here = [r for r in mine if r.sha256 == now.sha256]
    if here:
        return here[:1], findings
    if kept := records.kept.get(now.sha256):
        return [kept], [*findings, _from_archive(kept, now, mine)]
    return list(mine), findings


def older_finding(reading: FormReading, now: Event) -> Finding:
    """A file that would put an older report in the place of a newer one."""
    message = (
        f"受け付けている{told_version(now)}より前の報告なので、入れ替えていません。"
        "取り違えでなければ、表紙の提出対象月と提出日を直したものを送ってもらってください。"
    )
    return form_finding("FORM-041", reading.file, message, Spot(COVER_SHEET, key=reading.form))


def repeated_finding(reading: FormReading, then: Event, now: Event) -> Finding:
    """The very content of a version that another one has replaced since."""
    message = (
        f"第{then.version}版と同じ内容です。その後に{told_version(now)}を受け付けているので、"
        "入れ替えていません。取り違えでなければ、表紙の提出日を直したものを送ってもらってください。"
    )
    return form_finding("FORM-041", reading.file, message, Spot(COVER_SHEET, key=reading.form))


def _not_received(reading: FormReading) -> Finding:
    message = (
        "まだ受け付けていない内容です。この数で集計しました。"
        "`juso receive`（［月次報告を受け付ける］）で受け付けると、前の版との違いが分かります。"
    )
    return form_finding("FORM-040", reading.file, message, Spot(key=reading.form))


def _from_archive(kept: FormReading, now: Event, mine: Sequence[FormReading]) -> Finding:
    what = (
        f"「{mine[0].file}」は前の版の内容です。" if mine else "フォルダーにファイルがありません。"
    )
    message = f"{what}保管してある{told_version(now)}で集計しました。"
    return form_finding("FORM-044", kept.file, message, Spot(key=kept.form))


def reopened(life: Life, mine: Sequence[FormReading]) -> Iterator[Finding]:
    """FORM-046: months of which 確定 was taken back, until they are settled again."""
    file = mine[0].file if mine else form(life.form).file_name
    for month, event in sorted(life.reopened.items()):
        limit = f"{era_date(event.until)}までに" if event.until else ""
        message = (
            f"{form(life.form).name}（{life.form}）の{month}は、第{event.version}版の確定を取り消しています"
            f"（理由：{event.reason}）。{limit}確定し直してください。"
        )
        yield form_finding("FORM-046", file, message, Spot(key=f"{life.form}/{month}"))


def unexplained(life: Life, reading: FormReading | None) -> Iterator[Finding]:
    """Y08: figures the current version changed, for which nobody has given a reason yet."""
    if reading is None:
        return
    labels = {
        str(month): place
        for place, month in enumerate(reading.months)
        if month not in life.settled  # 締め後修正: told with both figures
    }
    for key, version in life.unexplained().items():
        item, _, month = key.partition("/")
        if month not in labels:
            continue
        message = (
            f"前に報告した数を第{version.version}版で変えていますが、理由がありません。"
            f"{where_to_write(version)}"
        )
        spot = figure_spot(reading, item, labels[month], "")
        yield form_finding("TALLY-208", reading.file, message, spot)


def where_to_write(version: Event) -> str:
    """What to do about a change without a reason."""
    return (
        f"出力/集計の「{listing_stem(version)}」の「理由」に書いて保存するか、"
        "様式の備考に理由を書いて送り直してもらってください。"
    )


def listing_stem(version: Event) -> str:
    """差分_W1_R7_v2: the listing of what a version changed."""
    return f"差分_{version.form}_{version.year.short}_v{version.version}"
