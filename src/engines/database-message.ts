import type { Statement } from './engine';

const MAX_MESSAGE = 300;

/** The first line of what a database says, cut where it is too long to read. */
export function firstLine(text: string): string {
  const line = text.split(/\r?\n/, 1)[0] ?? '';
  return line.length > MAX_MESSAGE ? `${line.slice(0, MAX_MESSAGE)}…` : line;
}

/**
 * A message without any value of the question or of the data, because messages reach people who may not see those. Text in single
 * quotes is a value; where the message is about values, so are double quotes and numbers. Everything from the first quote to the
 * last one goes, over line ends too, because the value may hold both.
 */
export function safeMessage(said: string, isAboutValues: boolean, bindings: Statement['bindings']): string {
  const message = withoutQuoted(said.replace(PATHS, '…'), /(?<!\w)'/, "'");
  const safe = isAboutValues ? withoutQuoted(message, /"/, '"').replace(NUMBERS, '…') : message;
  return withoutBindings(firstLine(safe), bindings);
}

/** Of files and folders: where this machine keeps its data is nobody's business. */
const PATHS = /(?<![\w.…])(?:[A-Za-z]:)?[\\/][^\s"'`]+/g;

/** `opening` tells a quote from the apostrophe of a word like "can't". */
function withoutQuoted(text: string, opening: RegExp, closing: string): string {
  const first = text.search(opening);
  if (first === -1) return text;
  const last = text.lastIndexOf(closing);
  return `${text.slice(0, first)}…${last > first ? text.slice(last + 1) : ''}`;
}

/** Digits that belong to a type, as in INT64 or DECIMAL(4,2), stay: they say what was too small. */
const NUMBERS = /(?<![A-Za-z0-9_])(?<!DECIMAL\([\d,]*)[-+]?\d[\d.:eE+-]*/g;

function withoutBindings(message: string, bindings: Statement['bindings']): string {
  let safe = message;
  for (const value of bindings) {
    if (typeof value === 'string' && value.length >= 3) safe = safe.replaceAll(value, '…');
  }
  return safe;
}
