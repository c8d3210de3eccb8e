import type { WeeklyWindow } from '../api/wishes.js';

/** The hours of a week as the form has them: workdays and weekends, each in three parts. */
export const DAYS = { workdays: [1, 2, 3, 4, 5], weekend: [6, 7] } as const;
export const PARTS = { morning: ['06:00', '12:00'], day: ['12:00', '17:00'], evening: ['17:00', '24:00'] } as const;
export type HoursKey = `${keyof typeof DAYS}.${keyof typeof PARTS}`;

const KEYS = (Object.keys(DAYS) as (keyof typeof DAYS)[]).flatMap((days) =>
  (Object.keys(PARTS) as (keyof typeof PARTS)[]).map((part): HoursKey => `${days}.${part}`),
);
const windowOf = (key: HoursKey): WeeklyWindow => {
  const [days, part] = key.split('.') as [keyof typeof DAYS, keyof typeof PARTS];
  const [from, until] = PARTS[part];
  return { days: [...DAYS[days]], from, until };
};

/** Which of the six are said; a window that another program has said in other hours counts where it holds the whole of one. */
export function chosenIn(windows: readonly WeeklyWindow[]): HoursKey[] {
  return KEYS.filter((key) => {
    const { days, from, until } = windowOf(key);
    return days.every((day) => windows.some((one) => one.days.includes(day) && one.from <= from && one.until >= until));
  });
}

/** All six are none: at any time. */
export function windowsOf(keys: readonly HoursKey[]): WeeklyWindow[] {
  return keys.length === KEYS.length ? [] : KEYS.filter((key) => keys.includes(key)).map(windowOf);
}
