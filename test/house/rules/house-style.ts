import type { SourceFile } from '../source-file';
import type { Rule } from './rule';

const MAX_LINES = 250;
/** The mark of a file that is long because it is a table: `// table: why` among its first lines. */
const TABLE = /^\/\/ table: \S/m;
const isTable = (text: string): boolean => TABLE.test(text.split('\n').slice(0, 5).join('\n'));

const inSource = (files: readonly SourceFile[]): readonly SourceFile[] =>
  files.filter((file) => file.path.startsWith('src/'));

export const shortFiles: Rule = {
  law: `no file of src has more than ${MAX_LINES} lines unless it says that it is a table`,
  find: (files) =>
    inSource(files)
      .map((file) => ({ path: file.path, lines: file.text.trimEnd().split('\n').length, text: file.text }))
      .filter((file) => file.lines > MAX_LINES && !isTable(file.text))
      .map((file) => `${file.path} has ${file.lines} lines`),
  fault: [
    { path: 'src/base/long.ts', text: 'export const a = 1;\n'.repeat(2).padEnd(600, '\n').concat('// end') },
  ],
};

/** `assertNever` is reached only where the compiler was lied to: there is no code for that. */
const MAY_THROW = 'src/base/assert-never.ts';
const BARE = new Set(['Error', 'TypeError', 'RangeError', 'SyntaxError', 'AggregateError']);

export const thrownFailures: Rule = {
  law: 'what src throws has a code: a Failure, never a bare Error',
  find: (files) =>
    inSource(files)
      .filter((file) => file.path !== MAY_THROW && file.thrown.some((name) => BARE.has(name)))
      .map((file) => `${file.path} throws a bare error`),
  fault: [{ path: 'src/base/a.ts', text: "export function a(): void {\n  throw new Error('no');\n}" }],
};

export const namedFolders: Rule = {
  law: 'nothing is called utils, helpers, common, misc or manager, and there is no index file to re-export a folder',
  find: (files) =>
    inSource(files)
      .filter((file) => /(^|[/-])(utils?|helpers?|common|misc|managers?|index)(\/|\.ts$)/.test(file.path))
      .map((file) => `${file.path} has a name that says nothing`),
  fault: [{ path: 'src/base/utils/dates.ts', text: 'export const a = 1;' }],
};

export const independentOracle: Rule = {
  law: 'the oracle of the tests imports nothing from src',
  find: (files) =>
    files
      .filter((file) => file.path.startsWith('test/oracle/'))
      .flatMap((file) =>
        file.imports
          .filter((target) => target.startsWith('src/'))
          .map((target) => `${file.path} imports ${target}`),
      ),
  fault: [
    { path: 'test/oracle/sum.ts', text: "import type { Query } from '../../src/metrics/model/query';" },
  ],
};
