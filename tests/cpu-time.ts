/** Milliseconds of processor time that this process has spent: unlike those of a clock, the same beside other work. */
export function cpuTimeMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
