"""社会資源台帳, 拠点台帳 and 研修記録 of the sample."""

from __future__ import annotations

from datetime import date

from juso.core.calendar import FiscalYear
from juso.koshu.agencies import HOST, PARTICIPATION_TEAM
from juso.koshu.codes import Development, ResourceKind, Sufficiency, TrainingKind
from juso.koshu.plan import PROGRAM_STARTED_ON
from juso.koshu.sheets import Resource, Site, Training
from juso.koshu.site_rows import site_rows
from juso.services.sample.workdays import on_or_after

GATHERINGS = ("ぶどう棚の会", "お茶っこ広場", "健康体操の集い", "山ゆりの会", "ひだまりサロン")
_K, _S, _D = ResourceKind, Sufficiency, Development

RESOURCES = tuple(
    Resource(
        resource_no=f"SR{number:03d}",
        name=name,
        kind=kind,
        provider=provider,
        target=target,
        area=area,
        fee=fee,
        conditions=conditions,
        sufficiency=sufficiency,
        evidence_count=evidence,
        development=development,
        worker=worker,
    )
    for number, (
        name, kind, provider, target, area, fee, conditions, sufficiency, evidence, development, worker
    ) in enumerate(
        (
            ("ぶどう畑の手伝い体験", _K.WORK, "果樹農家の有志", "働く前の練習をしたい人", "勝沼",
             "無料", "1回2人まで", _S.PARTLY, 6, _D.RUNNING, PARTICIPATION_TEAM),
            ("少人数の居場所「えんがわ」", _K.PLACE, "ぶどうの里", "人付き合いに不安のある人", "塩山中央",
             "無料", "見学から始める", _S.PARTLY, 8, _D.RUNNING, PARTICIPATION_TEAM),
            ("手仕事の工房体験", _K.WORK, "ぶどうの里", "自分の速さで作業したい人", "塩山中央",
             "材料費100円", "週1回半日から", _S.ENOUGH, None, None, PARTICIPATION_TEAM),
            ("図書館の書架整理ボランティア", _K.PLACE, "図書館", "静かな場所で過ごしたい人", "塩山中央",
             "無料", "月2回", _S.ENOUGH, None, None, PARTICIPATION_TEAM),
            ("一人暮らし体験の部屋", _K.HOUSING, "ぶどうの里", "家族から自立したい人", "塩山東部",
             "1泊500円", "最長2週間", _S.PARTLY, 4, _D.TRIAL, PARTICIPATION_TEAM),
            ("菓子工房の就労体験", _K.WORK, "市内の菓子店", "短時間から働きたい人", "勝沼",
             "無料", "衛生の講習を受ける", _S.ENOUGH, None, None, PARTICIPATION_TEAM),
            ("買物・通院の付添い移動", _K.TRANSPORT, None, "運転をやめた人", "大和",
             None, None, _S.NONE, 14, _D.CONSIDERING, HOST),
            ("夜間・休日の見守りの電話", _K.WATCHING, None, "一人暮らしの人", "塩山北部",
             None, None, _S.SHORT, 9, _D.CONSIDERING, HOST),
            ("中学生の無料学習教室", _K.LEARNING, "社会福祉協議会", "学習の遅れが気になる子ども", "塩山中央",
             "無料", "週1回夕方", _S.PARTLY, 7, _D.RUNNING, HOST),
            ("子どもの食事と家事の訪問支援", _K.HOUSEWORK, "こども家庭センター", "家事の負担が重い家庭",
             "塩山中央", "1回300円", "週2回まで", _S.SHORT, 6, _D.TRIAL, HOST),
            ("保証人のいらない住まい", _K.HOUSING, None, "身寄りのない人", "塩山中央",
             None, None, _S.NONE, 8, _D.NOT_STARTED, HOST),
            ("身近な法律相談会", _K.LAW, "専門職団体", "債務や契約に困る人", "塩山中央",
             "無料", "予約制・月1回", _S.ENOUGH, None, None, HOST),
            ("片付けを手伝う人の登録", _K.HOUSEWORK, None, "物の整理が難しい人", "塩山東部",
             None, None, _S.SHORT, 5, _D.CONSIDERING, HOST),
            ("やさしい日本語の教室", _K.LEARNING, "地域おこし協力隊", "外国につながる住民", "勝沼",
             "無料", "月2回", _S.PARTLY, 3, _D.TRIAL, HOST),
        ),
        start=1,
    )
)  # fmt: skip
"""The ledger; the first six take people in for 参加支援."""

SHORTAGES = tuple(
    (r.resource_no, r.name)
    for r in RESOURCES
    if r.sufficiency in (Sufficiency.SHORT, Sufficiency.NONE)
)
"""Number and name of what the area lacks."""


def sites() -> tuple[Site, ...]:
    """拠点台帳 with invented names for the places the plan does not name."""
    gatherings = iter(GATHERINGS)
    return tuple(
        site.replace(
            name=f"通いの場「{next(gatherings)}」"
            if site.name.startswith("通いの場")
            else site.name,
            opened_on=PROGRAM_STARTED_ON,
        )
        for site in site_rows()
    )


def trainings(year: FiscalYear) -> tuple[Training, ...]:
    """研修・事例検討会・庁内説明 of the year (実施計画6(3))."""
    return tuple(
        Training(
            held_on=on_or_after(date(year.year + (month < 4), month, day)),
            kind=kind,
            title=title,
            content=content,
            heads=heads,
            leaders=leaders,
            workers=workers,
            contractors=contractors,
            others=others,
        )
        for month, day, kind, title, content, (heads, leaders, workers, contractors, others) in (
            (4, 24, TrainingKind.BRIEFING, "重層的支援体制整備事業の庁内説明会",
             "実施計画と、窓口で受け止めてからのつなぎ方の説明", (9, 14, 21, 6, 18)),
            (6, 17, TrainingKind.TRAINING, "断らない相談を考える研修",
             "属性を問わない初期対応と、秘密を守る聞き取りの演習", (4, 12, 26, 11, 7)),
            (9, 9, TrainingKind.CASE_STUDY, "事例検討会「世帯をまるごと支える」",
             "架空の事例による課題の整理と役割分担の演習", (3, 8, 19, 12, 2)),
            (11, 20, TrainingKind.TRAINING, "個人情報の適正な取扱いと支援会議",
             "同意の取り方、会議における守秘義務の確認", (6, 10, 17, 9, 5)),
            (1, 22, TrainingKind.CASE_STUDY, "事例検討会「つなぎを途切れさせない」",
             "引継ぎの良い例と、差し戻された例の振り返り", (2, 9, 18, 13, 3)),
            (2, 26, TrainingKind.BRIEFING, "実績の速報と次年度に向けた庁内説明会",
             "集計の見方と、各課の協力の依頼", (8, 11, 15, 4, 12)),
        )
    )  # fmt: skip
