/** What a file's path makes of it. Paths are relative to the definitions' root, with forward slashes. */
export type FilePlace =
  | { readonly kind: 'company' }
  | { readonly kind: 'team'; readonly team: string }
  | { readonly kind: 'definitions'; readonly team: string }
  | { readonly kind: 'unexpected'; readonly reason: string };

const YAML = /\.ya?ml$/;

/** `company.yaml`, `<team>/team.yaml`, `<team>/<anything>.yaml`; `.yml` is as good. */
export function placeOfFile(path: string): FilePlace {
  const parts = path.split('/');
  const [first = '', second] = parts;
  if (!YAML.test(path))
    return { kind: 'unexpected', reason: 'Only files that end in .yaml or .yml are read' };
  if (parts.length === 1) {
    if (first.replace(YAML, '') === 'company') return { kind: 'company' };
    return { kind: 'unexpected', reason: 'Only company.yaml lies beside the team folders' };
  }
  if (parts.length > 2 || second === undefined) {
    return { kind: 'unexpected', reason: 'Definitions lie directly in a team folder, not deeper' };
  }
  return second.replace(YAML, '') === 'team'
    ? { kind: 'team', team: first }
    : { kind: 'definitions', team: first };
}

/** The order of texts by Unicode code points, the same on every machine and in every locale. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x === y) continue;
    // Surrogates stand for characters above all others, but are numbered below U+E000.
    return Number(isSurrogate(x)) - Number(isSurrogate(y)) || x - y;
  }
  return a.length - b.length;
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xe000;
