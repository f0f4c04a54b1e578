import { CODES, type Code } from '../../src/base/codes';
import { expectPage } from '../docs/generated-page';
import { BY_HAND } from './by-hand';
import { type Company, demoCompany, smallCompany } from './company';
import { errorsPage } from './errors-page';
import { readExamples } from './example';
import { raise, type Said } from './raise';

const codes = Object.keys(CODES) as Code[];
const examples = readExamples();
const texts = new Map<Code, string>();
let demo: Company;

beforeAll(async () => {
  demo = await demoCompany();
});
afterAll(() => demo.close());

test('every code has one example, and every example is of a code', () => {
  const given = [...examples.keys(), ...Object.keys(BY_HAND)].sort();
  expect(given).toEqual([...codes].sort());
});

async function sayingsOf(code: Code): Promise<readonly Said[]> {
  const example = examples.get(code);
  if (example === undefined) return (await BY_HAND[code]?.raise(demo)) ?? [];
  const isDemo = example.files === undefined && example.tables === undefined;
  const company = isDemo ? demo : await smallCompany(example);
  try {
    return await raise(example, company);
  } finally {
    if (!isDemo) await company.close();
  }
}

test.each(codes)('%s is raised by its example', async (code) => {
  const said = await sayingsOf(code);
  expect(said.map((one) => one.code)).toContain(code);
  // The rest follows from it, and would only distract.
  texts.set(code, said.find((one) => one.code === code)?.text ?? '');
});

test('the page of errors is what the product says', () => {
  expectPage('docs/errors.md', errorsPage(examples, texts));
});
