// What is chosen, in words: a body with its neighbours, or a link with its sentences.
"use strict";
(() => {
  const { nodes, links } = yotgraph.model;
  const { root, parts, relations } = yotgraph.network;
  const panel = document.getElementById("details");
  const MOST_ROWS = 400;
  const opening = [...panel.childNodes];
  const sentences = new Map();
  const loading = new Map();

  /** Takes the sentences of a report: its links' places with what is said. */
  yotgraph.take = (report, said) => {
    for (const [place, list] of Object.entries(said)) sentences.set(Number(place), list);
  };
  for (const [place, list] of Object.entries(yotgraph.sentences ?? {})) sentences.set(Number(place), list);

  /** Loads the sentences of a report from beside the page, once. */
  function load(report) {
    if (!parts) return Promise.resolve();
    if (!loading.has(report)) {
      loading.set(report, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = `data/sentences/${report}.js`;
        script.addEventListener("load", resolve);
        script.addEventListener("error", () => reject(new Error(`${script.src} cannot be read`)));
        document.head.append(script);
      }));
    }
    return loading.get(report);
  }

  function element(name, properties = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  const button = (text, chosen, choose) => {
    const made = element("button", { type: "button", className: "plain", textContent: text });
    made.addEventListener("click", () => choose(chosen));
    return made;
  };

  const counted = (number, name) => `${number} ${name}${number === 1 ? "" : "s"}`;

  const counts = (edge) =>
    [
      edge.mentions && counted(edge.mentions, "mention"),
      edge.strengths && `${edge.strengths} praising`,
      edge.concerns && `${edge.concerns} criticising`,
    ].filter(Boolean).join(", ");

  const said = (edge) => [...edge.relations].map((name) => relations[name] ?? name).join(", ");

  function showNode(node, shown, choose, toggle) {
    const place = nodes.indexOf(node);
    const mine = shown.edges.filter((edge) => edge.source === place || edge.target === place);
    const { label: sector } = yotgraph.network.sectors.find((each) => each.id === node.sector) ?? {};
    const facts = element("ul", {},
      element("li", { textContent: `${node.type}${node.type === "agency" && sector ? `, ${sector}` : ""}` }),
      element("li", { textContent: `${counted(node.degree, "neighbour")}, ${counted(node.mentions, "mention")}; betweenness ${node.betweenness.toFixed(3)}; community ${node.community}` }),
    );
    if (node.duty) facts.append(element("li", { textContent: `required by law: ${node.duty}` }));
    if (node.type === "service" || node.type === "agency") {
      facts.append(element("li", {}, element("a", { href: `${root}${node.id}.html`, textContent: "Its page" })));
    }
    if (node.members.length || node.fold >= 0) {
      const kind = node.members.length ? node : nodes[node.fold];
      const text = node.members.length ? `Unfold its ${node.members.length} bodies` : "Fold into its kind";
      const made = element("button", { type: "button", textContent: text });
      made.addEventListener("click", () => toggle(kind.id));
      facts.append(element("li", {}, made));
    }
    const neighbours = element("ul");
    for (const edge of mine.slice(0, MOST_ROWS)) {
      const other = nodes[edge.source === place ? edge.target : edge.source];
      neighbours.append(element("li", {},
        button(other.label, other.id, choose), ` ${said(edge)} `,
        counts(edge) ? button(counts(edge), edge.id, choose) : ""));
    }
    panel.replaceChildren(element("h2", { textContent: node.label }), facts,
      element("h3", { textContent: `Neighbours shown (${mine.length})` }), neighbours);
  }

  function quotation([report, start, end, text, paragraph, stances]) {
    const where = [report, paragraph].filter(Boolean).join(", ");
    const stance = stances.length === 1 ? stances[0] : stances.length ? "mixed" : "none";
    return element("li", {},
      element("blockquote", { className: `said-${stance}`, textContent: text }),
      element("span", { className: "kind", textContent: `${stances.join(" and ") || "not judged"} · ` }),
      element("a", { href: `${root}report/${report}.html#e-${start}-${end}`, textContent: where }));
  }

  async function showEdge(edge, choose) {
    const source = nodes[edge.source];
    const target = nodes[edge.target];
    const list = element("ul");
    panel.replaceChildren(
      element("h2", {}, button(source.label, source.id, choose), " and ", button(target.label, target.id, choose)),
      element("p", { textContent: [said(edge), counts(edge), [...edge.reports].join(", ")].filter(Boolean).join("; ") }), list);
    try {
      await Promise.all([...edge.reports].map(load));
    } catch (missing) {
      list.append(element("li", { textContent: missing.message }));
      return;
    }
    const seen = new Set();
    for (const place of edge.links) {
      for (const each of sentences.get(place) ?? []) {
        const key = each.slice(0, 3).join(" ");
        if (!seen.has(key)) list.append(quotation(each));
        seen.add(key);
      }
    }
    if (!seen.size) list.append(element("li", { textContent: "The report names both; no sentence tells more." }));
  }

  const clear = () => panel.replaceChildren(...opening);

  /** The rows of the table that says what the picture shows. */
  function fillTable(shown, choose) {
    const table = document.getElementById("links");
    if (!table) return;
    const wanted = shown.edges.filter((edge) => edge.relations.has("works-with"));
    const rows = wanted.slice(0, MOST_ROWS).map((edge) => {
      const partner = nodes[edge.target];
      const { label: sector } = yotgraph.network.sectors.find((each) => each.id === partner.sector) ?? {};
      const reports = element("td", { className: "slug" }, ...[...edge.reports].flatMap((slug, place) => [
        place ? "; " : "", element("a", { href: `${root}report/${slug}.html`, textContent: slug })]));
      return element("tr", {},
        element("th", { scope: "row" }, button(nodes[edge.source].label, nodes[edge.source].id, choose)),
        element("td", {}, button(partner.label, partner.id, choose)),
        element("td", { textContent: sector ?? "" }),
        ...[edge.mentions, edge.strengths, edge.concerns].map((count) => element("td", { className: "number", textContent: count })),
        reports,
        element("td", {}, button("sentences", edge.id, choose)));
    });
    table.tBodies[0].replaceChildren(...rows);
    if (wanted.length <= MOST_ROWS) table.closest("section").querySelector(".more")?.remove();
    yotgraph.refresh(table);
  }

  Object.assign(yotgraph, { panel: { showNode, showEdge, clear, fillTable } });
})();
