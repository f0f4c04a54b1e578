/** What a command may touch of the process; tests pass their own and read what was written. */
export interface Io {
  /** Standard output: the answer and nothing else, so that it can be piped. */
  readonly out: (piece: string | Uint8Array) => void;
  /** Standard error: notices and failures. */
  readonly err: (text: string) => void;
  readonly readStandardInput: () => Promise<string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Whether to colour what goes to standard output. */
  readonly color: boolean;
  /** Whether people read standard error as it comes. */
  readonly errIsTerminal: boolean;
  /** Empties the screen, where there is one. */
  readonly clear: () => void;
  /** Resolves when the process is asked to end. */
  readonly untilStopped: () => Promise<void>;
}

/** The real process. `NO_COLOR` (any value but empty) switches colours off, `FORCE_COLOR` on. */
export function processIo(): Io {
  const { env, stdout, stderr, stdin } = process;
  return {
    out: (piece) => void stdout.write(piece),
    err: (text) => void stderr.write(text),
    readStandardInput: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
      return Buffer.concat(chunks).toString('utf8');
    },
    env,
    cwd: process.cwd(),
    color: !env['NO_COLOR'] && (Boolean(env['FORCE_COLOR']) || stdout.isTTY === true),
    errIsTerminal: process.stderr.isTTY === true,
    clear: () => void (stdout.isTTY && stdout.write(CLEAR)),
    untilStopped,
  };
}

/** The screen, what has scrolled off it, and the cursor back to the top. */
const CLEAR = '\u001b[2J\u001b[3J\u001b[H';

/** The first Ctrl+C or SIGTERM asks; a second one finds Node's own handling and ends the process at once. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      for (const signal of SIGNALS) process.off(signal, stop);
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, stop);
  });
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
