import type { ReactNode } from 'react';
import { Loaded } from '../../../components/states.js';
import type { Entry, Need } from '../../../lib/api-types.js';
import { count } from '../../../lib/amount.js';
import { day } from '../../../lib/dates.js';
import { pastDeadline } from '../../../lib/days-until.js';
import { hasWords, t } from '../../../lib/words.js';
import { useAmounts, useCatalogue } from '../../catalogue/api/catalogue.js';
import { useEntries } from '../api/needs.js';

interface Part extends Omit<Entry, 'state'> {
  state: Entry['state'] | 'lost' | 'returned';
}
interface Step extends Part {
  day: string;
  count: number;
}

/** What was handed over and did not arrive: what was lost of it, and what came back. */
function partsOf(entry: Entry): Part[] {
  const parts = (['lost', 'returned'] as const).flatMap((state) =>
    entry[state] > 0 ? [{ ...entry, id: `${entry.id} ${state}`, state, amount: entry[state] }] : [],
  );
  return parts.length > 0 ? parts : [entry];
}

/** What came on one day in the same way is one step. */
function stepsOf(entries: readonly Entry[], zone: string | undefined): Step[] {
  const steps: Step[] = [];
  for (const entry of entries.flatMap(partsOf)) {
    const on = day(entry.at, zone);
    const last = steps.at(-1);
    if (last?.day === on && last.kind === entry.kind && last.state === entry.state && last.unit === entry.unit) {
      last.amount += entry.amount;
      last.count += 1;
    } else steps.push({ ...entry, day: on, count: 1 });
  }
  return steps;
}

/** The thread of what became of it: the lines of the public ledger, of which every figure above is a sum, and what is still to come. People are not named. */
export function NeedEntries({ need }: { need: Need }): ReactNode {
  const query = useEntries(need.id);
  const amounts = useAmounts();
  const zone = useCatalogue('places').get(need.place)?.timeZone;
  const { open, unit } = need.balance;
  const word = ({ kind, state }: Part): string => {
    if (kind === 'delivery' && (state === 'held' || state === 'voided')) return t('needs:entry.promised'); // nothing was handed over
    return t(hasWords(`needs:entry.${kind}`) ? `needs:entry.${kind}` : 'needs:entry.other');
  };
  return (
    <section className="sheet pad-l" aria-labelledby="entries">
      <h2 className="h-block" id="entries">
        {t('needs:entries')}
      </h2>
      <Loaded query={query}>
        {(page) =>
          page.items.length === 0 ? (
            <p className="muted gap-top-3">{t('needs:noEntries')}</p>
          ) : (
            <ol className="thread gap-top-4" data-thread>
              {stepsOf(page.items, zone).map((step) => (
                <li key={step.id} className={step.state === 'held' ? 'is-next' : undefined} data-state={step.state}>
                  <span className="dot" />
                  <span className="what">
                    {word(step)}:{' '}
                    <span className={`entry-amount is-${step.state}`}>{amounts.say(step.amount, step.unit)}</span>
                  </span>
                  <time dateTime={step.at}>{step.day}</time>
                  <span className="note">
                    {t(`needs:entryState.${step.state}`)}
                    {step.count > 1 && `\u00a0· ${t('needs:entryCount', { count: step.count })}`}
                  </span>
                </li>
              ))}
              {page.nextCursor && (
                <li className="is-next">
                  <span className="dot" />
                  <span className="note">{t('needs:entriesCut', { shown: count(page.items.length) })}</span>
                </li>
              )}
              {open > 0 && !pastDeadline(need.status) && (
                <li className="is-next" data-state="open">
                  <span className="dot" />
                  <span className="what">{t('needs:stillOpen', { amount: amounts.say(open, unit) })}</span>
                  <time dateTime={need.deadline}>{t('needs:stillUntil', { day: day(need.deadline, zone) })}</time>
                </li>
              )}
            </ol>
          )
        }
      </Loaded>
    </section>
  );
}
