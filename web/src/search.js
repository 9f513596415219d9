// Search over everything: an index of words made in the page from the parts beside it.
"use strict";
(() => {
  const input = document.getElementById("query");
  const results = document.getElementById("results");
  const status = document.getElementById("status");
  const parts = Number(results.dataset.parts);
  const MOST = 100;
  const documents = [];
  const index = new MiniSearch({
    fields: ["title", "text", "kind"],
    idField: "id",
    searchOptions: { boost: { title: 3 }, prefix: (word) => word.length > 2, combineWith: "AND", fuzzy: (word) => (word.length > 5 ? 0.15 : false) },
  });

  globalThis.yotgraph ??= {};
  /** Takes a part: each document is title, kind, path and text. */
  yotgraph.take = (part) => {
    index.addAll(part.map(([title, kind, path, text]) => {
      const id = documents.push({ title, kind, path, text }) - 1;
      return { id, title, text, kind };
    }));
  };

  /** Text with the words that were found marked; nothing of it is ever mark-up. */
  function marked(text, words) {
    const found = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
    const pattern = new RegExp(found ? `(?<![\\p{L}\\p{N}])(?:${found})(?![\\p{L}\\p{N}])` : "$^", "giu");
    const box = document.createElement("p");
    let last = 0;
    for (const match of text.matchAll(pattern)) {
      if (!match[0]) continue;
      box.append(text.slice(last, match.index));
      const mark = document.createElement("mark");
      mark.textContent = match[0];
      box.append(mark);
      last = match.index + match[0].length;
    }
    box.append(text.slice(last));
    return box;
  }

  function show() {
    const found = input.value.trim() ? index.search(input.value) : [];
    results.replaceChildren(...found.slice(0, MOST).map((hit) => {
      const { title, kind, path, text } = documents[hit.id];
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = path;
      link.textContent = title;
      const label = document.createElement("span");
      label.className = "kind";
      label.textContent = ` ${kind}`;
      item.append(link, label);
      if (text) item.append(marked(text, hit.terms));
      return item;
    }));
    const most = found.length > MOST ? `, the first ${MOST} shown` : "";
    status.textContent = input.value.trim() ? `${found.length} found${most}` : `${documents.length} things and statements to search`;
  }

  /** Loads the parts one after another; what is there can be searched meanwhile. */
  function load(number) {
    show();
    if (number > parts) return;
    const script = document.createElement("script");
    script.src = `data/search-${number}.js`;
    script.addEventListener("load", () => load(number + 1));
    script.addEventListener("error", () => { status.textContent = `The part ${script.src} cannot be read.`; });
    document.head.append(script);
  }

  let timer;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      history.replaceState(null, "", `?q=${encodeURIComponent(input.value)}`);
      show();
    }, 120);
  });
  document.getElementById("search").addEventListener("submit", (event) => { event.preventDefault(); show(); });
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  load(1);
})();
