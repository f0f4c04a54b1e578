import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CODES, type Code } from '../../src/base/codes';
import { NOTICES, type NoticeCode } from '../../src/base/notices';
import { expectPage } from '../docs/generated-page';
import { BY_HAND } from './by-hand';
import { type Company, demoCompany, smallCompany } from './company';
import { errorsPage } from './errors-page';
import { readExamples } from './example';
import { raise, type Said } from './raise';

const notices = Object.keys(NOTICES) as NoticeCode[];
const codes: readonly (Code | NoticeCode)[] = [...(Object.keys(CODES) as Code[]), ...notices];
const examples = readExamples();
const texts = new Map<Code | NoticeCode, string>();
let demo: Company;

beforeAll(async () => {
  demo = await demoCompany();
});
afterAll(() => demo.close());

test('every code has one example, and every example is of a code', () => {
  const given = [...examples.keys(), ...Object.keys(BY_HAND)].sort();
  expect(given).toEqual([...codes].sort());
});

async function sayingsOf(code: Code | NoticeCode): Promise<readonly Said[]> {
  const example = examples.get(code);
  if (example === undefined) return (await BY_HAND[code as Code]?.raise(demo)) ?? [];
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

const CASES = path.join(__dirname, '../cases');

/** The codes of the notices that golden cases expect; that each is what Tenet gives is what the cases prove. */
function noticesOfCases(): ReadonlySet<string> {
  const files = readdirSync(CASES, { recursive: true, encoding: 'utf8' });
  return new Set(
    files
      .filter((name) => path.basename(name) === 'rows.json')
      .map(
        (name) =>
          JSON.parse(readFileSync(path.join(CASES, name), 'utf8')) as {
            notices: readonly { code: string }[];
          },
      )
      .flatMap((answer) => answer.notices.map(({ code }) => code)),
  );
}

test('every notice that is about rows comes with a golden case', () => {
  // Digits are lost on the wire, and cases end before it.
  const expected = notices.filter((code) => code !== 'NUMBER.PRECISION');
  expect([...noticesOfCases()].sort()).toEqual([...expected].sort());
});
