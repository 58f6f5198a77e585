"""What several story lines share: how their screening ends, how they come, what they are good at."""

from __future__ import annotations

from juso.koshu.codes import Outcome, Route

LIGHT = (
    (Outcome.INFORMED, 58),
    (Outcome.CONTINUED, 32),
    (Outcome.OTHER_AGENCY, 8),
    (Outcome.DROPPED, 2),
)
USUAL = (
    (Outcome.INFORMED, 26),
    (Outcome.CONTINUED, 60),
    (Outcome.OTHER_AGENCY, 9),
    (Outcome.DROPPED, 3),
)
LASTING = ((Outcome.INFORMED, 8), (Outcome.CONTINUED, 80), (Outcome.OTHER_AGENCY, 8))
COMPLEX = ((Outcome.MULTI_AGENCY, 60), (Outcome.CONTINUED, 40))
WITHDRAWN = (
    (Outcome.OUTREACH, 48),
    (Outcome.PARTICIPATION, 42),
    (Outcome.CONTINUED, 10),
)
HANDED_ON = ((Outcome.OTHER_WINDOW, 1),)
CONFERENCE = ((Outcome.SUPPORT_CONFERENCE, 1),)
TALKED = ((Outcome.INFORMED, 1),)

FROM_FAMILY = ((Route.FAMILY, 60), (Route.WELFARE_VOLUNTEER, 20), (Route.PROVIDER, 20))
FROM_NEIGHBOURS = (
    (Route.NEIGHBOUR, 35),
    (Route.WELFARE_VOLUNTEER, 40),
    (Route.CITY_OFFICE, 15),
    (Route.OUTREACH, 10),
)
FROM_SCHOOL = ((Route.SCHOOL, 70), (Route.FAMILY, 30))
FROM_PARENTS = ((Route.FAMILY, 70), (Route.PROVIDER, 20), (Route.SCHOOL, 10))
FROM_COUNTER = ((Route.CITY_OFFICE, 60), (Route.SELF_VISIT, 40))
BY_THEMSELVES = ((Route.SELF_VISIT, 50), (Route.SELF_PHONE, 40), (Route.SELF_MAIL, 10))

ELDER_STRENGTHS = (
    "長年の畑仕事で体を動かす習慣がある。",
    "近所の人に好かれ、あいさつを欠かさない。",
    "料理が得意で、自分の食事を用意できる。",
    "昔の話を生き生きと語り、人を和ませる。",
    "困ったときに人の助けを受け入れられる。",
)
ADULT_STRENGTHS = (
    "約束の時間を守り、必要な書類をそろえられる。",
    "手先が器用で、細かい作業を丁寧に続けられる。",
    "家族を思う気持ちが強く、話合いに応じる。",
    "パソコンやスマートフォンで情報を調べられる。",
    "困りごとを自分の言葉で説明できる。",
    "果樹園の手伝いを長く続けた経験がある。",
)
CHILD_STRENGTHS = (
    "絵を描くことが好きで、集中して取り組む。",
    "年下の子の面倒をよく見る。",
    "信頼した大人には自分から話しかける。",
    "好きな教科には意欲的に取り組む。",
)
PARENT_STRENGTHS = (
    "子どもの良いところをたくさん話せる。",
    "助言を試し、うまくいかなかったことも話せる。",
    "祖父母や友人に声を掛ける力がある。",
    "子どもの記録をこまめに付けている。",
)
