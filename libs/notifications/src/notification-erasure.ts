import type { Fact } from '#kernel';
import type { FactJob, Forget, Tx } from '#platform';

async function forget(tx: Tx, personId: string): Promise<void> {
  for (const table of ['follows', 'notification_choices', 'told_proposals'])
    await tx.query(`DELETE FROM ${table} WHERE person_id = $1`, [personId]);
}

/** What a person chose to be told, where they follow, and which proposals they were told of. */
export const forgetNotifications: Forget = (tx, { personId }) => forget(tx, personId);

/** Follows `person.erased`, once more: a job that ran beside the erasure may have written about a person who was still there when it looked. */
export const forgetNotificationsJob: FactJob<Fact<'person.erased'>> = {
  name: 'notifications.forget',
  apply: (tx, fact) => forget(tx, fact.payload.personId),
};
