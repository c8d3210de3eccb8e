import { t } from '../../../lib/words.js';
import type { useAmounts } from '../../catalogue/api/catalogue.js';

interface Hours {
  readonly from: string;
  readonly until: string;
}

/** An end that is no later than its beginning is past midnight: shifts of a night are kept so. */
export const endsNextDay = ({ from, until }: Hours): boolean => from !== '' && until !== '' && until <= from;

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Said beside such an end, with how long it takes: whoever mistyped sees it before it is refused for another reason. */
export const nextDayWords = (said: Hours, amounts: ReturnType<typeof useAmounts>): string | undefined =>
  endsNextDay(said)
    ? t('shiftsDesk:nextDay', { time: amounts.say(24 * 60 + minuteOf(said.until) - minuteOf(said.from), 'minute') })
    : undefined;
