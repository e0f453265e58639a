// A service that keeps things, for journeys that sign in: a store of its own, a key for each role, and a way to hand in.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { root, serve } from './harness.mjs';

export const applicant = '91440101MA5CJ0000X';
const roles = {
  chair: ['--role', 'chair'], admin: ['--role', 'admin'], li: ['--role', 'reviewer', '--as', 'li'], zhao: ['--role', 'reviewer', '--as', 'zhao'],
  portal: ['--role', 'portal', '--as', 'gz'], applicant: ['--role', 'applicant', '--as', applicant],
};

let service = null;

/** The service, which is started once for all journeys. */
export async function kept(program) {
  return (service ??= start(program));
}

/** Ends it, if it was started, and gives its log. */
export async function ended() {
  if (service === null) return [];
  const { end, log, dir } = await service;
  await end();
  rmSync(dir, { recursive: true, force: true });
  return log;
}

async function start(program) {
  const dir = mkdtempSync(join(tmpdir(), 'hegui-kept-'));
  const store = `sqlite:${join(dir, 'hegui.db')}`;
  const run = (...args) => execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  run('migrate', 'up', '--store', store);
  const key = (name, ...more) => run('key', 'new', '--name', name, ...more, '--store', store);
  const keys = Object.fromEntries(Object.entries(roles).map(([name, args]) => [name, key(name, ...args, '--scope', 'read')]));
  keys.reader = key('reader', '--scope', 'read', '--scope', 'assess');
  const { address, log, end } = await serve(program, ['--store', store]);
  const request = async (who, method, path, body, type = 'application/json') => {
    const answer = await fetch(address + path, { method, headers: { Authorization: `Bearer ${keys[who]}`, ...(body === undefined ? {} : { 'Content-Type': type }) }, body });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} by ${who}: ${answer.status} ${text}`);
    return /json/.test(answer.headers.get('content-type') ?? '') ? JSON.parse(text) : text;
  };
  const submit = async (reference, text, by = applicant) =>
    (await request('portal', 'POST', `/v1/submissions?${new URLSearchParams({ reference, applicant: by })}`, text, 'application/yaml')).submission;
  return { dir, address, log, end, keys, request, submit };
}

/** The text of an example. */
export function example(name) {
  return readFileSync(join(root, 'examples/proposals', name, 'proposal.yaml'), 'utf8');
}

/** Opens a page of the service as somebody whose key is in the tab already. */
export async function as(service, who, { context, page }) {
  await context.addInitScript(([address, key]) => { if (location.origin === address) sessionStorage.setItem('hegui.key', key); }, [service.address, service.keys[who]]);
  return page;
}
