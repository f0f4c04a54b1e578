/** The page of the GraphQL endpoint: it asks over the same endpoint as everyone else, and builds text nodes only. */

const ENDPOINT = '/graphql';
const SHOWN_ROWS = 200;
const SHOWN_METRICS = 200;
const SHOWN_DIMENSIONS = 12;

const byId = (id) => document.getElementById(id);
const query = byId('query');
const run = byId('run');
const status = byId('status');
const result = byId('result');
const raw = byId('raw');

/** An element with properties and children; strings become text, never markup. */
function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

async function ask(text, variables) {
  const response = await fetch(ENDPOINT, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: text, variables }),
  });
  return response.json();
}

// --- the editor -------------------------------------------------------------------------------------------------------

let tabLeaves = false;

query.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    answer();
  } else if (event.key === 'Escape') {
    tabLeaves = true;
  } else if (event.key === 'Tab' && !tabLeaves && !event.ctrlKey && !event.altKey) {
    event.preventDefault();
    indent(event.shiftKey);
  } else if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    const before = query.value.slice(0, query.selectionStart);
    const [margin] = /[ ]*$/.exec(before.slice(before.lastIndexOf('\n') + 1).replace(/\S.*$/, '')) ?? [''];
    insert(`\n${margin}${/[{([]\s*$/.test(before) ? '  ' : ''}`);
  }
});
query.addEventListener('focus', () => {
  tabLeaves = false;
});
query.addEventListener('input', () => {
  tabLeaves = false;
  resize();
});

/** Goes through the browser's own editing, so that undo works. */
function insert(text) {
  if (!document.execCommand('insertText', false, text))
    query.setRangeText(text, query.selectionStart, query.selectionEnd, 'end');
  resize();
}

/** Two spaces at the cursor; over several lines, two more or two fewer at the start of each. */
function indent(less) {
  const { value, selectionStart, selectionEnd } = query;
  if (!less && !value.slice(selectionStart, selectionEnd).includes('\n')) return insert('  ');
  const from = value.lastIndexOf('\n', selectionStart - 1) + 1;
  const lines = value.slice(from, selectionEnd);
  const changed = less ? lines.replace(/^ {1,2}/gm, '') : lines.replace(/^/gm, '  ');
  query.setSelectionRange(from, selectionEnd);
  insert(changed);
  query.setSelectionRange(from, from + changed.length);
}

function resize() {
  query.rows = Math.min(30, Math.max(8, query.value.trimEnd().split('\n').length + 1));
  showCurl();
}

function showCurl() {
  const body = JSON.stringify({ query: query.value.replace(/\s+/g, ' ').trim() }).replaceAll("'", "'\\''");
  byId('curl').textContent =
    `curl ${location.origin}${ENDPOINT} \\\n  -H 'content-type: application/json' \\\n  -d '${body}'`;
}

// --- the answer -------------------------------------------------------------------------------------------------------

let running = 0;

async function answer() {
  const number = ++running;
  const began = performance.now();
  run.setAttribute('aria-disabled', 'true');
  status.textContent = 'Asking…';
  let body;
  try {
    body = await ask(query.value);
  } catch {
    body = {
      errors: [{ message: 'The server does not answer.', extensions: { hint: 'is it still running?' } }],
    };
  }
  if (number !== running) return; // A later question is on its way.
  run.removeAttribute('aria-disabled');
  const took = Math.max(1, Math.round(performance.now() - began));
  const errors = body.errors ?? [];
  const fields = Object.entries(body.data ?? {}).filter(([, field]) => Array.isArray(field?.rows));
  const rows = fields.reduce((sum, [, field]) => sum + field.rows.length, 0);
  status.textContent = errors.length > 0 && rows === 0 ? 'Refused' : `${plural(rows, 'row')} in ${took} ms`;
  result.replaceChildren(
    ...errors.map(problem),
    ...fields.flatMap(([key, field]) => tableOf(key, field, fields.length > 1)),
  );
  raw.hidden = false;
  raw.open = fields.length === 0 && errors.length === 0;
  raw.querySelector('pre').textContent = JSON.stringify(body, null, 2);
}

