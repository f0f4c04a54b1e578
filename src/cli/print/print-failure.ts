import { Failure } from '../../base/failure';
import { withoutMiddle } from '../../base/plain-text';
import { visibleText } from '../../base/visible-text';
import type { Io } from '../io';

/** An exception as a failure: what is none is our own fault, of which one line is told. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const [message = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return new Failure('INTERNAL.ERROR', `Tenet itself failed: ${message}`, {
    family: 'internal',
    hint: 'run it again with --verbose and report what it prints',
    cause: error,
  });
}

/** Writes a failure to standard error: the sentence, the place, the way out, the near matches. Never a stack trace. */
export function printFailure(failure: Failure, io: Io): void {
  const lines = [`error ${failure.code}: ${visibleText(withoutMiddle(failure.message))}`];
  if (failure.path) lines.push(`  at: ${visibleText(failure.path)}`);
  if (failure.excerpt) lines.push(failure.excerpt.replace(/^/gm, '    '));
  if (failure.hint) lines.push(`  hint: ${visibleText(failure.hint)}`);
  // Many hints name the near matches already.
  const others = failure.suggestions.filter((name) => !failure.hint?.includes(name));
  if (others.length > 0) lines.push(`  did you mean: ${visibleText(others.slice(0, 5).join(', '))}`);
  io.err(`${lines.join('\n')}\n`);
}
