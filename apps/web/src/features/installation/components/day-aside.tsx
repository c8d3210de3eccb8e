import type { ReactNode } from 'react';
import { Icon } from '../../../components/marks.js';
import { Notice } from '../../../components/notice.js';
import { t } from '../../../lib/words.js';
import { stands, type FirstDay } from '../api/first-day.js';

/** Beside the steps: what visitors can do so far, and the same as a command says it. */
export function DayAside({ day }: { day: FirstDay }): ReactNode {
  return (
    <aside className="stack" aria-label={t('administration:firstDay.outside')}>
      {day.ready && (
        <Notice look="good">
          <p>{t('administration:firstDay.ready')}</p>
        </Notice>
      )}
      <section className="panel" aria-labelledby="who-may">
        <div className="panel-head">
          <h2 className="h-dense" id="who-may">
            {t('administration:firstDay.whoMay')}
          </h2>
        </div>
        <ul className="panel-body lines lines-dense">
          {day.abilities.map(({ code, because }) => (
            <li key={code} className="row">
              <span className={because ? 'warn' : 'good'}>
                <Icon name={because ? 'x' : 'check'} small />
                <span className="sr">
                  {t(because ? 'administration:firstDay.mayNot' : 'administration:firstDay.may')}
                </span>
              </span>
              <span className="grow small">
                {t(`administration:firstDay.ability.${code}`)}
                {because && (
                  <>
                    <br />
                    <span className="tiny muted">
                      {t('administration:firstDay.because', {
                        step: day.steps.find((step) => step.code === because)?.name ?? because,
                      })}
                    </span>
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section className="panel" aria-labelledby="terminal">
        <div className="panel-head">
          <h2 className="h-dense" id="terminal">
            {t('administration:firstDay.terminal')}
          </h2>
        </div>
        <div className="panel-body">
          <p className="small code">$ lepta doctor</p>
          <ul className="doctor">
            {day.steps.map((step) => (
              <li key={step.code}>
                <b className={step.state === 'done' ? 'good' : stands(step) ? 'wait' : 'warn'}>
                  {t(`administration:firstDay.mark.${step.state}`)}
                </b>
                <span className="code">{step.code}</span>
                <span className="muted">{t(`administration:firstDay.shortly.${step.state}`)}</span>
              </li>
            ))}
          </ul>
        </div>
      </section>
    </aside>
  );
}
