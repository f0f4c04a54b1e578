import type { Failure } from '../base/failure';

/** How the process ends; scripts and CI depend on these numbers. */
export const EXIT = {
  fine: 0,
  /** Definitions have errors, or a question was refused. */
  findings: 1,
  /** The command line itself is wrong. */
  usage: 2,
  /** A file, port, database or package is away, or Tenet itself failed. */
  environment: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Which exit code a failure ends the process with. */
export function exitCodeOf(failure: Failure): ExitCode {
  if (failure.code.startsWith('USAGE.')) return EXIT.usage;
  if (failure.family === 'environment' || failure.family === 'internal') return EXIT.environment;
  return failure.code === 'ENGINE.UNAVAILABLE' ? EXIT.environment : EXIT.findings;
}
