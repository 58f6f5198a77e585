"""Parts of 受付票の取込み: numbers, comparing, screening, what became of each form."""
