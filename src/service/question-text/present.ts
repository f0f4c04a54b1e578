type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The object without its undefined entries, so that a key is there only when it says something. */
export function present<T extends object>(value: T): Present<T> {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as Present<T>;
}
