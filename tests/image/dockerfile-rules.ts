/** One instruction of a Dockerfile, with its continuation lines joined. */
type Instruction = { readonly word: string; readonly rest: string };

function instructionsOf(text: string): readonly Instruction[] {
  const lines = text.split('\n').filter((line) => !line.trimStart().startsWith('#'));
  return lines
    .join('\n')
    .replaceAll(/\\\n/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [word = '', ...rest] = line.split(/\s+/);
      return { word: word.toUpperCase(), rest: rest.join(' ') };
    });
}

const pinned = /@sha256:[0-9a-f]{64}$/;

/** What is wrong with an image's recipe: unpinned bases, fetched files, a root user, tools in the final stage. */
export function dockerfileFaults(text: string): readonly string[] {
  const instructions = instructionsOf(text);
  const values = new Map(
    instructions
      .filter(({ word }) => word === 'ARG')
      .map(({ rest }) => rest.split('=', 2) as [string, string]),
  );
  const lastFrom = instructions.map(({ word }) => word).lastIndexOf('FROM');
  const final = instructions.slice(lastFrom + 1);
  const stages = new Set<string>();
  const faults: string[] = [];
  for (const { rest } of instructions.filter(({ word }) => word === 'FROM')) {
    const [image = '', , stage] = rest.split(/\s+/).filter((part) => !part.startsWith('--'));
    const base = image.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => values.get(name) ?? '');
    if (base !== 'scratch' && !stages.has(base) && !pinned.test(base)) faults.push(`not pinned: ${image}`);
    if (stage !== undefined) stages.add(stage);
  }
  for (const { word, rest } of instructions) {
    if (word === 'ADD') faults.push(`ADD: ${rest}`);
    if (word === 'RUN' && /\b(curl|wget)\b/.test(rest)) faults.push(`fetches: ${rest}`);
    if (word === 'RUN' && /\bnpm\s+(i|install)\b/.test(rest)) faults.push(`not from the lock: ${rest}`);
    if ((word === 'ARG' || word === 'ENV') && /token|secret|password/i.test(rest))
      faults.push(`secret: ${rest}`);
  }
  const user = final.filter(({ word }) => word === 'USER').at(-1)?.rest;
  if (user === undefined || /^(root|0)(:|$)/.test(user)) faults.push(`user: ${user ?? 'none'}`);
  if (final.some(({ word }) => word === 'RUN')) faults.push('the final stage runs something');
  if (final.some(({ word, rest }) => word === 'COPY' && !rest.includes('--from=')))
    faults.push('copies the context');
  return faults;
}
