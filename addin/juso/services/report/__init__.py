"""実施状況報告書, section by section; each module lists its builders under the names sections use."""
