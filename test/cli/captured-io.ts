import type { Io } from '../../src/cli/io';
import { runCommandLine } from '../../src/cli/program';

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly color?: boolean;
  readonly untilStopped?: Io['untilStopped'];
  readonly onClear?: () => void;
  /** Told of every piece of standard output as it comes. */
  readonly onOut?: (text: string) => void;
}

/** Runs a command line in this process and keeps what it writes. */
export async function tenet(argv: readonly string[], options: RunOptions = {}): Promise<Run> {
  let out = '';
  let err = '';
  const io: Io = {
    out: (piece) => {
      const text = typeof piece === 'string' ? piece : Buffer.from(piece).toString('latin1');
      out += text;
      options.onOut?.(text);
    },
    err: (text) => {
      err += text;
    },
    readStandardInput: async () => options.input ?? '',
    env: options.env ?? {},
    cwd: options.cwd ?? process.cwd(),
    color: options.color ?? false,
    errIsTerminal: true,
    clear: options.onClear ?? (() => {}),
    untilStopped: options.untilStopped ?? (() => new Promise(() => {})),
  };
  const code = await runCommandLine(argv, io);
  return { code, out, err };
}
