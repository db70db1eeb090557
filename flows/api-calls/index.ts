import { artifact, type FlowContext, flow, log } from 'headgate';
import { callApi } from './call-api.ts';

type Parameters = { readonly url: string; readonly calls: number };

const atOnce = 3;

export default flow(async ({ parameters: { url, calls } }: FlowContext<Parameters>) => {
  const addresses = Array.from({ length: calls }, (_, index) => `${url.replace(/\/+$/, '')}/${index + 1}`);
  const answers = await callApi.map(addresses, { concurrency: atOnce });
  const bytes = answers.reduce((sum, answer) => sum + answer.bytes, 0);
  const slowest = [...answers].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 5);
  artifact.table('Slowest answers', slowest);
  log.info('all calls answered', { calls, bytes });
  return { calls, bytes };
});
