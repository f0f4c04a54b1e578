const { median } = require('../cpu.cjs');
const { forgetCache, loadInProcess, writeDefinitions } = require('../definitions-folder.cjs');

/** A process that reads definitions which another one has read before. */
module.exports = {
  name: 'catalog-cached',
  lines: (sizes) =>
    sizes.map((size) => ({
      name: `catalog-cached-${size}`,
      unit: 'ms CPU',
      goal: size === 5_000 ? 800 : null,
    })),
  async measure({ sizes, rounds, report, progress }) {
    for (const size of sizes) {
      const folder = writeDefinitions(size);
      progress(`${size} metrics, filling the cache`);
      forgetCache();
      loadInProcess(folder, size);
      const costs = [];
      for (let round = 1; round <= rounds; round++) {
        progress(`${size} metrics, ${round} of ${rounds}`);
        costs.push(loadInProcess(folder, size));
      }
      report(`catalog-cached-${size}`, median(costs));
    }
  },
};
