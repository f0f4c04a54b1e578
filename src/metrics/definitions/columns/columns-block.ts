/** A column as it is to be declared. */
export interface DeclaredColumn {
  readonly name: string;
  /** A name for `columns:`, such as `decimal(12,2)`. */
  readonly declared: string;
  /** The IANA zone of a timestamp's wall clock, where it is not the company's. */
  readonly zone?: string | undefined;
}

const MAX_WIDTH = 100;

/** Plain in every YAML, and no word that some reader takes for something else. */
const PLAIN = /^[A-Za-z_][A-Za-z0-9_]*$/;
const MEANINGFUL = /^(?:null|true|false|yes|no|on|off|y|n)$/i;
/** What no definition may hold, not even escaped: controls, halves of characters, signs that turn the writing direction. */
const UNWRITABLE = /[\p{Cc}\p{Cs}\ufffe\uffff\u2028-\u202e\u2066-\u2069]/u;

/** Whether a definition can name the column. */
export const isWritableName = (name: string): boolean => name !== '' && !UNWRITABLE.test(name);

/** `amount: 'decimal(12,2)'`, as it stands between commas. */
export function columnEntry({ name, declared, zone }: DeclaredColumn): string {
  const type = scalar(declared);
  return `${scalar(name)}: ${zone === undefined ? type : `{ type: ${type}, zone: ${zone} }`}`;
}

/** The value of `columns:` in flow style, `{ a: bigint, … }`, broken into lines of at most 100 characters. */
export function columnsBlock(columns: readonly DeclaredColumn[]): string {
  if (columns.length === 0) return '{}';
  const entries = columns.map(columnEntry);
  const lines: string[] = [];
  let line = '{';
  for (const [index, entry] of entries.entries()) {
    const text = ` ${entry}${index === entries.length - 1 ? ' }' : ','}`;
    if (line.length > 1 && line.length + text.length > MAX_WIDTH) {
      lines.push(line);
      line = ' ';
    }
    line += text;
  }
  return [...lines, line].join('\n');
}

const scalar = (text: string): string =>
  PLAIN.test(text) && !MEANINGFUL.test(text) ? text : `'${text.replaceAll("'", "''")}'`;
