import type { AnswerFormat } from './answer-format';

/** Arrow's IPC stream with exact types. */
export const arrow: AnswerFormat = {
  name: 'arrow',
  mediaType: 'application/vnd.apache.arrow.stream',
  extension: 'arrows',
  holdsTotals: false,
  holdsNotices: false,
  async *encode(answer, { zone }) {
    // Arrow's packages are only paid for by those who use them.
    const { recordBatches } = require('./arrow/record-batches') as typeof import('./arrow/record-batches');
    yield* recordBatches(answer, zone);
  },
};
