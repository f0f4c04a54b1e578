import { Field, makeData, RecordBatch, RecordBatchStreamWriter, Schema, Struct } from 'apache-arrow';
import type { Answer, AnswerColumn } from '../../../metrics/model/answer';
import { pieces } from '../answer-format';
import { arrowData, arrowType } from './arrow-vector';

/**
 * The answer as an Arrow IPC stream: one record batch a piece, and what a column means in its field's metadata.
 *
 * @public because it is loaded when it is first needed.
 */
export async function* recordBatches(answer: Answer, zone: string): AsyncGenerator<Uint8Array> {
  const schema = new Schema(answer.columns.map((column) => fieldOf(column, zone)));
  const writer = new RecordBatchStreamWriter();
  writer.reset(undefined, schema);
  const sink = writer[Symbol.asyncIterator]();
  const written = writeBatches(writer, schema, answer);
  for (let next = await sink.next(); next.done !== true; next = await sink.next()) yield next.value;
  await written;
}

async function writeBatches(writer: RecordBatchStreamWriter, schema: Schema, answer: Answer): Promise<void> {
  for (const [from, to] of pieces(answer.rowCount)) {
    const children = schema.fields.map(({ type }, index) =>
      arrowData(answer.data[index]?.slice(from, to) ?? [], type),
    );
    const type = new Struct(schema.fields);
    writer.write(new RecordBatch(schema, makeData({ type, length: to - from, nullCount: 0, children })));
    await new Promise((resolve) => setImmediate(resolve));
  }
  writer.finish();
}

function fieldOf(column: AnswerColumn, zone: string): Field {
  const { name, label, role, unit, format, grain, source, type } = column;
  const words = Object.entries({ label, role, unit, format, grain, source });
  const metadata = new Map(words.filter((pair): pair is [string, string] => pair[1] !== null));
  return new Field(name, arrowType(type, zone), true, metadata);
}
