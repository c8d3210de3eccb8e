import { formatAmount, type Catalogue } from '#catalogue';
import type { SearchStep, ShareRow, UnitReport, Unmet } from '#engine';
import { reportTexts } from './report-texts.js';

/** What of report.json the page says, as `reportOf` makes it. */
export interface PageFacts {
  readonly offers: number;
  readonly needs: number;
  readonly matches: number;
  readonly rejectedRows: number;
  readonly gap: number;
  readonly byUnit: readonly UnitReport[];
  readonly byPlace: readonly (Omit<ShareRow, 'key'> & { readonly place: string })[];
  readonly byOrganization: readonly (Omit<ShareRow, 'key'> & { readonly organization: string })[];
  readonly bySphere: readonly (Omit<ShareRow, 'key'> & { readonly sphere: string })[];
  readonly fairness: {
    readonly jain: number;
    readonly jainWithoutEquity: number | null;
    readonly priceOfEquity: number | null;
  };
  readonly weights: Readonly<Record<string, number>>;
  readonly unmet: readonly Unmet[];
}

const UNMET_SHOWN = 100;
const SHARES_SHOWN = 60;

const STYLE = `
:root{color-scheme:light dark;--ink:#1d2433;--soft:#5b6472;--line:#d9dde3;--fill:#1f6f5c;--ground:#fff;--track:#eceff3}
@media (prefers-color-scheme:dark){:root{--ink:#e8eaee;--soft:#a4adba;--line:#39414d;--fill:#6cc3aa;--ground:#14181f;--track:#252c36}}
*{box-sizing:border-box}body{margin:0 auto;max-width:1100px;padding:32px 24px;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,"Noto Sans",sans-serif}
h1{font-size:30px;line-height:1.2;margin:0 0 8px}h2{font-size:20px;margin:36px 0 8px}p{margin:4px 0;max-width:70ch}.soft{color:var(--soft)}
table{border-collapse:collapse;width:100%;margin-top:8px;font-variant-numeric:tabular-nums}th,td{text-align:left;padding:6px 10px 6px 0;border-bottom:1px solid var(--line);vertical-align:top}th{font-weight:600;font-size:14px;color:var(--soft)}
td.n,th.n{text-align:right;white-space:nowrap}.wide{overflow-x:auto}.bar{display:block;width:120px;height:10px;background:var(--track)}.bar i{display:block;height:10px;background:var(--fill);print-color-adjust:exact;-webkit-print-color-adjust:exact}
svg{width:100%;max-width:640px;height:auto;display:block;margin-top:8px}svg text{font-size:12px;fill:var(--soft)}
@media print{body{max-width:none;padding:0;font-size:11px}h2{break-after:avoid}tr{break-inside:avoid}.wide{overflow:visible}}`;

/** How figures are said in the language of the page. */
function sayings(locale: 'ru' | 'en', catalogue: Catalogue) {
  const percent = (share: number, digits = 1): string =>
    `${(share * 100).toLocaleString(locale, { maximumFractionDigits: digits })}\u00a0%`;
  const nameOf = (entry: { readonly nameRu: string; readonly nameEn: string } | undefined, code: string): string =>
    (locale === 'ru' ? entry?.nameRu : entry?.nameEn) ?? code;
  return {
    percent,
    nameOf,
    count: (value: number): string => value.toLocaleString(locale),
    jain: (value: number): string => value.toLocaleString(locale, { maximumFractionDigits: 3 }),
    amount: (value: number, unit: string): string => formatAmount(value, unit, locale, catalogue),
    unitOf: (row: { readonly kind: string; readonly unit: string }): string =>
      nameOf(catalogue.units.find((unit) => unit.base === row.unit) ?? catalogue.unit(row.unit), row.unit), // as people type it: roubles, not kopecks
    bar: (share: number): string =>
      `<span class="bar" role="img" aria-label="${percent(share)}"><i style="width:${Math.min(100, Math.max(0, share * 100)).toFixed(1)}%"></i></span>`,
  };
}

type Sayings = ReturnType<typeof sayings>;

/** What places, spheres or organizations got, those that need most, the best served first. */
function sharesTable(
  title: string,
  rows: readonly (Omit<ShareRow, 'key'> & { readonly name: string })[],
  { unitOf, amount, bar, percent }: Sayings,
  t: Texts,
): string {
  if (rows.length === 0) return '';
  const largest = [...rows].sort((a, b) => b.needed - a.needed || (a.name < b.name ? -1 : 1)).slice(0, SHARES_SHOWN);
  const inOrder = largest.sort((a, b) => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : b.share - a.share));
  return section(
    title,
    table(
      t.shareColumns,
      [2, 3],
      inOrder.map((row) => [
        safe(row.name),
        safe(unitOf(row)),
        safe(amount(row.needed, row.unit)),
        safe(amount(row.matched, row.unit)),
        `${bar(row.share)} ${percent(row.share)}`,
      ]),
    ),
  );
}

