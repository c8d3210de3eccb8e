import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Logo } from '../components/marks.js';
import { useInstallation } from '../features/installation/api/installation.js';
import { OperatorLine } from '../features/installation/components/operator-line.js';
import { nameOf, t } from '../lib/words.js';
import { DisplayPanel } from './display-panel.js';

function CheckLinks(): ReactNode {
  return (
    <div>
      <h2>{t('foot.check')}</h2>
      <ul>
        <li>
          <Link to="/balance" search={{}}>
            {t('nav.balance')}
          </Link>
        </li>
        <li>
          <Link to="/clearings" search={{}}>
            {t('foot.clearings')}
          </Link>
        </li>
        <li>
          <Link to="/v">{t('foot.statement')}</Link>
        </li>
        <li>
          <a href="/api/docs">{t('foot.api')}</a>
        </li>
      </ul>
    </div>
  );
}

/** @param about the page that a complaint would be about */
function OrganizationLinks({ about }: { about: string }): ReactNode {
  return (
    <div>
      <h2>{t('foot.organizations')}</h2>
      <ul>
        <li>
          <Link to="/desk">{t('foot.desk')}</Link>
        </li>
        <li>
          <Link to="/how">{t('nav.how')}</Link>
        </li>
        <li>
          <Link to="/rules" search={{}}>
            {t('installation:rules')}
          </Link>
        </li>
        <li>
          <Link to="/complaint" search={{ about }}>
            {t('foot.complaint')}
          </Link>
        </li>
        <li>
          <Link to="/privacy" search={{}}>
            {t('installation:privacy')}
          </Link>
        </li>
      </ul>
    </div>
  );
}

export function Footer(): ReactNode {
  const installation = useInstallation().data;
  const about = useRouterState({ select: ({ location }) => location.pathname });
  return (
    <footer className="foot">
      <div className="wrap">
        <div className="foot-grid">
          <div>
            <Link className="logo" to="/" aria-label={t('nav.logo')}>
              <Logo />
              {t('name')}
            </Link>
            <p className="foot-say">{t('foot.say', { region: nameOf(installation?.region, 'none') })}</p>
          </div>
          <div>
            <h2>{t('foot.help')}</h2>
            <ul>
              <li>
                <Link to="/needs" search={{}}>
                  {t('foot.needs')}
                </Link>
              </li>
              <li>
                <Link to="/offer" search={{ kind: 'money' }}>
                  {t('foot.money')}
                </Link>
              </li>
              <li>
                <Link to="/offer" search={{ kind: 'goods' }}>
                  {t('foot.goods')}
                </Link>
              </li>
              <li>
                <Link to="/offer" search={{ kind: 'time' }}>
                  {t('foot.time')}
                </Link>
              </li>
              <li>
                <Link to="/how" hash="asking">
                  {t('foot.asking')}
                </Link>
              </li>
            </ul>
          </div>
          <CheckLinks />
          <OrganizationLinks about={about} />
        </div>
        <DisplayPanel />
        <div className="foot-note">
          {installation?.demo && <span>{t('foot.demo')}</span>}
          {installation?.operator && (
            <span>
              {t('installation:operator')}: <OperatorLine operator={installation.operator} />
            </span>
          )}
          <span>{t('foot.places')}</span>
        </div>
      </div>
    </footer>
  );
}
