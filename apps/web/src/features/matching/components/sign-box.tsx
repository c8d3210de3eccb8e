import { useRef, useState, type PointerEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { newKey } from '../../../lib/api.js';
import { t } from '../../../lib/words.js';
import { addPicture } from '../api/pictures.js';

const [WIDTH, HEIGHT] = [640, 240];

/** Drawn with a finger, a pen or a mouse, in dark ink on white whatever the page looks like: it stands on a paper. */
export function SignBox({ match, onDone }: { match: string; onDone: () => void }): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(false);
  const [name, setName] = useState('');
  const action = useAction(addPicture, { refresh: ['matches'], onDone });
  const pen = (): CanvasRenderingContext2D | null => {
    const context = canvas.current?.getContext('2d') ?? null;
    if (context) Object.assign(context, { strokeStyle: '#14211d', lineWidth: 4, lineCap: 'round', lineJoin: 'round' });
    return context;
  };
  const at = (event: PointerEvent<HTMLCanvasElement>): [number, number] => {
    const box = event.currentTarget.getBoundingClientRect();
    return [((event.clientX - box.left) * WIDTH) / box.width, ((event.clientY - box.top) * HEIGHT) / box.height];
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const context = pen();
    context?.beginPath();
    context?.moveTo(...at(event));
  };
  const go = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const context = pen();
    context?.lineTo(...at(event));
    context?.stroke();
    setDrawn(true);
  };
  const again = (): void => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, WIDTH, HEIGHT);
    setDrawn(false);
  };
  const send = (): void =>
    canvas.current?.toBlob((file) => {
      if (file) void action.run({ match, file, what: 'signature', alt: name, mark: newKey() });
    }, 'image/png');
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <canvas
        ref={canvas}
        className="sign-field"
        width={WIDTH}
        height={HEIGHT}
        role="img"
        aria-label={t('handover:signField')}
        onPointerDown={begin}
        onPointerMove={go}
      />
      <TextField
        label={t('handover:signer')}
        hint={t('handover:signerHint')}
        required
        maxLength={120}
        value={name}
        error={action.error('alt')}
        onChange={(event) => setName(event.target.value)}
      />
      <ProblemNotice problem={action.general} />
      <div className="row row-wrap">
        <Button type="submit" look="main" busy={action.busy} disabled={!drawn}>
          {t('handover:signGo')}
        </Button>
        <Button look="plain" onClick={again}>
          {t('handover:signAgain')}
        </Button>
        <Button look="plain" onClick={onDone}>
          {t('form.close')}
        </Button>
      </div>
    </form>
  );
}
