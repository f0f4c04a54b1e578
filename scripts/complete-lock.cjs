/**
 * Adds to package-lock.json the entries of other systems' binaries that `npm install` left out.
 * npm drops an optional package that its registry does not hold at that moment; `npm ci` then calls the lock file out of date, here and
 * everywhere else. Run it after every `npm install`. The entries have no checksum: nobody here has seen the packages.
 */
const { readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64'];

/** Reads `…-linux-arm-gnueabihf` as `{ os: ['linux'], cpu: ['arm'], libc: ['glibc'] }`; null when the name says no system. */
function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = SYSTEMS.find((system) => words.includes(system));
  const cpu = PROCESSORS.find((processor) => words.includes(processor));
  if (!os || !cpu) return null;
  const last = words[words.length - 1];
  const libc =
    os !== 'linux' ? null : last.startsWith('musl') ? 'musl' : last.startsWith('gnu') ? 'glibc' : null;
  return { os: [os], cpu: [cpu], ...(libc ? { libc: [libc] } : {}) };
}

/** @returns the lock file's packages with what is missing added, sorted as npm sorts them, and the names added. */
function complete(packages) {
  const added = {};
  for (const [parent, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const key = `node_modules/${name}`;
      if (packages[key] || packages[`${parent}/${key}`]) continue;
      const platform = platformOf(name);
      if (!platform || !/^\d/.test(version)) continue;
      added[key] = { version, ...platform, ...(entry.dev ? { dev: true } : {}), optional: true };
    }
  }
  const all = Object.entries({ ...packages, ...added }).sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { packages: Object.fromEntries(all), added: Object.keys(added) };
}

module.exports = { complete, platformOf };

if (require.main === module) {
  const file = path.join(__dirname, '..', 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const { packages, added } = complete(lock.packages);
  if (added.length > 0) writeFileSync(file, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
  process.stdout.write(`${added.length} entries added to package-lock.json\n`);
}
