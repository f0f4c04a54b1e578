/**
 * The server of a measurement, in a process of its own so that callers cost it nothing: `serve.cjs DATABASE`. What is measured is
 * asked for over IPC: `{ kind, … }` is answered by `{ kind, value }`.
 */
const path = require('node:path');
const { built } = require('./built.cjs');
const { cpuMs } = require('./cpu.cjs');
const { watchLoop } = require('./watch-loop.cjs');

/** An engine that asks the database once for each statement, and then gives back what it was told at once. */
function recording(engine) {
  const told = new Map();
  let asked = 0;
  const run = async (statement, types, options) => {
    const key = JSON.stringify([statement.sql, statement.bindings]);
    if (!told.has(key)) {
      asked += 1;
      told.set(key, await engine.run(statement, types, options));
    }
    return told.get(key);
  };
  const recorded = Object.create(engine, { run: { value: run } });
  return { engine: recorded, asked: () => asked };
}

async function serve(database) {
  const { createTenet } = built('service/open');
  const { loadCatalogFrom } = built('service/load-catalog');
  const { openEngine } = built('service/composition');
  const { startServer } = built('server/start-server');
  const real = await openEngine(`duckdb:${database}`);
  const { engine, asked } = recording(real);
  const resolved = await loadCatalogFrom(path.join(__dirname, '..', 'definitions'));
  // As `tenet serve` has it: a line for each request is made, and goes nowhere.
  const options = { host: '127.0.0.1', port: 0, logLevel: 'info', log: () => undefined };
  const started = await Promise.all(
    [real, engine].map((each) => startServer({ ...options, tenet: createTenet(resolved, each) })),
  );
  const [answering, remembering] = started.map(({ url }) => url);
  const tenet = createTenet(resolved, engine);
  let stopWatching = () => 0;
  return {
    urls: () => ({ answering, remembering }),
    /** Milliseconds of CPU so far. */
    cpu: () => cpuMs(),
    /** How many statements the database itself has run for the server that remembers. */
    asked,
    /** Takes the answer of a question down, without anything of the server. @returns null, or why it has none. */
    record: async ({ question }) => {
      try {
        await (await tenet.ask(question)).notices();
        return null;
      } catch (error) {
        return error.message;
      }
    },
    watch: () => {
      stopWatching = watchLoop();
      return null;
    },
    /** The longest block of the event loop since `watch`, in ms. */
    longestBlock: () => stopWatching(),
  };
}

serve(process.argv[2])
  .then((answers) => {
    process.on('message', async (message) => {
      process.send({ kind: message.kind, value: await answers[message.kind](message) });
    });
    process.on('disconnect', () => process.exit());
    process.send({ kind: 'ready' });
  })
  .catch((error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  });
