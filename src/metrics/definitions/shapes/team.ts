import { z } from 'zod';
import type { Team } from '../../model/catalog';
import { listOfMappings, text, version } from './values';

export const TEAM_SHAPE = z.strictObject(
  {
    version: version.exactOptional(),
    label: text.exactOptional(),
    owner: text.exactOptional(),
    description: text.exactOptional(),
    // Not read yet: who must agree to a change comes with reviews.
    approvers: listOfMappings.exactOptional(),
  },
  'a mapping such as { label: Sales, owner: sales@example.org }',
);

/** `customer_success` → `Customer Success`. */
const titleCase = (folder: string): string =>
  folder
    .split(/[_\s-]+/)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');

/** The team of a folder; without settings, or with broken ones, only its name is known. */
export function teamOf(name: string, settings: z.infer<typeof TEAM_SHAPE> | null): Team {
  return {
    name,
    label: settings?.label ?? titleCase(name),
    owner: settings?.owner ?? null,
    description: settings?.description ?? null,
  };
}
