import fc from 'fast-check';

type Draw = fc.GeneratorValue;

/** Texts of one line as an author may write them, in block and between brackets. */
const WORDS = [
  'count(orders)',
  'completed',
  "the account's own",
  '120',
  '45.50',
  '-0.0',
  '1e3',
  '0x1F',
  '12345678901234567890',
  'true',
  'null',
  '~',
  'a:b',
  'x#y',
  "'single, quoted: it''s [so]'",
  '"double \\"quoted\\" \\u00e9 \\\\ # no comment"',
  '" blanks "',
  "''",
  '"#"',
  'größer 🦊 שלום',
  '2025-03-01',
  'decimal',
];

/** Texts of several lines; each line but the first gets the indentation put before it. */
const LONG_TEXTS: readonly (readonly string[])[] = [
  ['a text that', 'goes on', '  and on'],
  ['a text', '', '', 'after blank lines'],
  ['- no list', '- but a text'],
  ["'single quoted", '', "  with ''quotes'''"],
  ['"double quoted \\', '  with a line joined', '', '\\  and blanks\\ ', 'at ends"'],
  ['|', 'select 1', '  from orders  # no comment', '', 'where true'],
  ['|-', 'stripped', ''],
  ['|+', 'kept', '', ''],
  ['>', 'folded', 'into one', '', '  but not this', 'nor that'],
  ['>-', 'folded', '', '', 'and stripped'],
  ['>+', 'folded and kept', ''],
  ['|2', '  starts with blanks', 'and goes on'],
  ['>2-', '', ' starts with a blank line', 'and goes on'],
  ['|2', '   ', 'starts with a line of blanks'],
  ['|', '# looks like a comment', ''],
];
const isBlockText = (lines: readonly string[]): boolean => /^[|>]/.test(lines[0]!);

const METRIC_KEYS = [
  'label',
  'question',
  'decision',
  'description',
  'formula',
  'where',
  'time',
  'unit',
  'format',
  'better',
  'empty',
  'mixed_time',
  'differs_from',
  'owner',
  'labels',
  'examples',
];
const DATASET_KEYS = [
  'label',
  'description',
  'table',
  'query',
  'key',
  'time',
  'columns',
  'joins',
  'via',
  'dimensions',
  'labels',
];
const SEGMENT_KEYS = ['label', 'description', 'of', 'where', 'labels'];
const FREE_KEYS = [
  'alpha',
  'beta_2',
  "'quoted key'",
  '"double: key"',
  'with space',
  '1',
  'true',
  'ключ',
  'x-y',
];

export const KEY_ORDERS = { metrics: METRIC_KEYS, datasets: DATASET_KEYS, segments: SEGMENT_KEYS };
type Section = keyof typeof KEY_ORDERS;

/** Writes random definitions in random style: every way of quoting, breaking, spacing and commenting that YAML has. */
class Writer {
  private comments = 0;
  private names = 0;
  text = '';

  constructor(private readonly draw: Draw) {}

  file(): string {
    const indent = this.pick([0, 0, 0, 2]);
    const sections = this.some(['version', 'datasets', 'metrics', 'segments'], 1);
    if (this.chance(3)) this.line(0, `# ${this.comment()}`, this.chance(2));
    if (this.chance(6)) this.line(0, '---', false);
    for (const name of sections) {
      this.gap(indent);
      if (name === 'version') this.text += `${' '.repeat(indent)}version: 1${this.behind()}\n`;
      else this.section(name as Section, indent);
    }
    this.gap(indent);
    if (this.chance(4)) this.text += '\n\n';
    return this.text;
  }

  private section(name: Section, indent: number): void {
    this.text += `${' '.repeat(indent)}${name}:${this.behind()}\n`;
    const inner = indent + this.pick([1, 2, 4]);
    for (let count = this.pick([1, 2, 3]); count > 0; count -= 1) {
      this.gap(inner);
      this.names += 1;
      this.text += `${' '.repeat(inner)}name_${this.names}:`;
      if (this.chance(4)) this.flowValue(inner, this.some(KEY_ORDERS[name], 2), 2);
      else this.mapUnder(inner, this.some([...KEY_ORDERS[name], 'unknown_key'], 2), 3);
    }
  }

  /** A block mapping below a key whose colon is written. */
  private mapUnder(indent: number, keys: readonly string[], depth: number): void {
    this.text += `${this.behind()}\n`;
    const inner = indent + this.pick([1, 2, 2, 3]);
    for (const key of keys) this.pair(key, inner, depth);
    if (this.chance(6)) this.line(inner, `# ${this.comment()}`, this.chance(2));
  }

  private pair(key: string, indent: number, depth: number): void {
    this.gap(indent);
    this.text += `${' '.repeat(indent)}${key}${this.pick(['', '', ' '])}:`;
    this.valueUnder(indent, depth);
  }

