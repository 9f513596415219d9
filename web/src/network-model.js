// The network as it is shown: which bodies and links, folded or not, under which filters.
"use strict";
(() => {
  const { nodes, links } = yotgraph.network;
  const byId = new Map(nodes.map((node, place) => [node.id, place]));

  /** Everything that a state of the page is made of; the address holds what differs from this. */
  const initial = () => ({
    q: "", stance: null, sector: null, report: "", from: "", to: "",
    size: "mentions", fold: true, open: [], chosen: "", layout: "",
  });

  function toHash(state) {
    const words = new URLSearchParams();
    for (const key of ["q", "report", "from", "to", "chosen", "layout"]) if (state[key]) words.set(key, state[key]);
    for (const key of ["stance", "sector"]) if (state[key]) words.set(key, state[key].join(","));
    if (state.size !== "mentions") words.set("size", state.size);
    if (!state.fold) words.set("fold", "no");
    if (state.open.length) words.set("open", state.open.join(","));
    const text = words.toString();
    return text ? `#${text}` : "";
  }

  function fromHash(hash) {
    const words = new URLSearchParams(hash.replace(/^#/, ""));
    const list = (key) => (words.has(key) ? words.get(key).split(",") : null);
    return {
      ...initial(),
      ...Object.fromEntries(["q", "report", "from", "to", "chosen", "layout"].map((key) => [key, words.get(key) ?? ""])),
      stance: list("stance"),
      sector: list("sector"),
      size: ["degree", "betweenness"].includes(words.get("size")) ? words.get("size") : "mentions",
      fold: words.get("fold") !== "no",
      open: list("open") ?? [],
    };
  }

  /** The node that stands for a body: itself, or its kind where that is folded. */
  function standsFor(place, state) {
    const { fold } = nodes[place];
    const folded = state.fold !== state.open.includes(nodes[fold]?.id);
    return fold >= 0 && folded ? fold : place;
  }

  const stanceOf = (edge) => {
    if (!edge.relations.has("works-with")) return "structure";
    if (edge.strengths && edge.concerns) return "mixed";
    return edge.strengths ? "strength" : edge.concerns ? "concern" : "none";
  };

  /** The links that the filters let through, those of the same two nodes as one. */
  function edgesOf(state) {
    const edges = new Map();
    links.forEach(([from, to, relation, report, year, mentions, strengths, concerns, sentences], place) => {
      if (state.report && report !== state.report) return;
      if ((state.from && year < state.from) || (state.to && year > state.to)) return;
      if (state.sector && [from, to].some((end) => nodes[end].type === "agency" && !state.sector.includes(nodes[end].sector))) return;
      const source = standsFor(from, state);
      const target = standsFor(to, state);
      const id = `${nodes[source].id}~${nodes[target].id}`;
      if (!edges.has(id)) {
        edges.set(id, { id, source, target, relations: new Set(), reports: new Set(), links: [], mentions: 0, strengths: 0, concerns: 0, sentences: 0 });
      }
      const edge = edges.get(id);
      edge.relations.add(relation);
      edge.reports.add(report);
      edge.links.push(place);
      edge.mentions += mentions;
      edge.strengths += strengths;
      edge.concerns += concerns;
      edge.sentences += sentences;
    });
    const found = [...edges.values()];
    for (const edge of found) edge.stance = stanceOf(edge);
    return state.stance ? found.filter((edge) => state.stance.includes(edge.stance)) : found;
  }

  /** Nodes and edges of a state; a body without a link left is not shown. */
  function visible(state) {
    const edges = edgesOf(state);
    const places = new Set(edges.flatMap((edge) => [edge.source, edge.target]));
    return { edges, places: [...places].sort((one, other) => one - other) };
  }

  /** The radius of a node: it grows slowly with what it is measured by. */
  function sizeOf(node, measure) {
    if (measure === "betweenness") return 9 + 28 * Math.sqrt(node.betweenness);
    return Math.min(9 + 2 * (Math.sqrt(node[measure]) - 1), 24);
  }

  const widthOf = (edge) => Math.min(0.4 + Math.sqrt(Math.max(edge.mentions, 1)), 7);

  Object.assign(yotgraph, { model: { nodes, links, byId, initial, toHash, fromHash, standsFor, visible, sizeOf, widthOf } });
})();
