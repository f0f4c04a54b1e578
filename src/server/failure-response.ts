import type { WireFailure } from '../schema/wire-failure';

/** What a caller learns beside the message. */
export interface ErrorExtensions extends WireFailure {
  readonly requestId?: string;
}

/** HTTP status of a response that holds no answer, worst first: ours, the database's, time, the caller's. */
const STATUS: readonly (readonly [number, (code: string) => boolean])[] = [
  [500, (code) => code === 'INTERNAL.ERROR' || code === 'ENGINE.FAILED' || code.startsWith('ENVIRONMENT.')],
  [503, (code) => ['ENGINE.UNAVAILABLE', 'ENGINE.BUSY', 'ENGINE.CANCELLED'].includes(code)],
  [504, (code) => code === 'ENGINE.DEADLINE'],
  [403, (code) => code === 'REQUEST.HOST' || code === 'REQUEST.CROSS_SITE'],
  [405, (code) => code === 'REQUEST.METHOD'],
  [404, (code) => code === 'REQUEST.NOT_FOUND' || code === 'REFERENCE.UNKNOWN_SAVED_QUERY'],
];

/** The status for these codes; 400 where the caller can mend it. */
export function statusOf(codes: readonly string[]): number {
  const worst = STATUS.find(([, matches]) => codes.some(matches));
  return worst?.[0] ?? 400;
}

/** Who comes in a crowd is asked to come again a little later. */
export const statusHeaders = (status: number): Readonly<Record<string, string>> =>
  status === 503 ? { 'retry-after': '1' } : {};
