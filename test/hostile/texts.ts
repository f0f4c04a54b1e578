/** Texts that some layer between a person and the database could take for something else than text. */
export const HOSTILE: Readonly<Record<string, string>> = {
  apostrophe: "it's",
  'two apostrophes': "''",
  quotes: 'say "hi"',
  'one quote': '"',
  'two quotes': '""',
  backslash: 'a\\b',
  'backslash at the end': 'a\\',
  'backslash and apostrophe': "\\'",
  'escapes of other languages': '\\n\\x41\\u0041\\U0001F600',
  placeholder: '?',
  'two placeholders': '??',
  'escaped placeholder': '\\?',
  'twice escaped placeholder': '\\\\?',
  'placeholders among backslashes': '\\\\\\? \\?? ?\\',
  'numbered placeholder': '$1',
  'dollar quotes': '$a$x$a$',
  'named placeholder': ':name',
  cast: '::text',
  variable: '@x',
  braces: '{}',
  templates: `${'$'}{x} {{x}} %s %(x)s`,
  'end of a text and a comment': "' -- ",
  'line comment': '-- x',
  'block comment': '/* x */',
  'open block comment': '/*',
  'closed block comment': '*/',
  semicolon: ';',
  injection: "'; drop table kept; --",
  percent: '100%',
  underscore: 'a_b',
  'escaped pattern': '%\\_%',
  brackets: '[a]',
  emoji: '😀',
  'joined emoji': '👩‍👩‍👧',
  flag: '🇬🇧',
  'combining mark': 'e\u0301',
  composed: '\u00e9',
  'right to left': '\u05e9\u05dc\u05d5\u05dd',
  'space before': ' lead',
  'space behind': 'trail ',
  spaces: '  ',
  'byte order mark': '\ufeffx',
  'byte order mark at the end': 'x\ufeff',
  'no-break space': 'a\u00a0b',
  'zero width space': 'a\u200bb',
  'word null': 'null',
  'word NULL': 'NULL',
  'word true': 'true',
  number: '1',
  alias: 'a as b',
  dots: 'a.b..c',
  star: '*',
  backtick: '`',
  markup: '<script>&amp;',
  'spreadsheet formula': '=1+1',
  proto: '__proto__',
  constructor: 'constructor',
  toString: 'toString',
  'highest character': '\u{10ffff}',
  'private use': '\ue000',
  'replacement character': '\ufffd',
};

/** What a database keeps, and no definition may hold. */
export const CONTROLS: Readonly<Record<string, string>> = {
  'line feed': 'a\nb',
  'line end of Windows': 'a\r\nb',
  'carriage return': 'a\rb',
  tab: 'a\tb',
  escape: '\x1b[31mred',
  bell: '\x07',
  delete: '\x7f',
  'next line': 'a\x85b',
  'line separator': 'a\u2028b',
  'paragraph separator': 'a\u2029b',
  'right-to-left override': '\u202eabc',
  'right-to-left isolate': '\u2067x\u2069',
  'no character': 'a\uffff\ufffe',
};

/** Nothing that stores UTF-8 can keep them: a NUL, and halves of characters. */
export const IMPOSSIBLE: Readonly<Record<string, string>> = {
  NUL: 'a\0b',
  'NUL alone': '\0',
  'high half': 'a\ud83d',
  'low half': '\ude00b',
  'halves in the wrong order': '\ude00\ud83d',
};

/** What a terminal would obey or not show, but for line ends and tabs. */
export const HIDDEN = /[^\P{Cc}\n\t]|[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

/** As a name in SQL. */
export const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
/** As a text in SQL and in formulas. */
export const quotedText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** As a text in YAML; JSON is YAML. */
export const yamlText = (text: string): string => JSON.stringify(text);

/** Milliseconds of processor time that work takes. */
export async function cpuMs<T>(
  work: () => T | Promise<T>,
): Promise<{ readonly ms: number; readonly result: T }> {
  const started = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(started);
  return { ms: (user + system) / 1000, result };
}
