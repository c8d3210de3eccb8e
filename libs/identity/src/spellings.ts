const CYRILLIC = 'йцукенгшщзхъфывапролджэячсмитьбюё';
const KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const keyOf = new Map([...CYRILLIC].map((letter, at) => [letter, KEYS[at] as string]));

/** What the same fingers type with the other layout: «пароль» is "gfhjkm". */
export const onLatinKeys = (text: string): string => [...text].map((letter) => keyOf.get(letter) ?? letter).join('');

export const hasCyrillic = (text: string): boolean => /[а-яё]/.test(text);

const SOUNDS: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};
/** The letters that people write in more than one way. */
const OTHERWISE: readonly Readonly<Record<string, string>>[] = [
  {},
  { ю: 'u', я: 'ia', й: 'i' },
  { ю: 'ju', я: 'ja', й: 'j', х: 'kh', ц: 'c' },
  { я: 'y', х: 'x', ж: 'j', ш: 'w' },
];

/** Russian in Latin letters, in the ways that are usual: «солнышко» is "solnyshko". */
export function inLatinLetters(text: string): string[] {
  return [
    ...new Set(OTHERWISE.map((other) => [...text].map((letter) => other[letter] ?? SOUNDS[letter] ?? letter).join(''))),
  ];
}
