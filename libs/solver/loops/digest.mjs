// What a compiled loops was compiled from, told by the file itself: a section of its own named "sources".
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const COMPILER = 'assemblyscript@0.28.20';
export const FLAGS = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--enable', 'bulk-memory', '--stackSize', '0'];
export const SECTION = 'sources';

/** Of every source, the compiler and what it is told; hexadecimal. */
export function digestOf(folder) {
  const hash = createHash('sha256').update(COMPILER).update(FLAGS.join(' '));
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.ts')).sort()) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}

/** Adds the section: kind 0, length, length of the name, name, content; all of them below 128. */
export function withDigest(wasm, digest) {
  return Buffer.concat([wasm, Buffer.from([0, 1 + SECTION.length + digest.length, SECTION.length]), Buffer.from(SECTION + digest)]);
}
