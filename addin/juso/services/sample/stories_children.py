"""Story lines that come to the 子育て window about bringing up children."""

from __future__ import annotations

from juso.koshu.codes import (
    Attribute,
    Family,
    Issue,
    Outcome,
    Relation,
    Sex,
    Topic,
    Window,
)
from juso.services.sample import story_parts as p
from juso.services.sample.story import Member, Story, Will

MOTHERS = ((Sex.FEMALE, 9), (Sex.MALE, 1))

CHILDREN_STORIES = (
    Story(
        key="newborn",
        title="乳児を育てる家庭",
        weight=6,
        window=Window.CHILDREN,
        ages=(22, 40),
        family=Family.PARENTS_AND_CHILDREN,
        attributes=(Attribute.CHILDREN,),
        topics=(Topic.CHILD_REARING,),
        issues=(Issue.CHILD_REARING,),
        maybe=(Issue.ILLNESS,),
        sexes=MOTHERS,
        members=(
            Member(Relation.SPOUSE, "会社員"),
            Member(Relation.CHILD, "未就学", ages=(0, 2)),
        ),
        complaints=(
            "夜中に何度も起きて、私が先に倒れそうだ。",
            "ミルクが足りているのか、毎日不安になる。",
            "泣き声が近所に聞こえないか気になって、窓も開けられない。",
            "転入してきたばかりで、話せる人がいない。",
        ),
        situations=(
            "第一子の育児で睡眠がとれていない。実家は遠方である。",
            "転入して半年。日中は親子だけで過ごしている。",
        ),
        strengths=p.PARENT_STRENGTHS,
        outcomes=p.LIGHT,
    ),
    Story(
        key="development",
        title="言葉や育ちの気になる幼児の家庭",
        weight=4.5,
        window=Window.CHILDREN,
        ages=(2, 6),
        family=Family.PARENTS_AND_CHILDREN,
        attributes=(Attribute.CHILDREN,),
        topics=(Topic.CHILD_REARING, Topic.HEALTH),
        issues=(Issue.CHILD_REARING,),
        members=(
            Member(Relation.MOTHER, "パート"),
            Member(Relation.FATHER, "会社員"),
            Member(Relation.SIBLING, "未就学", ages=(0, 5), chance=0.4),
        ),
        complaints=(
            "健診で言葉が遅いと言われ、頭が真っ白になった。",
            "じっと座っていられず、食事が終わらない。",
            "園の先生から一度相談してはと勧められた。",
        ),
        situations=("健診で発達の経過観察となり、関わり方を相談している。",),
        strengths=p.CHILD_STRENGTHS,
        outcomes=p.USUAL,
        routes=p.FROM_PARENTS,
        will=Will.PROXY,
    ),
    Story(
        key="single_parent",
        title="ひとり親で生活費に困る家庭",
        weight=3.5,
        window=Window.CHILDREN,
        ages=(24, 45),
        family=Family.SINGLE_PARENT,
        attributes=(Attribute.CHILDREN, Attribute.HARDSHIP),
        topics=(Topic.INCOME, Topic.CHILD_REARING, Topic.JOB_SEEKING),
        issues=(Issue.CHILD_REARING, Issue.POVERTY),
        maybe=(Issue.WORK, Issue.HOUSING),
        sexes=MOTHERS,
        members=(
            Member(Relation.CHILD, "小学生", ages=(6, 12)),
            Member(Relation.CHILD, "未就学", ages=(1, 5), chance=0.4),
        ),
        complaints=(
            "給食費と家賃が重なると、食費が残らない。",
            "子どもが熱を出すと仕事を休むしかなく、収入が減る。",
            "進学させたいが、制服のお金をどうすればよいか。",
        ),
        situations=(
            "離婚後に親子で暮らす。短時間の仕事を掛け持ちしている。",
            "養育費がなく、児童扶養手当とパート収入で暮らしている。",
        ),
        strengths=p.PARENT_STRENGTHS,
        outcomes=(
            (Outcome.CONTINUED, 55),
            (Outcome.MULTI_AGENCY, 20),
            (Outcome.OTHER_AGENCY, 10),
            (Outcome.INFORMED, 10),
        ),
        routes=p.BY_THEMSELVES,
    ),
    Story(
        key="school_refusal",
        title="学校に行きづらい子どもの家庭",
        weight=3,
        window=Window.CHILDREN,
        ages=(8, 16),
        family=Family.PARENTS_AND_CHILDREN,
        attributes=(Attribute.CHILDREN,),
        topics=(Topic.WITHDRAWAL, Topic.FAMILY),
        issues=(Issue.SCHOOL,),
        maybe=(Issue.DISABILITY, Issue.FAMILY),
        members=(
            Member(Relation.MOTHER, "パート"),
            Member(Relation.FATHER, "会社員"),
            Member(Relation.SIBLING, "小学生", ages=(6, 12), chance=0.4),
        ),
        complaints=(
            "朝になるとおなかが痛くなる。学校のことは話したくない。",
            "（母から）休み始めて一か月。どこまで待てばよいのか。",
            "勉強が分からなくなって、もう追いつけない気がする。",
        ),
        situations=("夏休み明けから登校が減り、家で過ごす日が続いている。",),
        strengths=p.CHILD_STRENGTHS,
        outcomes=((Outcome.CONTINUED, 70), (Outcome.OUTREACH, 15), (Outcome.INFORMED, 15)),
        routes=p.FROM_SCHOOL,
        will=Will.PROXY,
    ),
)
