// How the picture looks: colours of the page, shapes and dashes of the data.
"use strict";
(() => {
  const { lines, shapes } = yotgraph.network;

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

  Object.assign(yotgraph, { look: { colour, style } });
})();
