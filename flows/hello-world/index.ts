import { artifact, type FlowContext, flow, log, task } from 'headgate';

const greetings = { de: 'Hallo', en: 'Hello', es: 'Hola', fr: 'Bonjour', ja: 'こんにちは' };

const greet = task('greet', ([language, greeting]: readonly [string, string], name: string) => {
  log.info('greeting', { language });
  return { language, greeting: `${greeting}, ${name}!` };
});

export default flow(async ({ parameters }: FlowContext<{ readonly name: string }>) => {
  const rows = await Promise.all(Object.entries(greetings).map((entry) => greet(entry, parameters.name)));
  artifact.table('Greetings', rows);
  return rows;
});
