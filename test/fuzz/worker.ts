/** Asks the questions of the chunks that the parent process sends, and sends back what the product and the oracle disagree about. */
import { type Disagreement, runTogether } from '../oracle/run';
import { openTenets } from '../support/in-memory-tenet';
import { kindOf, madeSmaller } from './make-smaller';
import type { Chunk, Done, Found } from './message';

/** Cases of one kind that are made smaller: more of the same say nothing new. */
const ENOUGH_OF_A_KIND = 2;
const SHRINK_MS = 60_000;
const seen = new Map<string, number>();

async function report(found: Disagreement): Promise<Found> {
  const kind = kindOf(found.difference);
  const before = seen.get(kind) ?? 0;
  seen.set(kind, before + 1);
  const stored = before < ENOUGH_OF_A_KIND ? await madeSmaller(found, SHRINK_MS) : null;
  return { label: found.label, difference: found.difference, stored };
}

async function work(chunk: Chunk): Promise<Done> {
  const found: Found[] = [];
  for (const each of await runTogether(openTenets, chunk, true)) found.push(await report(each));
  return { asked: chunk.runs, found };
}

process.on('message', (chunk: Chunk) => {
  work(chunk)
    .catch((error: unknown): Done => {
      const difference = `stopped: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
      return { asked: chunk.runs, found: [{ label: `seed ${chunk.seed}`, difference, stored: null }] };
    })
    .then((done) => process.send?.(done));
});
