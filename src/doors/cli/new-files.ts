/** The files of a new flow, by their names in its folder. */
export type NewFiles = { readonly [file: string]: string };

export function manifestHead(schema: string): string {
  return `# yaml-language-server: $schema=${schema}\n`;
}

export const manifestTail = `# When it runs by itself; the catch-up says how late a slot may still start.
# schedules:
#   - cron: "0 6 * * mon-fri"
#     timezone: Europe/Berlin
# catch-up: { policy: latest, window: 6h }
parameters:
  days:
    type: integer
    description: How many days the report looks back
    minimum: 1
    maximum: 366
    default: 7
retries: { limit: 2, delay: 1m, backoff: exponential }
timeout: { start: 15m, run: 30m }
`;
