"""名寄せ: which cases may be one person or one household, what was decided, household patterns."""
