import { useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { tokenOfAddress } from '../../../lib/link-token.js';
import { t } from '../../../lib/words.js';
import { subscribe, unsubscribe, useUnsubscription } from '../api/notifications.js';

/** One press ends mails of a kind, another begins them again; nobody has to sign in for it. */
export function UnsubscribePage(): ReactNode {
  const { token: inPath } = useParams({ strict: false }) as { token?: string };
  const [token] = useState(() => inPath ?? tokenOfAddress());
  const query = useUnsubscription(token);
  const end = useAction(unsubscribe, { refresh: ['unsubscribe', 'mail-choices'] });
  const begin = useAction(subscribe, { refresh: ['unsubscribe', 'mail-choices'] });
  return (
    <div className="wrap page-sign">
      <PageHead title={t('notifications:unsubscribe.title')} />
      <h1 className="h-page">{t('notifications:unsubscribe.title')}</h1>
      <div className="stack gap-top-6">
        {!token ? (
          <Notice look="wait">
            <p>{t('identity:noToken')}</p>
          </Notice>
        ) : (
          <Loaded query={query}>
            {({ subscribed, about }) =>
              subscribed ? (
                <>
                  <p className="lead">{t('notifications:unsubscribe.ask', { about })}</p>
                  <p>
                    <Button look="main" size="large" busy={end.busy} onClick={() => void end.run(token)}>
                      {t('notifications:unsubscribe.go')}
                    </Button>
                  </p>
                </>
              ) : (
                <>
                  <Notice look="good" role="status">
                    <p>{t('notifications:unsubscribe.done', { about })}</p>
                  </Notice>
                  <p>
                    <Button busy={begin.busy} onClick={() => void begin.run(token)}>
                      {t('notifications:unsubscribe.back')}
                    </Button>
                  </p>
                </>
              )
            }
          </Loaded>
        )}
        <ProblemNotice problem={end.problem ?? begin.problem} />
      </div>
    </div>
  );
}
