import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Failure } from '../base/failure';
import { respond } from './respond';

/** The pages' folder; the same distance from src/server and from dist/server. */
const WEB = join(__dirname, '../../web');

const ASSETS: Readonly<Record<string, string>> = {
  'tenet.css': 'text/css; charset=utf-8',
  'tenet.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
};

/** Only files of this server, no inline code, no frame around it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface Asset {
  readonly type: string;
  readonly body: Buffer;
}

/** What a browser sees, read once at start. */
export interface Page {
  readonly html: string;
  /** By path. */
  readonly assets: ReadonlyMap<string, Asset>;
}

export interface PageWords {
  readonly company: string;
  /** GraphQL text for the editor. */
  readonly example: string;
}

/** @throws Failure `ENVIRONMENT.FILE` when the package's files are not there. */
export function readPage({ company, example }: PageWords): Page {
  try {
    const template = readFileSync(join(WEB, 'index.html'), 'utf8');
    const words: Readonly<Record<string, string>> = { company, example };
    const html = template.replace(/\{\{(\w+)\}\}/g, (_, word: string) => escapeHtml(words[word] ?? ''));
    const assets = Object.entries(ASSETS).map(([name, type]) => {
      return [`/assets/${name}`, { type, body: readFileSync(join(WEB, name)) }] as const;
    });
    return { html, assets: new Map(assets) };
  } catch (cause) {
    throw new Failure('ENVIRONMENT.FILE', `The files of the page cannot be read in ${WEB}.`, {
      family: 'environment',
      cause,
    });
  }
}

export function respondPage(response: ServerResponse, page: Page): void {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': POLICY,
    vary: 'accept',
  };
  respond(response, 200, headers, page.html);
}

export function respondAsset(response: ServerResponse, { type, body }: Asset): void {
  const headers = { 'content-type': type, 'content-security-policy': POLICY, 'cache-control': 'no-cache' };
  respond(response, 200, headers, body);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
