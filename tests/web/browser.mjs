// The pages in a real browser, opened from disk.
//
//   node tests/web/browser.mjs OUT [SCREENSHOTS]
//
// OUT is a build's folder. Needs web/node_modules (npm ci in web/) and Chromium, at
// $CHROMIUM or /usr/bin/chromium. Exits with 1 where anything is wrong, and says what.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(new URL("../../web/package.json", import.meta.url));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf-8");

const [out, screenshots] = process.argv.slice(2).map((path) => resolve(path));
const site = join(out, "site");
const failures = [];
const firstIn = (folder) => {
  const entries = readdirSync(join(site, folder)).sort();
  const page = entries.find((name) => name.endsWith(".html"));
  return page ? `${folder}/${page}` : firstIn(`${folder}/${entries.find((name) => statSync(join(site, folder, name)).isDirectory())}`);
};
const pages = [
  "index.html", "network.html", "search.html", "services.html", "partners.html", "people.html", "questions.html",
  firstIn("report"), firstIn("service"), firstIn("agency-kind"), firstIn("body"), firstIn("person"),
  firstIn("theme"), firstIn("framework"), "question/findings.html", "../partners.html",
];
if (screenshots) mkdirSync(screenshots, { recursive: true });

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });

/** A page that reports whatever goes wrong in it. */
async function open(path, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options });
  const page = await context.newPage();
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && failures.push(`${path}: console: ${message.text()}`));
  page.on("pageerror", (error) => failures.push(`${path}: ${error.message}`));
  page.on("request", (request) => /^(file|blob|data):/.test(request.url()) || failures.push(`${path}: asks for ${request.url()}`));
  const [, file, words] = /^([^?#]*)(.*)$/.exec(path);
  await page.goto(pathToFileURL(join(site, file)).href + words);
  return page;
}

async function check(name, work) {
  try {
    await work();
    console.log(`ok    ${name}`);
  } catch (error) {
    failures.push(`${name}: ${error.message}`);
    console.log(`WRONG ${name}`);
  }
}

for (const path of pages) {
  for (const colorScheme of ["light", "dark"]) {
    await check(`${path} is accessible (${colorScheme})`, async () => {
      const page = await open(path, { colorScheme, reducedMotion: "reduce" });
      // Run beside the page, not in it: its policy lets no other script run.
      const session = await page.context().newCDPSession(page);
      await session.send("Runtime.evaluate", { expression: axe });
      const { result } = await session.send("Runtime.evaluate", {
        expression: `axe.run(document, { preload: false, runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
          .then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => [id, nodes.length, nodes[0].html.slice(0, 160), nodes[0].failureSummary])))`,
        awaitPromise: true, returnByValue: true,
      });
      if (screenshots) await page.screenshot({ path: join(screenshots, `${path.replaceAll(/[/.]+/g, "-")}-${colorScheme}.png`) });
      await page.context().close();
      assert.deepEqual(JSON.parse(result.value), []);
    });
  }
  await check(`${path} fits a width of 320`, async () => {
    const page = await open(path, { viewport: { width: 320, height: 800 } });
    await page.waitForTimeout(200);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (screenshots) await page.screenshot({ path: join(screenshots, `${path.replaceAll(/[/.]+/g, "-")}-320.png`) });
    await page.context().close();
    assert.ok(width <= 320, `it is ${width} wide`);
  });
}

await check("a table sorts, filters and downloads", async () => {
  const page = await open("question/findings.html");
  const cells = () => page.$$eval("#findings tbody tr:not([hidden]) > :nth-child(3)", (all) => all.map((cell) => cell.textContent));
  const before = await cells();
  await page.click("#findings thead th:nth-child(3) button");
  assert.equal(await page.getAttribute("#findings thead th:nth-child(3)", "aria-sort"), "ascending");
  const sorted = await cells();
  assert.notDeepEqual(sorted, before);
  assert.equal(sorted.length, before.length);
  await page.fill(".tools input", "zzz-nothing");
  assert.equal((await cells()).length, 0);
  await page.fill(".tools input", "");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(".tools button")]);
  const text = readFileSync(await download.path(), "utf-8");
  assert.ok(text.startsWith("Report,Section,Paragraph,Stance,Text,Themes,Read it\n"));
  await page.context().close();
});

await check("the search finds a statement and leads to its words", async () => {
  const page = await open("search.html?q=assessment");
  await page.waitForSelector("#results a[href*='#e-']");
  await page.click("#results a[href*='#e-']");
  await page.waitForSelector(".h.found");
  await page.context().close();
});

await check("a link of the network shows its sentences, and they lead to their words", async () => {
  const page = await open("network.html");
  await page.waitForFunction(() => globalThis.yotgraph?.cy?.edges().length > 0);
  const place = await page.evaluate(() => {
    const { cy } = yotgraph;
    const edge = cy.edges().filter((each) => each.data("stance") === "strength")[0];
    cy.fit(edge.connectedNodes(), 120);
    const box = document.getElementById("picture").getBoundingClientRect();
    const [from, to] = [edge.source().renderedPosition(), edge.target().renderedPosition()];
    return { x: box.x + (from.x + 2 * to.x) / 3, y: box.y + (from.y + 2 * to.y) / 3 };
  });
  await page.mouse.click(place.x, place.y);
  await page.waitForSelector("#details blockquote");
  const sentence = (await page.textContent("#details blockquote")).trim();
  assert.match(page.url(), /#.*chosen=/);
  await page.click("#details li > a[href*='#e-']");
  await page.waitForSelector(".h.found");
  const found = (await page.$$eval(".h.found", (marks) => marks.map((mark) => mark.textContent).join(""))).trim();
  assert.equal(found.replace(/\s+/g, " "), sentence.replace(/\s+/g, " "));
  await page.context().close();
});

await check("the network filters, folds and keeps its state in the address", async () => {
  const page = await open("network.html");
  await page.waitForFunction(() => globalThis.yotgraph?.cy?.nodes().length > 0);
  const count = () => page.evaluate(() => yotgraph.cy.nodes().length);
  const folded = await count();
  await page.uncheck("#fold");
  const unfolded = await count();
  assert.ok(unfolded >= folded);
  await page.uncheck('input[name="stance"][value="structure"]');
  const filtered = await count();
  assert.ok(filtered < unfolded);
  const again = await open(`network.html${new URL(page.url()).hash}`);
  await again.waitForFunction(() => globalThis.yotgraph?.cy?.nodes().length > 0);
  assert.equal(await again.evaluate(() => yotgraph.cy.nodes().length), filtered);
  await again.context().close();
  await page.context().close();
});

await check("the network exports PNG and SVG", async () => {
  const page = await open("network.html");
  await page.waitForFunction(() => globalThis.yotgraph?.cy?.nodes().length > 0);
  for (const [button, opening] of [["#png", "\x89PNG"], ["#svg", "<svg"]]) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.click(button)]);
    const path = await download.path();
    assert.ok(existsSync(path) && statSync(path).size > 2000);
    assert.ok(readFileSync(path, "latin1").startsWith(opening));
  }
  await page.context().close();
});

await check("marked words show their facts to the keyboard", async () => {
  const page = await open(firstIn("report"));
  await page.focus("#source a.h");
  await page.waitForSelector("#shown .fact");
  await page.context().close();
});

await browser.close();
if (failures.length) {
  console.error(`\n${failures.length} wrong:\n${[...new Set(failures)].join("\n")}`);
  process.exit(1);
}
console.log("all well");
