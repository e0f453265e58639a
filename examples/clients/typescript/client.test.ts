// Run against a real service, whose address is in HEGUI_URL; .ci/clients starts one.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { isAssessment, points, Problem, Service, type Line } from './client.js';

const address = process.env['HEGUI_URL'];
assert.ok(address, 'HEGUI_URL is not set: .ci/clients runs these tests');
const service = new Service(address);

async function example(name: string) {
  return { name: `${name}.yaml`, content: await readFile(`../../proposals/${name}/proposal.yaml`, 'utf8') };
}

test('a proposal that fails is assessed, and says why', async () => {
  const a = await service.assess(await example('f12-ai-customer-service'), { asOf: '2026-11-01' });
  assert.equal(a.decision.verdict, 'fail');
  assert.equal(points(a.decision.score), '80.88');
  assert.equal(a.file, 'f12-ai-customer-service.yaml');
  assert.deepEqual(a.decision.reasons[0], { code: 'veto', ids: ['EMPL-01', 'EMPL-04'] });
  const found = a.results.flatMap((r) => r.findings);
  assert.ok(found.length > 0 && found.every((f) => f.position.line > 0 && f.message.zh !== '' && f.message.en !== ''));
});

test('profile, date and readings are sent', async () => {
  const a = await service.assess(await example('f06-tiny-orchard-pest'), { profile: 'small-firm', asOf: '2026-10-01', readings: true });
  assert.equal(a.profile, 'small-firm');
  assert.equal(a.as_of, '2026-10-01');
  assert.ok('readings' in a);
});

for (const language of ['zh', 'en'] as const) {
  test(`a proposal that cannot be read is a problem in ${language}`, async () => {
    const error = await thrown(new Service(address, { language }).assess({ content: 'kind: Proposal\nkind: Proposal\n' }));
    assert.equal(error.status, 422);
    assert.equal(error.code, 'unreadable_proposal');
    assert.deepEqual([error.proposal?.code, error.proposal?.line], ['E_DUP_KEY', 2]);
    assert.ok(error.requestId);
    assert.equal(/[一-鿿]/.test(error.message), language === 'zh');
  });
}

test('a wrong parameter is named', async () => {
  const error = await thrown(service.assess({ content: 'kind: Proposal\n' }, { profile: 'nobody' }));
  assert.deepEqual([error.code, error.parameter], ['not_found', 'profile']);
});

test('many are answered one by one in their order, the unreadable among them', async () => {
  const many = ['{"apiVersion":"hegui/v1","project":{"id":"a"}}', '{"a":1,"a":2}', '{"apiVersion":"hegui/v1","project":{"id":"c"}}'];
  const got = [];
  for await (const line of service.assessMany(many.join('\n'))) got.push(isAssessment(line) ? line.project : line.code);
  assert.deepEqual(got, ['a', 'E_DUP_KEY', 'c']);
});

test('values may be sent in place of a text, and the loop may end early', async () => {
  const proposals = Array.from({ length: 20 }, (_, i) => ({ apiVersion: 'hegui/v1', project: { id: `p-${i}` } }));
  const got: Line[] = [];
  for await (const line of service.assessMany(proposals)) {
    got.push(line);
    if (got.length === 2) break;
  }
  assert.deepEqual(got.map((l) => isAssessment(l) && l.project), ['p-0', 'p-1']);
});

test('what is wrong with a request for many is thrown', async () => {
  const error = await thrown(service.assessMany('{}\n', { profile: 'nobody' }).next());
  assert.equal(error.code, 'not_found');
});

test('a stream that is cut off throws, after the lines that came', async () => {
  const cut = new Service('http://hegui.test', { fetch: async () => new Response('{"file":"a","code":"E_X"}\n{"file":') });
  const got: Line[] = [];
  await assert.rejects(async () => {
    for await (const line of cut.assessMany('{}\n')) got.push(line);
  }, /cut off/);
  assert.equal(got.length, 1);
});

