import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { t } from '../../../lib/words.js';
import { giveConsent } from '../api/account.js';
import { useConsentTexts, useSession } from '../api/session.js';

/** A wording that the law requires consent to has changed since this person agreed: they are asked once, wherever they are. */
export function AskedConsent(): ReactNode {
  const asked = useSession().data?.consentsAsked[0];
  const texts = useConsentTexts(asked !== undefined);
  const action = useAction(giveConsent, { refresh: ['session', 'own-consents'] });
  const text = texts.data?.find(({ purpose, version }) => purpose === asked?.purpose && version === asked?.version);
  if (!asked || !text) return null;
  return (
    <section className="wrap gap-top-4" aria-label={t('identity:asked.title')}>
      <Notice look="wait">
        <p className="strong">{t('identity:asked.title')}</p>
        <p className="small">{text.text}</p>
        <p className="row row-wrap gap-top-3">
          <Button
            look="main"
            size="dense"
            busy={action.busy}
            onClick={() => void action.run({ purpose: text.purpose, version: text.version })}
          >
            {t('identity:asked.agree')}
          </Button>
          <Link className="btn btn-plain btn-dense" to="/privacy" search={{}}>
            {t('installation:privacy')}
          </Link>
        </p>
        <ProblemNotice problem={action.problem} />
      </Notice>
    </section>
  );
}
