import { once } from 'node:events';
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
  for await (const piece of format.encode(known, options)) {
    if (response.destroyed) return;
    if (!response.write(piece)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
    await setImmediate();
  }
  response.end();
}
