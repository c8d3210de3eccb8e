import { announce, type Tx } from '#platform';
import type { LegRow } from './rows.queries.js';

/** Browsers of both sides and of the driver ask anew. */
export function tell(tx: Tx, { matchId, parties, driverId }: LegRow, driver: string | null = driverId): void {
  const { donorId, onBehalfOf, organizationId } = parties;
  const partyIds = [donorId, onBehalfOf, organizationId, driver].filter((id) => id !== null);
  announce(tx, { event: 'match.changed', id: matchId, partyIds });
}
