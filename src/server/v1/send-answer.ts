import type { ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import type { Answer } from '../../metrics/model/answer';
import type { AnswerFormat, EncodeOptions } from '../../service/formats/answer-format';
import { MetricResult } from '../../service/formats/metric-result';
import { COMMON_HEADERS } from '../respond';

export interface Sending {
  readonly format: AnswerFormat;
  readonly options: EncodeOptions;
  readonly headers: Readonly<Record<string, string>>;
}

/** Writes an answer piece by piece, no faster than the caller reads, with turns of the event loop in between. */
export async function sendAnswer(response: ServerResponse, answer: Answer, sending: Sending): Promise<void> {
  const { format, options, headers } = sending;
  const { numbers } = options;
  // Counting dropped rows asks the database, which can fail: before the first byte it can still be said.
  const notices = await new MetricResult(answer, format.holdsNotices ? numbers : 'EXACT').notices();
  const codes = [...new Set(notices.map(({ code }) => code))];
  response.writeHead(200, {
    ...COMMON_HEADERS,
    'content-type': format.mediaType,
    ...headers,
    ...(codes.length > 0 && { 'tenet-notices': codes.join(', ') }),
  });
  const known: Answer = Object.create(answer, { notices: { value: async () => notices } });
  for await (const piece of packed(format.encode(known, options))) {
    if (response.destroyed) return;
    if (!response.write(piece)) await writable(response);
    await setImmediate();
  }
  response.end();
}

/** To write costs more than to make a few rows: small pieces go together. */
const ENOUGH_BYTES = 16_384;

async function* packed(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    const buffer =
      typeof piece === 'string'
        ? Buffer.from(piece)
        : Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    waiting.push(buffer);
    bytes += buffer.length;
    if (bytes < ENOUGH_BYTES) continue;
    yield Buffer.concat(waiting, bytes);
    waiting = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(waiting, bytes);
}

/** When the caller has read what was written, or went away. */
const writable = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
  });
