import type { Rule } from './rule';

/** Where each package may be imported; one that is not named here may be imported everywhere in src. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  knex: ['src/metrics/sql/', 'src/engines/'],
  '@duckdb/node-api': ['src/engines/duckdb/'],
  pg: ['src/engines/postgres/'],
  'libpg-query': ['src/metrics/language/'],
  yaml: ['src/metrics/definitions/', 'src/cli/'],
  graphql: ['src/schema/', 'src/resolvers/', 'src/server/'],
  'graphql-scalars': ['src/schema/', 'src/resolvers/', 'src/server/'],
  'type-graphql': ['src/schema/', 'src/resolvers/', 'src/server/'],
  dataloader: ['src/resolvers/'],
  '@apollo/server': ['src/server/'],
  pino: ['src/server/observe/'],
  'prom-client': ['src/server/observe/'],
  commander: ['src/cli/'],
  'cli-table3': ['src/cli/'],
};

/** The heart is pure: text in, text out. */
const PURE = /^src\/(base|metrics)\//;
const OUTSIDE_WORLD = /^node:(fs|child_process|net|http|https|dns|os|worker_threads)/;

export const packages: Rule = {
  law: 'each package is imported by its own folder only, and the heart does not touch files, processes or the network',
  find: (files) =>
    files
      .filter((file) => file.path.startsWith('src/'))
      .flatMap((file) =>
        file.imports
          .filter((name) => {
            const homes = Object.hasOwn(HOMES, name) ? HOMES[name] : undefined;
            if (homes !== undefined && !homes.some((home) => file.path.startsWith(home))) return true;
            return PURE.test(file.path) && OUTSIDE_WORLD.test(name);
          })
          .map((name) => `${file.path} imports ${name}`),
      ),
  fault: [{ path: 'src/metrics/planner/plan.ts', text: "import { knex } from 'knex';" }],
};
