// Prints what a browser loads before it shows the first page, compressed, and fails above the budget. What a page loads on
// demand, the editor and charts, is printed and not counted. Usage: node size.mjs DIST
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const budget = 300 * 1024;
const dist = process.argv[2];
const squeezed = (name) => gzipSync(readFileSync(join(dist, name)), { level: 9 }).length;

// The page names its scripts and styles; a script names what it imports at once: import … from "./x.js".
const page = readFileSync(join(dist, 'index.html'), 'utf8');
const first = new Set(['index.html']);
const queue = [...page.matchAll(/(?:src|href)="\/([^"]+)"/g)].map((m) => m[1]);
// The first page itself and the words of one language are loaded at once, too.
queue.push('assets/start.js', 'assets/zh.js');
while (queue.length > 0) {
  const name = queue.pop();
  if (first.has(name)) continue;
  first.add(name);
  if (!name.endsWith('.js')) continue;
  const source = readFileSync(join(dist, name), 'utf8');
  for (const m of source.matchAll(/(?:import|from)\s*"\.\/([^"]+)"/g)) queue.push(`assets/${m[1]}`);
}
let total = 0;
for (const name of [...first].sort()) {
  const size = squeezed(name);
  total += size;
  console.log(`${String(size).padStart(8)}  ${name}`);
}
console.log(`${String(total).padStart(8)}  first load, of ${budget}`);
for (const name of readdirSync(join(dist, 'assets')).sort()) {
  if (!first.has(`assets/${name}`)) console.log(`${String(squeezed(`assets/${name}`)).padStart(8)}  on demand: assets/${name}`);
}
if (total > budget) {
  console.error(`the first load is ${total - budget} bytes too large`);
  process.exit(1);
}
