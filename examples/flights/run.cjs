/**
 * `npm run example:flights`: fetches and loads the flights once, proves the definitions on the data, and answers the
 * questions of README.md. `-- serve` serves them over GraphQL; `-- --write` writes the answers into README.md.
 */
const fs = require('node:fs');
const path = require('node:path');

const HERE = __dirname;
const ROOT = path.join(HERE, '..', '..');
const README = path.join(HERE, 'README.md');

process.env.UV_THREADPOOL_SIZE = process.env.UV_THREADPOOL_SIZE || '16';

require('../../scripts/ensure-installed.cjs').ensureInstalled(ROOT);
require('../../scripts/build.cjs').ensureBuilt(ROOT);

/** A block of README.md: `$ tenet …` on its first line, what it prints on the others. */
const BLOCK = /```console\n\$ tenet (.*)\n([\s\S]*?)```/g;

/** The words of a command line; quotes hold spaces together. */
const wordsOf = (line) =>
  [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare,
  );

async function main(words) {
  const { ensureLoaded } = require('./load.cjs');
  const { runCommandLine } = require(path.join(ROOT, 'dist', 'cli', 'program.js'));
  const { processIo } = require(path.join(ROOT, 'dist', 'cli', 'io.js'));
  const database = await ensureLoaded((line) => process.stdout.write(`${line}\n`));
  const io = processIo();
  // In this folder `definitions` is the flights' own, and so it is what the commands below find.
  const here = { ...io, cwd: HERE, env: { ...io.env, TENET_DATABASE: `duckdb:${database}` } };
  if (words[0] === 'serve') return runCommandLine(words, here);
  const readme = fs.readFileSync(README, 'utf8');
  return words[0] === '--write' ? write(readme, runCommandLine, here) : print(readme, runCommandLine, here);
}

async function print(readme, runCommandLine, io) {
  for (const [, line] of readme.matchAll(BLOCK)) {
    io.out(`\n$ tenet ${line}\n`);
    const code = await runCommandLine(wordsOf(line), io);
    if (code !== 0) return code;
  }
  io.out('\n`npm run example:flights -- serve` serves them over GraphQL.\n');
  return 0;
}

async function write(readme, runCommandLine, io) {
  let text = readme;
  for (const [block, line] of readme.matchAll(BLOCK)) {
    let answer = '';
    const code = await runCommandLine(wordsOf(line), {
      ...io,
      color: false,
      out: (piece) => (answer += piece),
    });
    if (code !== 0) return code;
    text = text.replace(block, () => `\`\`\`console\n$ tenet ${line}\n${answer}\`\`\``);
  }
  fs.writeFileSync(README, text);
  return 0;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    process.stderr.write(`The flights example failed: ${error.message}\n`);
    process.exitCode = 3;
  },
);
