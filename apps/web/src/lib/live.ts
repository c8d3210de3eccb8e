import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/** `hello` comes at the beginning and whenever something may have been missed. */
const EVENTS = [
  'hello',
  'offer.proposals',
  'need.proposals',
  'match.changed',
  'match.message',
  'need.changed',
  'offer.changed',
  'notifications.new',
] as const;
const STALE_AFTER_EVENT = [
  ['matches'],
  ['offers'],
  ['needs'],
  ['reports'],
  ['entries'],
  ['why-not'],
  ['statement'],
  ['notifications'],
];

/**
 * Listens to the server's events while the page is open; each one makes what is on the screen be read again.
 * Answers whether the line is up: a page whose line is down asks by itself from time to time.
 */
export function useLive(enabled: boolean): boolean {
  const client = useQueryClient();
  const [up, setUp] = useState(false);
  useEffect(() => {
    if (!enabled || typeof EventSource === 'undefined') return;
    const source = new EventSource('/api/v1/events', { withCredentials: true });
    const refresh = (): void => {
      for (const queryKey of STALE_AFTER_EVENT) void client.invalidateQueries({ queryKey });
    };
    source.onopen = () => {
      setUp(true);
      refresh(); // something may have happened while the line was down
    };
    source.onerror = () => setUp(false);
    for (const name of EVENTS) source.addEventListener(name, refresh);
    return () => {
      source.close();
      setUp(false);
    };
  }, [client, enabled]);
  return up;
}
