// table: what is measured, in the order in which it runs; each is one file
module.exports = [
  require('./measurements/catalog-cold.cjs'),
  require('./measurements/catalog-cached.cjs'),
  require('./measurements/file-changed.cjs'),
  require('./measurements/question-to-sql.cjs'),
  require('./measurements/shared-scans.cjs'),
  require('./measurements/request-cpu.cjs'),
  require('./measurements/event-loop.cjs'),
  require('./measurements/reference-questions.cjs'),
];
