// The picture of the partner network, drawn by Cytoscape.js.
"use strict";
(() => {
  const { model, panel } = yotgraph;
  const { nodes, byId } = model;
  const { lines } = yotgraph.network;
  const { colour, style } = yotgraph.look;
  const form = document.getElementById("controls");
  const box = document.getElementById("picture");
  const status = document.getElementById("network-status");
  const MANY = 800;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let state = model.fromWords(yotgraph.address.words());
  let shown = model.visible(state);

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

  const places = yotgraph.placesOf(cy, () => state.moved, () => view.show(state.view));
  const view = yotgraph.viewOf(cy, (seen) => {
    if (places.busy()) return;
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
        else cy.add({ group: "nodes", data: nodeData(node), position: places.of(node) });
      }
      for (const edge of shown.edges) {
        const there = cy.getElementById(edge.id);
        if (there.length) there.data(edgeData(edge));
        else cy.add({ group: "edges", data: edgeData(edge) });
      }
    });
    mark();
    const same = before === cy.elements().map((each) => each.id()).join();
    if (state.layout && !same) places.arrange();
    else if (!places.busy() && !state.view) view.fit();
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

  function restore() {
    Object.assign(state, { layout: "", view: "", moved: {} });
    places.restore();
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

  function keepPlace(body) {
    const { x, y } = body.position();
    state.moved = { ...state.moved, [body.id()]: { x: Math.round(x), y: Math.round(y) } };
    remember();
  }

  /** Moves on over the picture, or moves the body that is chosen. */
  function move([right, down], itself) {
    const chosen = itself && state.chosen ? cy.getElementById(state.chosen) : cy.collection();
    if (chosen.empty() || !chosen.isNode()) return cy.panBy({ x: -60 * right, y: -60 * down });
    chosen.shift({ x: 20 * right, y: 20 * down });
    keepPlace(chosen);
  }

  const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  for (const button of document.querySelectorAll("#network [data-way]")) {
    button.addEventListener("click", (event) => move(ways[button.dataset.way], event.shiftKey));
  }
  box.addEventListener("keydown", (event) => {
    if (ways[event.key]) move(ways[event.key], event.shiftKey);
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
  cy.on("dragfree", "node", ({ target }) => keepPlace(target));
  cy.on("resize", () => view.resize(state.view));
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
    if (!state.layout) places.restore();
    view.show(state.view);
  });
  document.getElementById("closer").addEventListener("click", () => zoom(1.3));
  document.getElementById("farther").addEventListener("click", () => zoom(1 / 1.3));
  document.getElementById("fit").addEventListener("click", () => look(""));
  document.getElementById("arrange").addEventListener("click", () => {
    Object.assign(state, { layout: "anew", view: "", moved: {} });
    remember();
    places.arrange();
  });
  document.getElementById("restore").addEventListener("click", restore);
  document.getElementById("png").addEventListener("click", async () => {
    const blob = await cy.png({ full: true, scale: 2, maxWidth: 8000, bg: colour("panel"), output: "blob-promise" });
    yotgraph.download("partners.png", blob);
  });
  document.getElementById("svg").addEventListener("click", () => {
    const standing = new Map(shown.places.map((place) => [place, cy.getElementById(nodes[place].id).position()]));
    yotgraph.download("partners.svg", yotgraph.toSvg(shown, standing, state.size), "image/svg+xml");
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
