/**
 * Lets plain Node load the TypeScript of src/ and test/, for programs that need no test runner. Types are taken away and not
 * checked. Sources can be loaded changed: the changes exist in memory only.
 */
const { transformSync } = require('@swc/core');
const { readdirSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const ROOT = path.join(__dirname, '..', '..');
const SOURCES = path.join(ROOT, 'src') + path.sep;
const OPTIONS = {
  sourceMaps: 'inline',
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
  module: { type: 'commonjs' },
};

/** Texts as they were when first read: whoever works on a source meanwhile does not mix two versions of the product. */
const texts = new Map();
/** Of unchanged files: they are compiled once, however often they are loaded. */
const compiled = new Map();
/** From a file, relative to the repository, and its text, to the text that is to be loaded. */
let change = (_file, text) => text;

function textOf(filename) {
  if (!texts.has(filename)) texts.set(filename, readFileSync(filename, 'utf8'));
  return texts.get(filename);
}

function readSources() {
  for (const entry of readdirSync(SOURCES, { recursive: true, withFileTypes: true })) {
    const filename = path.join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile() && filename.endsWith('.ts')) textOf(filename);
  }
}

const compile = (text, filename) => transformSync(text, { ...OPTIONS, filename }).code;

function codeOf(filename) {
  const text = textOf(filename);
  const changed = change(path.relative(ROOT, filename).split(path.sep).join('/'), text);
  if (changed !== text) return compile(changed, filename);
  if (!compiled.has(filename)) compiled.set(filename, compile(text, filename));
  return compiled.get(filename);
}

Module._extensions['.ts'] = (module, filename) => module._compile(codeOf(filename), filename);

/**
 * What `load` loads of src/ is changed by `changing`; copies that are loaded already go on as they were. `anew` = absolute paths
 * of files beside src/ that are loaded anew too, because they import from it.
 */
function withSources(changing, anew, load) {
  readSources();
  for (const known of Object.keys(require.cache)) {
    if (known.startsWith(SOURCES) || anew.includes(known)) delete require.cache[known];
  }
  change = changing;
  return load();
}

module.exports = { withSources };
