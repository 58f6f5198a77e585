"""集計定義: every item of every form says how the register tells it, or why it cannot."""

from __future__ import annotations

import pytest

from juso.koshu.tally.counts import COUNTS
from juso.koshu.tally.counts_text import definition_text, definition_texts
from juso.koshu.tally.items import FORMS


def test_every_item__has_a_definition_or_a_reason():
    found = list(definition_texts())

    assert len(found) == sum(len(form.items) for form in FORMS)
    counted = {(form, d.code) for form, counts in COUNTS.items() for d in counts}
    assert {(t.form, t.item.code) for t in found if t.is_countable} == counted
    assert all(t.rows and t.sentence.endswith("。") for t in found)


@pytest.mark.parametrize(
    ("form", "code", "sentence"),
    [
        (
            "W1",
            "A01",
            "「相談受付簿」の受付窓口が「介護」の相談（終結から6か月以内の再開を除く）。"
            "受付日がその月のもの。",
        ),
        (
            "W2",
            "B31",
            "「相談受付簿」の受付窓口が「障害」の相談（終結から6か月以内の再開を除く）。"
            "「相談経路」がこの項目に当たるもの。受付日がその月のもの。",
        ),
        (
            "W4",
            "A12",
            "「支援経過記録」の対応機関が「生活困窮」の機関で延べ計上（所内会議を除く）の記録。"
            "同じケース番号は1人と数える。日時が4月からその月までのもの。",
        ),
        (
            "W3",
            "E01",
            "「相談受付簿」のスクリーニング結果が自窓口で継続の相談。"
            "前月の末日に、スクリーニング日を過ぎ、終結日又は中断日が来ていないもの。",
        ),
        (
            "P",
            "P05",
            "台帳からは数えられません（定期プログラムの開催と参加は台帳に記録しないため）。",
        ),
    ],
)
def test_definition__says_sheet_rows_and_date(form, code, sentence):
    assert definition_text(form, code).sentence == sentence


def test_no_reason__is_given_for_what_is_counted():
    """A reason left over after an item became countable would be wrong."""
    from juso.koshu.tally.counts_text import UNCOUNTED

    missing = {t.item.code for t in definition_texts() if not t.is_countable}
    assert all(any(code.startswith(prefix) for code in missing) for prefix in UNCOUNTED)
