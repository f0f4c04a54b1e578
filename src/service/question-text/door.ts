import type { Code } from '../../base/codes';
import { Failure } from '../../base/failure';

/** Where a question comes in as text, parameter by parameter: the command line's options, or a URL. */
export interface Door {
  /** Of what cannot be read. */
  readonly code: Code;
  /** How a parameter is written there: `--by`, `by`. */
  name(parameter: string): string;
  /** The same with a value: `--by time:month`, `by=time:month`. */
  write(parameter: string, value: string): string;
}

/** A parameter that cannot be read, with values that can. */
export function malformed(
  door: Door,
  parameter: string,
  text: string,
  examples: readonly string[],
  rule = '',
): Failure {
  const written = examples.map((example) => door.write(parameter, example)).join(' or ');
  return new Failure(door.code, `"${text}" cannot be read as ${door.name(parameter)}.`, {
    hint: `${rule}write ${written}`,
  });
}
