import { useState, type ReactNode } from 'react';
import { TextField } from '../../../components/field.js';
import { t } from '../../../lib/words.js';
import { registerFile } from '../api/papers.js';

/** The register of an organization's money for its accountant, by period. */
export function GiftRegister({ org }: { org: string }): ReactNode {
  const year = new Date().getFullYear();
  const [from, setFrom] = useState(`${year}-01-01`);
  const [to, setTo] = useState(`${year}-12-31`);
  return (
    <section className="sheet pad-l stack" aria-labelledby="register">
      <h2 className="h-block" id="register">
        {t('papers:register')}
      </h2>
      <p className="small muted">{t('papers:registerLead')}</p>
      <div className="row row-wrap">
        <TextField
          label={t('papers:from')}
          type="date"
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
        <TextField label={t('papers:to')} type="date" value={to} onChange={(event) => setTo(event.target.value)} />
      </div>
      <p className="row row-wrap">
        {(['xlsx', 'csv', 'pdf'] as const).map((format) => (
          <a
            key={format}
            className="btn btn-quiet btn-dense"
            href={registerFile(org, format, { from: from || undefined, to: to || undefined })}
            download
          >
            {t(`papers:${format}`)}
          </a>
        ))}
      </p>
    </section>
  );
}
