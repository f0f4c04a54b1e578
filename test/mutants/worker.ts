/** Hunts the mutants that the parent process names, one after the other, and sends back how each ended. */
import { hunt } from './hunt';
import { MUTANTS, UNCHANGED } from './mutants';
import type { Order, Outcome } from './outcome';

async function outcomeOf(order: Order): Promise<Outcome> {
  const failed = (fault: string): Outcome => ({ name: order.name, found: null, unusable: [], fault });
  const mutant = [...MUTANTS, UNCHANGED].find(({ name }) => name === order.name);
  if (!mutant) return failed('there is no such mutant');
  try {
    return await hunt(mutant, order);
  } catch (error) {
    return failed(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

process.on('message', async (order: Order) => process.send?.(await outcomeOf(order)));
