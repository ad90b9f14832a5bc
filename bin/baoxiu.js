#!/usr/bin/env node
const { main } = require('../dist/main.js')
main().then((status) => (process.exitCode = status))
