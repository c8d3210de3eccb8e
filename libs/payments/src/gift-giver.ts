import { addParties } from '#identity';
import { derivedId } from '#kernel';
import type { GiftOffer } from '#matching';
import { OrganizationEntity } from '#organizations';
import type { Tx } from '#platform';
import { GIFT_WAIT_MS } from './gift-life.rules.js';
import type { GiftEntity } from './gift.entity.js';

/**
 * Gives in the name of the company, of the person, or of a party of the gift's own: a visitor has none, and neither has a person who was erased before their money came. What is written for papers is
 * nobody's public name: nobody has looked at it.
 */
export async function offerOf(tx: Tx, gift: GiftEntity): Promise<GiftOffer> {
  const { giver, by } = await giverOf(tx, gift);
  return {
    giftId: gift.id,
    needId: gift.needId,
    giver,
    by,
    amount: gift.amount,
    anonymous: gift.anonymous,
    byCard: gift.provider === 'stripe',
    until: new Date(gift.deadline.getTime() + GIFT_WAIT_MS), // later than the gift's own end
  };
}

async function giverOf(tx: Tx, gift: GiftEntity): Promise<Pick<GiftOffer, 'giver' | 'by'>> {
  if (gift.giverOrganizationId !== null) {
    const { id, shortName, inn } = await tx.findOneByOrFail(OrganizationEntity, { id: gift.giverOrganizationId });
    return { giver: { partyId: id, kind: 'company', displayName: shortName, inn }, by: null };
  }
  const [person]: { id: string; name: string }[] =
    gift.personId === null
      ? []
      : await tx.query('SELECT id, name FROM people WHERE id = $1 AND erased_at IS NULL FOR SHARE', [gift.personId]);
  const partyId = person?.id ?? derivedId(gift.id, 'party');
  if (!person) await addParties(tx, [{ id: partyId, kind: 'person' }]);
  return { giver: { partyId, kind: 'person', displayName: person?.name ?? '' }, by: person?.id ?? null };
}
