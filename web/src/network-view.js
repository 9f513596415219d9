// The part of the picture that is seen, by its scale and its middle, so that an address can hold it.
"use strict";
(() => {
  const REST = 250;
  const FORM = /^\d+(\.\d+)?(,-?\d+(\.\d+)?){2}$/;

  /** Watches what is seen of a picture. Once it is at rest, `keep` is told it as
      `SCALE,X,Y` (the middle in the picture's own measure), or "" where all is in sight. */
  function viewOf(cy, keep) {
    let all = "";
    let waiting = "";
    let timer;

    const now = () => {
      const { x, y } = cy.pan();
      const scale = cy.zoom();
      const middle = [(cy.width() / 2 - x) / scale, (cy.height() / 2 - y) / scale];
      return [scale.toFixed(4), ...middle.map((each) => each.toFixed(1))].join(",");
    };

    const seen = () => (now() === all ? "" : now());

    function fit() {
      cy.fit(undefined, 30);
      all = now();
      waiting = "";
    }

    /** Shows a part that an address held; all of the picture where it held none. */
    function show(view) {
      const [scale, x, y] = FORM.test(view) ? view.split(",").map(Number) : [0];
      if (!scale) return fit();
      cy.zoom(scale);
      cy.pan({ x: cy.width() / 2 - x * cy.zoom(), y: cy.height() / 2 - y * cy.zoom() });
    }

    /** Shows the same part in a box of another size: what is not told yet goes before `view`. */
    function resize(view) {
      show(waiting || view);
    }

    cy.on("viewport", () => {
      clearTimeout(timer);
      waiting = seen();
      timer = setTimeout(() => {
        waiting = "";
        keep(seen());
      }, REST);
    });
    return { fit, show, resize };
  }

  Object.assign(yotgraph, { viewOf });
})();
