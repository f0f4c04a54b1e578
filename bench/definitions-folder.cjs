const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { companyFiles } = require('./company.cjs');

/** Writes a company of that many metrics as a folder of its own below the current one. @returns its name. */
function writeDefinitions(metrics) {
  const folder = `definitions-${metrics}`;
  for (const { path: file, text } of companyFiles(metrics)) {
    fs.mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

/** Loads a folder's catalog in a process of its own. @returns the process's CPU from its start to the catalog, in ms. */
function loadInProcess(folder, metrics) {
  const script = path.join(__dirname, 'load-catalog.cjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const loaded = JSON.parse(stdout);
  if (loaded.metrics !== metrics) throw new Error(`${loaded.metrics} metrics instead of ${metrics}`);
  return loaded.cpuMs;
}

/** As if nothing had been loaded here before. */
const forgetCache = () => fs.rmSync('.tenet', { recursive: true, force: true });

module.exports = { writeDefinitions, loadInProcess, forgetCache };
