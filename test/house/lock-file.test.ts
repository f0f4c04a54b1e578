import { readText } from './repository-files';

type Packages = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
const { complete, platformOf } = require('../../scripts/complete-lock.cjs') as {
  complete: (packages: Packages) => { packages: Packages; added: readonly string[] };
  platformOf: (name: string) => object | null;
};

it('the lock file names the binaries of every system, so that npm ci takes it everywhere', () => {
  const { packages } = JSON.parse(readText('package-lock.json').text) as { packages: Packages };
  expect(complete(packages).added).toEqual([]);
});

it('a binary that npm left out is added with its system and processor', () => {
  const { packages, added } = complete({
    'node_modules/tool': {
      version: '1.0.0',
      dev: true,
      optionalDependencies: { '@tool/linux-x64-musl': '1.0.0', '@tool/win32-x64': '1.0.0' },
    },
    'node_modules/@tool/win32-x64': { version: '1.0.0', optional: true },
  });
  expect(added).toEqual(['node_modules/@tool/linux-x64-musl']);
  expect(packages['node_modules/@tool/linux-x64-musl']).toEqual({
    version: '1.0.0',
    os: ['linux'],
    cpu: ['x64'],
    libc: ['musl'],
    dev: true,
    optional: true,
  });
});

it.each([
  ['@duckdb/node-bindings-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
  ['@oxc-parser/binding-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
  ['@oxc-parser/binding-win32-ia32-msvc', { os: ['win32'], cpu: ['ia32'] }],
  ['@tool/wasm32-wasi', null],
])('%s is read as %j', (name, platform) => {
  expect(platformOf(name)).toEqual(platform);
});
