// The report's text: pointing at marked words, or reaching them by keyboard, shows their facts.
"use strict";
(() => {
  const source = document.getElementById("source");
  const shown = document.getElementById("shown");
  if (!source || !shown) return;
  const marks = [...source.querySelectorAll(".h")];
  const numbers = (mark) => mark.dataset.f.split(" ");
  const byFact = new Map();
  for (const mark of marks) {
    for (const number of numbers(mark)) {
      if (!byFact.has(number)) byFact.set(number, []);
      byFact.get(number).push(mark);
    }
  }

  /** The facts of the list, copied beside the text, the most special one first. */
  function show(facts) {
    const list = document.createElement("ol");
    for (const number of facts) {
      const fact = document.getElementById(`f${number}`)?.cloneNode(true);
      if (!fact) continue;
      fact.removeAttribute("id");
      fact.querySelectorAll("[id]").forEach((each) => each.removeAttribute("id"));
      list.append(fact);
    }
    shown.replaceChildren(list);
  }

  function near(mark) {
    marks.forEach((each) => each.classList.remove("near"));
    if (!mark) return;
    const first = mark.getAttribute("href")?.slice(2) ?? numbers(mark)[0];
    byFact.get(first)?.forEach((each) => each.classList.add("near"));
    show([first, ...numbers(mark).filter((number) => number !== first)]);
  }

  const markOf = (event) => event.target.closest?.(".h");
  source.addEventListener("pointerover", (event) => markOf(event) && near(markOf(event)));
  source.addEventListener("focusin", (event) => markOf(event) && near(markOf(event)));
  source.addEventListener("click", (event) => {
    const mark = markOf(event);
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    near(mark);
    const shortest = mark.dataset.e.split(" ").reduce((one, other) => (length(other) < length(one) ? other : one));
    history.replaceState(null, "", `#e-${shortest}`);
    find();
  });

  const length = (span) => -span.split("-").reduce((start, end) => start - end);

  /** Marks the words that the address names, and shows their facts. */
  function find() {
    const match = /^#e-(\d+-\d+)$/.exec(location.hash);
    marks.forEach((each) => each.classList.remove("found"));
    if (!match) return;
    const found = marks.filter((mark) => mark.dataset.e.split(" ").includes(match[1]));
    found.forEach((mark) => mark.classList.add("found"));
    if (found.length) near(found[0]);
  }
  addEventListener("hashchange", find);
  find();
  const target = source.querySelector(".h.found");
  target?.scrollIntoView({ block: "center", behavior: "instant" });

  document.getElementById("families")?.addEventListener("change", (event) => {
    const { name, checked } = event.target;
    source.querySelectorAll(`.h-${name}`).forEach((mark) => mark.classList.toggle("plain", !checked));
  });
})();
