import { readText } from './repository-files';

interface Place {
  readonly before: readonly string[];
  readonly after: readonly string[];
}
interface Snippet {
  readonly kind: 'run' | 'ask' | 'write' | 'edit';
  readonly line: number;
  readonly output: string | null;
  readonly places?: readonly Place[];
}
const { edited, printsAsSaid, readSnippets } = require('../../scripts/snippets.cjs') as {
  edited: (text: string, places: readonly Place[]) => string;
  printsAsSaid: (said: string, output: string) => boolean;
  readSnippets: (page: string) => readonly Snippet[];
};

const fence = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``;

describe('the reader of snippets', () => {
  it('takes commands, with the block right after them as what they print', () => {
    const page = [
      fence('sh', '# first\n$ npx tenet list \\\n  metrics\nnpx tenet check'),
      '',
      fence('text', 'a\nb'),
    ].join('\n');
    expect(readSnippets(page)).toEqual([
      {
        kind: 'run',
        line: 1,
        commands: ['npx tenet list    metrics', 'npx tenet check'],
        exit: 0,
        output: 'a\nb',
      },
    ]);
  });

  it('does not take a block that stands after other text as what was printed', () => {
    expect(
      readSnippets([fence('sh', 'node -v'), 'Elsewhere:', fence('text', 'a')].join('\n'))[0]?.output,
    ).toBeNull();
  });

  it('writes YAML that names its file, and leaves other YAML alone', () => {
    const page = [
      fence('yaml', '# definitions/sales/a.yaml\nmetrics: {}'),
      fence('yaml', 'metrics: {}'),
    ].join('\n');
    expect(readSnippets(page)).toEqual([
      {
        kind: 'write',
        line: 1,
        file: 'definitions/sales/a.yaml',
        text: '# definitions/sales/a.yaml\nmetrics: {}\n',
        output: null,
      },
    ]);
  });

  it('writes a table of data to the file behind the word csv, and TypeScript to the file of its first line', () => {
    const page = [
      fence('csv a.csv', 'x,y\n1,2'),
      fence('csv', 'x'),
      fence('ts', '// src/a.ts\nexport {};'),
    ].join('\n');
    expect(readSnippets(page)).toMatchObject([
      { kind: 'write', file: 'a.csv', text: 'x,y\n1,2\n' },
      { kind: 'write', file: 'src/a.ts', text: '// src/a.ts\nexport {};\n' },
    ]);
  });

  it('changes the places of a file that a diff shows', () => {
    const page = fence('diff', '# src/a.ts\n one\n-two\n+2\n@@\n+zero\n five');
    const [snippet] = readSnippets(page);
    expect(snippet).toMatchObject({ kind: 'edit', file: 'src/a.ts' });
    expect(edited('one\ntwo\nthree\nfive\n', snippet?.places ?? [])).toBe('one\n2\nthree\nzero\nfive\n');
  });

  it('keeps what a diff leaves open', () => {
    const places = [{ before: ['a = […];'], after: ['a = [new, …];'] }];
    expect(edited('x\na = [old, older];\ny', places)).toBe('x\na = [new, old, older];\ny');
  });

  it('changes nothing where a diff fits twice or not at all', () => {
    const places = [{ before: ['one'], after: ['1'] }];
    expect(() => edited('one\none\n', places)).toThrow('2 times');
    expect(() => edited('none\n', places)).toThrow('0 times');
  });

  it('knows an expected exit code, a question, and a block that is not to be run', () => {
    const page = [
      fence('sh exit=1', 'a'),
      fence('graphql', '{ a }'),
      '<!-- not run: slow -->',
      fence('sh', 'b'),
    ].join('\n');
    expect(readSnippets(page)).toMatchObject([
      { kind: 'run', exit: 1 },
      { kind: 'ask', query: '{ a }' },
    ]);
  });
});

describe('what a snippet prints', () => {
  it.each([
    ['a\nb', 'a  \nb\n', true],
    ['a\nb', 'a\nc', false],
    ['a\nb', 'a\nb\nc', false],
    ['ready in … s', 'ready in 0.9 s', true],
    ['ready in … s', 'ready in 0.9\n s', false],
    ['a\n…\nd', 'a\nb\nc\nd', true],
    ['a\n…', 'a\nb\nc', true],
    ['a\n…\nd', 'a\nb\nc', false],
    ['1.5 (x)', '1x5 (x)', false],
  ])('%j against %j is %s', (said, output, same) => {
    expect(printsAsSaid(said, output)).toBe(same);
  });
});

it('the README has snippets to run', () => {
  expect(readSnippets(readText('README.md').text).length).toBeGreaterThan(0);
});
