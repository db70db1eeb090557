/** A number with its unit: `500ms`, `30s`, `15m`, `2h`, `1d`. */
export type Duration = `${number}${'ms' | 's' | 'm' | 'h' | 'd'}`;
export declare function durationMs(duration: Duration, option: string): number;
