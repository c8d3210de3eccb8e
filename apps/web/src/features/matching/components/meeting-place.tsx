import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { Icon } from '../../../components/marks.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { t } from '../../../lib/words.js';
import { proposeHandOver, type HandOver, type Meeting } from '../api/meeting.js';

/** A time is named and no place: says so, and who may propose adds the place to the same time. The other side agrees to both anew. */
export function PlaceToSay({
  meeting,
  handOver,
  onDone,
}: {
  meeting: Meeting;
  handOver: HandOver;
  onDone: () => void;
}): ReactNode {
  const [open, setOpen] = useState(false);
  const [place, setPlace] = useState('');
  const action = useAction(proposeHandOver, { refresh: ['matches'], onDone });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { from, until, note } = handOver;
    void action.run({ id: meeting.id, form: { from, until, place: place.trim(), note: note ?? undefined } });
  };
  return (
    <div className="stack" data-place-to-say>
      <p className="icon-lead">
        <Icon name="pin" />
        <span>{t('meeting:noPlace')}</span>
      </p>
      {meeting.can.includes('propose-hand-over') && !open && (
        <p>
          <Button size="dense" aria-expanded={false} onClick={() => setOpen(true)}>
            {t('meeting:sayPlace')}
          </Button>
        </p>
      )}
      {open && (
        <form className="stack" onSubmit={submit}>
          <TextField
            label={t('meeting:place')}
            hint={t('meeting:sayPlaceHint')}
            required
            maxLength={300}
            value={place}
            error={action.error('place')}
            onChange={(event) => setPlace(event.target.value)}
          />
          <ProblemNotice problem={action.general} />
          <p className="row row-wrap">
            <Button type="submit" look="main" busy={action.busy}>
              {t('meeting:sayPlace')}
            </Button>
            <Button look="plain" onClick={() => setOpen(false)}>
              {t('form.close')}
            </Button>
          </p>
        </form>
      )}
    </div>
  );
}
