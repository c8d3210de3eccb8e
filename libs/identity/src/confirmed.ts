import type { Actor } from './actor.rules.js';
import { refuseIdentity } from './identity.refusals.js';

/**
 * A word that others rely on is given by an address that was confirmed: before that anybody may have written any address. A person who hears the
 * refusal over HTTP is sent the mail to confirm it once more. `can` keeps such a verb: trying it is how the mail is asked for, and the refusal says
 * why. @throws person.unconfirmed
 */
export function confirmedOnly(actor: Pick<Actor, 'confirmed'>): void {
  if (!actor.confirmed) refuseIdentity('person.unconfirmed');
}
