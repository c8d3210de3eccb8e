import { lazy, memo, Suspense, type ReactNode } from 'react';
import { PAGE_WORDS, withWords } from '../../../app/page-words.js';
import { Bones } from '../../../components/states.js';
import type { Kind } from '../../../lib/api-types.js';
import { currentLocale } from '../../../lib/locale.js';
import { onceOpened, useOpenedNear } from '../../../lib/near.js';
import type { Part, Period } from '../api/balance.js';

/** Files of their own, with their words: what the page is read by first does not wait for them. */
const withBooks = <T,>(part: () => Promise<T>): (() => Promise<T>) => withWords(part, currentLocale, PAGE_WORDS.books);
const flowing = onceOpened(withBooks(async () => ({ default: (await import('./flow.js')).Flow })));
const Flow = lazy(flowing.load);
const checking = onceOpened(withBooks(async () => ({ default: (await import('./check-days.js')).CheckDays })));
const CheckDays = lazy(checking.load);

/** Comes with a reader who gets there, or who asks for another view of the page; until then what the server has drawn stays. */
export const FlowLater = memo(function FlowLater({
  kind,
  period,
  place,
  sphere,
}: Part & { kind: Kind; period: Period }): ReactNode {
  const here = useOpenedNear(flowing, [kind, period, place, sphere].join());
  return (
    <div className="wrap" ref={here}>
      <Suspense fallback={<Bones rows={4} height={120} />}>
        <Flow kind={kind} period={period} part={{ place, sphere }} />
      </Suspense>
    </div>
  );
});

/** The check stands at the end of the page: it comes with a reader who gets there. Nothing but another day draws it anew, so that what the server has drawn stays until then. */
export const CheckLater = memo(function CheckLater({ day }: { day: string | undefined }): ReactNode {
  const here = useOpenedNear(checking);
  return (
    <div id="check" ref={here}>
      <Suspense fallback={<Bones rows={4} height={90} />}>
        <CheckDays chosen={day} />
      </Suspense>
    </div>
  );
});