  /** Whatever may come behind a colon or dash in a block. */
  private valueUnder(indent: number, depth: number): void {
    const kind = this.pick([
      'word',
      'word',
      'long',
      'nothing',
      ...(depth > 0 ? ['map', 'list', 'flow', 'flow'] : []),
    ]);
    if (kind === 'word') this.text += `${this.pick([' ', '   '])}${this.pick(WORDS)}${this.behind()}\n`;
    else if (kind === 'nothing') this.text += `${this.behind()}\n`;
    else if (kind === 'long') this.longText(indent);
    else if (kind === 'flow') this.flowValue(indent, this.some(FREE_KEYS, 0), depth - 1);
    else if (kind === 'map') this.mapUnder(indent, this.some(FREE_KEYS, 1), depth - 1);
    else this.listUnder(indent, depth - 1);
  }

  private listUnder(indent: number, depth: number): void {
    this.text += `${this.behind()}\n`;
    const inner = indent + this.pick([0, 2]);
    for (let count = this.pick([1, 2, 3]); count > 0; count -= 1) {
      this.gap(inner);
      this.text += `${' '.repeat(inner)}-`;
      if (!this.chance(3)) this.valueUnder(inner, depth);
      else {
        const keys = this.some(['story', 'orders', 'answer'], 1);
        this.text += ` ${keys[0]}: ${this.pick(WORDS)}${this.behind()}\n`;
        for (const key of keys.slice(1)) this.pair(key, inner + 2, depth);
      }
    }
  }

  private longText(indent: number): void {
    const [first = '', ...rest] = this.pick(LONG_TEXTS);
    const isBlock = isBlockText([first]);
    const inner = indent + (/\d/.test(first) ? 2 : this.pick([1, 2, 4]));
    this.text += ` ${first}${isBlock ? this.behind() : ''}\n`;
    rest.forEach((line, index) => {
      const isLast = index === rest.length - 1;
      const behind = isLast && !isBlock ? this.behind() : '';
      this.text += `${line === '' ? '' : ' '.repeat(inner)}${line}${behind}\n`;
    });
  }

  /** A value between brackets, on one line or on many. */
  private flowValue(indent: number, keys: readonly string[], depth: number): void {
    this.text += ` ${this.flowMap(keys, indent + 1, depth)}${this.behind()}\n`;
  }

  private flowMap(keys: readonly string[], indent: number, depth: number): string {
    const entries = keys.map((key) => {
      const value = this.flow(indent, depth);
      return value === '' ? key : `${key}: ${value}`;
    });
    return this.bracketed('{', entries, '}', indent);
  }

  private flow(indent: number, depth: number): string {
    const kind = this.pick(['word', 'word', 'word', 'nothing', ...(depth > 0 ? ['map', 'list'] : [])]);
    if (kind === 'nothing') return '';
    if (kind === 'map') return this.flowMap(this.some(FREE_KEYS, 0), indent, depth - 1);
    if (kind === 'word') return this.pick(WORDS);
    const items = Array.from(
      { length: this.pick([0, 1, 2, 12]) },
      () => this.flow(indent, depth - 1) || 'null',
    );
    return this.bracketed('[', items, ']', indent);
  }

  private bracketed(open: string, entries: readonly string[], close: string, indent: number): string {
    const isBroken = this.chance(3);
    const next = (): string =>
      isBroken
        ? `${this.chance(3) ? ` # ${this.comment()}` : ''}\n${' '.repeat(indent + 1)}`
        : this.pick(['', ' ']);
    const last = isBroken && entries.length > 0 && this.chance(2) ? ',' : '';
    return (
      open +
      next() +
      entries.map((entry, index) => (index === 0 ? entry : `,${next() || ' '}${entry}`)).join('') +
      last +
      next() +
      close
    );
  }

  /** Blank lines and comments before something at `indent`. */
  private gap(indent: number): void {
    for (let count = this.pick([0, 0, 0, 1, 2]); count > 0; count -= 1) {
      if (this.chance(2)) this.text += '\n';
      else this.line(this.pick([indent, indent, indent, 0, indent + 1]), `# ${this.comment()}`, false);
    }
  }

  private line(indent: number, text: string, blankBehind: boolean): void {
    this.text += `${' '.repeat(indent)}${text}\n${blankBehind ? '\n' : ''}`;
  }

  private behind(): string {
    return this.chance(5) ? `${this.pick([' ', '    '])}# ${this.comment()}` : this.pick(['', '', '', ' ']);
  }

  private comment(): string {
    this.comments += 1;
    return `comment-${this.comments}.`;
  }

  private some(keys: readonly string[], atLeast: number): readonly string[] {
    return this.draw(fc.shuffledSubarray, [...keys], {
      minLength: Math.min(atLeast, keys.length),
      maxLength: Math.min(keys.length, 7),
    });
  }

  private pick<T>(choices: readonly T[]): T {
    return choices[this.draw(fc.nat, { max: choices.length - 1 })]!;
  }

  private chance(oneIn: number): boolean {
    return this.draw(fc.nat, { max: oneIn - 1 }) === 0;
  }
}

/** The text of a random file of definitions. */
export const randomDefinitions = (draw: Draw): string => new Writer(draw).file();
