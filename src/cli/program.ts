import path from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { Failure } from '../base/failure';
import { packageVersion } from '../service/package-version';
import type { CommandModule, Settings } from './command';
import { COMMANDS } from './command-list';
import { DEMO_DATABASE, resolveAddress } from './demo-database';
import { EXIT, type ExitCode, exitCodeOf } from './exit-codes';
import type { Io } from './io';
import { failureOf, printFailure } from './print/print-failure';

const EXIT_HELP = `
Exit codes: 0 fine, 1 findings or a refused question, 2 wrong usage, 3 a file, port, database or package is away.`;

/**
 * Runs one command line to its end; never throws and never ends the process.
 *
 * @param argv the words after `tenet`.
 */
export async function runCommandLine(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = EXIT.fine;
  const program = baseProgram(io);
  try {
    for (const entry of COMMANDS) {
      const command = program.command(entry.name).description(entry.summary);
      // A command's file is only read when its name is among the words: it is the command, or the subject of `help`.
      if (!argv.includes(entry.name)) continue;
      attach(command, entry.load(), io, (ended) => {
        code = ended;
      });
    }
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return endOf(error, io, argv.includes('--verbose'));
  }
}

function baseProgram(io: Io): Command {
  return new Command('tenet')
    .description('A governed metrics layer: definitions as YAML, checked, compiled to SQL, answered.')
    .version(packageVersion(), '--version', 'print the version')
    .helpOption('--help', 'print help')
    .helpCommand('help [command]', 'print the help of a command')
    .addOption(
      new Option('--definitions <dir>', 'folder of the definitions').default('definitions', './definitions'),
    )
    .option(
      '--database <address>',
      `duckdb:PATH or postgres://… (default: TENET_DATABASE, else ${DEMO_DATABASE})`,
    )
    .option('--no-color', 'no colours (also: NO_COLOR=1)')
    .option('--verbose', 'print the stack of an internal error')
    .addHelpText('after', EXIT_HELP)
    .showSuggestionAfterError()
    .configureOutput({ writeOut: io.out, writeErr: () => {} })
    .exitOverride();
}

function attach(command: Command, module: CommandModule, io: Io, ended: (code: ExitCode) => void): void {
  module.define(command);
  command.action(async (...words: unknown[]) => {
    const globals = command.optsWithGlobals();
    const settings = settingsOf(globals, io);
    const quiet = globals['color'] === false ? { ...io, color: false } : io;
    // Commander appends the options and the command itself to the arguments.
    const input = { args: words.slice(0, -2), options: command.opts() };
    ended(await module.run(input, { io: quiet, settings }));
  });
}

function settingsOf(globals: Readonly<Record<string, unknown>>, io: Io): Settings {
  const given = (globals['database'] as string | undefined) ?? io.env['TENET_DATABASE'];
  return {
    definitions: path.resolve(io.cwd, String(globals['definitions'])),
    database: resolveAddress(given || DEMO_DATABASE, io.cwd),
    databaseGiven: Boolean(given),
    verbose: globals['verbose'] === true,
  };
}

/** The exit code of whatever ended the run, after saying so in one sentence. */
function endOf(error: unknown, io: Io, verbose: boolean): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.fine;
    printFailure(usageFailure(error), io);
    return EXIT.usage;
  }
  const failure = failureOf(error);
  printFailure(failure, io);
  const thrown = failure.cause instanceof Error ? failure.cause : error;
  if (verbose && failure.family === 'internal')
    io.err(`${thrown instanceof Error ? (thrown.stack ?? '') : String(thrown)}\n`);
  return exitCodeOf(failure);
}

/** Commander says `error: unknown option '--x'` and, on a second line, `(Did you mean --y?)`. */
function usageFailure(error: CommanderError): Failure {
  if (error.code === 'commander.help') {
    return new Failure('USAGE.INVALID', 'A command is missing.', { hint: '`tenet help` lists the commands' });
  }
  const [first = '', ...rest] = error.message.split('\n');
  const sentence = first.replace(/^error: |\.$/g, '');
  const hint = rest.join(' ').replace(/^\(|\)$/g, '');
  return new Failure('USAGE.INVALID', `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`, {
    hint: hint || '`tenet help` lists the commands and `tenet help COMMAND` their options',
  });
}
