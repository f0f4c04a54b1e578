import type { CommandModule } from './command';

interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  /** Reads the command's file; `require` and not `import`, because it must wait until the command is asked for. */
  readonly load: () => CommandModule;
}

/** Every command, in the order of `tenet help`. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'init',
    summary: 'make a new project with a metric that answers',
    load: () => (require('./commands/init') as typeof import('./commands/init')).init,
  },
  {
    name: 'check',
    summary: 'check the definitions, all findings at once; --watch goes on, --data asks the database too',
    load: () => (require('./commands/check') as typeof import('./commands/check')).check,
  },
  {
    name: 'fmt',
    summary: 'give the definitions their one form; --check only tells',
    load: () => (require('./commands/fmt') as typeof import('./commands/fmt')).fmt,
  },
  {
    name: 'query',
    summary: 'ask a question and print the answer',
    load: () => (require('./commands/query') as typeof import('./commands/query')).query,
  },
  {
    name: 'explain',
    summary: 'show how a question is answered: the steps in words, and the SQL',
    load: () => (require('./commands/explain') as typeof import('./commands/explain')).explain,
  },
  {
    name: 'list',
    summary:
      'list metrics, dimensions, segments, datasets, saved queries or teams; with --for what goes with what',
    load: () => (require('./commands/list') as typeof import('./commands/list')).list,
  },
  {
    name: 'show',
    summary: 'everything about one metric, dimension, segment, dataset or saved query',
    load: () => (require('./commands/show') as typeof import('./commands/show')).show,
  },
  {
    name: 'columns',
    summary: 'propose the columns of a dataset from the database',
    load: () => (require('./commands/columns') as typeof import('./commands/columns')).columns,
  },
  {
    name: 'schema',
    summary: 'print the JSON Schema of definitions, for editors',
    load: () => (require('./commands/schema') as typeof import('./commands/schema')).schema,
  },
  {
    name: 'seed',
    summary: 'write the demo database',
    load: () => (require('./commands/seed') as typeof import('./commands/seed')).seed,
  },
  {
    name: 'serve',
    summary: 'serve GraphQL on a loopback address',
    load: () => (require('./commands/serve') as typeof import('./commands/serve')).serve,
  },
];
