"""The commands on 月次報告: taken in, returned, settled, reminded of, held against the register."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from juso.adapters.workspace import Workspace
from juso.core.calendar import Month, era_date
from juso.merging import Merging
from juso.result import Result, count_sentence

if TYPE_CHECKING:
    from juso.adapters.locked_file import Ask
    from juso.adapters.replies import Replies


@dataclass(frozen=True, slots=True)
class Tallies(Merging):
    """What is done with the monthly forms of the windows and programmes."""

    def receive(
        self, at: Workspace, files: Sequence[Path], password: str = "", ask: Ask | None = None
    ) -> Result:
        """届いた月次報告を受け付け、前の版との違いを示す。"""
        from juso.adapters.form_closing import received_findings
        from juso.adapters.form_desk import receive
        from juso.adapters.form_ledger import one_at_a_time

        with one_at_a_time(at.office):
            done = receive(at.office, files, self.today, password, ask)
        about = received_findings(at.office, done.windows, password)
        findings, lines = [*done.findings, *about.findings], [*done.lines, *about.lines]
        sentence = (
            count_sentence(findings, f"月次報告の受付：{done.summary}。")
            if done.summary
            else "受け付ける月次報告はありませんでした。"
            "届いたファイルを「月次報告」フォルダーに置いて、もう一度お試しください。"
        )
        return self.noted(at, "receive", Result(sentence, done.made, findings, lines=lines))

    def give_back(
        self, at: Workspace, form_code: str, reason: str = "", password: str = ""
    ) -> Result:
        """月次報告を、直すセルに注を付けた写しにして差し戻す。"""
        from juso.adapters.form_ledger import one_at_a_time
        from juso.adapters.form_return import give_back

        with one_at_a_time(at.office):
            done = give_back(at.office, form_code, reason, self.today, password)
        sentence = (
            f"{done.path.name} をつくりました。送った人に渡し、"
            f"{era_date(done.answer_by, weekday=True)}までに返送してもらってください。"
        )
        if done.findings:
            sentence = count_sentence(done.findings, f"{sentence}直すところ：")
        return self.noted(at, "return", Result(sentence, [done.path], done.findings))

    def settle(
        self, at: Workspace, month: Month, form_codes: Sequence[str] = (), password: str = ""
    ) -> Result:
        """受け付けた月次報告の月を確定する。"""
        from juso.adapters.form_closing import settle
        from juso.adapters.form_ledger import one_at_a_time

        with one_at_a_time(at.office):
            done = settle(at.office, month, form_codes, self.today, password)
        left = f"確定できないもの{len(done.refused)}（{'、'.join(done.refused)}）。"
        did = (
            f"{month}を{len(done.settled)}件確定しました。" if done.settled or done.refused else ""
        )
        sentence = f"{did}{left}" if done.refused else did or f"{month}はすでに確定しています。"
        lines, is_amiss = done.lines, bool(done.refused)
        result = Result(sentence, (), done.findings, lines=lines, is_amiss=is_amiss)
        return self.noted(at, "settle", result)

    def reopen(self, at: Workspace, month: Month, form_codes: Sequence[str], reason: str) -> Result:
        """確定した月を、理由を残して確定前に戻す。"""
        from juso.adapters.form_ledger import one_at_a_time
        from juso.adapters.form_reopening import reopen

        with one_at_a_time(at.office):
            done = reopen(at.office, month, form_codes, reason, self.today)
        sentence = f"{month}の確定を{len(done.reopened)}件取り消しました。"
        if done.reopened:
            sentence += f"{era_date(done.until, weekday=True)}までに確定し直してください。"
        result = Result(sentence, (), lines=done.lines, is_amiss=bool(done.refused))
        return self.noted(at, "settle", result)

    def remind(self, at: Workspace) -> Result:
        """未提出の窓口と、そのまま送れる催促の文をつくる。"""
        from juso.adapters.office_forms import merge_forms
        from juso.adapters.reminders import FOLDER, list_name, write_reminders
        from juso.services.tally.reminder import owed

        office = at.office
        merged = merge_forms(office, office.year, self.today)
        owing = owed(merged.completeness, self.today)
        place = at.new_file(FOLDER, list_name(self.today))
        made = write_reminders(office, owing, self.today, place)
        sentence = (
            f"催促する窓口・事業は{len(owing)}件です。文をメールに貼り付けて送ってください。"
            if owing
            else "未提出の月次報告はありません。"
        )
        lines = [*merged.background.records.damaged, *(one.line for one in owing)]
        return self.noted(at, "remind", Result(sentence, made, lines=lines))

    def reconcile(self, at: Workspace, month: Month | None = None, by: str = "") -> Result:
        """書かれた理由を覚え、月次報告の数を台帳から数えた数と突き合わせ、違いの訳を相談ごとに示す。"""
        from juso.adapters.form_closing import must_be_of_year
        from juso.adapters.reconcile_desk import open_desk
        from juso.adapters.reconcile_listing import reconcile_listing, replies_in
        from juso.adapters.reconcile_sheet import FOLDER, RECONCILED

        if month:
            must_be_of_year(at.office, month)
        replies = replies_in(at.answers(RECONCILED, FOLDER))
        loaded = at.register(self.today)
        desk = open_desk(at.office, loaded.register, self.today)
        taken = desk.take_replies(replies, by, self.today)
        told, memo = desk.only(month), desk.memo(taken)
        listing = reconcile_listing(told, memo, loaded.register, taken.left_texts)
        made = at.show_listing(listing, loaded)
        lines = [*desk.history.damaged, *taken.refused, *(a.sentence for a in told.agreements)]
        did = taken.summary if taken.confirmations or taken.refused else ""
        result = Result(f"{did}{listing.opening[0]}", made, lines=lines)
        return self.noted(at, "reconcile", result)

    def confirm_tallies(self, at: Workspace, replies: Iterable[Replies], by: str) -> Result | None:
        """月次統合と突合の「対応」に新しく書かれた理由を覚える。書かれていなければ何もしない。"""
        from juso.adapters.confirmations import read_confirmations
        from juso.adapters.reconcile_desk import open_desk, unread

        history = read_confirmations(at.office)
        fresh = [found for reply in replies if (found := unread(reply, history))]
        if not fresh:
            return None
        desk = open_desk(at.office, at.register(self.today).register, self.today)
        taken = [desk.take_all(reply, by, self.today) for reply in fresh]
        read = "、".join(dict.fromkeys(reply.file for reply in fresh))
        did = "".join(confirmed.summary for confirmed in taken)
        sentence = f"{read} の「対応」を読みました。{did}次の統合と突合から、参考として扱います。"
        return Result(sentence, lines=[line for c in taken for line in c.refused])
