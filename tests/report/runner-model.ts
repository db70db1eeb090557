/**
 * How the Actions runner looks for commands in a line of output: `ActionCommandManager.TryProcessCommand`,
 * `ActionCommand.TryParseV2` and `TryParse` of actions/runner, in a few lines.
 */
const registered = new Set(
  'add-mask add-path set-env set-output save-state debug error warning notice group endgroup add-matcher remove-matcher echo stop-commands internal-set-repo-path'.split(
    ' ',
  ),
);

/** .NET's `TrimStart()` removes Unicode white space. */
function commandIn(line: string, resumeToken: string | undefined): string | undefined {
  if (!line.includes('##[') && !line.includes('::')) return undefined;
  const isKnown = (name: string) => registered.has(name.toLowerCase()) || name === resumeToken;
  const second = /^\s*::([^\s:]+)(?:\s.*?)?::/.exec(line)?.[1];
  if (second !== undefined && isKnown(second)) return second;
  const first = /##\[([^\s\]]+)[^\]]*\]/.exec(line)?.[1];
  return first !== undefined && isKnown(first) ? first : undefined;
}

/** The commands that the runner would carry out, one after the other. */
export function commandsIn(output: string): string[] {
  let token: string | undefined;
  const commands: string[] = [];
  for (const line of output.split(/\r\n|\n|\r/)) {
    const command = commandIn(line, token);
    if (command === undefined) continue;
    if (token !== undefined) {
      if (command === token) {
        token = undefined;
        commands.push('resume');
      }
      continue;
    }
    if (command.toLowerCase() === 'stop-commands') token = line.replace(/^\s*::stop-commands::/i, '');
    commands.push(command.toLowerCase());
  }
  return commands;
}
