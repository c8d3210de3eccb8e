import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FieldError, TextField } from '../../../components/field.js';
import { Notice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Loaded } from '../../../components/states.js';
import type { Schema } from '../../../lib/api-types.js';
import { KEY_FIELD, usePlainForm } from '../../../lib/plain-form.js';
import { t } from '../../../lib/words.js';
import { useConsentTexts } from '../../identity/api/session.js';
import { useInstallation, useMailWords } from '../../installation/api/installation.js';
import { TextLinks } from '../../installation/components/text-links.js';
import { WhoRunsIt } from '../../installation/components/who-runs-it.js';

/** A person who is not signed in says whose it is; a link of a mail does the rest. */
export function NewcomerFields({
  anonymous,
  error,
}: {
  anonymous: boolean;
  error: (...fields: string[]) => string | undefined;
}): ReactNode {
  const plain = usePlainForm();
  const mailWords = useMailWords();
  const texts = useConsentTexts();
  const agreed = plain.all('consents');
  return (
    <>
      <input type="hidden" name={KEY_FIELD} value={plain.key} />
      <fieldset className="stack">
        <legend className="h-block">{t('offers:newcomer.title')}</legend>
        <p className="small muted">
          {mailWords('offers:newcomer.text')}
          <WhoRunsIt />
        </p>
        <TextField
          label={t('identity:name')}
          hint={t(anonymous ? 'offers:newcomer.nameHidden' : 'offers:newcomer.nameShown')}
          name="name"
          autoComplete="name"
          required
          maxLength={100}
          defaultValue={plain.typed('name')}
          error={error('name')}
        />
        <TextField
          label={t('identity:email')}
          type="email"
          name="email"
          autoComplete="email"
          required
          maxLength={254}
          defaultValue={plain.typed('email')}
          error={error('email')}
        />
        <Loaded query={texts} bones={<Bones rows={1} height={96} />}>
          {(known) =>
            known.map(({ purpose, version, text }) => (
              <label key={purpose} className="check">
                <input
                  type="checkbox"
                  name="consents"
                  value={`${purpose} ${version}`}
                  required={purpose === 'personal-data'}
                  aria-invalid={purpose === 'personal-data' && error('consents') ? true : undefined}
                  aria-describedby={purpose === 'personal-data' && error('consents') ? 'consents-error' : undefined}
                  defaultChecked={agreed.includes(`${purpose} ${version}`)}
                />
                <span>{text}</span>
              </label>
            ))
          }
        </Loaded>
        {error('consents') && <FieldError id="consents-error">{error('consents')}</FieldError>}
        <TextLinks />
      </fieldset>
    </>
  );
}

/** What stands in these fields, as the API asks for it. */
export function newcomerOf(form: HTMLFormElement): Pick<Schema['VisitorOfferDto'], 'name' | 'email' | 'consents'> {
  const data = new FormData(form);
  return {
    name: String(data.get('name') ?? '').trim(),
    email: String(data.get('email') ?? '').trim(),
    consents: data.getAll('consents').map((one) => {
      const [purpose = '', version = ''] = String(one).split(' ');
      return { purpose, version };
    }),
  };
}

/** What was sent so, in place of the form: nothing is said of whose the address is. The next offer begins with an empty form. */
export function SentByMail(): ReactNode {
  const mails = useInstallation().data?.sendsMail ?? true;
  return (
    <div className="wrap page-form">
      <PageHead title={t('offers:title')} />
      <div className="stack-6" tabIndex={-1} data-sent-by-mail>
        <h1 className="h-page">{t(mails ? 'offers:newcomer.sent' : 'offers:newcomer.noMailsTitle')}</h1>
        <Notice look="good" role="status">
          <p>
            {t(mails ? 'offers:newcomer.sentText' : 'offers:newcomer.noMails')}
            <WhoRunsIt />
          </p>
        </Notice>
        <p className="row row-wrap">
          <Link className="btn btn-quiet" to="/needs" search={{}}>
            {t('foot.needs')}
          </Link>
          <Link className="btn btn-quiet" to="/offer" search={{}} reloadDocument>
            {t('offers:newcomer.more')}
          </Link>
        </p>
      </div>
    </div>
  );
}
