// Asks a hegui service. Start at Service: assess scores one proposal, assessMany many, compare says what changed between
// two. What the service refuses is thrown as a Problem. schema.d.ts is generated from the service's document.

import createClient, { type Client } from 'openapi-fetch';

import { Problem, retryAfter } from './problem.js';
import type { Assessment, Comparison, Line } from './result.js';
import type { paths } from './schema.js';

export * from './problem.js';
export * from './result.js';

/** How a service is asked; everything may be left out for one on the loopback address. */
export interface Options {
  /** Sent as Authorization: Bearer. */
  key?: string;
  /** Of problems and of reports for people; the service's default when absent. */
  language?: 'zh' | 'en';
  /** In place of the global one. */
  fetch?: (request: Request) => Promise<Response>;
  /** Of a request that is answered with 429 or 503; 4 when absent, 1 for no second one. */
  attempts?: number;
  /** Seconds that are waited before another attempt, at most; 30 when absent. What asks for more is thrown. */
  longest?: number;
}

/** A file to assess. */
export interface Proposal {
  /** In reports. */
  name?: string;
  /** YAML or JSON, 1 MiB at most. */
  content: string;
}

/** Against what a proposal is assessed; what is absent is the service's default. */
export interface Query {
  pack?: string;
  profile?: string;
  /** "2026-11-01" */
  asOf?: string;
  /** Also say whether the verdict changes if vague clauses are read otherwise. */
  readings?: boolean;
  signal?: AbortSignal;
}

/** One of two drafts that are compared, and against what. */
export type Side = Proposal & Omit<Query, 'readings' | 'signal'>;

/** One hegui service. */
export class Service {
  /** Asks every operation of the document, with the same attempts; problems are thrown here, too. */
  readonly api: Client<paths>;

  constructor(baseUrl: string, options: Options = {}) {
    const headers: Record<string, string> = {};
    if (options.key !== undefined) headers['Authorization'] = `Bearer ${options.key}`;
    if (options.language !== undefined) headers['Accept-Language'] = options.language;
    this.api = createClient<paths>({ baseUrl, headers, fetch: withAttempts(options) });
    this.api.use({
      async onResponse({ response }) {
        if (!response.ok) throw await Problem.of(response);
      },
    });
  }

  /** Scores one proposal. One that fails throws nothing: decision says so. */
  async assess(proposal: Proposal, query: Query = {}): Promise<Assessment> {
    const { data } = await this.api.POST('/v1/assessments', {
      params: { query: { ...parameters(query), ...given({ readings: query.readings, name: proposal.name }), format: 'json' } },
      headers: { 'Content-Type': 'application/yaml' },
      body: proposal.content,
      bodySerializer: asIs,
      ...given({ signal: query.signal }),
    });
    return only((data as { assessments: unknown[] }).assessments) as Assessment;
  }

  /**
   * Scores many proposals in one request, 64 MiB at most: JSON values, or a text with one JSON proposal per line. Lines
   * come in the order of the proposals, as they are done; a proposal that cannot be read is a line, too. Breaking out of
   * the loop ends the request; a stream that is cut off throws.
   */
  async *assessMany(proposals: Iterable<object> | string, query: Omit<Query, 'readings'> = {}): AsyncGenerator<Line, void, undefined> {
    const body = typeof proposals === 'string' ? proposals : Array.from(proposals, (p) => JSON.stringify(p) + '\n').join('');
    const { data } = await this.api.POST('/v1/assessments/stream', {
      params: { query: parameters(query) },
      headers: { 'Content-Type': 'application/x-ndjson' },
      body,
      bodySerializer: asIs,
      parseAs: 'stream',
      ...given({ signal: query.signal }),
    });
    for await (const line of lines(data as ReadableStream<Uint8Array>)) yield JSON.parse(line) as Line;
  }

  /** Says what changed from one draft to another. What before leaves out is as for after. */
  async compare(before: Side, after: Side, signal?: AbortSignal): Promise<Comparison> {
    const form = new FormData();
    form.set('before', new Blob([before.content], { type: 'application/yaml' }), before.name ?? 'before.yaml');
    form.set('after', new Blob([after.content], { type: 'application/yaml' }), after.name ?? 'after.yaml');
    const { data } = await this.api.POST('/v1/comparisons', {
      params: {
        query: {
          ...parameters(after),
          ...given({ pack_before: before.pack, profile_before: before.profile, as_of_before: before.asOf }),
          format: 'json',
        },
      },
      body: { before: '', after: '' }, // what the document says of the form; the serializer puts the files in its place
      bodySerializer: () => form,
      ...given({ signal }),
    });
    return only((data as { comparisons: unknown[] }).comparisons) as Comparison;
  }
}

/** Tries again what the service cannot take now, when it says, else after 1 s, 2 s, 4 s and so on. */
function withAttempts(options: Options): (request: Request) => Promise<Response> {
  const { fetch: send = globalThis.fetch, attempts = 4, longest = 30 } = options;
  return async (request) => {
    for (let attempt = 1; ; attempt++) {
      const response = await send(attempt < attempts ? request.clone() : request);
      if (response.status !== 429 && response.status !== 503) return response;
      const seconds = retryAfter(response) ?? 2 ** (attempt - 1);
      if (attempt >= attempts || seconds > longest) return response;
      await response.body?.cancel();
      await wait(seconds, request.signal);
    }
  };
}

function wait(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const abort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    }, seconds * 1000);
    signal.addEventListener('abort', abort, { once: true });
  });
}

/** Cuts a stream into lines. What follows the last line break is a line that was cut off. */
async function* lines(stream: ReadableStream<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const reader = stream.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const parts = (rest + decoder.decode(value, { stream: true })).split('\n');
      rest = parts.pop() ?? '';
      yield* parts;
    }
    if (rest + decoder.decode() !== '') throw new Error('the stream of results was cut off');
  } finally {
    await reader.cancel();
  }
}

function only<T>(list: T[]): T {
  const [first] = list;
  if (first === undefined || list.length !== 1) throw new Error(`${list.length} results in the place of one`);
  return first;
}

function parameters(query: Query) {
  return given({ pack: query.pack, profile: query.profile, as_of: query.asOf });
}

/** Leaves out what is undefined. */
function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, v]) => v !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

function asIs<T>(body: T): T {
  return body;
}
