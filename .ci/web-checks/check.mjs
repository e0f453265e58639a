// Checks HTML reports as a browser sees them: valid HTML, no accessibility fault, nothing wider than the window, no request to
// anywhere, no script refused or failing. Usage: node check.mjs [--shots DIR] FILE...
import { readFileSync, existsSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { HtmlValidate } from "html-validate";
import { chromium } from "playwright-core";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const args = process.argv.slice(2);
const shots = args[0] === "--shots" ? args.splice(0, 2)[1] : null;
if (args.length === 0) {
  console.error("usage: node check.mjs [--shots DIR] FILE...");
  process.exit(2);
}
const executablePath = [process.env.CHROMIUM, "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
  .find((path) => path && existsSync(path));
if (!executablePath) {
  console.error("no Chromium found; set CHROMIUM to its path");
  process.exit(2);
}

// A page larger than this is validated and its layout is looked at; unfolding it and asking axe would take many minutes, and
// smaller pages have the same elements.
const large = 1 << 20;

let faults = 0;
const fault = (file, text) => {
  faults++;
  console.log(`${basename(file)}: ${text}`);
};

const validator = new HtmlValidate({ extends: ["html-validate:recommended"] });
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const work = args.flatMap((file) => [
  () => validate(file),
  ...[[1400, "light"], [400, "light"], [1400, "dark"]].map(([width, colorScheme]) => () => look(file, width, colorScheme)),
  () => withoutScript(file),
]);
await Promise.all(Array.from({ length: availableParallelism() }, async () => {
  while (work.length > 0) await work.shift()();
}));
await browser.close();
console.log(`${args.length} pages, ${faults} faults`);
process.exit(faults === 0 ? 0 : 1);

async function validate(file) {
  const report = await validator.validateFile(file);
  for (const result of report.results) {
    for (const m of result.messages) fault(file, `${m.line}:${m.column} ${m.ruleId}: ${m.message}`);
  }
}

// look opens a page as it comes, then with everything unfolded, and asks axe and the layout.
async function look(file, width, colorScheme) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  const where = `${width}px ${colorScheme}`;
  const url = pathToFileURL(resolve(file)).href;
  page.on("request", (r) => r.url() !== url && fault(file, `${where}: asks for ${r.url()}`));
  page.on("console", (m) => m.type() === "error" && fault(file, `${where}: console: ${m.text()}`));
  page.on("pageerror", (e) => fault(file, `${where}: script: ${e.message}`));
  page.on("dialog", (d) => { fault(file, `${where}: dialog: ${d.message()}`); d.dismiss(); });
  await page.goto(url);
  if (shots && colorScheme === "light") {
    await shoot(page, `${basename(file, ".html")}-${width}.png`);
  }
  const whole = statSync(file).size < large;
  if (whole) await page.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; d.style.contentVisibility = "visible"; }));
  const wide = await page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return null;
    const worst = [...document.querySelectorAll("body *")].filter((e) => !e.closest(".scroll, pre, .skip") &&
      e.getBoundingClientRect().right > root.clientWidth + 1).slice(-1)[0];
    return `${root.scrollWidth} px wide; ${worst ? worst.outerHTML.slice(0, 200) : "?"}`;
  });
  if (wide) fault(file, `${where}: overflows: ${wide}`);
  if (shots && whole && colorScheme === "light") {
    await shoot(page, `${basename(file, ".html")}-${width}-open.png`);
  }
  if (!whole) {
    await context.close();
    return;
  }
  await page.evaluate(axeSource); // evaluated by the debugger, which the page's policy does not bind
  // Nothing but colours is other in the dark.
  const rules = colorScheme === "dark" ? { runOnly: ["color-contrast"] } : {};
  const { violations } = await page.evaluate((r) => window.axe.run(document, { resultTypes: ["violations"], ...r }), rules);
  for (const v of violations) {
    fault(file, `${where}: axe ${v.id}: ${v.help}: ${v.nodes.length} × ${v.nodes[0].html.slice(0, 160)} ${v.nodes[0].failureSummary.replaceAll("\n", " ")}`);
  }
  await context.close();
}

// shoot takes a picture of the upper part of a page: all of a long one does not fit into an image.
async function shoot(page, name) {
  const { width, height } = page.viewportSize();
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(whole, 6000) });
  await page.screenshot({ path: join(shots, name) });
  await page.setViewportSize({ width, height });
}

// withoutScript says whether the ranking is whole, and its controls hidden, where no script runs.
async function withoutScript(file) {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  await page.goto(pathToFileURL(resolve(file)).href);
  if (await page.locator("#controls").isVisible()) fault(file, "without script: controls are shown that do nothing");
  const rows = await page.locator("#ranking tbody tr").count();
  if (rows > 0 && !(await page.locator("#ranking tbody tr").last().isVisible())) fault(file, "without script: the ranking is not whole");
  await context.close();
}
