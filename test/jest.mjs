// Jest with what Node needs to run TypeScript by itself: node test/jest.mjs --selectProjects rules --testPathPatterns libs/ledger
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { spawn } from 'node:child_process';
import { ROOT } from '../apps/cli/settings.mjs';

const FLAGS = ['--conditions=source', '--import', pathToFileURL(join(ROOT, 'test/support/typescript.mjs')).href, '--disable-warning=ExperimentalWarning'];

spawn(process.execPath, [...FLAGS, join(ROOT, 'node_modules/jest/bin/jest.js'), ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' }).once('close', (code) => (process.exitCode = code ?? 1));
