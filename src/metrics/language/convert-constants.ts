import type { Conversion } from './convert-operators';
import { asNode, asNumber, asText, type PgNode } from './postgres-tree';
import type { Syntax, TextRange } from './syntax';

type Literal = Extract<Syntax, { kind: 'literal' }>;

/** Digits that every engine can hold. */
const MAX_DIGITS = 38;

export function convertConstant(body: PgNode, to: Conversion): Literal {
  const range = to.rangeAt(body);
  const literal = (form: Literal['form'], text: string): Literal => ({ kind: 'literal', form, text, range });
  if (body['isnull']) return literal('null', 'null');
  if (body['boolval'] !== undefined)
    return literal('boolean', String(asNode(body['boolval'])['boolval'] === true));
  if (body['sval'] !== undefined) return literal('string', asText(asNode(body['sval'])['sval']));
  if (body['ival'] !== undefined) return literal('integer', String(asNumber(asNode(body['ival'])['ival'])));
  const digits = asText(asNode(body['fval'])['fval']).replaceAll('_', '');
  return literal(formOf(digits, range, to), digits);
}

function formOf(digits: string, range: TextRange, to: Conversion): Literal['form'] {
  const isWhole = /^-?\d+$/.test(digits);
  if (isWhole || /^-?\d*\.\d*$/.test(digits)) {
    const count = digits.replace(/^-?0*/, '').replace('.', '').length;
    if (count <= MAX_DIGITS) return isWhole ? 'integer' : 'decimal';
    const message = `The number has ${count} digits; ${MAX_DIGITS} are the limit.`;
    return to.refuse('TYPE.BAD_LITERAL', message, range);
  }
  if (!/^-?[\d.]+e[+-]?\d+$/i.test(digits)) {
    const message = 'This form of constant is not part of the formula language.';
    return to.refuse('FORMULA.NOT_ALLOWED', message, range);
  }
  if (Number.isFinite(Number(digits))) return 'double';
  return to.refuse('TYPE.BAD_LITERAL', 'The number is beyond the range of a double.', range);
}
