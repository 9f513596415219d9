"""Commands for the network: serve and push."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from yotgraph.cli.common import OUT, Graph, ProgressBar, app, is_quiet

__all__ = ["push", "serve"]


@app.command()
def serve(
    context: typer.Context,
    graph: Graph = OUT,
    host: Annotated[
        str, typer.Option("--host", help="Where to listen; 0.0.0.0 lets other machines in.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", help="0 takes any that is free.")] = 8000,
    limit: Annotated[
        float, typer.Option("--limit", min=0.1, help="Seconds that a query may take.")
    ] = 30,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Queries at a time.")] = 2,
) -> None:
    """Serve the site, a SPARQL endpoint and linked data, for reading only, until Ctrl-C.

    Example: `yotgraph serve --graph out --port 8000`
    """
    from yotgraph.publishing.server import open_server

    quiet = is_quiet(context)
    server = open_server(graph, host=host, port=port, number=jobs, seconds=limit, quiet=quiet)
    if not quiet:
        typer.echo(f"{server.address} (SPARQL: {server.address}sparql); Ctrl-C ends it")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        # That is how a person ends it.
        pass
    finally:
        server.server_close()


@app.command()
def push(
    context: typer.Context,
    url: Annotated[str, typer.Argument(help="A graph store, as http://localhost:7878/store.")],
    graph: Annotated[
        Path, typer.Option("--graph", help="A build's folder, or a .nq or .trig file.")
    ] = OUT,
) -> None:
    """Load every graph into a SPARQL 1.1 server, each in place of the one that is there.

    Name and password may stand in the address: http://name:password@host/store.

    Example: `yotgraph push http://localhost:7878/store`
    """
    from yotgraph.knowledge.store import read_quads
    from yotgraph.publishing.server import push

    quiet = is_quiet(context)
    with ProgressBar(quiet) as progress:
        graphs = push(read_quads(graph), url, progress=progress)
    if not quiet:
        typer.echo(f"{len(graphs)} graphs are there now")
