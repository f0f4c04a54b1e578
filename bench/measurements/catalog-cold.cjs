const { median } = require('../cpu.cjs');
const { forgetCache, loadInProcess, writeDefinitions } = require('../definitions-folder.cjs');

/** A process that reads definitions which nobody has read before, and writes the cache for the next one. */
module.exports = {
  name: 'catalog-cold',
  lines: (sizes) =>
    sizes.map((size) => ({
      name: `catalog-cold-${size}`,
      unit: 'ms CPU',
      goal: size === 5_000 ? 4_000 : null,
    })),
  async measure({ sizes, rounds, report, progress }) {
    for (const size of sizes) {
      const folder = writeDefinitions(size);
      const costs = [];
      for (let round = 1; round <= rounds; round++) {
        progress(`${size} metrics, ${round} of ${rounds}`);
        forgetCache();
        costs.push(loadInProcess(folder, size));
      }
      report(`catalog-cold-${size}`, median(costs));
    }
  },
};
