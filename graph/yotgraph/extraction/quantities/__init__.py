"""Quantities as one sentence prints them: words, grammar, shares, counts."""
