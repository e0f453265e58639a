import type { components } from './schema.js';

type Document = components['schemas']['Problem'];
export type ProblemCode = Document['code'];
export type ProposalError = components['schemas']['ProposalError'];

/** Why the service refused a request. */
export class Problem extends Error {
  /** Of HTTP. */
  readonly status: number;
  /** Stable, for programs; absent when something other than hegui answered, such as a proxy. */
  readonly code: ProblemCode | undefined;
  /** What to do about it, in the language asked for. */
  readonly detail: string | undefined;
  /** The parameter or field that is wrong. */
  readonly parameter: string | undefined;
  /** What to tell whoever runs the service. */
  readonly requestId: string | undefined;
  /** Where a proposal cannot be read. */
  readonly proposal: ProposalError | undefined;
  /** Seconds that the service asks to wait. */
  readonly retryAfter: number | undefined;

  private constructor(response: Response, document: Partial<Document>) {
    super(document.title ?? `the service answered ${response.status}`);
    this.name = 'Problem';
    this.status = response.status;
    this.code = document.code;
    this.detail = document.detail;
    this.parameter = document.parameter;
    this.requestId = document.request_id ?? response.headers.get('Request-Id') ?? undefined;
    this.proposal = document.proposal_error;
    this.retryAfter = retryAfter(response);
  }

  /** Reads a problem from an answer; what is no problem document is a problem without a code. */
  static async of(response: Response): Promise<Problem> {
    if (!(response.headers.get('Content-Type') ?? '').startsWith('application/problem+json')) {
      await response.body?.cancel();
      return new Problem(response, {});
    }
    const document = (await response.json().catch(() => ({}))) as Partial<Document>;
    return new Problem(response, document);
  }
}

/** The seconds in Retry-After; a date there, which hegui never sends, counts as none. */
export function retryAfter(response: Response): number | undefined {
  const value = response.headers.get('Retry-After');
  return value !== null && /^\d+$/.test(value) ? Number(value) : undefined;
}
