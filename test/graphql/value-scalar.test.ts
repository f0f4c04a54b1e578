import { parseValue } from 'graphql';
import { ValueScalar } from '../../src/schema/value-scalar';

const literal = (text: string): unknown => ValueScalar.parseLiteral(parseValue(text));

describe('a value in a condition', () => {
  test.each([
    ['"web"', 'web'],
    ['12', 12],
    ['-3.50', -3.5],
    ['1e3', 1000],
    ['true', true],
    ['null', null],
    ['"""a block"""', 'a block'],
  ])('is read from the literal %s', (text, value) => {
    expect(literal(text)).toBe(value);
  });

  test.each(['9007199254740993', '-12345678901234567890', '0.1234567890123456789'])(
    'keeps all digits of %s',
    (digits) => {
      expect(literal(digits)).toBe(digits);
    },
  );

  test.each(['WEB', '[1]', '{ a: 1 }'])('is not %s', (text) => {
    expect(() => literal(text)).toThrow(/text|number/);
  });

  test('of a variable is a text, number, boolean or null', () => {
    for (const value of ['web', 12, true, null]) expect(ValueScalar.parseValue(value)).toBe(value);
    for (const value of [{}, [1]]) expect(() => ValueScalar.parseValue(value)).toThrow(/must be/);
  });
});
