import { camelRow } from '#catalogue';
import { saidCount, type EditOfEntry, type EntryType, type EntryUses } from '#catalogue-store';
import type { EditedEntryAnswer, EntryEditAnswer, EntryUsesAnswer } from './editor.answers.js';

type Row = Readonly<Record<string, unknown>> & { readonly code: string };

const HIDDEN = new Set(['position', 'retired_at', 'successor', 'code', 'mappings']);

/** Columns as forms name them. */
export function fieldsOf(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return camelRow(Object.fromEntries(Object.entries(row).filter(([column]) => !HIDDEN.has(column))));
}

export function editedEntry(type: EntryType, row: Row, openNeeds: number): EditedEntryAnswer {
  return {
    type,
    code: row.code,
    nameRu: String(row.name_ru),
    nameEn: String(row.name_en),
    within: ((row.sphere ?? row.category) as string | undefined) ?? null,
    kinds: (row.kinds as string[] | undefined) ?? [],
    flags: (row.flags as string[] | undefined) ?? [],
    openNeeds: saidCount(openNeeds),
    retiredAt: row.retired_at as Date | null,
    successor: row.successor as string | null,
  };
}

export function usesView({ needs, endedNeeds, offers, standingOffers, units }: EntryUses): EntryUsesAnswer {
  return {
    needs: saidCount(needs),
    endedNeeds: saidCount(endedNeeds),
    offers: saidCount(offers),
    standingOffers: saidCount(standingOffers),
    units: units.map((used) => ({ unit: used.unit, needs: saidCount(used.needs), offers: saidCount(used.offers) })),
  };
}

export function editView({ personId, personName, before, after, ...edit }: EditOfEntry): EntryEditAnswer {
  return {
    ...edit,
    person: { id: personId, name: personName },
    before: fieldsOf(before),
    after: { ...fieldsOf(after), ...('successor' in after ? { successor: after.successor } : {}) },
  };
}
