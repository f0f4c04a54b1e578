import type { Code } from '../../base/codes';
import type { Diagnostic } from '../../base/diagnostic';
import type { FormulaProblem } from '../language/syntax';
import type { RawDefinition, ValuePath } from './raw';

/** Collects what is wrong with the definitions, and which of them are thereby broken. */
export class Findings {
  readonly all: Diagnostic[] = [];
  private readonly brokenBy = new Map<string, Diagnostic[]>();
  private readonly mentioned = new Set<string>();

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
    this.mentioned.add(`${kind} ${name}`);
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

  /** Findings of a definition that was resolved before and is as it was. */
  again(warnings: readonly Diagnostic[]): void {
    for (const warning of warnings) this.all.push(warning);
  }

  /** What was found about one definition since `all` had that length. */
  about(kind: string, name: string, from: number): readonly Diagnostic[] {
    if (!this.mentioned.has(`${kind} ${name}`)) return [];
    return this.all.slice(from).filter((d) => d.definition?.kind === kind && d.definition.name === name);
  }

  /** Whether anything was found about a definition by looking at it, and not at an earlier load. */
  mentions(key: string): boolean {
    return this.mentioned.has(key);
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
