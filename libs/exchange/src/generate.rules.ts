import { saysStorage, type Catalogue, type Category, type Item, type Place } from '#catalogue';
import { DAY_MS, type Kind } from '#kernel';
import { Dice, logNormal, Zipf } from './random.js';

type Row = Readonly<Record<string, string | number>>;

export interface MakerOptions {
  readonly needs: number;
  readonly seed: number;
  readonly skewed: boolean;
  readonly now: Date;
}

interface Organization {
  readonly id: string;
  readonly place: Place;
}

const RADII = [5, 10, 25, 50, 100, 200, 400];
/** Of a hundred rows: money, goods, time. */
const KINDS: readonly (readonly [Kind, number])[] = [
  ['money', 40],
  ['goods', 40],
  ['time', 20],
];
const MEDIANS: Readonly<Record<'offers' | 'needs', Readonly<Record<Kind, number>>>> = {
  offers: { money: 5_000, goods: 20, time: 8 },
  needs: { money: 6_000, goods: 24, time: 10 },
};
/** How much money a skewed world offers of what it offers otherwise: only where little is given does it matter to whom. */
const SCARCE = 0.5;
const STEPS: Readonly<Record<Kind, number>> = { money: 100, goods: 1, time: 0.5 };

/** Makes rows: a world of its own for offers and needs each, so that the number of one never changes the other. */
export class Maker {
  private readonly places: Zipf<Place>;
  /** Where the region's own centre lies. */
  private readonly capital: Place | undefined;
  private readonly categories: Readonly<Record<Kind, Zipf<Category>>>;
  private readonly items: ReadonlyMap<string, Zipf<Item>>;
  private readonly anyItem: Zipf<Item>;
  private readonly organizations: Zipf<Organization>;
  private readonly skills: Zipf<string>;
  private readonly offerDice: Dice;
  private readonly needDice: Dice;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly options: MakerOptions,
  ) {
    const dice = new Dice(options.seed);
    const municipalities = catalogue.places.filter((place) => place.kind === 'municipality');
    this.places = new Zipf(
      [...municipalities].sort((a, b) => (b.population ?? 0) - (a.population ?? 0) || (a.code < b.code ? -1 : 1)),
    );
    this.capital = municipalities.find(({ lat, lon }) => lat === catalogue.region?.lat && lon === catalogue.region.lon);
    const order = dice.shuffled(catalogue.categories);
    const of = (kind: Kind): Zipf<Category> =>
      new Zipf(order.filter((category) => category.kinds.includes(kind) && usable(catalogue, category, kind)));
    this.categories = { money: of('money'), goods: of('goods'), time: of('time') };
    this.anyItem = new Zipf(dice.shuffled(catalogue.goods));
    this.items = new Map(
      catalogue.categories.map((category) => [
        category.code,
        new Zipf(catalogue.goods.filter((item) => item.category === category.code)),
      ]),
    );
    this.skills = new Zipf(dice.shuffled(catalogue.skills).map((skill) => skill.code));
    const count = Math.max(3, Math.ceil(options.needs / 50));
    this.organizations = new Zipf(
      Array.from({ length: count }, (_, at) => ({ id: `org-${at + 1}`, place: this.places.pick(dice) })),
    );
    this.offerDice = new Dice(options.seed + 1);
    this.needDice = new Dice(options.seed + 2);
  }

  offer(number: number): Row {
    const dice = this.offerDice;
    const kind = kindOf(dice);
    const things = this.things(dice, 'offers', kind);
    const central = this.options.skewed && kind === 'money' && dice.chance(0.9);
    const place = central ? (this.capital?.code ?? this.places.pick(dice).code) : this.places.pick(dice).code;
    const goesAnywhere = dice.chance(0.4);
    const radius = dice.pick(RADII);
    const wide = dice.chance(kind === 'money' ? 0.5 : 0.15); // a sphere, or for money anything
    const category = wide ? (kind === 'money' && dice.chance(0.5) ? '' : things.category.sphere) : things.category.code;
    const prefers = dice.chance(0.1) ? this.categories[kind].pick(dice).sphere : '';
    const starts = dice.chance(0.2) ? dice.below(20) : null;
    return {
      id: `o-${number}`,
      kind,
      category: kind === 'goods' && things.item ? things.category.code : category,
      item: things.item?.code ?? '',
      quantity: decimal(things.quantity),
      unit: things.unit,
      min_lot: dice.chance(0.1) ? decimal(lot(things.quantity, STEPS[kind])) : '',
      place,
      radius_km: (this.options.skewed && kind === 'money') || goesAnywhere ? '' : radius,
      skills: kind === 'time' ? this.someSkills(dice, 3) : '',
      from: starts === null ? '' : this.day(starts),
      until: this.day(30 + dice.below(150)),
      prefers,
      ...this.keeping(kind, category, things.item),
      vetted: kind === 'time' && number % 5 !== 0 ? 'true' : '', // nothing is drawn: the rest of a seed's rows stays as it is
    };
  }

  need(number: number): Row {
    const dice = this.needDice;
    const kind = kindOf(dice);
    const organization = this.organizations.pick(dice);
    const things = this.things(dice, 'needs', kind);
    const elsewhere = dice.chance(0.2) ? this.places.pick(dice) : organization.place;
    const starts = dice.chance(0.2) ? dice.below(20) : null;
    return {
      id: `n-${number}`,
      organization: organization.id,
      kind,
      category: things.category.code,
      item: things.item?.code ?? '',
      quantity: decimal(things.quantity),
      unit: things.unit,
      min_quantity: dice.chance(0.1) ? decimal(lot(things.quantity, STEPS[kind])) : '',
      place: elsewhere.code,
      remote: kind === 'time' && dice.chance(0.1) ? 'true' : 'false',
      skills: kind === 'time' && dice.chance(0.5) ? this.someSkills(dice, 1) : '',
      from: starts === null ? '' : this.day(starts),
      deadline: this.day(25 + dice.below(120)),
      urgency: 1 + Math.min(dice.below(5), dice.below(5)),
      beneficiaries: logNormal(dice, 20, 1.5, 1, 20_000),
      cold_chain: things.item?.attributes.includes('cold') ? 'true' : '',
    };
  }

  private keeping(kind: Kind, category: string, item: Item | null): Pick<Row, 'best_before' | 'cold_chain'> {
    if (!saysStorage(this.catalogue, { kind, category, item: item?.code ?? null }))
      return { best_before: '', cold_chain: '' };
    return { best_before: this.day(400), cold_chain: item?.attributes.includes('cold') ? 'true' : 'false' };
  }

  private things(
    dice: Dice,
    table: 'offers' | 'needs',
    kind: Kind,
  ): { category: Category; item: Item | null; quantity: number; unit: string } {
    const category = this.categories[kind].pick(dice);
    const scarce = this.options.skewed && table === 'offers' && kind === 'money';
    const quantity = logNormal(dice, MEDIANS[table][kind] * (scarce ? SCARCE : 1), 1.6, STEPS[kind], 10_000_000);
    if (kind === 'money') return { category, item: null, quantity, unit: 'rub' };
    if (kind === 'time') return { category, item: null, quantity, unit: 'hour' };
    const own = this.items.get(category.code)?.pick(dice);
    const item = dice.chance(0.7) ? (own ?? (dice.chance(0.2) ? this.anyItem.pick(dice) : null)) : null;
    return { category, item, quantity, unit: item?.defaultUnit ?? (category.goodsUnits[0] as string) };
  }

  private someSkills(dice: Dice, max: number): string {
    return [...new Set(Array.from({ length: 1 + dice.below(max) }, () => this.skills.pick(dice)))].join('|');
  }

  private day(days: number): string {
    return new Date(this.options.now.getTime() + days * DAY_MS).toISOString().replace('.000Z', 'Z');
  }
}

/** What the generator says in hours or in the first unit of a category must be allowed there. */
function usable(catalogue: Catalogue, category: Category, kind: Kind): boolean {
  if (kind === 'time') return category.timeUnits.includes('hour');
  return (
    kind === 'money' ||
    (category.goodsUnits.length > 0 && catalogue.unit(category.goodsUnits[0] as string) !== undefined)
  );
}

function kindOf(dice: Dice): Kind {
  let aim = dice.next() * 100;
  for (const [kind, share] of KINDS) if ((aim -= share) < 0) return kind;
  return 'time';
}

/** A useful part: between a tenth and half of the whole, in the same steps. */
function lot(quantity: number, step: number): number {
  return Math.max(step, Math.floor(quantity / 4 / step) * step);
}

function decimal(value: number): string {
  return String(value);
}
