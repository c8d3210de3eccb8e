import { useState, type ReactNode } from 'react';
import { SelectField, TextField } from '../../../components/field.js';
import { Loaded } from '../../../components/states.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { certificateFile, useDonations, type Donations } from '../api/papers.js';

const YEARS = 4;

function Certificates({ donations, name, inn }: { donations: Donations; name: string; inn: string }): ReactNode {
  const amounts = useAmounts();
  if (donations.items.length === 0) return <p className="small muted">{t('papers:none')}</p>;
  return (
    <ul className="stack-2">
      {donations.items.map(({ organization, name: of, total, returned }) => (
        <li key={organization} className="row row-wrap between" data-organization={organization}>
          <span>
            <b className="num">{amounts.say(total, 'kopeck')}</b>{' '}
            <span className="muted">
              {of}
              {returned > 0 && ` · ${t('papers:returned')} ${amounts.say(returned, 'kopeck')}`}
            </span>
          </span>
          <a
            className="btn btn-quiet btn-dense"
            href={certificateFile(organization, {
              year: donations.year,
              name: name.trim() || undefined,
              inn: inn.trim() || undefined,
            })}
            download
          >
            {t('papers:certificate')}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Confirmed money of a year by organization, with the certificate that the tax office asks for. */
export function OwnDonations(): ReactNode {
  const now = new Date().getFullYear();
  const [year, setYear] = useState(now);
  const [name, setName] = useState('');
  const [inn, setInn] = useState('');
  const donations = useDonations(year);
  return (
    <section className="sheet pad stack gap-top-8" aria-labelledby="donations">
      <h2 className="h-block" id="donations">
        {t('papers:mine')}
      </h2>
      <p className="small muted">{t('papers:mineLead')}</p>
      <SelectField
        label={t('papers:year')}
        value={String(year)}
        onChange={(event) => setYear(Number(event.target.value))}
      >
        {Array.from({ length: YEARS }, (_, back) => (
          <option key={back} value={now - back}>
            {now - back}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('papers:name')}
        hint={t('papers:nameHint')}
        maxLength={160}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={t('papers:inn')}
        inputMode="numeric"
        maxLength={12}
        value={inn}
        onChange={(event) => setInn(event.target.value)}
      />
      <Loaded query={donations}>{(data) => <Certificates donations={data} name={name} inn={inn} />}</Loaded>
    </section>
  );
}
