#!/usr/bin/env node
// `npm start`: from a bare machine to the printed address. Plain JavaScript without dependencies, because nothing may be installed yet.
import { startInstallation } from './launch.mjs';

await startInstallation(process.argv.slice(2));
