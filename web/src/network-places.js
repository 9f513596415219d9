// Where the bodies stand: at their own places, as fcose arranges them, or where a hand put them.
"use strict";
(() => {
  const { nodes, byId } = yotgraph.model;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

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

  /** Places the bodies of a picture. `moved` gives the places that a hand chose, by body, and
      `done` is called when bodies stand still that were arranged. */
  function placesOf(cy, moved, done) {
    let arranging = null;

    const own = ({ x, y }) => ({ x, y });
    const of = (node) => ({ ...(moved()[node.id] ?? own(node)) });

    /** Puts each body that is shown where it is told, if it is told. */
    const put = (place) => cy.batch(() => cy.nodes().forEach((each) => {
      const told = place(nodes[byId.get(each.id())]);
      if (told) each.position({ ...told });
    }));

    function stop() {
      arranging?.stop();
      arranging = null;
    }

    /** Arranges what is shown, always from the same places, so that an address gives the same again. */
    function arrange() {
      stop();
      put(own);
      const sorted = cy.elements().sort((one, other) => (one.id() < other.id() ? -1 : 1));
      const layout = sorted.layout({
        name: "fcose", randomize: false, quality: "proof", fit: false, animate: !calm.matches, animationDuration: 600,
        nodeSeparation: 90, idealEdgeLength: 120, nodeDimensionsIncludeLabels: true,
      });
      arranging = layout;
      layout.one("layoutstop", () => {
        if (arranging !== layout) return;
        put((node) => moved()[node.id]);
        arranging = null;
        done();
      });
      withoutChance(() => layout.run());
    }

    function restore() {
      stop();
      put(of);
    }

    return { of, arrange, restore, busy: () => arranging !== null };
  }

  Object.assign(yotgraph, { placesOf });
})();
