#!/usr/bin/env node
require('node:module').enableCompileCache?.()
const { existsSync } = require('node:fs')
const main = require.resolve('../package.json').replace(/package\.json$/, 'dist/main.js')
if (existsSync(main))
  require(main)
    .main()
    .then((status) => (process.exitCode = status))
else require('./not-built.js').tell(process)
