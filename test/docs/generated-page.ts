import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');
const UPDATING = process.env['TENET_UPDATE_DOCS'] === '1';

/** Compares a page with what it is generated from; `npm run docs` writes it anew instead. */
export function expectPage(file: string, text: string): void {
  const target = path.join(ROOT, file);
  if (UPDATING) writeFileSync(target, text);
  // A difference means that the page is old: `npm run docs`.
  expect(existsSync(target) ? readFileSync(target, 'utf8') : '').toBe(text);
}
