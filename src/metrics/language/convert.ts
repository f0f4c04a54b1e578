import { convertConstant } from './convert-constants';
import {
  type Conversion,
  convertLogic,
  convertNullTest,
  convertOperator,
  convertTruthTest,
} from './convert-operators';
import { MAX_DEPTH, MAX_PARTS } from './formula-size';
import { CATALOG_NAMES, lookUp, NOT_ALLOWED, TYPE_NAMES } from './postgres-names';
import { asList, asNode, asNumber, asText, type PgNode, strings, unwrap } from './postgres-tree';
import type { FormulaProblem, Parsed, Syntax, TextRange } from './syntax';
import { tokenAt } from './token-range';

class Refused extends Error {
  constructor(readonly problem: FormulaProblem) {
    super(problem.message);
  }
}

/** Turns PostgreSQL's tree into ours, refusing everything that is not on the list. */
export class Converter implements Conversion {
  private depth = 0;
  private parts = 0;

  constructor(
    private readonly text: string,
    private readonly indexOf: (byte: number) => number,
  ) {}

  convert(node: PgNode): Parsed {
    try {
      return { ok: true, syntax: this.node(node) };
    } catch (error) {
      if (error instanceof Refused) return { ok: false, problem: error.problem };
      throw error;
    }
  }

  node(node: PgNode): Syntax {
    const [kind, body] = unwrap(node);
    if (++this.depth > MAX_DEPTH)
      this.refuse('FORMULA.TOO_LARGE', 'The formula is nested too deeply.', {
        from: 0,
        to: this.text.length,
      });
    this.count(1);
    const handler = HANDLERS[kind];
    if (!handler)
      this.refuse(
        'FORMULA.NOT_ALLOWED',
        lookUp(NOT_ALLOWED, kind) ?? 'This form of SQL is not part of the formula language.',
        this.rangeAt(body),
      );
    const result = handler.call(this, body);
    this.depth--;
    return result;
  }

  repeated(node: PgNode, times: number): Syntax {
    const before = this.parts;
    const syntax = this.node(node);
    this.count((this.parts - before) * (times - 1));
    return syntax;
  }

  private count(parts: number): void {
    this.parts += parts;
    if (this.parts > MAX_PARTS)
      this.refuse(
        'FORMULA.TOO_LARGE',
        `The formula has more than ${MAX_PARTS} parts when it is written out.`,
        {
          from: 0,
          to: this.text.length,
        },
      );
  }

  name(body: PgNode): Syntax {
    const range = this.rangeAt(body);
    const fields = asList(body['fields']);
    if (fields.some((f) => 'A_Star' in f))
      this.refuse(
        'FORMULA.NOT_ALLOWED',
        '`*` does not stand for columns in a formula.',
        range,
        'name the column, or write count(dataset)',
      );
    return { kind: 'name', parts: strings(body['fields']), range };
  }

  call(body: PgNode): Syntax {
    const range = this.rangeAt(body);
    const names = strings(body['funcname']);
    const name = names.at(-1) ?? '';
    if (names.length > 1 && names[0] !== 'pg_catalog')
      this.refuse('FORMULA.UNKNOWN_FUNCTION', `There is no function "${names.join('.')}".`, range);
    if (body['over'])
      this.refuse(
        'FORMULA.NOT_ALLOWED',
        'Window functions (`over`) are not part of the formula language.',
        range,
      );
    if (body['agg_order'] || body['agg_within_group'] || body['func_variadic'])
      this.refuse(
        'FORMULA.NOT_ALLOWED',
        '`order by` and `within group` are not part of the formula language.',
        range,
        'write percentile(x, 0.9)',
      );
    const all = asList(body['args']);
    const named = all.filter((a) => 'NamedArgExpr' in a).map((a) => asNode(a['NamedArgExpr']));
    return {
      kind: 'call',
      name: names.length > 1 ? (lookUp(CATALOG_NAMES, name) ?? name) : name,
      operator: false,
      args: all.filter((a) => !('NamedArgExpr' in a)).map((a) => this.node(a)),
      named: named.map((n) => ({ name: asText(n['name']), value: this.node(asNode(n['arg'])) })),
      distinct: body['agg_distinct'] === true,
      star: body['agg_star'] === true,
      filter: body['agg_filter'] ? this.node(asNode(body['agg_filter'])) : null,
      range,
    };
  }

