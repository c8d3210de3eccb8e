/** What is behind an address, by how it begins. */
const BEHIND = [
  ['offer', /^\/offer(?=[/?#]|$)/],
  ['invitation', /^\/invitation(?=[/?#]|$)/],
  ['address', /^\/confirm-email-change(?=[/?#]|$)/],
  ['match', /^\/matches\//],
  ['desk', /^\/desk(?=[/?#]|$)/],
  ['own', /^\/(me|account|standing|surplus|vouches|appeals|moderation|admin)(?=[/?#]|$)/],
] as const;

/** Why a person is asked to sign in: what they pressed, or what the address that they go to is. Null where they only came to sign in. */
export function whySignIn({ next, why }: { next?: string; why?: string }): string | null {
  if (why) return why;
  if (next === undefined || next === '/') return null;
  return BEHIND.find(([, address]) => address.test(next))?.[0] ?? 'back';
}
