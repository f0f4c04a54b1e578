/** Builds a parsed text together with the places that its characters come from. */
export class MapWriter {
  text = '';
  readonly starts: number[] = [];
  readonly ends: number[] = [];

  /** Text that is written by the stretch `from`..`to` as a whole: an escape, a fold. */
  put(text: string, from: number, to: number): void {
    this.text += text;
    for (let i = 0; i < text.length; i += 1) {
      this.starts.push(from);
      this.ends.push(to);
    }
  }

  /** Text that stands in the file as it is. */
  copy(source: string, from: number, to: number): void {
    this.text += source.slice(from, to);
    for (let at = from; at < to; at += 1) {
      this.starts.push(at);
      this.ends.push(at + 1);
    }
  }
}

export const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t';