  cases(body: PgNode): Syntax {
    const range = this.rangeAt(body);
    const whens = asList(body['args']);
    const operand = body['arg'] ? this.repeated(asNode(body['arg']), whens.length) : null;
    const branches = whens.map((a) => {
      const when = asNode(a['CaseWhen']);
      const test = this.node(asNode(when['expr']));
      return {
        when: operand ? this.make('eq', [operand, test], test.range) : test,
        value: this.node(asNode(when['result'])),
      };
    });
    return {
      kind: 'case',
      branches,
      otherwise: body['defresult'] ? this.node(asNode(body['defresult'])) : null,
      range,
    };
  }

  cast(body: PgNode): Syntax {
    const target = asNode(body['typeName']);
    const names = strings(target['names']).filter((n) => n !== 'pg_catalog');
    const modifiers = asList(target['typmods']).map((n) =>
      asNumber(asNode(asNode(n['A_Const'])['ival'])['ival']),
    );
    const range = this.rangeAt(target);
    if (target['arrayBounds'] || target['setof'] || names.length !== 1)
      this.refuse('FORMULA.NOT_ALLOWED', 'Array and set types are not part of the formula language.', range);
    const base = lookUp(TYPE_NAMES, names[0]!) ?? names[0]!;
    if (modifiers.length && base !== 'decimal')
      this.refuse('FORMULA.NOT_ALLOWED', 'Only decimal takes a precision and a scale.', range);
    return {
      kind: 'cast',
      arg: this.node(asNode(body['arg'])),
      type: base === 'decimal' ? `decimal(${modifiers[0] ?? 38},${modifiers[1] ?? 0})` : base,
      range,
    };
  }

  listCall(name: string): (body: PgNode) => Syntax {
    return (body) =>
      this.make(
        name,
        asList(body['args']).map((n) => this.node(n)),
        this.rangeAt(body),
      );
  }

  make(name: string, args: readonly Syntax[], range: TextRange): Syntax {
    return {
      kind: 'call',
      name,
      operator: true,
      args,
      named: [],
      distinct: false,
      star: false,
      filter: null,
      range,
    };
  }

  refuse(code: FormulaProblem['code'], message: string, range: TextRange, hint?: string): never {
    throw new Refused({ code, message, range, ...(hint ? { hint } : {}) });
  }

  /** The token at a node's location: a dotted name, a quoted text, a number, or one sign. */
  rangeAt(body: PgNode): TextRange {
    const byte = body['location'];
    const from = Math.min(
      typeof byte === 'number' && byte > 0 ? Math.max(0, this.indexOf(byte)) : 0,
      this.text.length,
    );
    return tokenAt(this.text, from);
  }
}

type Handler = (this: Converter, body: PgNode) => Syntax;

const convertWith = (convert: (body: PgNode, to: Conversion) => Syntax): Handler =>
  function (this: Converter, body) {
    return convert(body, this);
  };

const HANDLERS: Readonly<Record<string, Handler>> = Object.assign(Object.create(null), {
  A_Const: convertWith(convertConstant),
  ColumnRef: Converter.prototype.name,
  FuncCall: Converter.prototype.call,
  A_Expr: convertWith(convertOperator),
  BoolExpr: convertWith(convertLogic),
  NullTest: convertWith(convertNullTest),
  BooleanTest: convertWith(convertTruthTest),
  CaseExpr: Converter.prototype.cases,
  TypeCast: Converter.prototype.cast,
  CoalesceExpr(this: Converter, body: PgNode) {
    return this.listCall('coalesce')(body);
  },
  RowExpr(this: Converter, body: PgNode) {
    return this.listCall('row')(body);
  },
  MinMaxExpr(this: Converter, body: PgNode) {
    return this.listCall(body['op'] === 'IS_LEAST' ? 'least' : 'greatest')(body);
  },
});
