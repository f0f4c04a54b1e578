const { fork } = require('node:child_process');
const { once } = require('node:events');
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const { built } = require('./built.cjs');

/** As `bin/tenet.js` has it. */
const UV_THREADPOOL_SIZE = '16';

/** Starts `serve.cjs` over the demo's small database, made in the current folder. */
async function served() {
  const database = path.resolve('demo.duckdb');
  if (!fs.existsSync(database)) await built('service/seed').seedDemo(database, 'small');
  const child = fork(path.join(__dirname, 'serve.cjs'), [database], {
    env: { ...process.env, UV_THREADPOOL_SIZE },
  });
  await told(child, 'ready');
  const ask = async (kind, more = {}) => {
    child.send({ kind, ...more });
    return (await told(child, kind)).value;
  };
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const stop = async () => {
    agent.destroy();
    const ended = once(child, 'exit');
    child.disconnect();
    await ended;
  };
  return { ask, agent, stop };
}

/** What the child says next. @throws Error when it ends instead. */
async function told(child, kind) {
  const waiting = new AbortController();
  const { signal } = waiting;
  const ended = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`The server ended with ${code}.`);
  });
  try {
    const [message] = await Promise.race([once(child, 'message', { signal }), ended]);
    if (message.kind !== kind) throw new Error(`${message.kind} instead of ${kind}`);
    return message;
  } finally {
    ended.catch(() => undefined);
    waiting.abort();
  }
}

/** One request. @returns its body; @throws Error where it was not answered with 200. */
async function request(url, { agent, body, headers = {} }) {
  const call = http.request(url, {
    agent,
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
  });
  call.end(body);
  const [response] = await once(call, 'response');
  const parts = [];
  for await (const part of response) parts.push(part);
  const text = Buffer.concat(parts);
  if (response.statusCode !== 200) throw new Error(`${response.statusCode}: ${text}`);
  return text;
}

module.exports = { served, request };
