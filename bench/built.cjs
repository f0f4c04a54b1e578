const path = require('node:path');

/** A module of the compiled sources, such as `service/load-catalog`. */
module.exports = {
  built: (module) => require(path.join(__dirname, '..', 'dist', module)),
};
