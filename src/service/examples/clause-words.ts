import type { Syntax, TextRange } from '../../metrics/language/syntax';
import type { Clause } from './clauses';

type Call = Extract<Syntax, { kind: 'call' }>;

function* rangesIn(syntax: Syntax): Generator<TextRange> {
  yield syntax.range;
  switch (syntax.kind) {
    case 'cast':
      yield* rangesIn(syntax.arg);
      break;
    case 'call':
      for (const arg of syntax.args) yield* rangesIn(arg);
      for (const { value } of syntax.named) yield* rangesIn(value);
      if (syntax.filter) yield* rangesIn(syntax.filter);
      break;
    case 'case':
      for (const { when, value } of syntax.branches) {
        yield* rangesIn(when);
        yield* rangesIn(value);
      }
      if (syntax.otherwise) yield* rangesIn(syntax.otherwise);
      break;
    case 'literal':
    case 'name':
      break;
  }
}

/** The text of quotes blanked out, so that a bracket in it is none. */
const withoutQuotes = (text: string): string =>
  text.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"/g, (quoted) => '.'.repeat(quoted.length));

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** From the first to the last token of a tree: the tree itself knows where its operators stand, not what closes it. */
export function extentOf(text: string, syntax: Syntax): TextRange {
  const bare = withoutQuotes(text);
  let from = text.length;
  let to = 0;
  for (const range of rangesIn(syntax)) {
    from = Math.min(from, range.from);
    to = Math.max(to, range.to);
  }
  const truth = /\bis$/i.test(bare.slice(from, to)) && /^\s+(?:not\s+)?\w+/i.exec(bare.slice(to));
  if (truth) to += truth[0].length;
  while (count(bare.slice(from, to), /\bcase\b/gi) > count(bare.slice(from, to), /\bend\b/gi)) {
    const end = /\bend\b/i.exec(bare.slice(to));
    if (!end) break;
    to += end.index + end[0].length;
  }
  return balanced(bare, from, to);
}

/** Widens a stretch until its brackets match. */
function balanced(bare: string, start: number, end: number): TextRange {
  let [from, to] = [start, end];
  let depth = 0;
  let lowest = 0;
  for (const character of bare.slice(from, to)) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    lowest = Math.min(lowest, depth);
  }
  for (let missing = -lowest; missing > 0; missing--) {
    const open = bare.lastIndexOf('(', from - 1);
    if (open < 0 || from === 0) break;
    from = open;
  }
  for (let missing = depth - lowest; missing > 0; missing--) {
    const close = bare.indexOf(')', to);
    if (close < 0) break;
    to = close + 1;
  }
  return { from, to };
}

/** Where a clause stands in the text of its key: for `distinct` the word. */
export function clauseRange(text: string, { kind, syntax }: Clause): TextRange {
  if (syntax === null) return { from: 0, to: text.length };
  if (kind !== 'distinct') return extentOf(text, syntax);
  const word = /\bdistinct\b/i.exec(withoutQuotes(text).slice(syntax.range.to));
  if (!word) return syntax.range;
  const from = syntax.range.to + word.index;
  return { from, to: from + word[0].length };
}

/** What to add to the examples so that they prove the clause. */
export function proofHint(text: string, { kind, syntax }: Clause): string {
  const shown = (part: Syntax | undefined): string => {
    if (!part) return 'it';
    const { from, to } = extentOf(text, part);
    return text.slice(from, to).replace(/\s+/g, ' ').slice(0, 80);
  };
  const args = syntax?.kind === 'call' ? syntax.args : [];
  switch (kind) {
    case 'where':
    case 'filter':
      return `add a row ${syntax ? rowAgainst(syntax, shown) : ''}`;
    case 'coalesce':
      return `add an example in which ${shown(args[0])} is null`;
    case 'nullif':
      return `add an example in which ${shown(args[0])} equals ${shown(args[1])}`;
    case 'distinct':
      return `add a second row with the same ${partsOf(args[0]).map(shown).join(' and ')}`;
    case 'empty':
      return 'add an example without a row that counts';
  }
}

/** Several columns that are counted as one value. */
function partsOf(arg: Syntax | undefined): readonly (Syntax | undefined)[] {
  return arg?.kind === 'call' && arg.name === 'row' ? arg.args : [arg];
}

type Shown = (part: Syntax | undefined) => string;

/** A row that the condition keeps out. */
function rowAgainst(syntax: Syntax, shown: Shown): string {
  if (syntax.kind === 'name') return `in which ${shown(syntax)} is not true`;
  const [first, second] = syntax.kind === 'call' ? syntax.args : [];
  const isNamed = (name: string): boolean =>
    syntax.kind === 'call' && syntax.operator && syntax.name === name && first?.kind === 'name';
  if (isNamed('not')) return `in which ${shown(first)} is true`;
  if (isNamed('is_not_null')) return `without ${shown(first)}`;
  if (isNamed('is_null')) return `with a value in ${shown(first)}`;
  if (isNamed('in'))
    return `with ${shown(first)} other than ${(syntax as Call).args.slice(1).map(shown).join(', ')}`;
  if (second?.kind === 'literal') {
    if (isNamed('eq')) return `with ${shown(first)} other than ${shown(second)}`;
    if (isNamed('ne')) return `with ${shown(first)} ${shown(second)}`;
  }
  return `for which ${shown(syntax)} is not true`;
}
