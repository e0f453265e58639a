// Asks the service. What it refuses is thrown as a Problem, what cannot be reached as one of code "offline"; a request
// whose signal is aborted throws an AbortError, which callers leave alone.
import { useCallback, useEffect, useState } from 'react';

import type { components } from '../../../../examples/clients/typescript/schema';
import { useWords, type Lang } from './i18n';

/** The shapes of openapi.yaml by name: Api['Pack']. */
export type Api = components['schemas'];

export type ProblemCode = Api['Problem']['code'] | 'offline' | 'unreadable_answer';

/** Why there is no answer. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly status: number,
    /** In the language of the request; empty when the service said nothing. */
    readonly title: string,
    readonly detail: string,
    readonly requestId: string,
    /** Seconds to wait; 0 when not said. */
    readonly retryAfter: number,
    readonly body: Partial<Api['Problem']> = {},
  ) {
    super(title || code);
  }
}

/** That the service, or the way to it, is away. */
export const offline = () => new Problem('offline', 0, '', '', '', 0);

const keyName = 'hegui.key';
const keyListeners = new Set<() => void>();

/** Calls whenever another access key counts; gives a way to end that. */
export function onAccessKey(listener: () => void): () => void {
  keyListeners.add(listener);
  return () => keyListeners.delete(listener);
}

/** The access key that a visitor gave for this tab; empty without one. */
export function accessKey(): string {
  try {
    return sessionStorage.getItem(keyName) ?? '';
  } catch {
    return '';
  }
}

/** Keeps an access key until the tab is closed. */
export function keepAccessKey(key: string): void {
  try {
    if (key === '') sessionStorage.removeItem(keyName);
    else sessionStorage.setItem(keyName, key);
  } catch {
    // storage is switched off
  }
  for (const listener of keyListeners) listener();
}

export interface Ask {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is: a form, a file, a text. Its type goes with it, or in type. */
  body?: BodyInit;
  type?: string;
  accept?: string;
  /** A name of the request: sent again, it is done once. */
  idempotencyKey?: string;
  lang: Lang;
  signal?: AbortSignal;
}

/** Asks and gives the answer as it came, of status 2xx. */
export async function ask(path: string, o: Ask): Promise<Response> {
  const headers = new Headers({ Accept: o.accept ?? 'application/json', 'Accept-Language': o.lang });
  if (o.json !== undefined) headers.set('Content-Type', 'application/json');
  else if (o.type !== undefined) headers.set('Content-Type', o.type);
  if (o.idempotencyKey !== undefined) headers.set('Idempotency-Key', o.idempotencyKey);
  const key = accessKey();
  if (key !== '') headers.set('Authorization', `Bearer ${key}`);
  let response: Response;
  try {
    response = await fetch(path, {
      method: o.method ?? (o.json !== undefined || o.body !== undefined ? 'POST' : 'GET'),
      headers,
      body: o.json !== undefined ? JSON.stringify(o.json) : o.body,
      signal: o.signal,
      credentials: 'same-origin',
    });
  } catch (error) {
    if (o.signal?.aborted) throw error;
    throw offline();
  }
  if (response.ok) return response;
  if (response.status === 401 && key !== '' && key === accessKey()) keepAccessKey(''); // it does not count any more
  throw await problemOf(response);
}

async function problemOf(response: Response): Promise<Problem> {
  let body: Partial<Api['Problem']> = {};
  try {
    body = (await response.json()) as Partial<Api['Problem']>;
  } catch {
    // a proxy on the way answered
  }
  const wait = Number(response.headers.get('Retry-After') ?? 0);
  const byStatus: Record<number, ProblemCode> = { 401: 'unauthorized', 403: 'forbidden', 404: 'not_found', 413: 'too_large', 429: 'too_many_requests', 502: 'offline', 503: 'overloaded', 504: 'offline' };
  return new Problem(
    body.code ?? byStatus[response.status] ?? 'unreadable_answer',
    response.status,
    body.title ?? '',
    body.detail ?? '',
    body.request_id ?? response.headers.get('Request-Id') ?? '',
    Number.isFinite(wait) ? wait : 0,
    body,
  );
}

/** Asks and reads the answer as JSON. */
export async function askJSON<T>(path: string, o: Ask): Promise<T> {
  const response = await ask(path, o);
  try {
    return (await response.json()) as T;
  } catch (error) {
    if (o.signal?.aborted) throw error;
    throw new Problem('unreadable_answer', response.status, '', '', response.headers.get('Request-Id') ?? '', 0);
  }
}

/** Whether an error only says that an outdated request was cancelled. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** The error as a Problem; one of ours is one that cannot be read. */
export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem('unreadable_answer', 0, '', String(error), '', 0);
}

export interface Resource<T> {
  data?: T;
  problem?: Problem;
  loading: boolean;
  again: () => void;
}

const kept = new Map<string, unknown>();

/** What a GET gives, as JSON. With keep it is asked once per visit: for packs and documents. A path of null asks nothing. */
export function useGet<T>(path: string | null, o: { keep?: boolean } = {}): Resource<T> {
  const { lang } = useWords();
  const [state, setState] = useState<{ path: string | null; data?: T; problem?: Problem }>({ path: null });
  const [turn, setTurn] = useState(0);
  const keep = o.keep ?? false;
  useEffect(() => {
    if (path === null) return;
    if (keep && kept.has(path)) {
      setState({ path, data: kept.get(path) as T });
      return;
    }
    const controller = new AbortController();
    askJSON<T>(path, { lang, signal: controller.signal }).then(
      (data) => {
        if (keep) kept.set(path, data);
        setState({ path, data });
      },
      (error: unknown) => {
        if (!controller.signal.aborted) setState({ path, problem: asProblem(error) });
      },
    );
    return () => controller.abort();
    // The language only words problems.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [path, keep, turn]);
  const again = useCallback(() => {
    setState({ path: null });
    setTurn((n) => n + 1);
  }, []);
  const current = state.path === path ? state : { data: undefined, problem: undefined };
  return { data: current.data, problem: current.problem, loading: path !== null && !current.data && !current.problem, again };
}
