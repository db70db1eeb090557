import { clientSettings } from '../client.ts';

export type Place = { readonly region: string };

/** An answer that comes late is none: the doctor says that it could not be had, and goes on. */
export function readSettings(place: Place) {
  const requestHandler = { connectionTimeout: 3_000, requestTimeout: 8_000, throwOnRequestTimeout: true };
  return { ...clientSettings(place), maxAttempts: 2, requestHandler };
}
