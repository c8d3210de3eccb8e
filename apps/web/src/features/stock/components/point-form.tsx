import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { focusFirstError } from '../../../lib/form.js';
import { t } from '../../../lib/words.js';
import type { HandOverPoint } from '../../matching/api/meeting.js';
import { PointFields } from '../../organizations/components/point-fields.js';
import { AFTER_STOCK, closePoint, savePoint, type Point } from '../api/stock.js';

const NEW: HandOverPoint = {
  name: '',
  address: '',
  hours: [{ days: [1, 2, 3, 4, 5], from: '10:00', until: '19:00' }],
  public: true,
};

/** A point is said as places of hand-over are; one of those can be taken over as it stands. */
export function PointForm({
  org,
  point,
  known,
  onDone,
}: {
  org: string;
  point?: Point;
  known: readonly HandOverPoint[];
  onDone: (point: Point) => void;
}): ReactNode {
  const element = useRef<HTMLFormElement>(null);
  const [form, setForm] = useState<HandOverPoint>(
    point ? { name: point.name, address: point.address, hours: point.hours, public: point.public } : NEW,
  );
  const action = useAction(savePoint, { refresh: AFTER_STOCK, onDone });
  const close = useAction(closePoint, { refresh: AFTER_STOCK, onDone });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await action.run({ org, known: point, form });
    focusFirstError(element.current);
  };
  return (
    <form ref={element} className="stack" onSubmit={(event) => void submit(event)}>
      {!point && known.length > 0 && (
        <div>
          <p className="small muted">{t('stock:point.take')}</p>
          <div className="chips gap-top-1">
            {known.map((one) => (
              <button
                key={`${one.name} ${one.address}`}
                type="button"
                className="chip chip-dense"
                onClick={() => setForm({ ...one, public: true })}
              >
                {one.name}
              </button>
            ))}
          </div>
        </div>
      )}
      <PointFields
        point={form}
        at={0}
        error={(field) => action.error(field.replace('handOverPoints.0.', ''))}
        onChange={setForm}
      />
      <ProblemNotice problem={action.general ?? close.problem} />
      <p className="row row-wrap">
        <Button type="submit" look="main" busy={action.busy}>
          {t(point ? 'stock:point.save' : 'stock:point.open')}
        </Button>
        {point?.can.includes('close') && (
          <Button look="no" busy={close.busy} onClick={() => void close.run(point.id)}>
            {t('stock:point.close')}
          </Button>
        )}
      </p>
    </form>
  );
}
