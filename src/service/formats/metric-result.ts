import type { Answer, Notice } from '../../metrics/model/answer';
import { losesDigits, type Numbers, type WireValue, wireColumn } from './wire-values';

export type WireRow = Record<string, WireValue>;

/** An answer on its way to the wire: nothing is converted before it is asked for, and nothing twice. */
export class MetricResult {
  private wire: readonly (readonly WireValue[])[] | undefined;

  constructor(
    readonly answer: Answer,
    private readonly numbers: Numbers,
  ) {}

  data(): Record<string, readonly WireValue[]> {
    const columns = this.columns();
    return Object.fromEntries(this.answer.columns.map(({ name }, index) => [name, columns[index] ?? []]));
  }

  /** The rows `from` … `to` (not in it); all of them where no range is given. */
  rows(from = 0, to = this.answer.rowCount): WireRow[] {
    const columns = this.columns();
    const names = this.answer.columns.map(({ name }) => name);
    return Array.from({ length: to - from }, (_, index) => {
      const object: WireRow = {};
      for (let column = 0; column < names.length; column++) {
        object[names[column] as string] = columns[column]?.[from + index] ?? null;
      }
      return object;
    });
  }

  /** One value per metric; the columns that split the rows have none. */
  totals(): WireRow | null {
    const { totals, columns } = this.answer;
    if (totals === null) return null;
    const values = columns.map(({ name, role, type }, index) => {
      const [value = null] = wireColumn([totals[index] ?? null], type, this.numbers);
      return role === 'METRIC' ? ([name, value] as const) : null;
    });
    return Object.fromEntries(values.filter((pair) => pair !== null));
  }

  async notices(): Promise<readonly Notice[]> {
    return [...(await this.answer.notices()), ...this.precision()];
  }

  private columns(): readonly (readonly WireValue[])[] {
    this.wire ??= this.answer.data.map((values, index) => {
      const type = this.answer.columns[index]?.type ?? { kind: 'null' };
      return wireColumn(values, type, this.numbers);
    });
    return this.wire;
  }

  private precision(): Notice[] {
    if (this.numbers === 'EXACT') return [];
    const { columns, data, totals } = this.answer;
    const lossy = columns.filter(
      ({ type }, index) =>
        losesDigits(data[index] ?? [], type) || losesDigits([totals?.[index] ?? null], type),
    );
    return lossy.map(({ name }) => ({
      code: 'NUMBER.PRECISION',
      message: `"${name}" holds numbers with more digits than a JSON number keeps; ask with numbers: EXACT for all of them.`,
    }));
  }
}
