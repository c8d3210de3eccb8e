import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { focusFirstError } from '../../../lib/form.js';
import { t } from '../../../lib/words.js';
import type { Operator } from '../api/installation.js';
import { sayOperator } from '../api/first-day.js';

const FIELDS = ['name', 'inn', 'address', 'email', 'phone'] as const;
const MAX = { name: 200, inn: 12, address: 300, email: 254, phone: 40 } as const;

/** Who runs the installation: at the foot of every page, and in the policy. */
export function OperatorForm({ operator, onDone }: { operator: Operator | null; onDone: () => void }): ReactNode {
  const [said, setSaid] = useState({
    name: operator?.name ?? '',
    inn: operator?.inn ?? '',
    address: operator?.address ?? '',
    email: operator?.email ?? '',
    phone: operator?.phone ?? '',
  });
  const form = useRef<HTMLFormElement>(null);
  const action = useAction(sayOperator, { refresh: ['installation', 'first-day', 'texts-to-edit'], onDone });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { phone, ...needed } = said;
    await action.run({ ...needed, ...(phone.trim() === '' ? {} : { phone: phone.trim() }) });
    focusFirstError(form.current);
  };
  return (
    <form ref={form} onSubmit={(event) => void submit(event)}>
      <div className="form-row">
        {FIELDS.map((field) => (
          <div key={field} className={field === 'name' || field === 'address' ? 'wide' : undefined}>
            <TextField
              label={t(`administration:firstDay.operator.${field}`)}
              optional={field === 'phone'}
              required={field !== 'phone'}
              maxLength={MAX[field]}
              type={field === 'email' ? 'email' : field === 'phone' ? 'tel' : 'text'}
              inputMode={field === 'inn' ? 'numeric' : undefined}
              value={said[field]}
              error={action.error(field)}
              onChange={(event) => setSaid({ ...said, [field]: event.target.value })}
            />
          </div>
        ))}
      </div>
      <ProblemNotice problem={action.general} />
      <p className="gap-top-3">
        <Button type="submit" look="main" busy={action.busy}>
          {t('administration:firstDay.operator.save')}
        </Button>
      </p>
    </form>
  );
}
