import type { ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import type { Answer, Notice } from '../../metrics/model/answer';
import type { AnswerFormat, EncodeOptions } from '../../service/formats/answer-format';
import { MetricResult } from '../../service/formats/metric-result';
import { COMMON_HEADERS } from '../respond';

export interface Sending {
  readonly format: AnswerFormat;
  readonly options: EncodeOptions;
  readonly headers: Readonly<Record<string, string>>;
  /** A caller who reads nothing for so long is let go. */
  readonly stallMs: number;
}

/** What is to be said of an answer. Counting dropped rows asks the database, which can fail: before the first byte it can still be said. */
export const noticesOf = (
  answer: Answer,
  { format, options }: Pick<Sending, 'format' | 'options'>,
): Promise<readonly Notice[]> =>
  new MetricResult(answer, format.holdsNotices ? options.numbers : 'EXACT').notices();

/** Writes an answer piece by piece, no faster than the caller reads, with turns of the event loop in between. */
export async function sendAnswer(
  response: ServerResponse,
  answer: Answer,
  notices: readonly Notice[],
  { format, options, headers, stallMs }: Sending,
): Promise<void> {
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
    if (!response.write(piece)) await writable(response, stallMs);
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

/** When the caller has read what was written, or went away. Who holds an answer open keeps a database and its rows in memory. */
const writable = (response: ServerResponse, stallMs: number): Promise<void> =>
  new Promise((resolve) => {
    const stalled = setTimeout(() => response.destroy(), stallMs);
    const done = (): void => {
      clearTimeout(stalled);
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
  });
