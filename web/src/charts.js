// Pictures of tables: each is drawn with D3 from the rows of the table that it stands above, and
// drawn again when the table is sorted or filtered.
"use strict";
(() => {
  const LEFT = 190;
  const ROW = 28;
  const WIDTH = 860;
  // With more rows a picture is no longer taken in.
  const MOST = 60;

  /** Each row that is shown: what its cells read, and where they lead. */
  const rowsOf = (table) =>
    [...table.tBodies[0].rows].filter((row) => !row.hidden).map((row) =>
      [...row.cells].map((cell) => ({
        text: yotgraph.read(cell),
        link: cell.querySelector("a")?.getAttribute("href") ?? null,
      })),
    );

  /** A mark that leads to its words, and says the same as its place in the picture. */
  function linked(parent, link, said) {
    const mark = parent.append("a").attr("href", link ?? "#").attr("aria-label", said);
    mark.append("title").text(said);
    return mark;
  }

  const drawing = (box, label, rows) =>
    d3.select(box).append("svg").attr("role", "group").attr("aria-label", `${label}; the table says the same`)
      .attr("viewBox", `0 0 ${WIDTH} ${rows.length * ROW + 50}`);

  const axis = (svg, rows, made) =>
    svg.append("g").attr("class", "axis").attr("transform", `translate(0,${rows.length * ROW + 20})`).call(made);

  const named = (svg, y, name) =>
    svg.append("text").attr("x", LEFT - 14).attr("y", y + 4).attr("text-anchor", "end").text(name);

  /** Rates against their comparators: a dumbbell a service. */
  function dots(box, rows) {
    const svg = drawing(box, "Reoffending rates against their comparators", rows);
    const values = rows.flatMap((row) => [row[1], row[2]]).filter((cell) => cell.text).map((cell) => +cell.text);
    const x = d3.scaleLinear([Math.min(...values) - 3, Math.max(...values) + 3], [LEFT, WIDTH - 60]).nice();
    axis(svg, rows, d3.axisBottom(x).ticks(8).tickFormat((value) => `${value}%`));
    rows.forEach(([service, rate, comparator, name, against], place) => {
      const y = place * ROW + 24;
      named(svg, y, service.text);
      if (comparator.text) {
        const mark = linked(svg, comparator.link ?? rate.link, `${service.text}, ${against.text || "beside"}: ${name.text} ${comparator.text} per cent`);
        const [from, to] = [x(+rate.text), x(+comparator.text)];
        mark.append("line").attr("class", against.text || "same").attr("y1", y).attr("y2", y).attr("x1", from).attr("x2", to);
        // Around the service's own dot where both would fall together.
        mark.append("circle").attr("class", "comparator").attr("r", Math.abs(from - to) < 4 ? 11 : 6).attr("cy", y).attr("cx", to);
      }
      linked(svg, rate.link, `${service.text}: ${rate.text} per cent`)
        .append("circle").attr("class", "service").attr("r", 7).attr("cy", y).attr("cx", x(+rate.text));
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
  function timeline(box, rows) {
    const svg = drawing(box, "Fieldwork and publication in time", rows);
    const moments = rows.flatMap((row) => [1, 2, 3].filter((at) => row[at].text).flatMap((at) => span(row[at].text)));
    const x = d3.scaleUtc(d3.extent(moments), [LEFT, WIDTH - 40]).nice(d3.utcMonth);
    axis(svg, rows, d3.axisBottom(x).ticks(8));
    rows.forEach(([service, from, to, published, framework], place) => {
      const y = place * ROW + 24;
      named(svg, y, service.text);
      const issued = x(span(published.text)[0]);
      if (from.text) {
        const begin = x(span(from.text)[0]);
        const end = x(span(to.text || from.text)[1]);
        svg.append("line").attr("class", "rule").attr("y1", y).attr("y2", y).attr("x1", begin).attr("x2", issued);
        linked(svg, from.link ?? service.link, `${service.text}, fieldwork ${from.text}${to.text ? ` to ${to.text}` : ""}`)
          .append("rect").attr("class", "service").attr("x", begin).attr("y", y - 6).attr("height", 12).attr("width", Math.max(4, end - begin));
      }
      linked(svg, published.link ?? service.link, `${service.text}, ${framework.text}, published ${published.text}`)
        .append("circle").attr("class", "comparator").attr("r", 6).attr("cx", issued).attr("cy", y);
    });
  }

  // What draws, and the column without which a row has nothing to draw.
  const drawers = { dots: [dots, 1], timeline: [timeline, 3] };

  for (const table of document.querySelectorAll("table[data-chart]")) {
    const [drawer, needed] = drawers[table.dataset.chart];
    const box = document.createElement("figure");
    box.className = "chart";
    const scroll = table.closest(".scroll") ?? table;
    const tools = scroll.previousElementSibling;
    (tools?.classList.contains("tools") ? tools : scroll).before(box);
    const draw = () => {
      const rows = rowsOf(table).filter((row) => row[needed].text);
      box.replaceChildren();
      box.hidden = !rows.length;
      if (!rows.length) return;
      drawer(box, rows.slice(0, MOST));
      if (rows.length > MOST) d3.select(box).append("figcaption").text(`The first ${MOST} of the ${rows.length} rows that the table shows.`);
    };
    table.addEventListener("arranged", draw);
    draw();
  }
})();
