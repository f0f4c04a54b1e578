import type { IncomingMessage } from 'node:http';
import { Failure } from '../base/failure';

/** Of a body that is too large, this much more is read and dropped, so that the caller gets to read our answer. */
const DROPPED_BYTES = 8 * 1024 * 1024;

/**
 * The body of a request as text.
 * @throws Failure `REQUEST.TOO_LARGE` beyond `maxBytes`, `REQUEST.BODY` when the caller went away or the bytes are no UTF-8.
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes <= maxBytes) chunks.push(chunk);
      else if (bytes > maxBytes + DROPPED_BYTES) break;
    }
  } catch (cause) {
    throw new Failure('REQUEST.BODY', 'The body ended before it was complete.', { cause });
  }
  if (bytes > maxBytes) {
    throw new Failure('REQUEST.TOO_LARGE', `The body has more than ${maxBytes} bytes.`, {
      hint: 'ask for less in one request',
    });
  }
  return decoded(Buffer.concat(chunks));
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Bytes that are no UTF-8 would become U+FFFD, and a filter would look for another text than was asked for. */
function decoded(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw new Failure('REQUEST.BODY', 'The body is not UTF-8.', { cause });
  }
}

/** @throws Failure `REQUEST.BODY` */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new Failure('REQUEST.BODY', 'The body is not valid JSON.', { cause });
  }
}