const plural = (count, noun) => `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;

function problem({ message, extensions = {}, locations }) {
  const { code, hint, path, suggestions = [] } = extensions;
  const place = [path, locations?.[0] && `line ${locations[0].line}`].filter(Boolean).join(', ');
  const others = hint ? [] : suggestions;
  return make(
    'div',
    { className: 'problem' },
    make('p', {}, message),
    hint ? make('p', {}, `Hint: ${hint}`) : null,
    others.length > 0 ? make('p', {}, `Did you mean ${others.join(' or ')}?`) : null,
    make('p', {}, make('code', {}, [code, place].filter(Boolean).join(' · '))),
  );
}

function tableOf(key, { rows, columns, totals, truncated }, titled) {
  const named = columns?.every((column) => column.name)
    ? columns
    : Object.keys(rows[0] ?? {}).map((name) => ({ name }));
  if (named.length === 0) return [make('p', { className: 'note' }, 'No rows.')];
  const numeric = new Set(
    named.map(({ name }) => name).filter((name) => rows.some((row) => typeof row[name] === 'number')),
  );
  const head = named.map(({ name, label, unit }) => {
    const small = unit ? make('small', {}, ` ${unit}`) : null;
    return make(
      'th',
      { scope: 'col', className: numeric.has(name) ? 'number' : '', title: name },
      label ?? name,
      small,
    );
  });
  const digits = Object.fromEntries(named.map(({ name }) => [name, fractionDigits(rows, name)]));
  const shown = rows.slice(0, SHOWN_ROWS).map((row) => {
    return make('tr', {}, ...named.map(({ name }) => cell(row[name], numeric.has(name), digits[name])));
  });
  const total =
    totals &&
    make(
      'tr',
      { className: 'total' },
      ...named.map(({ name }, index) => {
        return name in totals
          ? cell(totals[name], true, digits[name])
          : make('td', {}, index === 0 ? 'Total' : '');
      }),
    );
  const table = make(
    'table',
    {},
    make('thead', {}, make('tr', {}, ...head)),
    make('tbody', {}, ...shown, total),
  );
  const scroll = make(
    'div',
    { className: 'scroll', tabIndex: 0, role: 'region', ariaLabel: `Rows of ${key}` },
    table,
  );
  const more = rows.length > SHOWN_ROWS ? `The first ${SHOWN_ROWS} of ${plural(rows.length, 'row')}.` : '';
  const cut = truncated ? 'The default limit cut rows off.' : '';
  const note = [more, cut].filter(Boolean).join(' ');
  return [titled ? make('h3', {}, key) : null, scroll, note && make('p', { className: 'note' }, note)].filter(
    Boolean,
  );
}

/** As many digits after the point as the column needs, at most two for amounts and four for rates: the column lines up. */
function fractionDigits(rows, name) {
  const numbers = rows.map((row) => row[name]).filter((value) => typeof value === 'number');
  const most = numbers.some((value) => Math.abs(value) >= 10) ? 2 : 4;
  const digits = numbers.map((value) => (value.toFixed(most).replace(/0+$/, '').split('.')[1] ?? '').length);
  return digits.reduce((longest, count) => Math.max(longest, count), 0);
}

function cell(value, number, digits) {
  const className = number ? 'number' : '';
  if (value === null || value === undefined) {
    return make('td', { className: `${className} none`, title: 'no value' }, '–');
  }
  if (typeof value !== 'number') return make('td', { className }, String(value));
  const text = value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return make('td', { className, title: String(value) }, text);
}

// --- the metrics ------------------------------------------------------------------------------------------------------

const LIST = `query Metrics($search: String) {
  metrics(filter: { search: $search }, first: ${SHOWN_METRICS}) { totalCount nodes { name label question team { label } } }
}`;
const ONE = `query Metric($name: MetricName!) {
  metric(name: $name) { name description decision formula where unit better team { label owner } dimensions { name label } }
}`;

let searching = 0;

async function list(search) {
  const number = ++searching;
  const { data } = await ask(LIST, { search });
  if (number !== searching) return;
  const { totalCount = 0, nodes: shown = [] } = data?.metrics ?? {};
  byId('count').textContent = totalCount.toLocaleString('en');
  const teams = [...new Set(shown.map((metric) => metric.team?.label ?? ''))];
  const groups = teams.flatMap((team) => [
    make('h3', {}, team || 'No team'),
    ...shown.filter((metric) => (metric.team?.label ?? '') === team).map(entry),
  ]);
  const rest =
    totalCount > shown.length ? make('p', { className: 'note' }, 'Search to see the others.') : null;
  const none = totalCount === 0 ? make('p', { className: 'note' }, 'No metric matches.') : null;
  byId('metrics').replaceChildren(...[...groups, rest, none].filter(Boolean));
}

function entry({ name, label, question }) {
  const facts = make('div', { className: 'facts' });
  const summary = make(
    'summary',
    {},
    make('strong', {}, label),
    question ? make('span', {}, question) : null,
  );
  const details = make('details', {}, summary, facts);
  details.addEventListener('toggle', async () => {
    if (!details.open || facts.childElementCount > 0) return;
    const { data } = await ask(ONE, { name });
    if (data?.metric) facts.replaceChildren(...describe(data.metric));
  });
  return details;
}

function describe({ name, description, decision, formula, where, team, dimensions }) {
  const line = (word, text) => (text ? make('p', {}, `${word}: `, text) : null);
  const coded = (text) => (text ? make('code', {}, text) : null);
  const choose = (label, by) => {
    const button = make('button', { type: 'button', title: by ?? name }, label);
    button.addEventListener('click', () => {
      query.value = questionText(name, by);
      resize();
      answer();
      query.scrollIntoView({
        block: 'center',
        behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
      });
    });
    return button;
  };
  return [
    description ? make('p', {}, description) : null,
    line('Decides', decision),
    line('Formula', coded(formula)),
    line('Only rows where', coded(where)),
    line('Owner', team?.owner),
    line('Name', coded(name)),
    make(
      'div',
      { className: 'chips' },
      choose('in total'),
      ...dimensions
        .slice(0, SHOWN_DIMENSIONS)
        .map((dimension) => choose(`by ${dimension.label.toLowerCase()}`, dimension.name)),
    ),
  ].filter(Boolean);
}

function questionText(name, by) {
  const split =
    by === undefined
      ? ''
      : `, by: [{ dimension: ${by} }],\n    order: [{ metric: ${name}, direction: DESC }], limit: 12`;
  return `{\n  metricQuery(metrics: [${name}]${split}) {\n    columns { name label unit }\n    rows\n  }\n}\n`;
}

let typing;
byId('search').addEventListener('input', ({ target }) => {
  clearTimeout(typing);
  typing = setTimeout(() => list(target.value), 150);
});

run.addEventListener('click', answer);
if (/Mac|iPhone|iPad/.test(navigator.platform)) byId('keys').firstElementChild.textContent = '⌘';
resize();
answer();
list('');
