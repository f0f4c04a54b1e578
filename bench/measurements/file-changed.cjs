const fs = require('node:fs');
const path = require('node:path');
const { built } = require('../built.cjs');
const { metricsFile, PER_FILE } = require('../company.cjs');
const { cpuMs, median } = require('../cpu.cjs');
const { writeDefinitions } = require('../definitions-folder.cjs');

const CHANGES_PER_ROUND = 10;

/** Writes another file of the company anew, so that its metrics mean something else. */
function changeFile(folder, metrics, change) {
  const files = Math.ceil(metrics / PER_FILE);
  const { path: file, text } = metricsFile(metrics, change % files, change + 1);
  fs.writeFileSync(path.join(folder, file), text);
}

/** A server whose definitions change: from the changed file on the disk to the schema that new requests see. */
module.exports = {
  name: 'file-changed',
  lines: (sizes) => sizes.map((size) => ({ name: `file-changed-${size}`, unit: 'ms CPU', goal: 50 })),
  async measure({ sizes, rounds, report, progress }) {
    require('reflect-metadata');
    const { DefinitionReader } = built('service/definition-reader');
    const { createTenet } = built('service/open');
    const { openEngine } = built('service/composition');
    const { startServer } = built('server/start-server');
    const changes = rounds * CHANGES_PER_ROUND;
    const engine = await openEngine('duckdb::memory:');
    for (const size of sizes) {
      progress(`${size} metrics, ${changes} changes`);
      const folder = writeDefinitions(size);
      const reader = new DefinitionReader();
      const tenet = createTenet(await reader.readFolder(folder), engine);
      const server = await startServer({ tenet, host: '127.0.0.1', port: 0, log: progress });
      const costs = [];
      let version = tenet.catalog.version;
      for (let change = 0; change < changes; change++) {
        changeFile(folder, size, change);
        const before = cpuMs();
        const next = createTenet(await reader.readFolder(folder), engine);
        server.swap(next);
        costs.push(cpuMs() - before);
        if (next.catalog.version === version) throw new Error('The change changed nothing.');
        version = next.catalog.version;
      }
      await server.close();
      progress(
        `first ${costs[0].toFixed()} ms, longest of the others ${Math.max(...costs.slice(1)).toFixed()} ms`,
      );
      report(`file-changed-${size}`, median(costs));
    }
    await engine.close();
  },
};
