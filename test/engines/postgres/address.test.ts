import { readAddress } from '../../../src/engines/postgres/address';
import { openPostgres } from '../../../src/engines/postgres/open-postgres';
import { rejection } from '../duckdb/with-engine';

test('what is shown of an address is where, not who', () => {
  const { shown } = readAddress('postgres://anna:secret@db.example:6000/shop?sslmode=verify-full');
  expect(shown).toBe('db.example:6000/shop');
});

test.each([
  ['postgres://anna:secret@host', 'does not name a database'],
  ['postgres://anna:secret@host:port/shop', 'cannot be read as a URL'],
  ['postgres://anna:secret@host/shop?options=-csearch_path%3Dmine', 'must not set options'],
])('%s is refused, without its password', (address, why) => {
  expect(() => readAddress(address)).toThrow(expect.objectContaining({ code: 'USAGE.INVALID' }));
  expect(() => readAddress(address)).toThrow(why);
  expect(() => readAddress(address)).not.toThrow('secret');
});

test('nobody listens: it says so, and where', async () => {
  const failed = await rejection(openPostgres({ address: 'postgres://anna:secret@127.0.0.1:1/shop' }));
  expect(failed).toMatchObject({ code: 'ENGINE.UNAVAILABLE', family: 'engine' });
  expect(String(failed)).toContain('127.0.0.1:1/shop');
  expect(String(failed)).not.toContain('secret');
});
