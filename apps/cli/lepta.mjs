#!/usr/bin/env node
// The operator's tool: `npx lepta <command>`.
import { runCommand } from './launch.mjs';

await runCommand(process.argv.slice(2));
