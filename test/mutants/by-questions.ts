import { casesOf, disagreement, openWorld, type RunSettings } from '../oracle/run';
import type { OpenTenet } from '../support/in-memory-tenet';
import { type OpenProduct, productWith } from './load-product';
import type { Found } from './outcome';

/** What a world's opening itself says, where the mutant refuses its definitions. */
async function opening(work: Promise<OpenTenet>): Promise<OpenTenet | { readonly fault: string }> {
  try {
    return await work;
  } catch (error) {
    return { fault: `failed: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/**
 * Asks the mutated product the random questions until one is answered differently from the oracle, and the product as it is
 * answers that one rightly. Null when `settings.runs` questions are asked, or `untilMs` has come.
 */
export async function byQuestions(
  mutated: OpenProduct,
  settings: RunSettings,
  untilMs: number,
): Promise<{ readonly found: Found | null; readonly unusable: readonly string[] }> {
  const unusable: string[] = [];
  let intact: OpenProduct | null = null;
  let asked = 0;
  for (const { made, questions } of casesOf(settings)) {
    if (Date.now() > untilMs) break;
    const opened = await opening(openWorld(mutated, made.world) as Promise<OpenTenet>);
    try {
      for (const { label, question } of questions) {
        asked += 1;
        const difference =
          'fault' in opened ? opened.fault : await disagreement(opened, made.world, question);
        if (difference === null) continue;
        intact ??= productWith([]);
        const sound = await openWorld(intact, made.world);
        const also = await disagreement(sound, made.world, question);
        await sound.close();
        if (also === null) return { found: { by: 'question', asked, label, difference }, unusable };
        unusable.push(label);
      }
    } finally {
      if (!('fault' in opened)) await opened.close();
    }
  }
  return { found: null, unusable };
}
