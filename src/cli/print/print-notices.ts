import { visibleText } from '../../base/visible-text';
import type { MetricResult } from '../../service/formats/metric-result';
import type { Io } from '../io';

/** What a reader of the answer must know, on standard error: the answer itself stays clean. */
export async function printNotices(result: MetricResult, io: Io): Promise<void> {
  for (const { code, message } of await result.notices()) io.err(`notice ${code}: ${visibleText(message)}\n`);
}
