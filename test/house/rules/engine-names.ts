import type { Rule } from './rule';

/** Above these, ask for a capability instead of a name. */
const MAY_NAME = [
  /^src\/metrics\/sql\/dialects\//,
  /^src\/engines\//,
  /^src\/service\/composition\.ts$/,
  // Options such as `--database duckdb:PATH`.
  /^src\/cli\/(program|demo-database)\.ts$/,
  /^src\/server\/options\.ts$/,
];
const ENGINE_NAME = /duckdb|clickhouse|\bpostgres\b/i;

export const engineNames: Rule = {
  law: 'no engine or dialect is named above the dialects, the engines and the composition',
  find: (files) =>
    files
      .filter((file) => file.path.startsWith('src/') && !MAY_NAME.some((place) => place.test(file.path)))
      .flatMap((file) =>
        [...new Set(file.words.filter((word) => ENGINE_NAME.test(word)))].map(
          (word) => `${file.path} says ${word}`,
        ),
      ),
  fault: [
    {
      path: 'src/metrics/planner/passes/merge.ts',
      text: "export const fast = (d: string) => d === 'duckdb';",
    },
  ],
};
