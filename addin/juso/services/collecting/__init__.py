"""What an edited 会議録 says, cell by cell, against what was printed and what the register holds."""
