// Runs one measurement in the current folder: `measure.cjs NAME SIZES ROUNDS`. A line of JSON on standard output is a value.
const measurements = require('./measurements.cjs');

const [name, sizes, rounds] = process.argv.slice(2);
const measurement = measurements.find((one) => one.name === name);

measurement
  .measure({
    sizes: sizes.split(',').map(Number),
    rounds: Number(rounds),
    report: (name, value) => process.stdout.write(`${JSON.stringify({ name, value })}\n`),
    progress: (text) => process.stderr.write(`${name}: ${text}\n`),
  })
  .catch((error) => {
    process.stderr.write(`${name}: ${error.stack}\n`);
    process.exitCode = 1;
  });
