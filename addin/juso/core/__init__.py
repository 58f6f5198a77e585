"""Mechanism, standard library only; knows no sheet of the city by name."""
