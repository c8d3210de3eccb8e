/** Texts of which a reader does not see all, or sees it where it is not: no field that people read takes one. */
export const INVISIBLE_TEXTS: readonly (readonly [what: string, text: string])[] = [
  ['a null character', 'Зея\u0000'],
  ['a bell', 'Зея\u0007'],
  ['a terminal sequence', '\u001b[31mЗея'],
  ['C1', 'Зея\u009b31m'],
  ['delete', 'Зея\u007f'],
  ['an override', 'Зея \u202e0001\u202c'],
  ['an embedding', '\u202bЗея\u202c'],
  ['an isolate', 'Зея \u2066x\u2069'],
  ['marks of direction', 'Зея\u200e\u200f\u061c'],
  ['a space without width', 'З\u200bея'],
  ['joiners between letters', 'З\u200cе\u200dя'],
  ['a word joiner', 'Зея\u2060'],
  ['a byte order mark', '\ufeffЗея'],
  ['a Hangul filler', '\u3164'],
  ['letters of tags', 'Зея\u{e0069}\u{e0067}'],
  ['a text in selectors', 'Зея\ufe0f\ufe01\ufe02\ufe05'],
  ['half a surrogate pair', 'Зея\ud83d'],
  ['a noncharacter', 'Зея\ufffe'],
];

