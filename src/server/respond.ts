import type { ServerResponse } from 'node:http';
import { Failure } from '../base/failure';
import { wireFailure } from '../schema/wire-failure';
import { statusHeaders, statusOf } from './failure-response';

/** Headers of every response: nothing may be run, guessed, framed, kept or passed on. The page has a policy of its own. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'x-frame-options': 'DENY',
};

export function respond(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer,
): void {
  const length = String(Buffer.byteLength(body));
  response.writeHead(status, {
    'cache-control': 'no-store',
    ...statusHeaders(status),
    ...COMMON_HEADERS,
    ...headers,
    'content-length': length,
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

export function respondJson(response: ServerResponse, status: number, value: unknown): void {
  respond(
    response,
    status,
    { 'content-type': 'application/json; charset=utf-8' },
    `${JSON.stringify(value)}\n`,
  );
}

/** A refusal before GraphQL had a say, in GraphQL's form. */
export function respondFailure(response: ServerResponse, failure: Failure): void {
  respondJson(response, statusOf([failure.code]), {
    errors: [{ message: failure.message, extensions: wireFailure(failure) }],
  });
}

export const notFound = (path: string): Failure =>
  new Failure('REQUEST.NOT_FOUND', `Nothing is served under ${path}.`, { hint: 'GraphQL is at /graphql' });
