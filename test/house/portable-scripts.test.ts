import { readText, repositoryFiles, type TextFile } from './repository-files';

/** What runs before anything is installed, and on systems that nobody here has tried. */
const scripts = [...repositoryFiles('scripts'), ...repositoryFiles('bin')]
  .filter((file) => /\.c?js$/.test(file))
  .map(readText);

/** Words of POSIX shells, and calls that other systems answer with an error. */
const POSIX_ONLY =
  /\/bin\/(ba)?sh|\/dev\/|\/tmp\b|\bchmod|\bchown|\bmkfifo\b|\brm -|\bcp -|\bmv \b|\bgetuid\b|\bsetuid\b|['"`](which|sh|bash|env|export|kill|sed|grep|cat|touch|ln|tar|curl) |2>&1|['"`](npm|npx|node|git|cd|mkdir)\b[^'"`\n]*(&&|;|\|)/;

const COMMENT = /^\s*(\*|\/\*|\/\/)/;

function foreignModules({ path, text }: TextFile): readonly string[] {
  const required = [...text.matchAll(/\b(?:require|import)\(\s*(.*?)\s*\)/g)].map((match) => match[1] ?? '');
  const imported = [...text.matchAll(/^\s*import\s.*from\s+(['"].*['"])/gm)].map((match) => match[1] ?? '');
  return [...required, ...imported]
    .filter((what) => !/^['"](node:|\.{1,2}\/)/.test(what) && !/^path\.join\(root, 'dist',/.test(what))
    .map((what) => `${path} loads ${what}`);
}

function posixWords({ path, text }: TextFile): readonly string[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      POSIX_ONLY.test(line) && !COMMENT.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [],
    );
}

it('scripts and the command load node: modules and each other only', () => {
  expect(scripts.length).toBeGreaterThan(3);
  expect(scripts.flatMap(foreignModules)).toEqual([]);
});

it('scripts and the command hold nothing that only POSIX systems have', () => {
  expect(scripts.flatMap(posixWords)).toEqual([]);
});

it('scripts of package.json chain nothing by a shell', () => {
  const { scripts: named } = JSON.parse(readText('package.json').text) as { scripts: Record<string, string> };
  expect(Object.values(named).filter((line) => /[;&|<>$`]/.test(line))).toEqual([]);
});

it.each([
  ["const { parse } = require('yaml');", foreignModules],
  ["import { parse } from 'yaml';", foreignModules],
  ["execSync('rm -rf dist');", posixWords],
  ["spawnSync('npm ci && tsc', { shell: true });", posixWords],
  ['fs.chmodSync(file, 0o755);', posixWords],
])('a planted fault is found: %s', (text, find) => {
  expect(find({ path: 'scripts/planted.cjs', text })).toHaveLength(1);
});
