/** Gives names that differ from each other and from `taken`, adding `_2`, `_3` … where needed. */
export function uniqueNames(taken: readonly string[]): (name: string) => string {
  const used = new Set(taken);
  return (name) => {
    let free = name;
    for (let n = 2; used.has(free); n++) free = `${name}_${n}`;
    used.add(free);
    return free;
  };
}