/** report.html: the figures of a run for people, in one file that needs nothing else; to be printed as it is. Amounts as people say them. */
export function reportPage(facts: PageFacts, catalogue: Catalogue, now: number, locale: 'ru' | 'en'): string {
  const t = reportTexts(locale);
  const say = sayings(locale, catalogue);
  const { count, percent, amount, unitOf, nameOf, bar, jain } = say;
  const at = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: catalogue.timeZone,
  }).format(now);
  const { fairness } = facts;
  const parts = [
    `<h1>${t.title}</h1><p>${safe(t.lead(count(facts.offers), count(facts.needs), count(facts.matches), at))}</p><p>${safe(facts.gap === 0 ? t.exact : t.best(percent(facts.gap, 3)))}</p>`,
    facts.rejectedRows > 0 ? `<p>${safe(t.rejected(count(facts.rejectedRows)))}</p>` : '',
    section(
      t.units,
      table(
        t.unitColumns,
        [1, 2, 3, 5],
        facts.byUnit.map((unit) => [
          safe(unitOf(unit)),
          safe(amount(unit.offered, unit.unit)),
          safe(amount(unit.needed, unit.unit)),
          safe(amount(unit.matched, unit.unit)),
          `${bar(ratio(unit.matched, unit.needed))} ${percent(ratio(unit.matched, unit.needed))}`,
          percent(unit.gap, 3),
        ]),
      ),
    ),
    sharesTable(
      t.places,
      facts.byPlace.map((row) => ({ ...row, name: nameOf(catalogue.place(row.place), row.place) })),
      say,
      t,
    ),
    sharesTable(
      t.spheres,
      facts.bySphere.map((row) => ({ ...row, name: nameOf(catalogue.sphere(row.sphere), row.sphere) })),
      say,
      t,
    ),
    sharesTable(
      t.organizations,
      facts.byOrganization.map((row) => ({ ...row, name: row.organization })),
      say,
      t,
    ),
    section(
      t.fairness,
      `<p>${safe(t.fairnessText(jain(fairness.jain), fairness.jainWithoutEquity === null ? null : jain(fairness.jainWithoutEquity), fairness.priceOfEquity === null ? null : percent(fairness.priceOfEquity, 2)))}</p>`,
    ),
    searchChart(facts.byUnit, unitOf, t),
    unmetTable(facts.unmet, amount, count, t),
    section(
      t.weights,
      table(
        [t.weights, ''],
        [1],
        Object.entries(facts.weights)
          .filter(([part]) => part !== 'version')
          .map(([part, weight]) => [safe(t.parts[part] ?? part), percent(weight / 1_000_000)]),
      ),
    ),
  ];
  return `<!doctype html>\n<html lang="${locale}">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${t.title}</title><style>${STYLE}</style></head>\n<body>\n<main>\n${parts.filter((part) => part !== '').join('\n')}\n</main>\n</body>\n</html>\n`;
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

function safe(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function section(title: string, content: string): string {
  return `<section><h2>${safe(title)}</h2>${content}</section>`;
}

/** @param numbers columns that are set to the right @param rows cells that are HTML already */
function table(head: readonly string[], numbers: readonly number[], rows: readonly (readonly string[])[]): string {
  const of = (at: number): string => (numbers.includes(at) ? ' class="n"' : '');
  const body = rows
    .map((cells) => `<tr>${cells.map((cell, at) => `<td${of(at)}>${cell}</td>`).join('')}</tr>`)
    .join('\n');
  return `<div class="wide"><table><thead><tr>${head.map((cell, at) => `<th scope="col"${of(at)}>${safe(cell)}</th>`).join('')}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}

type Texts = ReturnType<typeof reportTexts>;

function unmetTable(
  unmet: readonly Unmet[],
  amount: (value: number, unit: string) => string,
  count: (value: number) => string,
  t: Texts,
): string {
  if (unmet.length === 0) return section(t.unmet, `<p>${t.everybody}</p>`);
  const rows = unmet
    .slice(0, UNMET_SHOWN)
    .map(({ need, matched, left, unit, reason }) => [
      safe(need),
      safe(amount(matched, unit)),
      safe(amount(left, unit)),
      safe(t.reasons[reason]),
    ]);
  return section(
    t.unmet,
    `${table(t.unmetColumns, [1, 2], rows)}${unmet.length > UNMET_SHOWN ? `<p class="soft">${safe(t.more(count(unmet.length)))}</p>` : ''}`,
  );
}

/** How found and proved came together, for the unit that was searched longest. */
function searchChart(units: readonly UnitReport[], unitOf: (unit: UnitReport) => string, t: Texts): string {
  const longest = [...units].sort((a, b) => b.search.length - a.search.length)[0];
  if (!longest || longest.search.length < 3) return '';
  const { search } = longest;
  const last = Math.max(1, search.at(-1)?.steps ?? 1);
  const line = (value: (step: SearchStep) => number): string =>
    search
      .map(
        (step) =>
          `${(40 + (step.steps / last) * 580).toFixed(1)},${(180 - Math.min(1.1, Math.max(0, value(step))) * 145).toFixed(1)}`,
      )
      .join(' ');
  return section(
    `${t.search}: ${unitOf(longest)}`,
    `<p class="soft">${t.searchText}</p><svg viewBox="0 0 640 200" role="img" aria-label="${safe(t.searchText)}"><path d="M40 180H620" stroke="var(--line)"/>
<polyline points="${line((step) => step.bound)}" fill="none" stroke="var(--soft)" stroke-dasharray="4 3"/><polyline points="${line((step) => step.found)}" fill="none" stroke="var(--fill)" stroke-width="2"/>
<text x="620" y="24" text-anchor="end">- - ${t.proved}</text><text x="620" y="196" text-anchor="end">— ${t.found}</text></svg>`,
  );
}
