import path from 'node:path';
import type { Command } from 'commander';
import { Failure } from '../../base/failure';
import type { Answer } from '../../metrics/model/answer';
import type { Query } from '../../metrics/model/query';
import type { LogLevel } from '../../server/observe/log';
import type { ServerOptions } from '../../server/start-server';
import type { LiveTenet } from '../../service/live/live-tenet';
import type { Tenet } from '../../service/tenet';
import type { CommandContext, CommandInput, CommandModule, Settings } from '../command';
import { fileOfAddress, isCurrentDemo, seedTo, shortAddress } from '../demo-database';
import { EXIT, type ExitCode } from '../exit-codes';
import type { Io } from '../io';
import { printFailure } from '../print/print-failure';
import { eventText, type Serving, servingText } from '../print/serving-text';
import { withSeedHint } from '../with-tenet';

const DEFAULT_PORT = '4000';
const DEFAULT_HOST = '127.0.0.1';
/** An example that takes longer is no help. */
const EXAMPLE_MS = 3_000;

export const serve: CommandModule = { define, run };

function define(command: Command): void {
  command
    .option('--demo', 'make the demo database first where it is missing or of another version')
    .option('--port <port>', `port, 0 for any free one (default: PORT, else ${DEFAULT_PORT})`)
    .option('--host <address>', `a loopback address (default: HOST, else ${DEFAULT_HOST})`)
    .option(
      '--log <level>',
      `${LEVELS.join(', ')}: JSON lines on standard error (default: TENET_LOG, else info, or error in a terminal)`,
    );
}

/** Runs until the process is asked to end; then answers what is in flight and stops. */
async function run({ options }: CommandInput, context: CommandContext): Promise<ExitCode> {
  const { io, settings } = context;
  const port = readPort(String(options['port'] ?? (io.env['PORT'] || DEFAULT_PORT)));
  const host = String(options['host'] ?? (io.env['HOST'] || DEFAULT_HOST));
  const logLevel = readLogLevel(String(options['log'] ?? (io.env['TENET_LOG'] || defaultLogLevel(io))));
  const stopped = io.untilStopped();
  if (options['demo'] === true) await ensureDemo(io, settings);
  const live = await openLive(settings);
  try {
    await serveUntil(stopped, live, { host, port, logLevel }, context);
  } finally {
    await live.close();
  }
  return EXIT.fine;
}

function openLive(settings: Settings): Promise<LiveTenet> {
  const { LiveTenet: Live } =
    require('../../service/live/live-tenet') as typeof import('../../service/live/live-tenet');
  const { definitions, database } = settings;
  return withSeedHint(settings, () => Live.open({ definitions, database }));
}

async function serveUntil(
  stopped: Promise<void>,
  live: LiveTenet,
  address: Pick<ServerOptions, 'host' | 'port' | 'logLevel'>,
  context: CommandContext,
): Promise<void> {
  const { io } = context;
  const { startServer } = require('../../server/start-server') as typeof import('../../server/start-server');
  const { tenet } = live;
  const server = await startServer({ ...address, tenet, log: (line) => io.err(`${line}\n`) });
  try {
    live.follow({
      ...server,
      happened: (event) => {
        server.happened(event);
        if (io.errIsTerminal) io.err(`${eventText(event)}\n`);
      },
    });
    io.out(servingText(await servingOf(server.url, tenet, context)));
    io.out(`ready in ${cpuMs()} ms CPU. Ctrl+C stops it.\n`);
    await stopped;
    if (io.errIsTerminal) io.err('Stopping: questions in flight are still answered.\n');
  } finally {
    await server.close();
  }
}

/** Of the whole process, from its start. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return Math.round((user + system) / 1_000);
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new Failure('USAGE.INVALID', `"${text}" is not a port.`, { hint: 'a whole number from 0 to 65535' });
}

/** As in the log itself, which is loaded only when a server starts. */
const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const satisfies readonly LogLevel[];

/** In a terminal people read; elsewhere programs do. */
const defaultLogLevel = ({ errIsTerminal }: Io): LogLevel => (errIsTerminal ? 'error' : 'info');

function readLogLevel(text: string): LogLevel {
  const level = LEVELS.find((known) => known === text);
  if (level !== undefined) return level;
  throw new Failure('USAGE.INVALID', `"${text}" is not a level of the log.`, { hint: LEVELS.join(', ') });
}

async function ensureDemo(io: Io, settings: Settings): Promise<void> {
  if (settings.databaseGiven) {
    io.err(
      `The demo is not seeded, because a database is given: ${shortAddress(settings.database, io.cwd)}.\n`,
    );
    return;
  }
  const file = fileOfAddress(settings.database);
  if (isCurrentDemo(file)) return;
  const { tables, ms } = await seedTo(file, 'small', false);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const seconds = (ms / 1000).toFixed(1);
  io.out(
    `Seeded the demo company: ${tables.length} tables, ${rows.toLocaleString('en-US')} rows, in ${seconds} s.\n\n`,
  );
}

async function servingOf(url: string, tenet: Tenet, { io, settings }: CommandContext): Promise<Serving> {
  const { exampleQuestion } = require('../../server/example') as typeof import('../../server/example');
  const { printQuestion } =
    require('../../server/print-question') as typeof import('../../server/print-question');
  const question = exampleQuestion(tenet.catalog);
  const answer = question && (await answerOf(question, tenet, io));
  const example = question && answer && { graphql: printQuestion(question), answer };
  const definitions = path.relative(io.cwd, settings.definitions) || '.';
  const database = shortAddress(settings.database, io.cwd);
  return { url, tenet, definitions, database, example };
}

/** A server whose example cannot be answered still serves; it says why, to people: standard error may be a log for programs. */
async function answerOf(question: Query, tenet: Tenet, io: Io): Promise<Answer | null> {
  try {
    return await tenet.ask(question, { deadlineMs: EXAMPLE_MS });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    printFailure(error, { ...io, err: io.out });
    return null;
  }
}
