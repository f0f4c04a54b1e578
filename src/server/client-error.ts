import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { Failure } from '../base/failure';
import { wireFailure } from '../schema/wire-failure';
import type { Log } from './observe/log';
import { COMMON_HEADERS } from './respond';

interface Unreadable {
  readonly status: number;
  readonly failure: Failure;
}

/**
 * Answers what never became a request, in the form of every other refusal.
 * @param isAnswering whether a request before it on the same connection still waits for its own answer.
 */
export const clientErrorHandler =
  (log: Log, isAnswering: (socket: Duplex) => boolean) =>
  (error: NodeJS.ErrnoException, socket: Duplex): void => {
    const { status, failure } = unreadable(error.code);
    log.info({ status, code: failure.code }, 'unreadable request');
    if (!socket.writable || isAnswering(socket)) {
      socket.destroy();
      return;
    }
    const { message } = failure;
    const body = `${JSON.stringify({ errors: [{ message, extensions: wireFailure(failure) }] })}\n`;
    const headers = {
      ...COMMON_HEADERS,
      'cache-control': 'no-store',
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      connection: 'close',
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
  };

function unreadable(code: string | undefined): Unreadable {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW': {
      const hint = 'ask long questions by POST to /graphql; an address and its headers have 16 kB together';
      return {
        status: 431,
        failure: new Failure('REQUEST.TOO_LARGE', 'The address or a header is too long.', { hint }),
      };
    }
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return {
        status: 408,
        failure: new Failure('REQUEST.HTTP', 'The request did not arrive in time.', {
          hint: 'send it again',
        }),
      };
    default: {
      const hint = 'send HTTP/1.1; letters beyond ASCII are percent-encoded in an address';
      return { status: 400, failure: new Failure('REQUEST.HTTP', 'This is no HTTP request.', { hint }) };
    }
  }
}