test('two drafts are compared', async () => {
  const c = await service.compare(
    await example('f12-ai-customer-service'),
    { ...(await example('f12r-ai-customer-service-fixed')), asOf: '2026-11-01' },
  );
  assert.deepEqual([c.before.verdict, c.after.verdict, c.before.as_of], ['fail', 'pass', '2026-11-01']);
  assert.ok(c.change > 0 && c.findings.gone > 0);
});

test('a comparison is sent as a form with both drafts', async () => {
  let sent: unknown[] = [];
  const fake = new Service('http://hegui.test', {
    key: 'hg_x',
    language: 'zh',
    fetch: async (request) => {
      const form = await request.formData();
      for (const field of ['before', 'after']) {
        const file = form.get(field) as File;
        sent.push(file.name, await file.text());
      }
      sent.push(new URL(request.url).search, request.headers.get('Authorization'), request.headers.get('Accept-Language'));
      return Response.json({ comparisons: [{ change: 1 }] });
    },
  });
  await fake.compare({ name: '第一稿.yaml', content: 'a: 1\n', asOf: '2026-10-01' }, { content: 'a: 2\n', pack: 'aiplus' });
  assert.deepEqual(sent, ['第一稿.yaml', 'a: 1\n', 'after.yaml', 'a: 2\n', '?pack=aiplus&as_of_before=2026-10-01&format=json', 'Bearer hg_x', 'zh']);
});

function busy(status: number, after?: string) {
  const headers = { 'Content-Type': 'application/problem+json', ...(after === undefined ? {} : { 'Retry-After': after }) };
  return new Response(JSON.stringify({ title: 'busy', status, code: 'overloaded', request_id: 'r1' }), { status, headers });
}
const one = () => Response.json({ assessments: [{ decision: { verdict: 'pass', score: 9000 } }] });

for (const { name, answers, attempts, took, status } of [
  { name: 'busy once: after the seconds it asks for', answers: [() => busy(503, '1'), one], attempts: 2, took: 1 },
  { name: 'too many requests, no wait', answers: [() => busy(429, '0'), () => busy(429, '0'), one], attempts: 3, took: 0 },
  { name: 'a proxy that says no time: after 1 s', answers: [() => new Response('<html>', { status: 503 }), one], attempts: 2, took: 1 },
  { name: 'always busy: four times', answers: [() => busy(503, '0')], attempts: 4, took: 0, status: 503 },
  { name: 'a wait that is too long: once', answers: [() => busy(503, '3600')], attempts: 1, took: 0, status: 503 },
  { name: 'an error that stays: once', answers: [() => new Response('', { status: 500 })], attempts: 1, took: 0, status: 500 },
]) {
  test(name, async () => {
    const bodies: string[] = [];
    const begun = performance.now();
    const fake = new Service('http://hegui.test', {
      fetch: async (request) => {
        bodies.push(await request.text());
        return (answers[Math.min(bodies.length, answers.length) - 1] ?? one)();
      },
    });
    const assessed = fake.assess({ content: 'a: 1\n' });
    if (status === undefined) assert.equal((await assessed).decision.score, 9000);
    else assert.equal((await thrown(assessed)).status, status);
    assert.deepEqual(bodies, Array.from({ length: attempts }, () => 'a: 1\n'));
    assert.ok(performance.now() - begun >= took * 1000 - 10);
  });
}

test('a signal ends the wait', async () => {
  const leave = new AbortController();
  const fake = new Service('http://hegui.test', {
    fetch: async () => {
      setTimeout(() => leave.abort(), 50);
      return busy(503, '20');
    },
  });
  const begun = performance.now();
  await assert.rejects(fake.assess({ content: '' }, { signal: leave.signal }), { name: 'AbortError' });
  assert.ok(performance.now() - begun < 10_000);
});

async function thrown(promise: Promise<unknown>): Promise<Problem> {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof Problem, String(error));
    return error;
  }
  assert.fail('nothing was thrown');
}
