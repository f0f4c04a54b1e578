import type { Answer, AnswerColumn, Value } from '../../metrics/model/answer';

/** First characters that make a spreadsheet take a text for a formula. */
const FORMULA_START = /^[=+\-@\t\r]/;

/**
 * The answer as RFC 4180 text with CRLF line ends. NULL is an empty field, an empty text is `""`; numbers keep all their digits.
 *
 * @param spreadsheet puts an apostrophe before texts that a spreadsheet would run as a formula.
 */
export function csvOf(answer: Answer, spreadsheet = false): string {
  const lines = [answer.columns.map((column) => quoted(column.name)).join(',')];
  for (let row = 0; row < answer.rowCount; row++) {
    const fields = answer.columns.map((column, index) =>
      field(answer.data[index]?.[row] ?? null, column, spreadsheet),
    );
    lines.push(fields.join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}

function field(value: Value, column: AnswerColumn, spreadsheet: boolean): string {
  if (value === null) return '';
  const text = String(value);
  const risky = spreadsheet && column.type.kind === 'string' && FORMULA_START.test(text);
  return quoted(risky ? `'${text}` : text);
}

const quoted = (text: string): string =>
  text === '' || /[",\r\n]/.test(text) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text;
