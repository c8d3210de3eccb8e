// Loaded before the tests (--import): lets Node run TypeScript as the build compiles it, without writing it down first.
import { existsSync, readFileSync } from 'node:fs';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { transformSync } from '@swc/core';
import { SWC } from '../../apps/cli/swc.mjs';

const isTypeScript = (url) => url?.startsWith('file:') && url.split('?')[0].endsWith('.ts');

/** @param sourceMaps whether a `map` comes with the `code` */
export const compile = (file, sourceMaps) =>
  transformSync(readFileSync(file, 'utf8'), { ...SWC, sourceMaps, filename: file });

/** TypeScript imports './x.js' and means './x.ts'. */
export async function resolve(specifier, context, next) {
  if (specifier.startsWith('.') && specifier.endsWith('.js') && isTypeScript(context.parentURL)) {
    const { href } = new URL(`${specifier.slice(0, -3)}.ts`, context.parentURL);
    if (existsSync(fileURLToPath(href))) return { url: href, format: 'module', shortCircuit: true };
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!isTypeScript(url)) return next(url, context);
  return { format: 'module', source: compile(fileURLToPath(url.split('?')[0]), false).code, shortCircuit: true };
}

if (isMainThread) register(import.meta.url);
