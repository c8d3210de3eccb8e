import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

// OWASP's floor for argon2id (19 MiB, 2 passes). It runs on libuv's threads, so the event loop stays free.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

let nobody: Promise<string> | undefined;

// NFKC, so that the same password typed on another keyboard is the same password (NIST SP 800-63B 5.1.1.2).
const canonical = (password: string) => password.normalize('NFKC');

/** argon2id in PHC format. */
export function hashPassword(password: string): Promise<string> {
  return hash(canonical(password), COST);
}

/** The hash of a password that nobody has, made with the same cost: to check against it takes as long, and no password fits. */
export function nobodysHash(): Promise<string> {
  return (nobody ??= hashPassword(randomBytes(32).toString('base64url')));
}

/** Whether the password fits. Without a hash (nobody has this address) the same work is done and the answer is no. */
export async function passwordFits(passwordHash: string | undefined, password: string): Promise<boolean> {
  const fits = await verify(passwordHash ?? (await nobodysHash()), canonical(password));
  return passwordHash !== undefined && fits;
}
