import type { Value } from '../../metrics/model/answer';
import type { ValueType } from '../../metrics/model/value-type';

/** A value as JSON carries it. */
export type WireValue = string | number | boolean | null;

/** How integers and decimals are written: as JSON numbers, or as texts with all digits. */
export type Numbers = 'JSON' | 'EXACT';

/**
 * One column in wire form. The form depends on the column's type only, never on a value; a column that needs no change is
 * handed on as it is. Linear, about 20 ns a value.
 */
export function wireColumn(
  values: readonly Value[],
  type: ValueType,
  numbers: Numbers,
): readonly WireValue[] {
  switch (type.kind) {
    case 'integer':
    case 'decimal':
      return values.map(numbers === 'EXACT' ? exact : approximate);
    default:
      // Engines hand doubles, texts, booleans and times over in the form that JSON takes; bigint occurs in integers only.
      return values as readonly WireValue[];
  }
}

const exact = (value: Value): WireValue => (value === null ? null : String(value));
const approximate = (value: Value): WireValue =>
  value === null || typeof value === 'number' ? value : Number(value);

/** Whether some value of an integer or decimal column has more digits than a JSON number gives back. */
export function losesDigits(values: readonly Value[], type: ValueType): boolean {
  if (type.kind !== 'integer' && type.kind !== 'decimal') return false;
  return values.some((value) => {
    if (typeof value === 'bigint') return BigInt(Number(value)) !== value;
    return typeof value === 'string' && !survives(value);
  });
}

/** Up to 15 significant digits every double gives back what it was made from; beyond that, it must be tried. */
function survives(decimal: string): boolean {
  if (decimal.length <= 15) return true;
  const plain = withoutPadding(decimal);
  if (plain.replace(/[-.]/g, '').length <= 15) return true;
  return withoutPadding(plainText(Number(decimal))) === plain;
}

/** `-007.50` → `-7.5`: one text per number. */
function withoutPadding(decimal: string): string {
  const text = decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
  const bare = text.replace(/^(-?)0+(?=\d)/, '$1');
  return bare === '-0' ? '0' : bare;
}

/** A double's shortest digits without an exponent. */
function plainText(value: number): string {
  const [mantissa = '', exponent] = String(value).split('e');
  if (exponent === undefined) return mantissa;
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return (
    sign +
    (point >= digits.length ? digits.padEnd(point, '0') : `${digits.slice(0, point)}.${digits.slice(point)}`)
  );
}
