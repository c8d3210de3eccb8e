import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { KindMark } from '../../../components/marks.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { wordsIn } from '../../../lib/form.js';
import { addressIn, currentLocale } from '../../../lib/locale.js';
import { t } from '../../../lib/words.js';

const ROUBLES = ['300', '1500', '5000'];
const HOURS = ['2', '4', '8'];

/** A choice of a few quantities; the last one asks for another. A page without scripts leaves it to the form. */
function Quantities({
  kind,
  values,
  value,
  onPick,
  label,
  say,
}: {
  kind: 'money' | 'time';
  values: string[];
  value: string;
  onPick: (value: string) => void;
  label: string;
  say: (value: string) => string;
}): ReactNode {
  const [other, setOther] = useState(false);
  const pick = (picked: string): void => {
    setOther(picked === '');
    onPick(picked);
  };
  return (
    <>
      <div className={`amounts door-field by-script k-${kind}`} role="group" aria-label={label}>
        {[...values, ''].map((v) => (
          <button key={v} type="button" aria-pressed={other ? v === '' : v === value} onClick={() => pick(v)}>
            {v ? say(v) : t('home:door.other')}
          </button>
        ))}
      </div>
      {other && (
        <input
          className="input door-field"
          inputMode="decimal"
          aria-label={label}
          maxLength={20}
          value={value}
          onChange={(event) => onPick(event.target.value)}
        />
      )}
    </>
  );
}

/** Three doors, each with its first question; what is said here stands in the form behind the door. */
export function Doors(): ReactNode {
  const amounts = useAmounts();
  const navigate = useNavigate();
  const [roubles, setRoubles] = useState('1500');
  const [hours, setHours] = useState('4');
  return (
    <div className="wrap">
      <div className="doors">
        <section className="door k-money">
          <h2>
            <KindMark kind="money" size="l" />
            {t('home:door.money')}
          </h2>
          <p>{t('home:door.moneyText')}</p>
          <Quantities
            kind="money"
            values={ROUBLES}
            value={roubles}
            onPick={setRoubles}
            label={t('home:door.amount')}
            say={(v) => amounts.say(Number(v) * 100, 'kopeck')}
          />
          <Link
            className="btn btn-main btn-wide"
            to="/offer"
            search={{ kind: 'money', quantity: roubles || undefined }}
          >
            {t('home:door.moneyGo')}
          </Link>
        </section>
        <section className="door k-goods">
          <h2>
            <KindMark kind="goods" size="l" />
            {t('home:door.goods')}
          </h2>
          <p>{t('home:door.goodsText')}</p>
          <form
            className="door-form"
            action={addressIn(currentLocale(), '/offer', '')}
            onSubmit={(event) => {
              event.preventDefault();
              void navigate({ to: '/offer', search: { kind: 'goods', what: wordsIn(event.currentTarget, 'what') } });
            }}
          >
            <input type="hidden" name="kind" value="goods" />
            <input
              className="input door-field"
              name="what"
              aria-label={t('home:door.goodsLabel')}
              placeholder={t('home:door.goodsExample')}
              maxLength={100}
            />
            <Button type="submit" look="main" wide>
              {t('home:door.goodsGo')}
            </Button>
          </form>
        </section>
        <section className="door k-time">
          <h2>
            <KindMark kind="time" size="l" />
            {t('home:door.time')}
          </h2>
          <p>{t('home:door.timeText')}</p>
          <Quantities
            kind="time"
            values={HOURS}
            value={hours}
            onPick={setHours}
            label={t('home:door.hours')}
            say={(v) => amounts.say(Number(v) * 60, 'minute')}
          />
          <Link className="btn btn-main btn-wide" to="/offer" search={{ kind: 'time', quantity: hours || undefined }}>
            {t('home:door.timeGo')}
          </Link>
        </section>
      </div>
    </div>
  );
}
