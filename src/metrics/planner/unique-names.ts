/** Gives names that differ from each other and from `taken` by more than case (engines fold it), adding `_2`, `_3` … where needed. */
export function uniqueNames(taken: readonly string[]): (name: string) => string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return (name) => {
    let free = name;
    for (let n = 2; used.has(free.toLowerCase()); n++) free = `${name}_${n}`;
    used.add(free.toLowerCase());
    return free;
  };
}
