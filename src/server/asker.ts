import type { IncomingMessage, ServerResponse } from 'node:http';
import { Failure } from '../base/failure';
import { deadlineExceeded } from '../engines/deadline-exceeded';
import type { Tenet } from '../service/tenet';

/** Milliseconds; a caller shortens the company's deadline with it. */
const DEADLINE_HEADER = 'x-tenet-deadline-ms';

/** Aborted when the caller goes away, or when the time for the whole request is over: then its reason is the failure. */
export interface Patience {
  readonly signal: AbortSignal;
  readonly deadlineMs: number;
  /** Forgets the timer. */
  end(): void;
}

/** @throws Failure REQUEST.HTTP for a deadline that is no whole number of milliseconds. */
export function patienceOf(request: IncomingMessage, response: ServerResponse, tenet: Tenet): Patience {
  const { deadlineMs: longest } = tenet.catalog.company.limits;
  const deadlineMs = Math.min(askedDeadline(request) ?? longest, longest);
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(deadlineExceeded(deadlineMs)), deadlineMs);
  response.once('close', () => {
    clearTimeout(timer);
    if (!response.writableFinished) over.abort();
  });
  return { signal: over.signal, deadlineMs, end: () => clearTimeout(timer) };
}

function askedDeadline({ headers }: IncomingMessage): number | null {
  const asked = headers[DEADLINE_HEADER];
  if (asked === undefined) return null;
  if (typeof asked === 'string' && /^[1-9]\d{0,8}$/.test(asked)) return Number(asked);
  throw new Failure('REQUEST.HTTP', `The header ${DEADLINE_HEADER} is no number of milliseconds.`, {
    hint: `write a whole number, such as ${DEADLINE_HEADER}: 2000`,
  });
}

/** Whom a request comes from, as far as that is known: programs that name themselves take turns with each other. */
export function callerOf({ headers, socket }: IncomingMessage): string {
  const name = headers['apollographql-client-name'] ?? headers['user-agent'] ?? '';
  return `${socket.remoteAddress ?? ''} ${String(name)}`;
}
