/** A name as GraphQL spells it: `orders.channel` → `orders__channel`. */
export const wireName = (name: string): string => name.replaceAll('.', '__');
