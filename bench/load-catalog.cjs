// Loads a folder of definitions, as every command does, and prints what that cost.
const { built } = require('./built.cjs');
const { cpuMs } = require('./cpu.cjs');

built('service/load-catalog')
  .loadCatalogFrom(process.argv[2])
  .then(({ catalog }) => {
    process.stdout.write(JSON.stringify({ metrics: catalog.metrics.size, cpuMs: cpuMs() }));
  });
