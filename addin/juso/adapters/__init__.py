"""The outside: closed Excel files, Word, the share. Each file knows one library or place."""
