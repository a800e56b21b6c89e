// Reads annotations as JSON from standard input and has GitHub's own toolkit say them to the runner.
import { readFileSync } from 'node:fs'
import { error, notice, warning } from '@actions/core'

for (const { level, message, ...properties } of JSON.parse(readFileSync(0, 'utf8'))) {
  ;({ error, warning, notice })[level](message, properties)
}
