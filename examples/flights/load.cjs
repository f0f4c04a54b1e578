/**
 * Fetches the flights (a package of its own, so that nobody else downloads 42 MB) and loads them once into
 * `.data/flights.duckdb`. `node:` modules only, and Tenet's own DuckDB. Exit 3 = a package cannot be fetched.
 *
 * The loader has a database of its own that may read files; the engine that answers questions may not.
 */
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const { ensureInstalled } = require('../../scripts/ensure-installed.cjs');

const HERE = __dirname;
const DATA = path.join(HERE, '.data');
const DATABASE = path.join(DATA, 'flights.duckdb');
const STAMP = path.join(DATA, 'loaded');
const SOURCE = path.join(HERE, 'node_modules', 'vega-datasets', 'data');

/** A path inside an SQL text. */
const quoted = (file) => `'${file.replaceAll('\\', '/').replaceAll("'", "''")}'`;

const STATEMENTS = [
  // The rows as they come: names and types are the source's own.
  `create table flights as
     select date, delay, distance, origin, destination from read_parquet(${quoted(path.join(SOURCE, 'flights-3m.parquet'))})`,
  // Every text stays a text: without the types, a column of "NA" could be read as missing.
  `create table airports as
     select * from read_csv(${quoted(path.join(SOURCE, 'airports.csv'))}, header = true, nullstr = '', columns = {
       iata: 'varchar', name: 'varchar', city: 'varchar', state: 'varchar', country: 'varchar',
       latitude: 'double', longitude: 'double' })`,
];

/** Names this file and the fetched package: when one of them changes, the data are loaded again. */
function fingerprint() {
  const hash = createHash('sha256').update(fs.readFileSync(__filename));
  return hash.update(fs.readFileSync(path.join(HERE, 'package-lock.json'))).digest('hex');
}

/** Writes a new file and renames it over: a half-written database is never found. */
async function load() {
  const { DuckDBInstance } = require('@duckdb/node-api');
  const made = `${DATABASE}.new`;
  fs.mkdirSync(DATA, { recursive: true });
  for (const file of [made, `${made}.wal`]) fs.rmSync(file, { force: true });
  const instance = await DuckDBInstance.create(made);
  const connection = await instance.connect();
  for (const statement of STATEMENTS) await connection.run(statement);
  await connection.run('checkpoint');
  connection.closeSync();
  instance.closeSync();
  fs.renameSync(made, DATABASE);
}

/**
 * Makes sure that the database is there.
 * @param {(line: string) => void} say is told what takes time.
 * @returns the path of the database file.
 */
async function ensureLoaded(say) {
  ensureInstalled(HERE);
  const wanted = fingerprint();
  if (fs.existsSync(DATABASE) && fs.existsSync(STAMP) && fs.readFileSync(STAMP, 'utf8') === wanted)
    return DATABASE;
  const started = process.hrtime.bigint();
  await load();
  fs.writeFileSync(STAMP, wanted);
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  say(`Loaded 3 million flights and their airports in ${seconds.toFixed(1)} s.`);
  return DATABASE;
}

module.exports = { ensureLoaded };

if (require.main === module) {
  ensureInstalled(path.join(HERE, '..', '..'));
  ensureLoaded((line) => process.stderr.write(`${line}\n`)).catch((error) => {
    process.stderr.write(`The flights could not be loaded: ${error.message}\n`);
    process.exitCode = 3;
  });
}
