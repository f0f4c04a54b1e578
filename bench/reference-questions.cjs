const fs = require('node:fs');
const path = require('node:path');

const FOLDER = path.join(__dirname, 'questions');

/** Each a folder in `questions/`: what a dashboard asks, and the best SQL for it that we could write by hand. */
const referenceQuestions = fs
  .readdirSync(FOLDER)
  .sort()
  .map((name) => ({
    name,
    question: JSON.parse(fs.readFileSync(path.join(FOLDER, name, 'question.json'), 'utf8')),
    best: fs.readFileSync(path.join(FOLDER, name, 'best.sql'), 'utf8'),
  }));

/** Asks the question. */
const answerOf = (tenet, { question }, options) => tenet.ask(question, options);

/** Runs the best SQL by the same engine. @returns rows, and where the question has totals, those as a last one. */
async function bestOf({ engine }, { question, best }, types, options) {
  const zone = 'Europe/London';
  if (!question.totals)
    return rowsOf((await engine.run({ sql: best, bindings: [] }, types, { ...options, zone })).columns);
  // The first column tells rows from totals.
  const all = [{ kind: 'boolean' }, ...types];
  const { columns } = await engine.run({ sql: best, bindings: [] }, all, { ...options, zone });
  return rowsOf(columns.slice(1));
}

const rowsOf = (columns) => (columns[0] ?? []).map((_, row) => columns.map((values) => values[row]));

const rowsOfAnswer = ({ data, totals }) => [...rowsOf(data), ...(totals === null ? [] : [[...totals]])];

const RELATIVE = 1e-9;

/** Numbers of a double's precision may differ in its last digits; everything else is equal or not. */
function isSame(one, other) {
  if (typeof one === 'number' && typeof other === 'number' && one !== other) {
    return Math.abs(one - other) <= RELATIVE * Math.max(Math.abs(one), Math.abs(other));
  }
  return one === other;
}

/** The first row in which they differ, in words; null where they are the same. */
function difference(answer, best) {
  const place = [...answer, null].findIndex((row, i) => {
    const other = best[i];
    if (row === null) return best.length > answer.length;
    return other === undefined || !row.every((value, column) => isSame(value, other[column]));
  });
  return place === -1
    ? null
    : `row ${place + 1}: ${JSON.stringify(answer[place] ?? null)} instead of ${JSON.stringify(best[place] ?? null)}`;
}

module.exports = { referenceQuestions, answerOf, bestOf, rowsOfAnswer, difference };
