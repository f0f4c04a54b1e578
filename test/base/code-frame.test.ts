import { renderDiagnostic, textFrame } from '../../src/base/code-frame';
import type { Diagnostic } from '../../src/base/diagnostic';

/** A finding at the text between `«` and `»`, and the text without the marks. */
function markedFinding(
  text: string,
  rest: Partial<Diagnostic> = {},
): { diagnostic: Diagnostic; source: string } {
  const position = (offset: number) => {
    const before = source.slice(0, offset).split('\n');
    return { line: before.length, column: before.at(-1)!.length + 1 };
  };
  const source = text.replace('«', '').replace('»', '');
  const at = {
    file: 'sales/orders.yaml',
    start: position(text.indexOf('«')),
    end: position(text.indexOf('»') - 1),
  };
  return {
    source,
    diagnostic: { code: 'REFERENCE.UNKNOWN_DIMENSION', severity: 'error', message: 'Wrong.', at, ...rest },
  };
}

const frame = (text: string, rest: Partial<Diagnostic> = {}): string[] => {
  const { diagnostic, source } = markedFinding(text, rest);
  return renderDiagnostic(diagnostic, source, { color: false }).split('\n');
};

describe('a finding on a terminal', () => {
  it('has its place, the line, carets under the fault, and a hint', () => {
    const { diagnostic, source } = markedFinding(`${'\n'.repeat(13)}    split_by: [«regoin»]\n`, {
      message: 'Metric "net_revenue" names the dimension "regoin", which no dataset has.',
      hint: 'did you mean "customers.region"?',
    });
    expect(renderDiagnostic(diagnostic, source, { color: false, folder: 'definitions' })).toBe(
      [
        'definitions/sales/orders.yaml:14:16  error  REFERENCE.UNKNOWN_DIMENSION',
        '  14 |     split_by: [regoin]',
        '     |                ^^^^^^  Metric "net_revenue" names the dimension "regoin", which no dataset has.',
        '  hint: did you mean "customers.region"?',
      ].join('\n'),
    );
  });

  it('says when it is a warning, and lists related places', () => {
    const related = [
      {
        message: 'It stands here first.',
        at: { file: 'a/b.yaml', start: { line: 3, column: 5 }, end: { line: 3, column: 9 } },
      },
    ];
    expect(frame('«a»: 1', { severity: 'warning', related })).toEqual([
      'sales/orders.yaml:1:1  warning  REFERENCE.UNKNOWN_DIMENSION',
      '  1 | a: 1',
      '    | ^  Wrong.',
      '  see: a/b.yaml:3:5  It stands here first.',
    ]);
  });

  it('has no excerpt without a text, or when the text is shorter by now', () => {
    const { diagnostic } = markedFinding('a\nb\n«c»');
    for (const text of [null, 'a\n']) {
      expect(renderDiagnostic(diagnostic, text, { color: false })).toBe(
        'sales/orders.yaml:3:1  error  REFERENCE.UNKNOWN_DIMENSION\n  Wrong.',
      );
    }
  });

  it('has colours only when asked for', () => {
    const { diagnostic, source } = markedFinding('a: «b»');
    expect(renderDiagnostic(diagnostic, source, { color: false })).not.toContain('\x1b');
    const coloured = renderDiagnostic(diagnostic, source, { color: true });
    expect(coloured).toContain('\x1b[31m^\x1b[39m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
    expect(coloured.replace(/\x1b\[\d+m/g, '')).toBe(renderDiagnostic(diagnostic, source, { color: false }));
  });
});

describe('the carets', () => {
  it.each([
    ['nothing', 'a: «»', '  1 | a:', '    |    ^  Wrong.'],
    ['nothing, before something', 'a: «»b', '  1 | a: b', '    |    ^  Wrong.'],
    ['behind a tab', '\ta:\t«b»', '  1 |     a:  b', '    |         ^  Wrong.'],
    ['over a tab', 'ab«\tc»', '  1 | ab  c', '    |   ^^^  Wrong.'],
    ['behind an emoji', '😀👨‍👩‍👧 «b»', '  1 | 😀👨‍👩‍👧 b', '    |      ^  Wrong.'],
    ['under an emoji', 'a «👍🏽» b', '  1 | a 👍🏽 b', '    |   ^^  Wrong.'],
    ['inside an emoji', '«\ud83d»\ude00', '  1 | 😀', '    | ^^  Wrong.'],
    ['under a flag', '«🇬🇧»', '  1 | 🇬🇧', '    | ^^  Wrong.'],
    ['behind wide letters', '収入: «b»', '  1 | 収入: b', '    |       ^  Wrong.'],
    ['behind letters with marks', 'e\u0301e\u0301: «b»', '  1 | e\u0301e\u0301: b', '    |     ^  Wrong.'],
    ['behind right-to-left letters', 'שלום: «b»', '  1 | \u200eשלום: b', '    |       ^  Wrong.'],
    ['over several lines', 'a: «b\n  c»\n', '  1 | a: b', '    |    ^  Wrong.'],
    ['over several lines with blanks', 'a: «bcd   \n  c»\n', '  1 | a: bcd', '    |    ^^^  Wrong.'],
    ['in a file with CRLF', 'x\r\na: «b\r\nc»', '  2 | a: b', '    |    ^  Wrong.'],
  ])('are right for %s', (_name, text, line, carets) => {
    expect(frame(text).slice(1)).toEqual([line, carets]);
  });

  it('are right behind a byte order mark, which is no column', () => {
    const { diagnostic, source } = markedFinding('«a»: b');
    expect(renderDiagnostic(diagnostic, `\ufeff${source}`, { color: false }).split('\n')[1]).toBe(
      '  1 | a: b',
    );
  });

  it('stay at the end of a line that has become shorter', () => {
    const { diagnostic } = markedFinding('a: bcdef «g»');
    expect(renderDiagnostic(diagnostic, 'a: b\n', { color: false }).split('\n').slice(1)).toEqual([
      '  1 | a: b',
      '    |     ^  Wrong.',
    ]);
  });
});

describe('a long line', () => {
  it('is cut around the caret', () => {
    const [, line, carets] = frame(`${'a'.repeat(500)}«bad»${'c'.repeat(500)}`);
    expect(line).toMatch(/^ {2}1 \| …a+badc+…$/);
    expect(line!.length).toBeLessThan(115);
    expect(carets!.slice(0, carets!.indexOf('  Wrong.'))).toBe(
      `    | ${' '.repeat(line!.indexOf('bad') - 6)}^^^`,
    );
  });

  it('is cut at its end only when the caret is near the beginning', () => {
    const [, line] = frame(`a: «bad» ${'c'.repeat(500)}`);
    expect(line).toMatch(/^ {2}1 \| a: bad c+…$/);
  });

  it('is underlined up to the cut', () => {
    const [, line, carets] = frame(`a: «${'b'.repeat(500)}»`);
    expect(carets!.indexOf('  Wrong.')).toBe(line!.length - 1);
  });

  it('of a megabyte of emoji costs next to nothing', () => {
    const started = process.cpuUsage();
    const lines = frame(`${'😀'.repeat(250_000)}«b»${'😀'.repeat(250_000)}`);
    expect(lines.join('').length).toBeLessThan(600);
    expect(lines[1]).toContain('b');
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(1);
  });

  it('is not cut within a character', () => {
    for (let shift = 0; shift < 4; shift += 1) {
      const [, line] = frame(`${'x'.repeat(shift)}${'😀'.repeat(300)}«b»${'😀'.repeat(300)}`);
      expect(line).not.toMatch(/\p{Cs}/u);
      expect(line).not.toContain('<U+');
    }
  });
});

describe('nothing can move the cursor or hide', () => {
  it.each([
    ['colours', 'a: \x1b[31m«b»', '  1 | a: ␛[31mb', '    |         ^  Wrong.'],
    ['a backspace', 'a\b: «b»', '  1 | a␈: b', '    |     ^  Wrong.'],
    ['a carriage return', 'a\rb: «b»', '  1 | a␍b: b', '    |      ^  Wrong.'],
    ['the delete character', 'a\x7f«b»', '  1 | a␡b', '    |   ^  Wrong.'],
    ['a control character of the second row', 'a\x9b«b»', '  1 | a<U+009B>b', '    |          ^  Wrong.'],
    ['a turn of the direction', 'a\u202e«b»', '  1 | a<U+202E>b', '    |          ^  Wrong.'],
    ['an invisible space', 'a\u200b«b»', '  1 | a<U+200B>b', '    |          ^  Wrong.'],
    ['half of a character', 'a\ud83d«b»', '  1 | a<U+D83D>b', '    |          ^  Wrong.'],
    ['a mark without a letter', '«\u0301»b', '  1 | ◌\u0301b', '    | ^  Wrong.'],
  ])('%s', (_name, text, line, carets) => {
    expect(frame(text).slice(1)).toEqual([line, carets]);
  });

  it('also not in messages, hints and names of files', () => {
    const hostile = 'a\x1b[2J\r\n\u2028b';
    const place = { line: 1, column: 1 };
    const at = { file: hostile, start: place, end: place };
    const text = renderDiagnostic(
      {
        code: 'YAML.SYNTAX',
        severity: 'error',
        message: hostile,
        hint: hostile,
        at,
        related: [{ message: hostile, at }],
      },
      null,
      { color: false },
    );
    const shown = 'a␛[2J␍␊<U+2028>b';
    expect(text).toBe(
      [
        `${shown}:1:1  error  YAML.SYNTAX`,
        `  ${shown}`,
        `  hint: ${shown}`,
        `  see: ${shown}:1:1  ${shown}`,
      ].join('\n'),
    );
  });
});

describe('a stretch of a text that is in no file', () => {
  test.each([
    ["orders.chanel = 'web'", 0, 13, "orders.chanel = 'web'\n^^^^^^^^^^^^^"],
    ['a = 1 and\n  b = x', 16, 17, '  b = x\n      ^'],
    ['a =', 3, 4, 'a =\n   ^'],
    ["n = '日本' and x", 13, 14, "n = '日本' and x\n               ^"],
    ['a = \u001b[31m', 4, 5, 'a = ␛[31m\n    ^'],
  ])('%j from %i to %i', (text, from, to, frame) => {
    expect(textFrame(text, from, to)).toBe(frame);
  });

  test('of a long text is cut around the carets', () => {
    const text = `${'a + '.repeat(5_000)}b + ${'c + '.repeat(5_000)}d`;
    const [line = '', carets = ''] = textFrame(text, 20_000, 20_001).split('\n');
    expect(line.length).toBeLessThan(110);
    expect(line[carets.indexOf('^')]).toBe('b');
  });
});
