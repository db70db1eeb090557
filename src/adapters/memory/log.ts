import type { Log } from '../../ports.ts';

export type LogEntry = { readonly level: 'info' | 'warn'; readonly text: string };

export function memoryLog(entries: LogEntry[]): Log {
  return {
    info: (text) => void entries.push({ level: 'info', text }),
    warn: (text) => void entries.push({ level: 'warn', text }),
  };
}
