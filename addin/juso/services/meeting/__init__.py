"""What the papers of a meeting are made of: persons, case sheets, records, wording."""
