// Every table sorts by its heads, filters by words and downloads as CSV.
"use strict";
(() => {
  const compare = new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" }).compare;

  const refreshers = new Map();
  // An address that ends in #rows=WORDS shows the rows that hold them.
  const asked = new URLSearchParams(location.hash.slice(1)).get("rows") ?? "";

  /** What a cell reads, with single spaces. */
  const read = (cell) => cell.textContent.replace(/\s+/g, " ").trim();

  /** Rows in order of a column; empty cells stay at the end either way. */
  function sort(table, column, descending) {
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => [read(row.cells[column]), row]);
    rows.sort(([one], [other]) => {
      if (!one || !other) return (one ? 0 : 1) - (other ? 0 : 1);
      return descending ? compare(other, one) : compare(one, other);
    });
    body.append(...rows.map(([, row]) => row));
  }

  function addSorting(table) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const descending = head.getAttribute("aria-sort") === "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", descending ? "descending" : "ascending");
        sort(table, column, descending);
      });
    });
  }

  /** Shows the rows that hold every word. */
  function filter(table, text, count) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const rows = [...table.tBodies[0].rows];
    let shown = 0;
    for (const row of rows) {
      const content = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => content.includes(word));
      shown += row.hidden ? 0 : 1;
    }
    const all = rows.length === 1 ? "1 row" : `${rows.length} rows`;
    count.textContent = words.length ? `${shown} of ${all}` : all;
  }

  // What a spreadsheet takes for a formula gets an apostrophe; a plain number is none.
  const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20](?!(?<=^[+-])[0-9]+(?:\.[0-9]+)?$)/;
  const defused = (text) => (FORMULA.test(text) ? `'${text}` : text);
  const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

  /** The rows that are shown, as CSV (RFC 4180). */
  function toCsv(table) {
    const rows = [table.tHead.rows[0], ...table.tBodies[0].rows].filter((row) => !row.hidden);
    return rows.map((row) => [...row.cells].map((cell) => quoted(defused(read(cell)))).join(",") + "\n").join("");
  }

  function download(name, text, type) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(text instanceof Blob ? text : new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  function addTools(table) {
    const caption = read(table.caption);
    let words = "";
    const tools = document.createElement("div");
    tools.className = "tools";
    const count = document.createElement("span");
    count.setAttribute("role", "status");
    if (table.tBodies[0].rows.length > 6 || asked) {
      const input = document.createElement("input");
      input.type = "search";
      input.placeholder = "Filter rows";
      input.setAttribute("aria-label", `Filter rows: ${caption}`);
      input.value = words = asked;
      input.addEventListener("input", () => filter(table, words = input.value, count));
      tools.append(input);
    }
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "CSV";
    button.setAttribute("aria-label", `Download as CSV: ${caption}`);
    const page = location.pathname.split("/").pop().replace(/\.html$/, "") || "index";
    button.addEventListener("click", () => download(`${page}-${table.id}.csv`, toCsv(table), "text/csv"));
    tools.append(button, count);
    (table.closest(".scroll") ?? table).before(tools);
    const refresh = () => filter(table, words, count);
    refreshers.set(table, refresh);
    refresh();
  }

  globalThis.yotgraph ??= {};
  /** Filters a table anew whose rows have changed. */
  yotgraph.refresh = (table) => refreshers.get(table)?.();
  yotgraph.download = download;
  yotgraph.read = read;
  for (const table of document.querySelectorAll("table.data")) {
    addSorting(table);
    addTools(table);
  }
})();
