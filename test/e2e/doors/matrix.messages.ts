import { newId } from '#kernel';
import { PRIVATE_NEED } from './cast.js';
import type { Thing } from './matrix.things.js';

/** A message of an agreed match, past the limit of how often one may write. */
function messageOf(author: 'donor' | 'coordinator', need: object = {}): Thing {
  return async (cast) => {
    const [id, message] = [await cast.match('accepted', need), newId()];
    const side = author === 'donor' ? 'donor' : 'organization';
    await cast.source.query(
      `INSERT INTO match_messages (id, match_id, side, author_id, text, at) VALUES ($1, $2, $3, $4, 'Иду', now())`,
      [message, id, side, cast.as(author).personId],
    );
    return { id, message };
  };
}

export const MESSAGES: Readonly<Record<string, Thing>> = {
  'of the donor': messageOf('donor'),
  'of the organization': messageOf('coordinator'),
  'about a private need': messageOf('donor', PRIVATE_NEED),
  never: async (cast) => ({ id: await cast.match('accepted') }),
  nowhere: async () => ({ id: newId() }),
};
