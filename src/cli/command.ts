import type { Command } from 'commander';
import type { ExitCode } from './exit-codes';
import type { Io } from './io';

/** The global options, with their defaults applied. */
export interface Settings {
  /** Absolute path of the definitions' folder. */
  readonly definitions: string;
  /** `duckdb:PATH` with an absolute path, or `postgres://…`, which may hold a password: not to be shown. */
  readonly database: string;
  /** False when neither `--database` nor TENET_DATABASE is given and the demo's address is taken. */
  readonly databaseGiven: boolean;
  /** Print the stack of an internal error. */
  readonly verbose: boolean;
}

/** What a command is handed when it runs. */
export interface CommandContext {
  readonly io: Io;
  readonly settings: Settings;
}

/**
 * One command, one file in `commands/`. Files load no heavy module at their top: `tenet check` must not pay for a server.
 */
export interface CommandModule {
  /** Arguments, options and help; `run` is called with what commander made of them. */
  readonly define: (command: Command) => void;
  readonly run: (input: CommandInput, context: CommandContext) => Promise<ExitCode>;
}

/** The parsed command line of one command. `options` holds only what `define` declared. */
export interface CommandInput {
  readonly args: readonly unknown[];
  readonly options: Readonly<Record<string, unknown>>;
}
