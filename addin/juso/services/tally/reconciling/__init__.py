"""突合: what the register counts, event by event, and what would explain another count."""
