// Pictures of tables: each is drawn with D3 from the rows of the table that it stands above.
"use strict";
(() => {
  const LEFT = 190;
  const ROW = 28;
  const WIDTH = 860;

  const figure = (table, label) => {
    const box = document.createElement("figure");
    box.className = "chart";
    (table.closest(".scroll") ?? table).before(box);
    const before = box.previousElementSibling;
    if (before?.classList.contains("tools")) before.before(box);
    return d3.select(box).append("svg").attr("role", "group").attr("aria-label", label);
  };

  /** Each row: what its cells read, and where they lead. */
  const rowsOf = (table) =>
    [...table.tBodies[0].rows].map((row) =>
      [...row.cells].map((cell) => ({
        text: yotgraph.read(cell),
        link: cell.querySelector("a")?.getAttribute("href") ?? null,
      })),
    );

  const linked = (parent, link, label) =>
    parent.append("a").attr("href", link ?? "#").attr("aria-label", label);

  /** Rates against their comparators: a dumbbell a service. */
  function dots(table) {
    const rows = rowsOf(table).filter((row) => row[1].text);
    const height = rows.length * ROW + 50;
    const svg = figure(table, "Reoffending rates against their comparators; the table says the same")
      .attr("viewBox", `0 0 ${WIDTH} ${height}`);
    const values = rows.flatMap((row) => [row[1], row[2]]).filter((cell) => cell.text).map((cell) => +cell.text);
    const x = d3.scaleLinear([Math.min(...values) - 3, Math.max(...values) + 3], [LEFT, WIDTH - 60]).nice();
    svg.append("g").attr("class", "axis").attr("transform", `translate(0,${height - 30})`)
      .call(d3.axisBottom(x).ticks(8).tickFormat((value) => `${value}%`));
    rows.forEach((row, place) => {
      const y = place * ROW + 24;
      const [service, rate, comparator, name, against] = row;
      svg.append("text").attr("x", LEFT - 14).attr("y", y + 4).attr("text-anchor", "end").text(service.text);
      const said = `${service.text}: ${rate.text} per cent` +
        (comparator.text ? `, ${name.text} ${comparator.text} per cent, ${against.text}` : "");
      const mark = linked(svg, rate.link, said);
      mark.append("title").text(said);
      if (comparator.text) {
        mark.append("line").attr("class", against.text || "same").attr("y1", y).attr("y2", y)
          .attr("x1", x(+rate.text)).attr("x2", x(+comparator.text));
        // Around the service's own dot where both would fall together.
        const close = Math.abs(x(+rate.text) - x(+comparator.text)) < 4;
        mark.append("circle").attr("class", "comparator").attr("r", close ? 11 : 6).attr("cy", y).attr("cx", x(+comparator.text));
      }
      mark.append("circle").attr("class", "service").attr("r", 7).attr("cy", y).attr("cx", x(+rate.text));
      if (against.text) svg.append("text").attr("x", WIDTH - 48).attr("y", y + 4).text(against.text);
    });
  }

  /** A date of whatever precision as a span of time. */
  function span(text) {
    const [year, month, day] = text.split("-").map(Number);
    if (!month) return [new Date(Date.UTC(year, 0)), new Date(Date.UTC(year + 1, 0))];
    if (!day) return [new Date(Date.UTC(year, month - 1)), new Date(Date.UTC(year, month))];
    return [new Date(Date.UTC(year, month - 1, day)), new Date(Date.UTC(year, month - 1, day + 1))];
  }

  /** From fieldwork to publication: a bar and a dot a report. */
  function timeline(table) {
    const rows = rowsOf(table).filter((row) => row[3].text);
    const height = rows.length * ROW + 50;
    const svg = figure(table, "Fieldwork and publication in time; the table says the same")
      .attr("viewBox", `0 0 ${WIDTH} ${height}`);
    const moments = rows.flatMap((row) => [1, 2, 3].filter((at) => row[at].text).flatMap((at) => span(row[at].text)));
    const x = d3.scaleUtc(d3.extent(moments), [LEFT, WIDTH - 40]).nice(d3.utcMonth);
    svg.append("g").attr("class", "axis").attr("transform", `translate(0,${height - 30})`).call(d3.axisBottom(x).ticks(8));
    rows.forEach((row, place) => {
      const y = place * ROW + 24;
      const [service, from, to, published, framework] = row;
      svg.append("text").attr("x", LEFT - 14).attr("y", y + 4).attr("text-anchor", "end").text(service.text);
      const issued = x(span(published.text)[0]);
      if (from.text) {
        const begin = x(span(from.text)[0]);
        const end = x(span(to.text || from.text)[1]);
        const said = `${service.text}, fieldwork ${from.text}${to.text ? ` to ${to.text}` : ""}`;
        svg.append("line").attr("class", "rule").attr("y1", y).attr("y2", y).attr("x1", begin).attr("x2", issued);
        const work = linked(svg, from.link ?? service.link, said);
        work.append("title").text(said);
        work.append("rect").attr("class", "service").attr("x", begin).attr("y", y - 6).attr("height", 12).attr("width", Math.max(4, end - begin));
      }
      const said = `${service.text}, ${framework.text}, published ${published.text}`;
      const mark = linked(svg, published.link ?? service.link, said);
      mark.append("title").text(said);
      mark.append("circle").attr("class", "comparator").attr("r", 6).attr("cx", issued).attr("cy", y);
    });
  }

  const drawers = { dots, timeline };
  for (const table of document.querySelectorAll("table[data-chart]")) drawers[table.dataset.chart]?.(table);
})();
