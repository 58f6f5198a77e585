"""Names of the open lists: their values are typed by the city, not declared here."""

AGENCY = "関係機関"  # short names of the 関係機関マスタ
AREA = "地区"  # the area list of the 設定 sheet
