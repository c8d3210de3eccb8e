import type { Presence } from './kept-presence.js';

type Position = NonNullable<Presence['body']['position']>;

const WAIT_MS = 20_000;

/** Where this device is, asked of it once; the browser asks its owner before. @throws when they do not agree, or it does not know */
export function whereAmI(): Promise<Position> {
  return new Promise((found, failed) => {
    if (!('geolocation' in navigator)) return failed(new Error('no geolocation'));
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => found({ lat: coords.latitude, lon: coords.longitude, accuracy: coords.accuracy }),
      (error) => failed(new Error(error.message)),
      { enableHighAccuracy: true, timeout: WAIT_MS, maximumAge: 60_000 },
    );
  });
}
