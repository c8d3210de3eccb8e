import type { Catalogue, Place } from '#catalogue';
import { distanceKm, type FieldError } from '#kernel';
import type { NeedForm } from '#forms';
import type { OfferForm } from '#forms';
import type { NeedLine, OfferLine } from './lines.rules.js';

/** A point further than this from every centre belongs to no place that we know. */
const NEAR_KM = 400;

export type Formed<T> =
  { readonly ok: true; readonly form: T } | { readonly ok: false; readonly errors: readonly FieldError[] };

/** An offer of a file as the form that the API would take. `prefers` and `only` are left as written: organizations and needs in them are the file's own. */
export function offerForm(catalogue: Catalogue, line: OfferLine): Formed<OfferForm> {
  const errors: FieldError[] = [];
  const place = placeOf(catalogue, line, errors);
  const unit = unitOf(catalogue, line, errors);
  if (errors.length > 0) return { ok: false, errors };
  const radiusKm = line.radiusKm === null ? null : Math.max(1, Math.ceil(line.radiusKm));
  const {
    kind,
    category,
    item,
    quantity,
    each,
    minLot,
    from,
    until,
    skills,
    prefers,
    only,
    bestBefore,
    coldChain,
    sizes,
    season,
    condition,
    title,
    description,
  } = line;
  return {
    ok: true,
    form: {
      kind,
      category,
      item,
      title,
      description,
      quantity,
      unit,
      each,
      minLot,
      place: place?.code ?? null,
      radiusKm,
      from,
      until,
      skills,
      prefers,
      only,
      bestBefore,
      coldChain,
      attributes: { sizes, season, condition },
    },
  };
}

/** @param around `organization`: our id of the one that the file names; `deadline`: of a line that has none */
export function needForm(
  catalogue: Catalogue,
  line: NeedLine,
  around: { readonly organization: string; readonly deadline: Date },
): Formed<NeedForm> {
  const errors: FieldError[] = [];
  const place =
    placeOf(catalogue, line, errors) ??
    (line.remote ? catalogue.places.find((known) => known.kind === 'region') : undefined);
  if (!place && errors.length === 0) errors.push({ field: 'place', code: 'exchange.place-needed' });
  const unit = unitOf(catalogue, line, errors);
  if (errors.length > 0 || !place) return { ok: false, errors };
  const { kind, item, quantity, each, minQuantity, remote, from, skills } = line;
  return {
    ok: true,
    form: {
      organization: around.organization,
      kind,
      category: line.category ?? '',
      item,
      title: line.title ?? titleOf(catalogue, line),
      description: line.description ?? `Нужда из файла, номер в нём: ${line.id}.`,
      quantity,
      unit,
      each,
      minQuantity,
      place: place.code,
      remote,
      from,
      deadline: line.deadline ?? around.deadline,
      urgency: line.urgency ?? 3,
      beneficiaries: line.beneficiaries || null,
      beneficiaryGroups: line.groups,
      skills,
      coldChain: line.coldChain,
      accepts: {
        sizes: line.sizes,
        seasons: line.seasons,
        conditions: line.conditions,
        notNow: line.notNow,
      },
      ...(line.autoAccept === null ? {} : { autoAccept: line.autoAccept }),
    },
  };
}

/** Where a file has no words, the catalogue's stand in their place. */
function titleOf(catalogue: Catalogue, line: NeedLine): string {
  const name =
    (line.item === null ? null : catalogue.item(line.item)?.nameRu) ??
    catalogue.category(line.category ?? '')?.nameRu ??
    line.category ??
    '';
  return name.length < 5 ? `Нужно: ${name}` : name;
}

/** The municipality that is named, or the one whose centre is nearest to the point. */
function placeOf(
  catalogue: Catalogue,
  line: OfferLine | NeedLine,
  errors: FieldError[],
): Place | { readonly code: string } | undefined {
  if (line.place !== null) return { code: line.place };
  if (line.at === null) return undefined;
  let [nearest, km]: [Place | undefined, number] = [undefined, Infinity];
  for (const place of catalogue.places) {
    if (place.kind !== 'municipality') continue;
    const away = distanceKm(line.at, place);
    if (away < km) [nearest, km] = [place, away];
  }
  if (km > NEAR_KM) errors.push({ field: 'lat', code: 'exchange.far-from-places', params: { km: Math.round(km) } });
  return nearest;
}

/** Without a unit the base unit is meant: kopeck, minute, or that of what the item (else the category) is usually counted in. */
function unitOf(catalogue: Catalogue, line: OfferLine | NeedLine, errors: FieldError[]): string {
  if (line.unit !== null) return line.unit;
  if (line.kind === 'money') return 'kopeck';
  if (line.kind === 'time') return 'minute';
  const usual =
    line.item === null
      ? catalogue.category(line.category ?? '')?.goodsUnits[0]
      : catalogue.item(line.item)?.defaultUnit;
  const base = usual === undefined ? undefined : catalogue.unit(usual)?.base;
  if (base === undefined) errors.push({ field: 'unit', code: 'exchange.unit-needed' });
  return base ?? '';
}
