import type { LogLevel } from '../core/event-format.ts';
import type { JsonObject } from '../core/json.ts';
import { fieldsOf } from './json-value.ts';
import { currentFrame, emit } from './scope.ts';

export type Fields = { readonly [name: string]: unknown };

const levels: readonly LogLevel[] = ['debug', 'info', 'warning', 'error'];
const longestMessage = 8_000;
const mostFieldUnits = 60_000;

/** Messages with structured fields. `LOG_LEVEL` (debug, info, warning, error; info if not set) says from which level on. */
export const log = {
  debug: (message: string, fields?: Fields): void => write('debug', message, fields),
  info: (message: string, fields?: Fields): void => write('info', message, fields),
  warn: (message: string, fields?: Fields): void => write('warning', message, fields),
  error: (message: string, fields?: Fields): void => write('error', message, fields),
};

function write(level: LogLevel, message: string, fields: Fields | undefined): void {
  if (levels.indexOf(level) < leastLevel()) return;
  const text = String(message).slice(0, longestMessage);
  const event = { event: 'log', level, message: text } as const;
  emit(currentFrame().run, fields === undefined ? event : { ...event, fields: boundedFields(fields) });
}

function leastLevel(): number {
  const wanted = (process.env['LOG_LEVEL'] ?? 'info').toLowerCase();
  const index = levels.indexOf(wanted === 'warn' ? 'warning' : (wanted as LogLevel));
  return index === -1 ? 1 : index;
}

/** A log call never fails: fields that are too large are named instead of shown. */
function boundedFields(fields: Fields): JsonObject {
  const json = fieldsOf(fields);
  const units = JSON.stringify(json).length;
  if (units <= mostFieldUnits) return json;
  return { leftOut: Object.keys(json).slice(0, 20).join(', ').slice(0, longestMessage) };
}
