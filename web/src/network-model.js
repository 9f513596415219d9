// The network as it is shown: which bodies and links, folded or not, under which filters.
"use strict";
(() => {
  const { nodes, links } = yotgraph.network;
  const byId = new Map(nodes.map((node, place) => [node.id, place]));

  const WORDS = ["q", "report", "from", "to", "chosen", "layout", "view"];
  const LISTS = ["stance", "sector"];

  /** Everything that a state of the page is made of; the address holds what differs from this.
      `view` is the part that is seen, `moved` the places of the bodies that were moved by hand. */
  const initial = () => ({
    q: "", stance: null, sector: null, report: "", from: "", to: "",
    size: "mentions", fold: true, open: [], chosen: "", layout: "", view: "", moved: {},
  });

  /** A state as words of the address; those of an initial state are null. */
  function toWords(state) {
    const moved = Object.entries(state.moved).map(([id, { x, y }]) => `${id},${x},${y}`);
    return {
      ...Object.fromEntries(WORDS.map((key) => [key, state[key] || null])),
      ...Object.fromEntries(LISTS.map((key) => [key, state[key]?.join(",") ?? null])),
      size: state.size === "mentions" ? null : state.size,
      fold: state.fold ? null : "no",
      open: state.open.join(",") || null,
      moved: moved.sort().join(";") || null,
    };
  }

  const placeOf = (text) => {
    const [id, x, y] = text.split(",");
    return [id, { x: Number(x), y: Number(y) }];
  };

  function fromWords(words) {
    const list = (key) => words.get(key)?.split(",") ?? null;
    const moved = (words.get("moved") ?? "").split(";").map(placeOf);
    return {
      ...initial(),
      ...Object.fromEntries(WORDS.map((key) => [key, words.get(key) ?? ""])),
      ...Object.fromEntries(LISTS.map((key) => [key, list(key)])),
      size: ["degree", "betweenness"].includes(words.get("size")) ? words.get("size") : "mentions",
      fold: words.get("fold") !== "no",
      open: list("open") ?? [],
      moved: Object.fromEntries(moved.filter(([id, { x, y }]) => byId.has(id) && isFinite(x) && isFinite(y))),
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

  Object.assign(yotgraph, { model: { nodes, links, byId, initial, toWords, fromWords, standsFor, visible, sizeOf, widthOf } });
})();
