import type { Code } from '../../base/codes';
import type { Diagnostic } from '../../base/diagnostic';
import type { FormulaProblem } from '../language/syntax';
import type { RawDefinition, ValuePath } from './raw';

/** Collects what is wrong with the definitions, and which of them are thereby broken. */
export class Findings {
  readonly all: Diagnostic[] = [];
  private readonly brokenBy = new Map<string, Diagnostic[]>();

  /** A finding about one definition; an error breaks it. */
  add(
    kind: string,
    definition: RawDefinition<unknown>,
    code: Code,
    message: string,
    options: {
      at?: ValuePath;
      key?: boolean;
      name?: string;
      hint?: string;
      severity?: 'error' | 'warning';
      span?: Diagnostic['at'];
    } = {},
  ): void {
    const name = options.name ?? definition.name;
    const at =
      options.span ??
      (options.at
        ? options.key
          ? definition.locateKey(options.at)
          : definition.locate(options.at)
        : definition.at);
    const severity = options.severity ?? 'error';
    const diagnostic: Diagnostic = {
      code,
      severity,
      message,
      at,
      definition: { kind, name },
      ...(options.hint ? { hint: options.hint } : {}),
    };
    this.all.push(diagnostic);
    if (severity === 'error') this.break(`${kind} ${name}`, diagnostic);
  }

  /** A finding inside a formula, located in the YAML by its range. */
  formula(
    kind: string,
    definition: RawDefinition<unknown>,
    path: ValuePath,
    problem: FormulaProblem,
    name = definition.name,
  ): void {
    this.add(kind, definition, problem.code, problem.message, {
      name,
      span: definition.locateText(path, problem.range.from, problem.range.to),
      ...(problem.hint ? { hint: problem.hint } : {}),
    });
  }

  break(key: string, diagnostic: Diagnostic): void {
    const list = this.brokenBy.get(key);
    if (list) list.push(diagnostic);
    else this.brokenBy.set(key, [diagnostic]);
  }

  isBroken(key: string): boolean {
    return this.brokenBy.has(key);
  }

  get broken(): ReadonlyMap<string, readonly Diagnostic[]> {
    return this.brokenBy;
  }
}
