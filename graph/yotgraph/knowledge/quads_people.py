"""Quads of people and the posts they hold: W3C ORG memberships and posts, FOAF people.

A holding says what one report says of one person in one post. Persons, bodies and posts are
shared by all reports; each graph repeats their labels, so that it can be read by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pyoxigraph import NamedNode

from yotgraph.facts import PostHolding
from yotgraph.knowledge import names as iri
from yotgraph.knowledge.context import Context, fact_node
from yotgraph.knowledge.literals import string
from yotgraph.knowledge.nodes import Node, describe

__all__ = ["holding_nodes", "organisation_node"]

_CLASSES: Mapping[str | None, str] = MappingProxyType(
    {
        "service": "yot:YouthOffendingService",
        "board": "yot:ManagementBoard",
        "local-authority": "yot:LocalAuthority",
    }
)


def organisation_node(body: NamedNode, label: str, organisation_type: str | None) -> Node:
    """A body that posts sit in."""
    return describe(
        body,
        _CLASSES.get(organisation_type, "org:Organization"),
        label,
        (
            "yot:organisationType",
            iri.concept("organisation-types", organisation_type) if organisation_type else None,
        ),
        shared=True,
    )


def holding_nodes(context: Context, fact: PostHolding, position: int) -> list[Node]:
    """One person in one post, with the person, the body and the post."""
    person = context.identities.person(fact.person, fact.organisation_type)
    nodes = [
        describe(
            person, "foaf:Person", fact.person, ("foaf:name", string(fact.person)), shared=True
        )
    ]
    body = post = None
    if fact.organisation is not None:
        body = context.identities.organisation(fact.organisation, fact.organisation_type)
        nodes.append(organisation_node(body, fact.organisation, fact.organisation_type))
    if body is not None and fact.post is not None:
        post = context.names.post(body, fact.post)
        nodes.append(
            describe(
                post,
                "org:Post",
                f"{fact.post}, {fact.organisation}",
                ("org:postIn", body),
                shared=True,
            )
        )
    held = ", ".join(part for part in (fact.person, fact.post, fact.organisation) if part)
    nodes.append(
        fact_node(
            context,
            fact,
            position,
            "yot:PostHolding",
            held,
            ("org:member", person),
            ("org:organization", body),
            ("org:role", post),
            ("yot:postTitle", string(fact.post) if fact.post else None),
            ("yot:capacity", iri.concept("capacities", fact.capacity)),
            ("yot:formOfAddress", string(fact.title) if fact.title else None),
        )
    )
    return nodes
