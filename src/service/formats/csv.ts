import type { Answer, AnswerColumn, Value } from '../../metrics/model/answer';
import { type AnswerFormat, type EncodeOptions, pieces } from './answer-format';

/** RFC 4180 with CRLF line ends. NULL is an empty field, an empty text is `""`; numbers keep all their digits. */
export const csv: AnswerFormat = {
  name: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  extension: 'csv',
  holdsTotals: false,
  holdsNotices: false,
  encode,
};

async function* encode(answer: Answer, { spreadsheet }: EncodeOptions): AsyncGenerator<string> {
  yield line(answer.columns.map((column) => quoted(column.name)));
  for (const [from, to] of pieces(answer.rowCount)) {
    let text = '';
    for (let row = from; row < to; row++) {
      const fields = answer.columns.map((column, index) =>
        field(answer.data[index]?.[row] ?? null, column, spreadsheet),
      );
      text += line(fields);
    }
    yield text;
  }
}

const line = (fields: readonly string[]): string => `${fields.join(',')}\r\n`;

/** First characters that make a spreadsheet take a text for a formula. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

function field(value: Value, column: AnswerColumn, spreadsheet: boolean): string {
  if (value === null) return '';
  const text = String(value);
  const risky = spreadsheet && column.type.kind === 'string' && FORMULA_START.test(text);
  return quoted(risky ? `'${text}` : text);
}

const quoted = (text: string): string =>
  text === '' || /[",\r\n]/.test(text) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text;
