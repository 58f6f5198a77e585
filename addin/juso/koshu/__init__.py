"""What the city decided (実施計画 令和7〜11年度): codes, sheets, rules, tally items, meetings."""
