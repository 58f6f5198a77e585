"""A small invented year for the annual report: a register in text and monthly forms that add up."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from functools import cache
from random import Random

from juso.core.calendar import FiscalYear, Month
from juso.koshu.config import Config
from juso.koshu.register import Register
from juso.koshu.report_sections import Edition
from juso.koshu.tally.cover import Cover
from juso.koshu.tally.item import Form, Kind, TallyItem
from juso.koshu.tally.items import FORMS
from juso.koshu.tally.reading import FormReading, TallyRow
from juso.koshu.tally.values import State
from juso.services.build_report import build_report
from juso.services.merge import merge
from juso.services.report_model import Report
from juso.services.tally.merged import Merged
from tables import register

YEAR = FiscalYear(2025)
TODAY = date(2026, 3, 31)

TEXT = """
相談受付簿
| ケース番号 | 世帯番号 | 受付日 | 受付窓口 | 相談経路 | 性別 | 生年月日 | 地区 | 対象属性 | 課題区分 | 同意状況 | 同意方法 | スクリーニング結果 | 主担当機関 | 状態 |
| R7-0001 | S0001 | 2025-04-08 | 介護 | 家族・親族 | 女性 | 1943-02-01 | 勝沼 | 高齢 | 認知症・介護、経済的困窮 | 同意あり（書面） | 書面 | 多機関協働へつなぎ | 地域包括支援センター | 支援中 |
| R7-0002 | S0001 | 2025-04-08 | 生活困窮 | 家族・親族 | 男性 | 1971-07-15 | 勝沼 | 困窮 | ひきこもり | 未確認（働きかけ中） | | アウトリーチへつなぎ | 自立相談支援 | 支援中 |
| R7-0003 | S0003 | 2025-06-20 | 子育て | 学校・教育委員会 | 女性 | 2012-10-10 | 大和 | こども | 不登校・教育 | 代理人・保護者の同意 | 代理人の書面 | 自窓口で継続 | こども家庭センター | 終結 |
| R7-0004 | S0004 | 2025-09-01 | 障害 | 本人（電話） | 男性 | 1990-01-31 | 塩山中央 | 障害 | 障害（疑い含む）、就労 | 同意あり（口頭・記録済） | 口頭 | 自窓口で継続 | 福祉あんしん相談センター | 支援中 |
| R7-0005 | S0005 | 2026-02-10 | 介護 | 知人・近隣 | 女性 | 1985-05-05 | 塩山東部 | 困窮 | 債務・滞納 | 同意なし（拒否） | | 情報提供・相談のみで終了 | 地域包括支援センター | 終結 |
| R6-0099 | S0099 | 2025-02-10 | 介護 | 知人・近隣 | 女性 | 1940-05-05 | 塩山東部 | 高齢 | 病気・健康 | 同意あり（書面） | 書面 | 自窓口で継続 | 地域包括支援センター | 支援中 |
課題整理
| ケース番号 | 課題番号 | 課題区分 | 内容 | 背景要因 | 優先度 |
| R7-0001 | 1 | 認知症・介護 | 物忘れが進んでいる。 | 一人で通院できない。 | 1 |
支援プラン
| プラン番号 | ケース番号 | プラン種別 | 区分 | 回次 | 作成日 | 当面の目標 | 支援開始日 | 支援終了予定日 | 決定日 | 状態 |
| P-R7-0001-1 | R7-0001 | 多機関協働 | 新規 | 1 | 2025-05-20 | 三か月以内に介護サービスの利用を始め、長男が支援員と月に一度話す。 | 2025-06-01 | 2025-12-31 | 2025-06-10 | 実施中 |
| P-R7-0003-1 | R7-0003 | 窓口単独 | 新規 | 1 | 2025-07-01 | 登校する。 | 2025-07-01 | | 2025-07-05 | 実施中 |
プラン明細
| プラン番号 | 行番号 | 課題番号 | 課題 | 目標 | 支援内容 | 担当機関 | 担当者 | 期日 | 進捗 | 完了日 |
| P-R7-0001-1 | 1 | 1 | 介護の負担 | 利用開始 | 認定の申請を支援する。 | 地域包括支援センター | 甲野 | 2025-08-31 | 完了 | 2025-08-20 |
| P-R7-0001-1 | 2 | 1 | 長男の孤立 | 月1回の面談 | 訪問を続ける。 | 自立相談支援 | 乙川 | 2025-09-30 | 完了 | 2025-10-05 |
| P-R7-0003-1 | 1 | 1 | 登校 | 登校する | | こども家庭センター | 丙山 | 2025-09-30 | 実施中 | |
評価・終結票
| 評価番号 | プラン番号 | ケース番号 | 評価日 | 評価種別 | 目標ごとの達成度 | 見られた変化 | 結論 | 終結理由 |
| E-R7-0001-1 | P-R7-0001-1 | R7-0001 | 2025-12-20 | モニタリング | 一部達成 | サービス利用開始、孤立の軽減 | 継続 | |
| E-R7-0001-2 | P-R7-0001-1 | R7-0001 | 2026-03-20 | 終結 | 達成 | サービス利用開始 | 終結 | 目標達成 |
つなぎ・引継票
| 引継番号 | ケース番号 | 種別 | 引継元機関 | 引継先機関 | 連携先17 | 依頼日 | 方法 | 受領日 | 初回接触確認日 | 結果 | フォロー結果 |
| H-R7-0001 | R7-0001 | 多機関協働へ | 地域包括支援センター | 多機関協働担当 | | 2025-04-10 | 会議 | 2025-04-11 | 2025-04-15 | 受入 | |
| H-R7-0002 | R7-0002 | 制度申請 | 自立相談支援 | 生活保護担当 | 生活保護 | 2025-05-10 | 同行 | 2025-05-10 | 2025-05-19 | 受入 | |
| H-R7-0003 | R7-0002 | 支援機関間（担当移管） | 自立相談支援 | 参加支援担当 | | 2025-06-10 | 対面 | 2025-06-12 | | | 一度会えた。 |
支援経過記録
| 記録番号 | ケース番号 | 日時 | 対応機関 | 事業区分 | 方法 | 相手 | 連携先17 | 計上 |
| K-R7-00001 | R7-0002 | 2025-05-01 10:00 | 自立相談支援 | アウトリーチ等 | 訪問 | 本人 | | 延べ計上 |
| K-R7-00002 | R7-0002 | 2025-05-10 10:00 | 自立相談支援 | アウトリーチ等 | 同行 | 支援機関 | 生活保護 | 延べ計上 |
| K-R7-00003 | R7-0001 | 2025-05-12 10:00 | 地域包括支援センター | 包括的相談支援 | 所内会議 | 支援機関 | 法テラス | 延べ計上 |
会議台帳
| 会議番号 | 会議種別 | 回次 | 開催日 | 開催区分 |
| JU-R7-01 | 重層的支援会議 | 1 | 2025-06-10 | 定例 |
| SK-R7-01 | 支援会議 | 1 | 2025-05-12 | 緊急 |
| TN-R7-01 | 庁内連携委員会 | 1 | 2026-03-10 | 定例 |
会議案件
| 会議番号 | 案件番号 | 案件区分 | ケース番号 | プラン番号 | 件名 | 結論の要旨 | 意見要旨 |
| JU-R7-01 | 1 | 支援計画の適切性の協議 | R7-0001 | P-R7-0001-1 | 親子の支援計画 | | |
| SK-R7-01 | 1 | 緊急性がある事案への対応 | R7-0002 | | 安否の確認 | | |
| TN-R7-01 | 1 | 実施状況の確認・評価 | | | 令和7年度の実施状況 | つなぎの確認を早める。 | 介護支援課：委託先へ周知する。 |
会議出席
| 会議番号 | 案件番号 | 機関 | 職名 | 氏名 | 出席区分 |
| SK-R7-01 | 0 | 自立相談支援 | 相談員 | 乙川　一 | 出席 |
| SK-R7-01 | 0 | 民生委員児童委員協議会 | 会長 | 丁田　二 | 欠席 |
| TN-R7-01 | 0 | 福祉総合支援課 | 課長 | 戊谷　三 | 出席 |
| TN-R7-01 | 0 | 介護支援課 | 課長 | 己村　四 | 代理 |
決定事項
| 会議番号 | 案件番号 | 決定番号 | 内容 | 担当機関 | 期限 | 状態 | 完了日 |
| JU-R7-01 | 1 | JU-R7-01-01 | 申請に同行する。 | 地域包括支援センター | 2025-06-30 | 完了 | 2025-06-25 |
| SK-R7-01 | 1 | SK-R7-01-01 | 訪問を続ける。 | 自立相談支援 | 2025-07-31 | 進行 | |
社会資源台帳
| 資源番号 | 名称 | 種別 | 充足状況 | 開発状況 |
| SR001 | 夕方の移動支援 | 移動 | 不足 | 検討 |
| SR002 | 居場所 | 居場所 | 充足 | |
関係機関マスタ
| 機関コード | 正式名 | 略称 | 区分 | 連携先17 |
| X01 | 福祉事務所 | 生活保護担当 | 17連携先 | 生活保護 |
目標・評価
| 年度 | 指標ID | 目標値 | 課評価 | 評価理由 | 課題 | 次年度対応 |
| R7 | K01 | 95 | B | 継続率は目標に近い。 | 連絡の途絶え | 手紙での連絡を続ける |
| R7 | K04 | | A | | | |
研修記録
| 開催日 | 種別 | 名称 | 課長級 | リーダー | 担当 | 委託先 | 他課 |
| 2025-05-22 | 研修 | 相談支援の基礎 | 2 | 3 | 8 | 4 | 0 |
| 2025-11-06 | 事例検討会 | 多機関協働の事例検討 | 0 | 2 | 6 | 5 | 1 |
"""


def small_register() -> Register:
    """The invented register."""
    return register(TEXT)


@cache
def merged_forms(
    year: FiscalYear = YEAR, months: int = 12, without: tuple[str, ...] = ()
) -> Merged:
    """Forms of all windows up to a number of months; `without` leaves whole forms out."""
    readings = [_reading(form, year, months) for form in FORMS if form.code not in without]
    return merge(readings, year, today=TODAY)


def small_report(
    book: Register | None = None,
    merged: Merged | None = None,
    earlier: Collection[Merged] = (),
    edition: Edition = Edition.INTERNAL,
) -> Report:
    """A report, the internal edition unless told, for a city of 28,000."""
    book = small_register() if book is None else book
    config = Config(YEAR, population=28_000)
    return build_report(book, merged, config, edition, YEAR, TODAY, earlier=tuple(earlier))


def _reading(form: Form, year: FiscalYear, months: int) -> FormReading:
    reported = year.months[:months]
    rng = Random(f"{form.code}/{year.short}")
    columns = [dict(_month(form, month, rng)) for month in reported]
    rows = {
        item.code: TallyRow(
            number, tuple(c[item.code] for c in columns), (State.VALUE,) * len(reported)
        )
        for number, item in enumerate(form.items, start=2)
    }
    cover = Cover(form.form_id, "2025", year, form.code, form.agency, "", reported[-1], TODAY)
    places = tuple(range(6, 6 + len(reported)))
    return FormReading(form.file_name, form.code, form.code, cover, reported, places, rows)


def _month(form: Form, month: Month, rng: Random) -> Iterator[tuple[str, int]]:
    """One month's column: breakdowns add up to their total, the rest is drawn."""
    new, contacts = rng.randint(12, 30), rng.randint(90, 160)
    parts = {
        **_share(rng, new, [c.code for c in form.items if "B01" <= c.code <= "B04"]),
        **_share(rng, new, [c.code for c in form.items if "B11" <= c.code <= "B22"]),
        **_share(rng, new, [c.code for c in form.items if "B31" <= c.code <= "B42"]),
        **_share(rng, new, [c.code for c in form.items if "B51" <= c.code <= "B57"]),
        **_share(rng, contacts, [c.code for c in form.items if "C01" <= c.code <= "C08"]),
        **_share(rng, new, [c.code for c in form.items if "D01" <= c.code <= "D10"]),
        "A01": new,
        "A10": contacts,
    }
    for item in form.items:
        yield item.code, parts.get(item.code, _drawn(item, month, rng))


def _share(rng: Random, total: int, codes: list[str]) -> dict[str, int]:
    drawn = rng.choices(codes, range(len(codes), 0, -1), k=total) if codes else []
    return {code: drawn.count(code) for code in codes}


def _drawn(item: TallyItem, month: Month, rng: Random) -> int:
    if item.cumulative:
        return 10 * ((month.month - 4) % 12 + 1)
    if item.kind is Kind.STOCK:
        return rng.randint(20, 40)
    return rng.randint(0, 60) if item.code.startswith("R02") else rng.randint(0, 9)
