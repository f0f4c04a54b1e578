import { readdirSync, readFileSync, statSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { parse } from 'graphql';
import type { RunningServer } from '../../src/server/start-server';
import { closeServers, type Demo, openDemo, post, serve } from './serve-demo';

const WEB = path.resolve(__dirname, '../../web');
const files = readdirSync(WEB).map((name) => ({ name, text: readFileSync(path.join(WEB, name), 'utf8') }));

let demo: Demo;
let server: RunningServer;
let origin: string;

beforeAll(async () => {
  demo = await openDemo();
  server = await serve(demo.tenet);
  origin = new URL(server.url).origin;
});
afterAll(async () => {
  await closeServers();
  await demo?.close();
});

/** As a browser's address bar asks. */
const browse = (url: string): Promise<Response> =>
  fetch(url, { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }, redirect: 'manual' });

/** With headers that fetch does not let one set. */
const raw = (url: string, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const editorText = (html: string): string =>
  (/<textarea[^>]*>([\s\S]*)<\/textarea>/.exec(html)?.[1] ?? '').replace(
    /&(amp|lt|gt|quot|#39);/g,
    (entity) => entities[entity] ?? '',
  );

describe('the page', () => {
  test('is what a browser gets, with a question that parses and answers', async () => {
    const response = await browse(server.url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const html = await response.text();
    expect(html).toContain('Thornbury Lane');
    expect(html).not.toContain('{{');
    const example = editorText(html);
    expect(() => parse(example)).not.toThrow();
    const { errors, data } = await post(server.url, example);
    expect(errors).toEqual([]);
    expect(data.metricQuery.rows.length).toBeGreaterThan(1);
    expect(example).toContain('[net_revenue, roas]');
  });

  test('may run only what this server sends, and be framed by nobody', async () => {
    const response = await browse(server.url);
    const policy = response.headers.get('content-security-policy') ?? '';
    const directives = new Map(
      policy.split('; ').map((directive) => {
        const [name = '', ...values] = directive.split(' ');
        return [name, values.join(' ')] as const;
      }),
    );
    expect(directives.get('default-src')).toBe("'none'");
    for (const name of ['script-src', 'style-src', 'connect-src', 'img-src'])
      expect(directives.get(name)).toBe("'self'");
    for (const name of ['frame-ancestors', 'base-uri', 'form-action'])
      expect(directives.get(name)).toBe("'none'");
    expect(policy).not.toMatch(/unsafe|http|\*/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  });

  test('has no inline code or style, for the policy would not let it run', () => {
    const html = files.find((file) => file.name === 'index.html')?.text ?? '';
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/i);
  });

  test('names no other host and writes no markup from data', () => {
    for (const { name, text } of files) {
      const urls = (text.match(/(?:https?:)?\/\/[\w.-]+\.\w+/g) ?? []).filter(
        (url) => !url.includes('www.w3.org'),
      );
      expect({ name, urls }).toEqual({ name, urls: [] });
      expect(text).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|@import/);
    }
  });

  test('has all files that it refers to, and is small', async () => {
    const html = await (await browse(server.url)).text();
    const paths = [...html.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map((match) => match[1]);
    expect(new Set(paths).size).toBe(3);
    for (const file of paths) {
      const response = await fetch(origin + file);
      expect({ file, status: response.status }).toEqual({ file, status: 200 });
      expect(response.headers.get('content-type')).not.toContain('text/plain');
    }
    const bytes = files.reduce((sum, { name }) => sum + statSync(path.join(WEB, name)).size, 0);
    expect(bytes).toBeLessThan(30_000);
  });

  test('writes the company’s name as text', async () => {
    const { catalog } = demo.tenet;
    const company = { ...catalog.company, name: '<img src=x onerror=alert(1)> & "Sons"' };
    const other = await serve({ ...demo.tenet, catalog: { ...catalog, company } });
    const html = await (await browse(other.url)).text();
    await other.close();
    expect(html).not.toContain('<img src=x');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;Sons&quot;');
  });

  test('is where the root leads', async () => {
    const response = await browse(`${origin}/`);
    expect([response.status, response.headers.get('location')]).toEqual([302, '/graphql']);
  });
});

describe('other paths', () => {
  test('say whether the process lives and may be asked', async () => {
    for (const check of ['live', 'ready']) {
      const response = await fetch(`${origin}/health/${check}`);
      expect([response.status, await response.json()]).toEqual([200, { status: check }]);
    }
  });

  test('that are not there are refused with a code, files outside of the page too', async () => {
    for (const missing of [
      '/nothing',
      '/assets/../package.json',
      '/assets/%2e%2e/package.json',
      '/assets/',
      '/favicon.ico',
    ]) {
      const response = await fetch(origin + missing);
      const body = (await response.json()) as { errors: { extensions: { code: string } }[] };
      expect([missing, response.status, body.errors[0]?.extensions.code]).toEqual([
        missing,
        404,
        'REQUEST.NOT_FOUND',
      ]);
    }
  });

  test('take only the methods that they have', async () => {
    const response = await fetch(server.url, { method: 'DELETE' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
    expect((await fetch(`${origin}/health/live`, { method: 'POST' })).status).toBe(405);
  });
});

test('every answer may be neither guessed, framed, kept nor passed on, refusals too', async () => {
  const paths = [
    '/health/live',
    '/health/ready',
    '/metrics',
    '/nothing',
    '/v1/query?metrics=placed_orders',
    '/v1/query',
    '/graphql',
  ];
  for (const path of paths) {
    const { headers } = await fetch(origin + path);
    const found = [
      'x-content-type-options',
      'x-frame-options',
      'referrer-policy',
      'cross-origin-resource-policy',
    ];
    expect([path, headers.get('content-security-policy')]).toEqual([
      path,
      expect.stringContaining("default-src 'none'"),
    ]);
    expect([path, ...found.map((name) => headers.get(name))]).toEqual([
      path,
      'nosniff',
      'DENY',
      'no-referrer',
      'same-origin',
    ]);
    expect([path, headers.get('cache-control')]).toEqual([path, expect.stringMatching(/no-store|no-cache/)]);
    expect(headers.get('x-request-id')).not.toBeNull();
  }
});

describe('a request of another site', () => {
  test('that a form could send is refused', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const response = await fetch(server.url, {
        method: 'POST',
        headers: { 'content-type': type },
        body: '{"query":"{company{name}}"}',
      });
      expect([type, response.status]).toEqual([type, 400]);
    }
    const query = '?query=%7Bcompany%7Bname%7D%7D';
    expect((await fetch(server.url + query)).status).toBe(400);
    expect((await fetch(server.url + query, { headers: { 'apollo-require-preflight': '1' } })).status).toBe(
      200,
    );
  });

  test('that had its own name point to this machine is refused', async () => {
    const { port } = new URL(server.url);
    expect(await raw(`${origin}/health/live`, { host: `evil.example:${port}` })).toBe(403);
    expect(await raw(`${origin}/health/live`, { host: `localhost.evil.example` })).toBe(403);
    expect(await raw(`${origin}/health/live`, { host: `localhost:${port}` })).toBe(200);
    expect(await raw(`${origin}/health/live`, { host: `[::1]:${port}` })).toBe(200);
  });

  test('gets no permission to read answers', async () => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
      body: '{"query":"{company{name}}"}',
    });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('a body that is no request', () => {
  test.each([
    ['no JSON', '{"query":', 'REQUEST.BODY'],
    ['nothing', '', 'REQUEST.BODY'],
    ['a batch', '[{"query":"{company{name}}"},{"query":"{company{name}}"}]', 'REQUEST.HTTP'],
    ['no query', '{"variables":{}}', 'REQUEST.HTTP'],
    ['a stored query', '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}', 'REQUEST.HTTP'],
  ])('is refused with 400: %s', async (_, body, code) => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
    expect([response.status, errors[0]?.extensions.code]).toEqual([400, code]);
  });
});
