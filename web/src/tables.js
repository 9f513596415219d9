// Every table sorts by its heads, filters by words and downloads as CSV.
"use strict";
(() => {
  const compare = new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" }).compare;

  const refreshers = new Map();

  /** The words behind # in the address, where it does not name a place in the page. Keeping some
      leaves the others, and makes no step in the history. */
  const address = {
    words: () => new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : ""),
    keep(changes) {
      const words = address.words();
      for (const [key, value] of Object.entries(changes)) {
        if (value === null) words.delete(key);
        else words.set(key, value);
      }
      const text = words.toString();
      const wanted = text ? `#${text}` : "";
      if (wanted !== location.hash) history.replaceState(null, "", wanted || location.pathname + location.search);
    },
  };

  /** What the address says of a table: TABLE.rows=WORDS and TABLE.sort=COLUMN, which begins with a
      minus where it goes down. rows=WORDS alone is for every table. */
  const askedOf = (table) => {
    const words = address.words();
    const sorted = /^(-?)([1-9]\d*)$/.exec(words.get(`${table.id}.sort`) ?? "");
    return {
      rows: words.get(`${table.id}.rows`) ?? words.get("rows") ?? "",
      column: sorted ? Number(sorted[2]) - 1 : -1,
      descending: sorted?.[1] === "-",
    };
  };

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
    table.dispatchEvent(new Event("arranged"));
  }

  function addSorting(table) {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const descending = head.getAttribute("aria-sort") === "ascending";
        address.keep({ [`${table.id}.sort`]: `${descending ? "-" : ""}${column + 1}` });
        showSorted(table, askedOf(table));
      });
    });
  }

  /** Sorts a table, and says so in the head of the column. */
  function showSorted(table, { column, descending }) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head) => head.removeAttribute("aria-sort"));
    heads[column]?.setAttribute("aria-sort", descending ? "descending" : "ascending");
    if (heads[column]) sort(table, column, descending);
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
    const { total } = table.dataset;
    const all = rows.length === 1 ? "1 row" : total ? `${rows.length} rows here, ${total} in all` : `${rows.length} rows`;
    table.dispatchEvent(new Event("arranged"));
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
    const tools = document.createElement("div");
    tools.className = "tools";
    const count = document.createElement("span");
    count.setAttribute("role", "status");
    const input = document.createElement("input");
    if (table.tBodies[0].rows.length > 1 || askedOf(table).rows) {
      input.type = "search";
      input.placeholder = "Filter rows";
      input.setAttribute("aria-label", `Filter rows: ${caption}`);
      input.addEventListener("input", () => {
        address.keep({ [`${table.id}.rows`]: input.value || (address.words().has("rows") ? "" : null) });
        filter(table, input.value, count);
      });
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
    const refresh = () => {
      const asked = askedOf(table);
      input.value = asked.rows;
      showSorted(table, asked);
      filter(table, asked.rows, count);
    };
    refreshers.set(table, refresh);
    refresh();
  }

  globalThis.yotgraph ??= {};
  /** Sorts and filters a table anew whose rows have changed. */
  yotgraph.refresh = (table) => refreshers.get(table)?.();
  yotgraph.address = address;
  yotgraph.download = download;
  yotgraph.read = read;
  for (const table of document.querySelectorAll("table.data")) {
    addSorting(table);
    addTools(table);
  }
  addEventListener("hashchange", () => {
    if (!location.hash || location.hash.includes("=")) refreshers.forEach((refresh) => refresh());
  });
})();
