"""Monthly tallies merged: figures, totals, who has reported, and what the checks say of them."""
