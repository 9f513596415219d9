// The picture as it stands, as an SVG file.
"use strict";
(() => {
  const { shapes, lines } = yotgraph.network;
  const { nodes, sizeOf, widthOf } = yotgraph.model;
  const SPACE = "http://www.w3.org/2000/svg";

  function element(name, attributes, ...children) {
    const made = document.createElementNS(SPACE, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  function lineOf(edge, places) {
    const { colour, dashes } = lines[edge.stance];
    const [from, to] = [places.get(edge.source), places.get(edge.target)];
    return element("line", {
      x1: from.x, y1: from.y, x2: to.x, y2: to.y, stroke: colour, "stroke-opacity": 0.8,
      "stroke-width": widthOf(edge).toFixed(1), "stroke-dasharray": dashes.join(" ") || "none",
    });
  }

  function symbolOf(node, { x, y }, measure) {
    const size = sizeOf(node, measure);
    const look = { fill: node.colour, stroke: "#1c2430" };
    const points = shapes[node.shape];
    const symbol = points.length
      ? element("polygon", { ...look, points: points.map(([a, b]) => `${(x + a * size).toFixed(1)},${(y + b * size).toFixed(1)}`).join(" ") })
      : element("circle", { ...look, cx: x, cy: y, r: size.toFixed(1) });
    const label = node.lines.map((text, place) =>
      element("text", { x, y: (y + size + 13 * (place + 1)).toFixed(1), "paint-order": "stroke", stroke: "#ffffff", "stroke-width": 3 }, text));
    return element("g", {}, symbol, ...label);
  }

  /** The nodes and edges that are shown, at the places where they stand. */
  function toSvg(shown, places, measure) {
    const points = [...places.values()];
    const left = Math.min(...points.map((at) => at.x)) - 90;
    const top = Math.min(...points.map((at) => at.y)) - 50;
    const width = Math.max(...points.map((at) => at.x)) + 90 - left;
    const height = Math.max(...points.map((at) => at.y)) + 90 - top;
    const svg = element("svg", { xmlns: SPACE, viewBox: `${left} ${top} ${width} ${height}`, width, height },
      element("rect", { x: left, y: top, width, height, fill: "#ffffff" }),
      element("g", {}, ...shown.edges.map((edge) => lineOf(edge, places))),
      element("g", { "font-family": "system-ui, sans-serif", "font-size": 11, "text-anchor": "middle", fill: "#1c2430" },
        ...shown.places.map((place) => symbolOf(nodes[place], places.get(place), measure))));
    return new XMLSerializer().serializeToString(svg);
  }

  Object.assign(yotgraph, { toSvg });
})();
