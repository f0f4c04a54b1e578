import { BINARY, lookUp } from './postgres-names';
import { asList, asNode, asText, type PgNode, strings } from './postgres-tree';
import type { FormulaProblem, Syntax, TextRange } from './syntax';

/** What a conversion of one node needs of the whole. */
export interface Conversion {
  node(node: PgNode): Syntax;
  /** Converts a part that the tree will hold so many times. */
  repeated(node: PgNode, times: number): Syntax;
  make(name: string, args: readonly Syntax[], range: TextRange): Syntax;
  rangeAt(body: PgNode): TextRange;
  refuse(code: FormulaProblem['code'], message: string, range: TextRange, hint?: string): never;
}

function unknownOperator(to: Conversion, sign: string, range: TextRange): never {
  return to.refuse(
    'FORMULA.NOT_ALLOWED',
    `The operator "${sign}" is not part of the formula language.`,
    range,
  );
}

export function convertOperator(body: PgNode, to: Conversion): Syntax {
  const range = to.rangeAt(body);
  const sign = strings(body['name']).join('.');
  const left = body['lexpr'] ? asNode(body['lexpr']) : null;
  const right = asNode(body['rexpr']);
  const list = (): Syntax[] => asList(asNode(right['List'])['items']).map((n) => to.node(n));
  switch (body['kind']) {
    case 'AEXPR_OP': {
      if (!left)
        return sign === '-'
          ? to.make('negate', [to.node(right)], range)
          : sign === '+'
            ? to.node(right)
            : unknownOperator(to, sign, range);
      const fn = lookUp(BINARY, sign) ?? (sign === '!=' ? 'ne' : null);
      return fn ? to.make(fn, [to.node(left), to.node(right)], range) : unknownOperator(to, sign, range);
    }
    case 'AEXPR_IN': {
      const test = to.make('in', [to.node(left!), ...list()], range);
      return sign === '<>' ? to.make('not', [test], range) : test;
    }
    case 'AEXPR_LIKE': {
      const test = to.make('like', [to.node(left!), to.node(right)], range);
      return sign === '!~~' ? to.make('not', [test], range) : test;
    }
    case 'AEXPR_BETWEEN':
    case 'AEXPR_NOT_BETWEEN': {
      const value = to.repeated(left!, 2);
      const [low, high] = list();
      const test = to.make(
        'and',
        [to.make('gte', [value, low!], range), to.make('lte', [value, high!], range)],
        range,
      );
      return body['kind'] === 'AEXPR_NOT_BETWEEN' ? to.make('not', [test], range) : test;
    }
    case 'AEXPR_NULLIF':
      return to.make('nullif', [to.node(left!), to.node(right)], range);
    case 'AEXPR_DISTINCT':
      return to.make('distinct_from', [to.node(left!), to.node(right)], range);
    case 'AEXPR_NOT_DISTINCT':
      return to.make('not_distinct_from', [to.node(left!), to.node(right)], range);
    default:
      return unknownOperator(to, sign, range);
  }
}

export function convertLogic(body: PgNode, to: Conversion): Syntax {
  const fn = { AND_EXPR: 'and', OR_EXPR: 'or', NOT_EXPR: 'not' }[asText(body['boolop'])] ?? 'and';
  return to.make(
    fn,
    asList(body['args']).map((n) => to.node(n)),
    to.rangeAt(body),
  );
}

export function convertNullTest(body: PgNode, to: Conversion): Syntax {
  return to.make(
    body['nulltesttype'] === 'IS_NULL' ? 'is_null' : 'is_not_null',
    [to.node(asNode(body['arg']))],
    to.rangeAt(body),
  );
}

export function convertTruthTest(body: PgNode, to: Conversion): Syntax {
  const range = to.rangeAt(body);
  const arg = to.node(asNode(body['arg']));
  const test =
    {
      IS_TRUE: 'is_true',
      IS_NOT_TRUE: 'is_true',
      IS_FALSE: 'is_false',
      IS_NOT_FALSE: 'is_false',
      IS_UNKNOWN: 'is_null',
      IS_NOT_UNKNOWN: 'is_not_null',
    }[asText(body['booltesttype'])] ?? 'is_null';
  const made = to.make(test, [arg], range);
  return /IS_NOT_(TRUE|FALSE)/.test(asText(body['booltesttype'])) ? to.make('not', [made], range) : made;
}
