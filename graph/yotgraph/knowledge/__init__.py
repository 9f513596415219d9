"""Facts become a graph, and the graph answers questions.

=====================================  ==================================================
names, literals, nodes                 IRIs, values, and subjects of which two must agree
identity                               which IRI a name in a report stands for
context, quads, quads_*                the facts of one report as one named graph
store, selection                       the graph in memory or on disk, and parts of it
headers, rules                         query files, and what follows from the facts
parameters, questions                  the named questions and their answers
checks, shacl, targets, results,        what is wrong with the graph
validation
verify, explanation                    the words that the graph rests on
=====================================  ==================================================

A module imports only from those in its own line or above it. Nothing here knows how a report
is read, or how a graph is published.
"""