/** Texts that users paste and attackers send. Each is kept byte for byte, or refused with the field named. */
export const NASTY_TEXTS: readonly (readonly [what: string, text: string])[] = [
  ...INVISIBLE_TEXTS,
  ['nothing', ''],
  ['a space', ' '],
  ['no-break spaces', '\u00a0\u202f\u2007'],
  ['tabs and line ends', 'a\tb\nc\r\nd\re'],
  ['control characters', '\u0001\u0007\b\u000b\f\u001b[31m\u007f'],
  ['C1 control characters', '\u0080\u0085\u009b31m'],
  ['a null character', 'a\u0000b'],
  ['half a surrogate pair', 'a\ud83d'],
  ['the other half', '\ude00b'],
  ['a byte order mark', '\ufeffтекст'],
  ['noncharacters', '\ufffe\uffff\u{1fffe}'],
  ['the replacement character', '\ufffd'],
  ['private use', '\ue000\u{f0000}'],
  ['soft hyphens', 'обо\u00adгре\u00adва\u00adтель'],
  ['joiners where they belong', 'می\u200cخواهم क्\u200dष'],
  ['line and paragraph separators', 'a\u2028b\u2029c'],
  ['emoji with skin and joiners', '👩🏽‍🚒👨‍👩‍👧‍👦🏴‍☠️🇷🇺'],
  ['zero width', 'по\u200bмо\u200cщ\u200dь\u2060'],
  ['right to left override', 'счёт \u202e0001\u202c и \u2066скрытое\u2069'],
  ['Arabic and Hebrew', 'السلام עברית'],
  ['combining marks', `З${'\u0300\u0301\u0336\u0489'.repeat(20)}`],
  ['two spellings of one letter', 'й и\u0306 ё е\u0308'],
  ['letters that grow and shrink', 'ßİıſﬃΐ'],
  ['look-alikes', 'Аdmіn ａｄｍｉｎ 𝐚𝐝𝐦𝐢𝐧'],
  ['Chinese, Japanese, Korean', '田中さんにあげて 찦차를 타고'],
  ['beyond the basic plane', '𠜎𠜱𝔘𝔫𝔦'],
  ['upside down', '˙ɐnbᴉlɐ ɐuƃɐɯ'],
  ['a script', `<script>alert('x')</script>`],
  ['an image that fails', '"><img src=x onerror=alert(1)>'],
  ['a link that runs', '<a href="javascript:alert(1)">так</a>'],
  ['an event in SVG', '<svg/onload=alert(1)>'],
  ['entities', '&lt;b&gt; &#0; &nbsp; &amp;amp;'],
  ['a closing comment', '--> ]]> <!--'],
  ['a template', '{{constructor.constructor("return 1")()}} ${7*7} <%= 7 %> #{7}'],
  ['braces of ICU', '{0} {name} {n, plural, one {#} other {#}} {'],
  ['an apostrophe of ICU', "'{'escaped'}' ''"],
  ['format letters', '%s %d %n %x %% %00 %0a'],
  ['SQL', `'; DROP TABLE people; --`],
  ['SQL with a comment', `1' OR '1'='1' /* `],
  ['a pattern of LIKE', `%_\\%\\_`],
  ['dollar quotes', '$$ $1 $tag$'],
  ['a shell', '$(touch /x) `id` ; rm -rf / | cat && exit'],
  ['a header', 'x\r\nSet-Cookie: a=b\r\n\r\n<html>'],
  ['a path', '../../../../etc/passwd\\..\\windows'],
  ['an address of a file', 'file:///etc/passwd'],
  ['an address inside', 'http://169.254.169.254/latest http://[::1]:5432/'],
  ['a lookup', '${jndi:ldap://example.org/a}'],
  ['XML with an entity', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'],
  ['JSON', '{"a":[1,{"__proto__":null}]}'],
  ['a formula', '=HYPERLINK("http://example.org";"так")'],
  ['formulas with other beginnings', '@SUM(1) +1 -1'],
  ['a name of the machinery', '__proto__'],
  ['another one', 'constructor'],
  ['a word that means nothing', 'null'],
  ['words that mean yes and no', 'true false undefined NaN'],
  ['a number', '1e309'],
  ['a surname', "О'Нил-Дʼартаньян"],
  ['a long word', 'ы'.repeat(300)],
  ['many lines', 'строка\n'.repeat(40)],
];

/** Numbers for a field of numbers. */
export const NASTY_NUMBERS: readonly unknown[] = [
  0, -0, -1, 1, 5, 0.1, -0.5, 1e-7, 1e-320, 1e21, 1e308, -1e308, 2 ** 31, -(2 ** 31) - 1, 2 ** 32, 2 ** 53, 2 ** 53 + 2, 2 ** 63, 1e13, 9_007_199_254_740_991,
  '1', '', '0x10', '1e3', '１２', '٣', '1,5', ' 1', '+1', null, true, [], [1], {}, 'NaN', 'Infinity',
];

/** Quantities are decimals written as texts. */
export const NASTY_QUANTITIES: readonly unknown[] = [
  '0', '-0', '-1', '0.5', '1', '50', '1.10', '1,5', '00050', '1e3', '1E3', '0x10', '１２', '٥', '½', '1 000', '1\u00a0000', '1_000', '+5', ' 5', '5 ', '.5', '5.', '1.2.3', '1,2,3', '--5',
  '0.000000000000000000000001', '99999999999999999999999', '9007199254740993', '10000000000000', '10000000000001', '9'.repeat(32), '9'.repeat(33), '9'.repeat(5000),
  'NaN', 'Infinity', '', ' ', 'пять', '∞', 5, -5, 0.1, 1e308, null, true, [], ['5'], { toString: '5' }, '\u0000', '5\u0000',
];

export const NASTY_DATES: readonly unknown[] = [
  '0000-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '+275760-09-13T00:00:00Z', '-000001-01-01T00:00:00Z', '2027-02-31T00:00:00Z', '2027-02-29', '2028-02-29T12:00:00Z',
  '2027-13-01T00:00:00Z', '2027-01-01T24:00:00Z', '2027-01-01T25:00:00Z', '2027-06-30T23:59:60Z', '2027-01-01T00:00:00', '2027-01-01 00:00:00', '2027-01-01T00:00:00+14:00', '2027-01-01T00:00:00+23:59', '2027-01-01T00:00:00+99:99',
  '2027-01-01T00:00:00.123456789Z', '2027-W10', '2027-123', '20270101', '2027', '01.02.2027', 'завтра', 'now', 'infinity', 'epoch', '1893456000', 1893456000000, '2027-01-01T00:00:00Z\u0000', '', null, [], {},
];

export const NASTY_VALUES: readonly unknown[] = [null, true, false, 0, -0, 1e308, '', 'x', [], [[]], {}, { length: 3 }, { toString: 1 }, { $ne: null }, [null], { toJSON: 'x' }, { then: 'x' }, { 'a.b': 1 }];

/** Ids that are none, or that nothing has. */
export const NASTY_IDS: readonly string[] = [
  '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '018f3b1e-6c55-7c1d-8a9e-2f0f5f6f7a10', 'x', '1', '-1', 'null', '%00', '%ff', '%', '%2', '..%2f..%2fetc', '%F0%9F%98%80', "'", '%27%3B--', '__proto__', 'a'.repeat(150), '{id}',
];
