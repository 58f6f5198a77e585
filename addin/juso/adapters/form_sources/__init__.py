"""What a monthly form may arrive as: workbooks of every age, a zip, a table of a web page, CSV."""
