// The picture of the partner network, drawn by Cytoscape.js.
"use strict";
(() => {
  const { model, panel } = yotgraph;
  const { nodes, byId } = model;
  const { lines, shapes } = yotgraph.network;
  const form = document.getElementById("controls");
  const box = document.getElementById("picture");
  const status = document.getElementById("network-status");
  const MANY = 800;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let state = model.fromWords(yotgraph.address.words());
  let shown = model.visible(state);
  let arranging = null;

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

  const style = () => [
    { selector: "node", style: {
      shape: (node) => (shapes[node.data("shape")].length ? "polygon" : "ellipse"),
      "shape-polygon-points": (node) => shapes[node.data("shape")].flat().join(" ") || "0 0",
      "background-color": "data(colour)", "border-width": 1.2, "border-color": colour("ink"),
      width: "data(size)", height: "data(size)", label: "data(text)", "text-wrap": "wrap",
      "text-valign": "bottom", "text-margin-y": 4, "font-size": 11, "font-family": "system-ui, sans-serif",
      color: colour("ink"), "text-outline-color": colour("panel"), "text-outline-width": 2, "min-zoomed-font-size": 6,
    } },
    { selector: 'node[type = "service"]', style: { "font-weight": "bold", "font-size": 12.5 } },
    { selector: "node[?members]", style: { "border-style": "double", "border-width": 4 } },
    { selector: "edge", style: {
      "curve-style": "straight", width: "data(width)", "line-color": "data(colour)", "line-opacity": 0.8,
      "line-style": (edge) => (lines[edge.data("stance")].dashes.length ? "dashed" : "solid"),
      "line-dash-pattern": (edge) => (lines[edge.data("stance")].dashes.length ? lines[edge.data("stance")].dashes : [6, 3]),
    } },
    { selector: ".faint", style: { opacity: 0.15 } },
    { selector: "node.chosen", style: { "border-width": 4, "border-color": colour("focus"), "border-style": "solid" } },
    { selector: "edge.chosen", style: { "line-opacity": 1, "underlay-color": colour("focus"), "underlay-opacity": 0.45, "underlay-padding": 5 } },
  ];

  const cy = cytoscape({
    container: box, style: style(), minZoom: 0.02, maxZoom: 6, boxSelectionEnabled: false,
    // A large picture is moved as an image, so that it follows the hand.
    textureOnViewport: nodes.length > MANY, hideEdgesOnViewport: nodes.length > MANY, pixelRatio: nodes.length > MANY ? 1 : "auto",
  });
  globalThis.yotgraph.cy = cy;
  dark.addEventListener("change", () => cy.style(style()));

  const nodeData = (node) => ({
    id: node.id, text: node.lines.join("\n"), type: node.type, shape: node.shape, colour: node.colour,
    members: node.members.length > 0, size: 2 * model.sizeOf(node, state.size),
  });
  const edgeData = (edge) => ({
    id: edge.id, source: nodes[edge.source].id, target: nodes[edge.target].id, stance: edge.stance,
    colour: lines[edge.stance].colour, width: model.widthOf(edge),
  });

  /** Where a body stands: where it was moved to, or its own place. */
  const placeOf = (node) => ({ ...(state.moved[node.id] ?? { x: node.x, y: node.y }) });

  const view = yotgraph.viewOf(cy, (seen) => {
    if (arranging) return;
    state.view = seen;
    remember();
  });

  /** Brings the picture to the state with the fewest changes. */
  function draw() {
    shown = model.visible(state);
    const before = cy.elements().map((each) => each.id()).join();
    const wanted = new Set([...shown.places.map((place) => nodes[place].id), ...shown.edges.map((edge) => edge.id)]);
    cy.batch(() => {
      cy.elements().filter((each) => !wanted.has(each.id())).remove();
      for (const place of shown.places) {
        const node = nodes[place];
        const there = cy.getElementById(node.id);
        if (there.length) there.data(nodeData(node));
        else cy.add({ group: "nodes", data: nodeData(node), position: placeOf(node) });
      }
      for (const edge of shown.edges) {
        const there = cy.getElementById(edge.id);
        if (there.length) there.data(edgeData(edge));
        else cy.add({ group: "edges", data: edgeData(edge) });
      }
    });
    mark();
    const same = before === cy.elements().map((each) => each.id()).join();
    if (state.layout && !same) arrange();
    else if (!arranging && !state.view) view.fit();
    panel.fillTable(shown, choose);
    const partners = shown.places.filter((place) => nodes[place].type === "agency").length;
    status.textContent = `${shown.places.length} bodies shown, ${partners} of them partners, and ${shown.edges.length} links`;
  }

  /** Marks what is chosen, or what the words of the search name. */
  function mark() {
    const chosen = state.chosen ? cy.getElementById(state.chosen) : cy.collection();
    const words = state.q.toLowerCase();
    const named = words ? cy.nodes().filter((node) => nodes[byId.get(node.id())].label.toLowerCase().includes(words)) : cy.collection();
    const near = chosen.length ? (chosen.isNode() ? chosen.closedNeighborhood() : chosen.union(chosen.connectedNodes())) : named.closedNeighborhood();
    cy.batch(() => {
      cy.elements().removeClass("faint chosen");
      if (near.length) cy.elements().difference(near).addClass("faint");
      chosen.union(named).addClass("chosen");
    });
    if (!chosen.length) panel.clear();
    else if (chosen.isNode()) panel.showNode(nodes[byId.get(state.chosen)], shown, choose, toggle);
    else panel.showEdge(shown.edges.find((edge) => edge.id === state.chosen), choose);
  }

  const remember = () => yotgraph.address.keep(model.toWords(state));

  function choose(id) {
    state = { ...state, chosen: id };
    remember();
    mark();
  }

  /** Folds or unfolds one kind of partner. */
  function toggle(kind) {
    const open = state.open.includes(kind) ? state.open.filter((each) => each !== kind) : [...state.open, kind];
    const node = nodes[byId.get(kind)];
    const unfolded = state.fold === open.includes(kind);
    state = { ...state, open, chosen: unfolded ? nodes[node.members[0]].id : kind };
    remember();
    draw();
  }

  /** Arranges what is shown, always from the same places, so that an address gives the same again. */
  function arrange() {
    arranging?.stop();
    put((node) => ({ x: node.x, y: node.y }));
    const sorted = cy.elements().sort((one, other) => (one.id() < other.id() ? -1 : 1));
    const layout = sorted.layout({ name: "fcose", randomize: false, quality: "proof", fit: false, animate: !calm.matches, animationDuration: 600, nodeSeparation: 90, idealEdgeLength: 120, nodeDimensionsIncludeLabels: true });
    arranging = layout;
    layout.one("layoutstop", () => {
      if (arranging !== layout) return;
      put((node) => state.moved[node.id]);
      view.show(state.view);
      arranging = null;
    });
    withoutChance(() => layout.run());
  }

  /** Does work in which chance always falls alike: fcose throws dice where bodies stand in line. */
  function withoutChance(work) {
    const { random } = Math;
    let seed = 1;
    Math.random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
    try {
      work();
    } finally {
      Math.random = random;
    }
  }

  /** Puts each body that is shown where it is told, if it is told. */
  const put = (placed) => cy.batch(() => cy.nodes().forEach((node) => {
    const place = placed(nodes[byId.get(node.id())]);
    if (place) node.position({ ...place });
  }));

  function restore() {
    Object.assign(state, { layout: "", view: "", moved: {} });
    arranging?.stop();
    arranging = null;
    put(placeOf);
    view.fit();
    remember();
  }

  // The boxes of the legend belong to the form, but do not stand in it.
  const boxesOf = (name) => [...form.elements].filter((each) => each.name === name);

  const ticked = (name) => {
    const boxes = boxesOf(name);
    return boxes.every((each) => each.checked) ? null : boxes.filter((each) => each.checked).map((each) => each.value);
  };

  function readForm() {
    state = {
      ...state, q: form.search.value.trim(), stance: ticked("stance"), sector: ticked("sector"),
      report: form.report.value, from: form.from.value, to: form.to.value, size: form.size.value,
      fold: form.fold.checked, open: form.fold.checked === state.fold ? state.open : [],
    };
    remember();
    draw();
  }

  function writeForm() {
    form.search.value = state.q;
    for (const name of ["report", "from", "to", "size"]) form[name].value = state[name];
    form.fold.checked = state.fold;
    for (const name of ["stance", "sector"]) {
      for (const each of boxesOf(name)) each.checked = !state[name] || state[name].includes(each.value);
    }
  }

  function bySearch() {
    const found = nodes.find((node) => node.label.toLowerCase() === form.search.value.trim().toLowerCase() && cy.getElementById(node.id).length);
    if (found) choose(found.id);
  }

  const keys = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
  box.addEventListener("keydown", (event) => {
    if (keys[event.key]) cy.panBy({ x: keys[event.key][0], y: keys[event.key][1] });
    else if (event.key === "+" || event.key === "=") zoom(1.2);
    else if (event.key === "-") zoom(1 / 1.2);
    else if (event.key === "0") look("");
    else if (event.key === "Escape") choose("");
    else return;
    event.preventDefault();
  });
  // Without Ctrl the wheel scrolls the page, as everywhere.
  document.getElementById("network").addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey && box.contains(event.target)) event.stopPropagation();
  }, { capture: true, passive: true });
  function look(part) {
    state.view = part;
    view.show(part);
    remember();
  }
  const zoom = (by) => cy.zoom({ level: cy.zoom() * by, renderedPosition: { x: box.clientWidth / 2, y: box.clientHeight / 2 } });

  cy.on("tap", (event) => choose(event.target === cy ? "" : event.target.id()));
  cy.on("dbltap", "node", (event) => {
    const node = nodes[byId.get(event.target.id())];
    if (node.members.length || node.fold >= 0) toggle(node.members.length ? node.id : nodes[node.fold].id);
  });
  document.getElementById("network").addEventListener("input", readForm);
  form.search.addEventListener("change", bySearch);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    state = model.initial();
    writeForm();
    draw();
    restore();
  });
  cy.on("dragfree", "node", ({ target }) => {
    const { x, y } = target.position();
    state.moved = { ...state.moved, [target.id()]: { x: Math.round(x), y: Math.round(y) } };
    remember();
  });
  cy.on("resize", () => view.show(state.view));
  // A name in the list of the most central bodies is chosen, and all else stays as it is.
  document.getElementById("details").addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#chosen=']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose(new URLSearchParams(link.hash.slice(1)).get("chosen"));
  });
  addEventListener("hashchange", () => {
    state = model.fromWords(yotgraph.address.words());
    writeForm();
    draw();
    if (!state.layout) put(placeOf);
    view.show(state.view);
  });
  document.getElementById("closer").addEventListener("click", () => zoom(1.3));
  document.getElementById("farther").addEventListener("click", () => zoom(1 / 1.3));
  document.getElementById("fit").addEventListener("click", () => look(""));
  document.getElementById("arrange").addEventListener("click", () => {
    Object.assign(state, { layout: "anew", view: "", moved: {} });
    remember();
    arrange();
  });
  document.getElementById("restore").addEventListener("click", restore);
  document.getElementById("png").addEventListener("click", async () => {
    const blob = await cy.png({ full: true, scale: 2, maxWidth: 8000, bg: colour("panel"), output: "blob-promise" });
    yotgraph.download("partners.png", blob);
  });
  document.getElementById("svg").addEventListener("click", () => {
    const places = new Map(shown.places.map((place) => [place, cy.getElementById(nodes[place].id).position()]));
    yotgraph.download("partners.svg", yotgraph.toSvg(shown, places, state.size), "image/svg+xml");
  });

  document.getElementById("names").append(...[...new Set(nodes.map((node) => node.label))].sort().map((label) => {
    const option = document.createElement("option");
    option.value = label;
    return option;
  }));
  writeForm();
  draw();
  if (!state.layout) view.show(state.view);
})();
