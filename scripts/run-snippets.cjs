/**
 * Executes the snippets of README.md and docs/guides in a temporary copy of the repository, a fresh one for each page, and compares
 * what they print with what the page says. See snippets.cjs for the rules. `--report FILE` writes the result as JSON for the summary of
 * `.ci/run`; other arguments are pages to run instead of all. Exit 1 when a snippet does not do what its page says.
 */
const { spawn, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const net = require('node:net');
const { tmpdir } = require('node:os');
const path = require('node:path');
const { edited, printsAsSaid, readSnippets } = require('./snippets.cjs');

const ROOT = path.join(__dirname, '..');
const LEFT_OUT = new Set(['node_modules', 'dist', '.tenet', '.data', 'coverage', '.git']);
const COMMAND_MS = 600_000;
const START_MS = 300_000;
/** What the pages write where the server runs elsewhere here. */
const PORT_ON_PAPER = 4000;

/** The repository without what is made from it, in a folder of its own; the packages are linked, for they are the same. */
function copyRepository() {
  const copy = path.join(fs.mkdtempSync(path.join(tmpdir(), 'tenet-snippets-')), 'tenet');
  const wanted = (file) => file === ROOT || !LEFT_OUT.has(path.basename(file));
  fs.cpSync(ROOT, copy, { recursive: true, filter: wanted });
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
  return copy;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

const environment = (more) => ({ ...process.env, CI: '', NO_COLOR: '1', FORCE_COLOR: '0', ...more });

function runCommand(command, { cwd, env }, exit) {
  const options = {
    cwd,
    shell: true,
    encoding: 'utf8',
    timeout: COMMAND_MS,
    maxBuffer: 1 << 28,
    env: environment(env),
  };
  const run = spawnSync(command, options);
  const output = `${run.stdout ?? ''}${run.stderr ?? ''}`;
  const fault =
    run.status === exit
      ? null
      : `"${command}" ends with ${run.status ?? run.signal}, not ${exit}:\n${output}`;
  // Findings and refusals go to standard error; npm's own remarks are about the machine.
  return { output: (run.stdout || (run.stderr ?? '')).replace(/^npm warn .*\n/gm, ''), fault };
}

/** Starts a server and waits until it says that it is ready. */
async function start(command, { cwd, env }) {
  const port = await freePort();
  // A group of its own, so that the server ends together with the npm that started it.
  const detached = process.platform !== 'win32';
  const child = spawn(command, {
    cwd,
    shell: true,
    detached,
    env: environment({ ...env, PORT: String(port) }),
  });
  let output = '';
  let errors = '';
  const stop = () => {
    if (child.exitCode !== null) return;
    if (detached) process.kill(-child.pid, 'SIGTERM');
    else spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
  };
  const ready = new Promise((resolve) => {
    child.stdout.on('data', (text) => {
      output += text;
      if (/\bready\b/i.test(output)) setTimeout(() => resolve(null), 300);
    });
    child.stderr.on('data', (text) => {
      errors += text;
    });
    child.on('exit', (code) => resolve(`"${command}" ended with ${code}:\n${output}${errors}`));
    setTimeout(() => resolve(`"${command}" was not ready in time:\n${output}${errors}`), START_MS).unref();
  });
  const fault = await ready;
  const shown = output.replaceAll(`:${port}`, `:${PORT_ON_PAPER}`).replace(/^> .*\n/gm, '');
  return { fault, output: shown, server: { port, stop } };
}

async function ask(query, server) {
  if (server === null) return { fault: 'no `npm start` stands before this question', output: '' };
  const body = JSON.stringify({ query });
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`http://127.0.0.1:${server.port}/graphql`, { method: 'POST', headers, body });
  const answer = await response.json();
  const fault = response.status === 200 ? null : `HTTP ${response.status}: ${JSON.stringify(answer)}`;
  return { fault, output: JSON.stringify(answer, null, 2) };
}

/** JSON on the page may be laid out in any way. */
function laidOut(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** A text with the port that the server really has. */
const atPort = (text, server) =>
  server === null ? text : text.replaceAll(`:${PORT_ON_PAPER}`, `:${server.port}`);

function write(copy, { file, text }, server) {
  const target = path.join(copy, file);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, atPort(text, server));
  return { fault: null, output: '' };
}

function edit(copy, { file, places }) {
  const target = path.join(copy, file);
  try {
    fs.writeFileSync(target, edited(fs.readFileSync(target, 'utf8'), places));
    return { fault: null, output: '' };
  } catch (error) {
    return { fault: `${file}: ${error.message}`, output: '' };
  }
}

/** Runs one command; `cd` and `export` alone on their lines hold for what comes after them. */
async function runOne(command, snippet, state) {
  const variable = /^export (\w+)=(\S+)$/.exec(command);
  if (variable !== null) {
    state.env = { ...state.env, [variable[1]]: variable[2] };
    return { fault: null, output: '' };
  }
  const folder = /^cd (\S+)$/.exec(command)?.[1];
  if (folder !== undefined) {
    state.cwd = path.join(state.cwd, folder);
    return { fault: fs.existsSync(state.cwd) ? null : `there is no ${state.cwd}`, output: '' };
  }
  if (/^npm (run )?start\b|-- serve$|\btenet serve\b/.test(command)) {
    state.server?.stop();
    const started = await start(command, state);
    state.server = started.server;
    return started;
  }
  const done = runCommand(atPort(command, state.server), state, snippet.exit);
  if (state.server) done.output = done.output.replaceAll(`:${state.server.port}`, `:${PORT_ON_PAPER}`);
  return done;
}

/** Runs one snippet; `state` holds the folder it is in, what was exported, and the server that was started last. */
async function runSnippet(snippet, state) {
  if (snippet.kind === 'write') return write(state.cwd, snippet, state.server);
  if (snippet.kind === 'edit') return edit(state.cwd, snippet);
  if (snippet.kind === 'ask') return ask(snippet.query, state.server);
  let output = '';
  for (const command of snippet.commands) {
    const done = await runOne(command, snippet, state);
    output += done.output;
    if (done.fault !== null) return { fault: done.fault, output };
  }
  return { fault: null, output };
}

async function runPage(page) {
  const snippets = readSnippets(fs.readFileSync(path.join(ROOT, page), 'utf8'));
  const copy = copyRepository();
  const state = { cwd: copy, env: {}, server: null };
  const failed = [];
  try {
    for (const snippet of snippets) {
      const place = `${page}:${snippet.line}`;
      const { fault, output } = await runSnippet(snippet, state);
      const differs = snippet.output !== null && !printsAsSaid(laidOut(snippet.output), laidOut(output));
      const finding = fault ?? (differs ? `prints\n${output}\nand the page says\n${snippet.output}` : null);
      process.stdout.write(`${finding === null ? 'ok    ' : 'FAILED'} ${place} ${snippet.kind}\n`);
      if (finding === null) continue;
      process.stdout.write(`${finding}\n`);
      failed.push(`snippet: ${place}`);
    }
  } finally {
    state.server?.stop();
    fs.rmSync(path.dirname(copy), { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  return { passed: snippets.length - failed.length, failed };
}

function allPages() {
  const guides = path.join(ROOT, 'docs', 'guides');
  const names = fs.existsSync(guides) ? fs.readdirSync(guides).filter((name) => name.endsWith('.md')) : [];
  return ['README.md', ...names.sort().map((name) => `docs/guides/${name}`)];
}

async function main(args) {
  const at = args.indexOf('--report');
  const report = at >= 0 ? args.splice(at, 2)[1] : null;
  const total = { passed: 0, failed: [] };
  for (const page of args.length > 0 ? args : allPages()) {
    const { passed, failed } = await runPage(page);
    total.passed += passed;
    total.failed.push(...failed);
  }
  if (report !== null) fs.writeFileSync(report, JSON.stringify(total));
  process.exitCode = total.failed.length > 0 ? 1 : 0;
}

if (require.main === module) main(process.argv.slice(2));
