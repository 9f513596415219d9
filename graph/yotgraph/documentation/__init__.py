"""Documentation, made from the ontology, the shapes and the queries.

=====================================  ==================================================
markup                                 HTML as values
terms, values                          the ontology, and what values a property can have
diagrams, drawing                      the classes of a module as a picture
ontology_pages, lode                   the pages of the ontology
certainty, columns                     where the columns of a query come from
meanings, dictionary                   what they mean: the data dictionary
checking                               what shapes and checks ask
writing                                all of it, in one folder
=====================================  ==================================================

Each page says what a Turtle file or a query says; to change a page, change those.
"""

from __future__ import annotations

from yotgraph.documentation.writing import write_documentation

__all__ = ["write_documentation"]
