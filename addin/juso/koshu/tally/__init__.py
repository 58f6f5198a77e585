"""月次報告: what each form counts, how months become a year, which figures must agree."""
