import { hash, verify } from '@node-rs/argon2';

// OWASP's floor for argon2id (19 MiB, 2 passes). It runs on libuv's threads, so the event loop stays free.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash of a password that nobody has, made with the same cost: unknown addresses take as long as known ones. */
let nobody: Promise<string> | undefined;

// NFKC, so that the same password typed on another keyboard is the same password (NIST SP 800-63B 5.1.1.2).
const canonical = (password: string) => password.normalize('NFKC');

/** argon2id in PHC format. */
export function hashPassword(password: string): Promise<string> {
  return hash(canonical(password), COST);
}

/** Whether the password fits. Without a hash (nobody has this address) the same work is done and the answer is no. */
export async function passwordFits(passwordHash: string | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password');
  const fits = await verify(passwordHash ?? (await nobody), canonical(password));
  return passwordHash !== undefined && fits;
}
