export type PatternName = 'logs' | 'screens' | 'bowls' | 'wheels' | 'knit' | 'books' | 'houses' | 'sprigs' | 'crosses';
export type Random = () => number;

/** A small generator (mulberry32): plates must look the same at every visit. */
export function seeded(text: string): Random {
  let state = [...text].reduce((sum, c) => Math.imul(sum ^ (c.codePointAt(0) ?? 0), 2_654_435_761), 7) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What a category looks like, by its code: the first that fits, else by its sphere. */
const BY_WORD: readonly [RegExp, PatternName][] = [
  [/heating|wildfire|fire/, 'logs'],
  [/cloth|children-goods|newborn|crafts|care-products|hygiene/, 'knit'],
  [/food|meal|kitchen|household|water|cafe/, 'bowls'],
  [/transport|rides|escort|trip|logistic|sport|delivery/, 'wheels'],
  [/digital|equipment|-it$|media|research|accounting|talent/, 'screens'],
  [/book|tutor|school|science|history|legal|papers|training|museum|career|stipend/, 'books'],
  [/repair|home|shelter|premises|building|venue|village|yard|rebuild|space/, 'houses'],
  [/^nature|graves|playground/, 'sprigs'],
  [/^health|medicine|rehab|aids|palliative/, 'crosses'],
];
const BY_SPHERE: Record<string, PatternName> = {
  relief: 'bowls',
  family: 'knit',
  elderly: 'houses',
  disability: 'wheels',
  health: 'crosses',
  education: 'books',
  culture: 'books',
  youth: 'wheels',
  memory: 'sprigs',
  nature: 'sprigs',
  emergency: 'houses',
  civic: 'books',
  community: 'houses',
  ngo: 'screens',
};

export const patternOf = (category: string, sphere: string): PatternName =>
  BY_WORD.find(([word]) => word.test(category))?.[1] ?? BY_SPHERE[sphere] ?? 'houses';
