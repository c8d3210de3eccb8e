import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';

const TOLD = 'lepta-told';
/** A slow phone shows what became of it some frames after the answer came. */
const PATIENCE_MS = 2_000;

/** Says it through the live region of the page, which is there before anything is said: screen readers hear only of changes. */
export const tell = (words: string): void =>
  void document.dispatchEvent(new CustomEvent<string>(TOLD, { detail: words }));

/** An act that leads to another page says its word just before: so old a word goes along, unless somebody has pressed something since. */
const GOES_ALONG_MS = 1_000;

/** What the live region says now: of the page that is left nothing, but the word of the act that led away from it. */
export function useTold(): string {
  const router = useRouter();
  const [words, setWords] = useState('');
  const at = useRef(0);
  useEffect(() => {
    const hear = (event: Event): void => {
      const { detail } = event as CustomEvent<string>;
      at.current = performance.now();
      setWords((said) => (said === detail ? `${detail}\u00a0` : detail)); // the same words twice are a change too
    };
    const pressed = (): void => void (at.current = -Infinity);
    document.addEventListener(TOLD, hear);
    document.addEventListener('pointerdown', pressed, true);
    document.addEventListener('keydown', pressed, true);
    return () => {
      document.removeEventListener(TOLD, hear);
      document.removeEventListener('pointerdown', pressed, true);
      document.removeEventListener('keydown', pressed, true);
    };
  }, []);
  useEffect(
    () =>
      router.subscribe('onBeforeNavigate', ({ pathChanged }) => {
        if (pathChanged && performance.now() - at.current > GOES_ALONG_MS) setWords('');
      }),
    [router],
  );
  return words;
}

/** The heading of the page gets the focus: of whatever is no control, only what has a `tabindex` can. */
function focusHeading(): void {
  const heading = document.querySelector<HTMLElement>('main h1');
  if (heading) heading.tabIndex = -1;
  heading?.focus();
}

/** What was pressed goes with the part of the page that it stood in: the heading gets the focus, unless something else took it. */
export const afterLeaving = (): void =>
  void requestAnimationFrame(() => {
    if (document.activeElement === document.body) focusHeading();
  });

/**
 * The button that was pressed is gone with what it did, and the focus with it: it goes to the place that tells the outcome, as soon as that is shown, and the
 * live region says it, in the words of the place or in those given. Where no such place is shown any more, the heading of the page gets the focus.
 */
export function goToOutcome(place: string, otherwise: string, said?: string): void {
  const go = (): boolean => {
    const element = document.querySelector<HTMLElement>(place);
    element?.closest('details')?.setAttribute('open', ''); // folded away with what has ended: it is shown once more
    if (!element || element.offsetParent === null) return false;
    element.focus();
    tell(said ?? element.innerText);
    return true;
  };
  asSoonAsShown(go, () => {
    tell(said ?? otherwise);
    focusHeading();
  });
}

/** A person was led here for what stands under this id, through the sign-in or by a link: it gets the focus as soon as it can be pressed. */
export function useFocusOfAddress(id: string): void {
  useEffect(() => {
    if (window.location.hash !== `#${id}`) return;
    asSoonAsShown(() => {
      const element = document.getElementById(id);
      element?.focus();
      return element !== null && document.activeElement === element;
    });
  }, [id]);
}

/** Tries it in the next frame, and then after each change of the page until it can be done: a slow phone shows what came some frames later. */
export function asSoonAsShown(go: () => boolean, giveUp?: () => void): void {
  requestAnimationFrame(() => {
    if (go()) return;
    const changes = new MutationObserver(() => {
      if (go()) end();
    });
    const late = setTimeout(() => {
      end();
      giveUp?.();
    }, PATIENCE_MS);
    const end = (): void => {
      changes.disconnect();
      clearTimeout(late);
    };
    changes.observe(document.body, { subtree: true, childList: true, attributes: true });
  });
}
