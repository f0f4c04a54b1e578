/**
 * Reads the snippets of a Markdown page that can be executed, and compares what they print with what the page says.
 *
 * - ```sh            every line is a command that exits 0; ```sh exit=1 says otherwise; `npm start` goes on in the background
 * - ```graphql       is sent to the server that was started last
 * - ```yaml, ```js   is written to the file that its first line names: `# definitions/sales/returns.yaml`, `// board.mjs`; without one
 *                    it is not run
 * - ```text, ```json right after one of these: what it prints; `…` stands for anything on its line, alone on a line for any lines
 * - <!-- not run: why --> before a block leaves it out
 */
const FENCE = /^```(\w*)(?:[ \t]+(.*))?$/;
const NOT_RUN = /^<!-- not run: \S.* -->$/;
const FILE_MARK = { yaml: /^# (\S+\/\S+\.ya?ml)$/, js: /^\/\/ (\S+\.[cm]js)$/ };

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
    case 'js': {
      const file = FILE_MARK[language].exec(text.split('\n', 1)[0]);
      return file ? { kind: 'write', line, file: file[1], text: `${text}\n` } : null;
    }
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

const literally = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
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

module.exports = { printsAsSaid, readSnippets };
