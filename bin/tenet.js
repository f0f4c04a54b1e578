#!/usr/bin/env node
// The command line and the server. In a checkout it installs and builds what is missing first; a packed package brings dist/ along.
// Each running query holds a thread of libuv's pool, whose size is read when the pool is first used: set it before anything does.
process.env.UV_THREADPOOL_SIZE = process.env.UV_THREADPOOL_SIZE || '16';

const { existsSync } = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');
if (existsSync(path.join(root, 'tsconfig.build.json'))) {
  require('../scripts/ensure-installed.cjs').ensureInstalled(root);
  require('../scripts/build.cjs').ensureBuilt(root);
}

require(path.join(root, 'dist', 'cli', 'main.js'));
