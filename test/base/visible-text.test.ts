import { visibleJson, visibleLines } from '../../src/base/visible-text';

const HIDDEN = [
  '\x1b[31m',
  '\0',
  '\x7f',
  '\x9b',
  '\u200b',
  '\u202e',
  '\u2028',
  '\ufeff',
  '\u{e0041}',
  '\ud800',
];
const SEEN = ['plain', 'größe', '😀', '👩‍👩‍👧', 'e\u0301', '\u05e9\u05dc', '\\u0041', '"'];

describe('JSON for a terminal', () => {
  it.each([...HIDDEN, ...SEEN])('%j is the same value', (text) => {
    const value = { [text]: [text, `a${text}b`] };
    expect(JSON.parse(visibleJson(value))).toEqual(value);
  });

  it.each(HIDDEN)('%j is written as an escape', (text) => {
    expect(visibleJson([text])).not.toContain(text);
    expect(visibleJson([text])).toMatch(/^[\n\x20-\x7e]*$/);
  });

  it('leaves alone what can be seen', () => {
    expect(visibleJson(SEEN)).toBe(JSON.stringify(SEEN, null, 2));
  });
});

describe('lines for a terminal', () => {
  it('keep their ends and tabs, and show what else is hidden', () => {
    expect(visibleLines('a\n\tb\x1b[0m\n\n\u202ec\r\n')).toBe('a\n\tb␛[0m\n\n<U+202E>c␍\n');
  });

  it.each(SEEN)('%j stays', (text) => {
    expect(visibleLines(`${text}\n${text}`)).toBe(`${text}\n${text}`);
  });
});
