// What changed between two texts, line by line (Myers, "An O(ND) Difference Algorithm and Its Variations", 1986).

export interface DiffLine {
  kind: 'same' | 'gone' | 'new';
  text: string;
  /** Numbers of the line from 1, where it is there. */
  before?: number;
  after?: number;
}

/** Beyond so many changed lines all of one text is shown as gone and all of the other as new. */
const most = 2000;

/** The lines of both texts in order. */
export function diffLines(before: string, after: string): DiffLine[] {
  const a = before.replace(/\r\n?/g, '\n').split('\n');
  const b = after.replace(/\r\n?/g, '\n').split('\n');
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const out: DiffLine[] = [];
  const same = (i: number, j: number) => out.push({ kind: 'same', text: a[i]!, before: i + 1, after: j + 1 });
  for (let i = 0; i < head; i++) same(i, i);
  for (const step of script(a.slice(head, a.length - tail), b.slice(head, b.length - tail))) {
    const [kind, i, j] = step;
    if (kind === 'same') same(head + i, head + j);
    else if (kind === 'gone') out.push({ kind, text: a[head + i]!, before: head + i + 1 });
    else out.push({ kind, text: b[head + j]!, after: head + j + 1 });
  }
  for (let i = tail; i > 0; i--) same(a.length - i, b.length - i);
  return out;
}

type Step = [kind: DiffLine['kind'], i: number, j: number];

function script(a: readonly string[], b: readonly string[]): Step[] {
  const n = a.length;
  const m = b.length;
  const trace: Int32Array[] = [];
  const limit = Math.min(n + m, most);
  const v = new Int32Array(2 * limit + 3);
  const at = limit + 1;
  for (let d = 0; d <= limit; d++) {
    trace.push(v.slice(at - d - 1, at + d + 2));
    for (let k = -d; k <= d; k += 2) {
      let x = k === -d || (k !== d && v[at + k - 1]! < v[at + k + 1]!) ? v[at + k + 1]! : v[at + k - 1]! + 1;
      while (x < n && x - k < m && a[x] === b[x - k]) x++;
      v[at + k] = x;
      if (x >= n && x - k >= m) return walk(trace, n, m);
    }
  }
  return [...a.map((_, i): Step => ['gone', i, 0]), ...b.map((_, j): Step => ['new', n, j])];
}

function walk(trace: readonly Int32Array[], n: number, m: number): Step[] {
  const out: Step[] = [];
  let x = n;
  let y = m;
  for (let d = trace.length - 1; d >= 0; d--) {
    const v = trace[d]!;
    const of = (k: number) => v[k + d + 1]!;
    const k = x - y;
    const from = k === -d || (k !== d && of(k - 1) < of(k + 1)) ? k + 1 : k - 1;
    const px = d === 0 ? 0 : of(from);
    const py = d === 0 ? 0 : px - from;
    while (x > px && y > py) {
      x--;
      y--;
      out.push(['same', x, y]);
    }
    if (d === 0) break;
    if (from === k - 1) out.push(['gone', px, py]);
    else out.push(['new', px, py]);
    x = px;
    y = py;
  }
  return out.reverse();
}

/** The parts that changed, each with a few lines around it. */
export function hunks(lines: readonly DiffLine[], around = 3): DiffLine[][] {
  const keep = new Uint8Array(lines.length);
  lines.forEach((l, i) => {
    if (l.kind !== 'same') keep.fill(1, Math.max(0, i - around), Math.min(lines.length, i + around + 1));
  });
  const out: DiffLine[][] = [];
  lines.forEach((l, i) => {
    if (!keep[i]) return;
    if (i === 0 || !keep[i - 1]) out.push([]);
    out.at(-1)!.push(l);
  });
  return out;
}
