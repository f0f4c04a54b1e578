/** Names as engines that fold case see them. */
export const folded = (names: Iterable<string>): ReadonlySet<string> =>
  new Set([...names].map((name) => name.toLowerCase()));

/** Gives names that differ from each other and from the `folded` ones taken by more than case, adding `_2`, `_3` … where needed. */
export function uniqueNames(taken: ReadonlySet<string>): (name: string) => string {
  const used = new Set<string>();
  const isFree = (name: string): boolean => !taken.has(name) && !used.has(name);
  return (name) => {
    let free = name;
    for (let n = 2; !isFree(free.toLowerCase()); n++) free = `${name}_${n}`;
    used.add(free.toLowerCase());
    return free;
  };
}
