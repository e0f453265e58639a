// What journeys stand on: the program, a browser, and checks that hold on every page: no error in the console, no request to
// anywhere else, nothing that the policy of the page refused, no accessibility fault.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

const here = import.meta.dirname;
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const root = join(here, '../../../..');

/** Starts the service on a free port and gives its address, its log and a way to end it. */
export async function serve(program, args = []) {
  const child = spawn(program, ['serve', '--addr', '127.0.0.1:0', ...args], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  const log = [];
  const address = await new Promise((resolve, reject) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      log.push(line);
      const found = /"msg":"serving","address":"([^"]+)"/.exec(line);
      if (found) resolve(found[1]);
    });
    child.on('exit', (code) => reject(new Error(`the service ended with ${code}: ${log.join('\n')}`)));
  });
  const end = () => new Promise((resolve) => { child.removeAllListeners('exit'); child.on('exit', resolve); child.kill('SIGTERM'); });
  return { address, log, end };
}

/** Opens Debian's Chromium, without what draws windows where that is installed, or what CHROMIUM names. */
export function browse() {
  const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((p) => p && existsSync(p));
  if (!executablePath) throw new Error('no Chromium found; set CHROMIUM to its path');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

/** The words of a language by key: words('zh')('check.title', {n: 3}). */
export function words(lang) {
  const all = JSON.parse(readFileSync(join(here, `../src/locales/${lang}.json`), 'utf8'));
  return (key, values = {}) => {
    let at = key.split('.').reduce((tree, part) => tree?.[part], all);
    if (typeof at === 'object' && at) at = values.n === 1 && at.one ? at.one : at.other;
    if (typeof at !== 'string') throw new Error(`no words for ${key}`);
    return at.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  };
}

/** Opens a page whose every fault is collected in faults. */
export async function visit(browser, { address, lang, width = 1400, height = 900, ...context }) {
  const opened = await browser.newContext({ viewport: { width, height }, locale: lang === 'zh' ? 'zh-CN' : 'en-GB', ...context });
  const page = await opened.newPage();
  const faults = [];
  const allowed = [];
  const homes = [];
  const fault = (text) => { if (!allowed.some((a) => a.test(text))) faults.push(text); };
  page.on('console', (m) => ['error', 'warning'].includes(m.type()) && fault(`console: ${m.text()}`));
  page.on('pageerror', (e) => fault(`script: ${e.stack ?? e.message}`));
  page.on('dialog', (d) => { fault(`dialog: ${d.message()}`); d.dismiss(); });
  page.on('request', (r) => { if (!r.url().startsWith(address) && !homes.some((h) => r.url().startsWith(h)) && !/^(data|blob):/.test(r.url())) fault(`asks for ${r.url()}`); });
  await page.addInitScript(() => document.addEventListener('securitypolicyviolation', (e) => console.error(`refused by policy: ${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber} ${e.sample}`)));
  return {
    page, context: opened, lang, address, faults, t: words(lang),
    /** A fault that a journey causes on purpose. */
    allow: (pattern) => allowed.push(pattern),
    open: (path) => page.goto((homes[0] ?? address) + path, { waitUntil: 'load' }),
    /** Pages are opened of another service from now on. */
    moveTo: (other) => homes.unshift(other),
    axe: (label) => axe(page, label, faults),
    fits: (label) => fits(page, label, faults),
    close: () => opened.close(),
  };
}

/** Adds what axe finds to faults. */
async function axe(page, label, faults) {
  await page.evaluate(() => document.fonts?.ready);
  const result = await page.evaluate(async (source) => {
    if (!window.axe) (0, Function)(source).call(window);
    // A long source is a thousand lines of the same elements: those with marks are looked at, and of the others the first.
    const box = document.querySelector('.sourceview');
    const top = box?.scrollTop;
    const away = [...document.querySelectorAll('.sourceview .line:not(.has, .at):nth-child(n+20)')].map((line) => {
      const place = document.createComment('');
      line.replaceWith(place);
      return () => place.replaceWith(line);
    });
    try {
      return await window.axe.run(document, { preload: false, resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    } finally {
      for (const back of away) back();
      if (box) box.scrollTop = top;
    }
  }, axeSource).catch((e) => ({ violations: [{ id: 'axe', help: String(e), nodes: [] }] }));
  for (const v of result.violations) {
    faults.push(`${label}: axe ${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => `${n.target.join(' ')} (${n.failureSummary?.replace(/\s+/g, ' ').slice(0, 200)})`).join(' | ')}`);
  }
}

/** Adds a fault when the page is wider than the window. */
async function fits(page, label, faults) {
  const wide = await page.evaluate(() => {
    const r = document.documentElement;
    if (r.scrollWidth <= r.clientWidth) return null;
    const worst = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > r.clientWidth + 1).at(-1);
    return `${r.scrollWidth} px in ${r.clientWidth}: ${worst?.outerHTML.slice(0, 160)}`;
  });
  if (wide) faults.push(`${label}: overflows: ${wide}`);
}

/** Fails a journey with both sides in the message. */
export function expect(got, want, what) {
  if (got !== want) throw new Error(`${what}: ${JSON.stringify(got)}, want ${JSON.stringify(want)}`);
}
