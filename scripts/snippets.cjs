/**
 * Reads the snippets of a Markdown page that can be executed, and compares what they print with what the page says.
 *
 * - ```sh            every line is a command that exits 0; ```sh exit=1 says otherwise; `npm start` and `tenet serve` go on in the
 *                    background; `cd FOLDER` and `export NAME=VALUE`, alone on their lines, hold to the end of the page
 * - ```graphql       is sent to the server that was started last
 * - ```yaml, ```js, ```ts
 *                    is written to the file that its first line names: `# definitions/sales/returns.yaml`, `// board.mjs`; without one
 *                    it is not run
 * - ```csv a.csv     is written to that file
 * - ```diff          is done to the file that its first line names, `# src/base/codes.ts`: lines without a mark and with `-` must stand
 *                    there once, one after the other; `@@` parts one place from the next, `…` is what stands there, and stays
 * - ```text, ```json right after one of these: what it prints; `…` stands for anything on its line, alone on a line for any lines
 * - <!-- not run: why --> before a block leaves it out
 */
const FENCE = /^```(\w*)(?:[ \t]+(.*))?$/;
const NOT_RUN = /^<!-- not run: \S.* -->$/;
const FILE_MARK = {
  yaml: /^# (\S+\/\S+\.ya?ml)$/,
  js: /^\/\/ (\S+\.[cm]js)$/,
  ts: /^\/\/ (\S+\.ts)$/,
  diff: /^# (\S+)$/,
};

const literally = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Every fenced block with its place, its words and whether a comment takes it out. */
function readBlocks(page) {
  const lines = page.split('\n');
  const blocks = [];
  let open = null;
  let lastText = null;
  lines.forEach((line, index) => {
    const fence = FENCE.exec(line);
    if (open !== null && line.trim() === '```') {
      blocks.push({ ...open, text: lines.slice(open.line, index).join('\n') });
      open = null;
      lastText = 'block';
    } else if (open === null && fence !== null) {
      const follows = lastText === 'block' ? blocks.length - 1 : null;
      open = {
        language: fence[1],
        info: fence[2] ?? '',
        line: index + 1,
        follows,
        out: NOT_RUN.test(lastText ?? ''),
      };
    } else if (open === null && line.trim() !== '') {
      lastText = line.trim();
    }
  });
  return blocks;
}

/** A block's commands: continued lines joined, comments and a leading `$ ` dropped. */
function commandsOf(text) {
  return text
    .replaceAll('\\\n', ' ')
    .split('\n')
    .map((line) => line.trim().replace(/^\$ /, ''))
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** A block that changes a file; null where its first line names none. */
function fileSnippetOf({ language, line, text }) {
  const [mark, ...rest] = text.split('\n');
  const file = FILE_MARK[language].exec(mark)?.[1];
  if (file === undefined) return null;
  if (language === 'diff') return { kind: 'edit', line, file, places: placesOf(rest) };
  return { kind: 'write', line, file, text: `${text}\n` };
}

/** What stands in the file, and what stands there instead, for each part between `@@`. */
function placesOf(lines) {
  const places = [{ before: [], after: [] }];
  for (const line of lines) {
    const place = places[places.length - 1];
    if (line.startsWith('@@')) places.push({ before: [], after: [] });
    else {
      if (!line.startsWith('+')) place.before.push(line.slice(1));
      if (!line.startsWith('-')) place.after.push(line.slice(1));
    }
  }
  return places;
}

/** Where the lines stand one after the other, and what stands there for each `…`. */
function foundAt(lines, wanted) {
  const patterns = wanted.map((line) => new RegExp(`^${line.split('…').map(literally).join('(.*)')}$`));
  return lines.flatMap((_, at) => {
    const matches = patterns.map((pattern, index) => pattern.exec(lines[at + index] ?? '\n'));
    if (matches.includes(null)) return [];
    return [{ at, rest: matches.flatMap((match) => match.slice(1)) }];
  });
}

/** The text with every place changed. @throws Error when what a place stands for is not there exactly once. */
function edited(text, places) {
  let lines = text.split('\n');
  for (const { before, after } of places) {
    const found = foundAt(lines, before);
    if (found.length !== 1)
      throw new Error(`this stands there ${found.length} times, not once:\n${before.join('\n')}`);
    const [{ at, rest }] = found;
    const written = after.map((line) => line.replaceAll('…', () => rest.shift() ?? '…'));
    lines = lines.toSpliced(at, before.length, ...written);
  }
  return lines.join('\n');
}

function snippetOf({ language, info, line, text }) {
  switch (language) {
    case 'sh':
      return {
        kind: 'run',
        line,
        commands: commandsOf(text),
        exit: Number(/\bexit=(\d+)/.exec(info)?.[1] ?? 0),
      };
    case 'graphql':
      return { kind: 'ask', line, query: text };
    case 'yaml':
    case 'js':
    case 'ts':
    case 'diff':
      return fileSnippetOf({ language, line, text });
    case 'csv':
      return info === '' ? null : { kind: 'write', line, file: info, text: `${text}\n` };
    default:
      return null;
  }
}

/** The executable snippets of a page, in order; `output` is what the page says it prints, or null. */
function readSnippets(page) {
  const blocks = readBlocks(page);
  return blocks.flatMap((block, index) => {
    const snippet = block.out ? null : snippetOf(block);
    if (snippet === null) return [];
    const next = blocks[index + 1];
    const says =
      next !== undefined && next.follows === index && ['text', 'json'].includes(next.language) && !next.out;
    return [{ ...snippet, output: says ? next.text : null }];
  });
}

const trimmed = (text) =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();

/** Whether `output` is what the page says, ellipses taken for anything. */
function printsAsSaid(said, output) {
  const pattern = trimmed(said)
    .split('\n')
    .map((line) => (line.trim() === '…' ? '(?:.*\\n)*?' : `${line.split('…').map(literally).join('.*')}\\n`))
    .join('');
  return new RegExp(`^${pattern}$`).test(`${trimmed(output)}\n`);
}

module.exports = { edited, printsAsSaid, readSnippets };
