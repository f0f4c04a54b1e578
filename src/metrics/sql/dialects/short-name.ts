import { createHash } from 'node:crypto';

const DIGEST_LENGTH = 12;

/** The name, or where it has more UTF-8 bytes than a database keeps, its beginning and a digest of all of it. */
export function shortName(name: string, maxBytes: number): string {
  if (Buffer.byteLength(name) <= maxBytes) return name;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, DIGEST_LENGTH);
  let beginning = '';
  for (const character of name) {
    if (Buffer.byteLength(beginning + character) > maxBytes - DIGEST_LENGTH - 1) break;
    beginning += character;
  }
  return `${beginning}~${digest}`;
}
