import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { RunningServer } from '../../src/server/start-server';
import { closeServers, type Demo, openDemo, post, serve } from '../server/serve-demo';

const { readSnippets } = require('../../scripts/snippets.cjs') as {
  readSnippets(
    page: string,
  ): readonly { readonly kind: string; readonly line: number; readonly query?: string }[];
};

const page = readFileSync(path.join(__dirname, '../../docs/guides/graphql.md'), 'utf8');
const questions = readSnippets(page).filter(({ kind }) => kind === 'ask');

let demo: Demo;
let server: RunningServer;
beforeAll(async () => {
  demo = await openDemo();
  server = await serve(demo.tenet);
});
afterAll(async () => {
  await closeServers();
  await demo?.close();
});

test('the guide asks in every chapter', () => {
  expect(questions.length).toBeGreaterThan(7);
});

test.each(questions)('the query in line $line of the guide is answered', async ({ query }) => {
  const { status, errors } = await post(server.url, query ?? '');
  expect([status, errors]).toEqual([200, []]);
});
