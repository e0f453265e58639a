// Runs every journey of journeys/ in both languages against the program, and takes pictures of pages.
// Usage: node journeys.mjs --program HEGUI [--shots DIR] [NAME...]
import { mkdirSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

import { browse, serve, visit } from './harness.mjs';
import { ended } from './kept.mjs';

const args = process.argv.slice(2);
const option = (name) => { const i = args.indexOf(name); return i < 0 ? null : args.splice(i, 2)[1]; };
const program = option('--program');
const shots = option('--shots');
if (!program) {
  console.error('usage: node journeys.mjs --program HEGUI [--shots DIR] [NAME...]');
  process.exit(2);
}

const dir = join(import.meta.dirname, 'journeys');
const journeys = [];
for (const file of readdirSync(dir).filter((f) => f.endsWith('.mjs')).sort()) {
  const module = await import(join(dir, file));
  for (const [name, run] of Object.entries(module.default)) journeys.push({ name: `${file.replace('.mjs', '')}: ${name}`, run, once: module.once ?? false });
}

const service = await serve(program);
const browser = await browse();
let failed = 0;
let ran = 0;
// Side by side, each in a browser context of its own; those that are long come first.
const wanted = journeys.filter(({ name }) => args.length === 0 || args.some((a) => name.includes(a)));
const work = wanted.toSorted((a, b) => b.once - a.once).flatMap((j) => (j.once ? ['zh'] : ['zh', 'en']).map((lang) => ({ ...j, lang })));
await Promise.all(Array.from({ length: availableParallelism() }, async () => {
  while (work.length > 0) await walk(work.shift());
}));
if (shots) await shoot();
await browser.close();
await service.end();
const log = [...service.log, ...(await ended())];
const refused = log.filter((l) => l.includes('a browser refused'));
const broken = log.filter((l) => l.includes('"level":"ERROR"'));
for (const line of [...refused, ...broken]) console.log(line);
console.log(`${ran} journeys, ${failed} failed, ${refused.length} refusals reported`);
process.exit(failed === 0 && refused.length === 0 && broken.length === 0 ? 0 : 1);

/** Walks one journey and says how it went. */
async function walk({ name, run, lang }) {
  const begun = Date.now();
  const visitor = await visit(browser, { address: service.address, lang });
  visitor.page.setDefaultTimeout(15_000);
  let error = null;
  try {
    await run({ ...visitor, browser, program, service });
  } catch (e) {
    error = e;
    if (shots) await visitor.page.screenshot({ path: join(shots, `failed-${ran}.png`) }).catch(() => {});
  }
  await visitor.close();
  ran++;
  const faults = [...(error ? [error.stack ?? String(error)] : []), ...visitor.faults];
  console.log(`${faults.length === 0 ? 'ok  ' : 'FAIL'} ${name} (${lang}, ${Date.now() - begun} ms)`);
  for (const f of faults) console.log(`     ${f.replaceAll('\n', '\n     ')}`);
  if (faults.length > 0) failed++;
}

/** Takes pictures of the pages that pages.mjs lists. */
async function shoot() {
  mkdirSync(shots, { recursive: true });
  const { scenes } = await import('./scenes.mjs');
  for (const width of [400, 1400, 2560]) {
    for (const scene of scenes) {
      const visitor = await visit(browser, { address: service.address, lang: scene.lang ?? 'zh', width, height: width === 400 ? 800 : width === 1400 ? 900 : 1440, colorScheme: scene.dark ? 'dark' : 'light' });
      visitor.page.setDefaultTimeout(15_000);
      try {
        await scene.run({ ...visitor, program });
        await visitor.fits(`${scene.name} ${width}`);
      } catch (e) {
        visitor.faults.push(String(e));
      }
      await visitor.page.screenshot({ path: join(shots, `${scene.name}-${width}.png`), fullPage: scene.whole ?? false });
      for (const f of visitor.faults) { console.log(`${scene.name} ${width}: ${f}`); failed++; }
      await visitor.close();
    }
  }
}
