import type { Tx } from '#platform';
import type { DataSource } from 'typeorm';
import type { EntryType } from './edits.rules.js';

/** What names a sphere, a category or an item and has not ended. */
export interface EntryUses {
  readonly needs: number;
  /** Of a category only: needs that have ended. */
  readonly endedNeeds: number;
  readonly offers: number;
  readonly standingOffers: number;
  readonly units: readonly { readonly unit: string; readonly needs: number; readonly offers: number }[];
}

export const UNUSED: EntryUses = { needs: 0, endedNeeds: 0, offers: 0, standingOffers: 0, units: [] };

/** Who knows what names an entry: needs and offers lie above the catalogue. */
export abstract class CatalogueUses {
  abstract of(db: Tx | DataSource, type: EntryType, code: string): Promise<EntryUses>;
  /** How many needs are open in each category, by its code. */
  abstract openNeeds(db: Tx | DataSource): Promise<ReadonlyMap<string, number>>;
}
