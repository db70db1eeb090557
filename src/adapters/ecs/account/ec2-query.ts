import { STSClient } from '@aws-sdk/client-sts';
import { parseXML } from '@aws-sdk/xml-builder';
import { SignatureV4 } from '@smithy/signature-v4';
import { type Place, readSettings } from './settings.ts';

/** An element of an answer: a text, or elements by name; several of one name are a list. */
export type Xml = string | { readonly [name: string]: Xml | readonly Xml[] };

const version = '2016-11-15';
const timeoutMs = 8_000;
const limitBytes = 4 * 1024 * 1024;

/**
 * One call of EC2's query API. Its client would double what Headgate weighs, for three calls that only read; another
 * service's client knows credentials and the domain of the region.
 */
export async function ec2Query(
  place: Place,
  action: string,
  parameters: { readonly [name: string]: string },
): Promise<Xml> {
  const url = await endpointOf(place);
  const body = new URLSearchParams({ Action: action, Version: version, ...parameters }).toString();
  const headers = await signed(place, url, body);
  const response = await fetch(url, {
    method: 'POST',
    headers,
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  const text = await textOf(response);
  const answer = parseXML(text) as Xml;
  if (response.ok) return answer;
  throw faultOf(answer, response.status);
}

async function endpointOf({ region }: Place): Promise<URL> {
  const given = process.env['AWS_ENDPOINT_URL_EC2'] || process.env['AWS_ENDPOINT_URL'];
  if (given !== undefined && given !== '') return new URL(given);
  const { config } = new STSClient(readSettings({ region }));
  const { url } = config.endpointProvider({ Region: region, UseFIPS: false, UseDualStack: false });
  return new URL(String(url).replace('//sts.', '//ec2.'));
}

async function signed(place: Place, url: URL, body: string): Promise<Record<string, string>> {
  const client = new STSClient(readSettings(place));
  const signer = new SignatureV4({
    service: 'ec2',
    region: place.region,
    credentials: await client.config.credentials(),
    sha256: client.config.sha256,
  });
  const { headers } = await signer.sign({
    method: 'POST',
    protocol: url.protocol,
    hostname: url.hostname,
    path: '/',
    query: {},
    headers: { host: url.host, 'content-type': 'application/x-www-form-urlencoded' },
    body,
  });
  const { host: _, ...rest } = headers;
  return rest;
}

async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > limitBytes) throw new Error('EC2 answered with more than 4 MiB.');
    text += decoder.decode(chunk, { stream: true });
  }
  return text;
}

/** In the shape of the SDK's errors, so that they are judged as those are. */
function faultOf(answer: Xml, status: number): Error {
  const error = at(at(at(answer, 'Response'), 'Errors'), 'Error');
  const name = textAt(error, 'Code') ?? `HTTP ${status}`;
  const fault = new Error(textAt(error, 'Message') ?? `EC2 answered ${status}.`);
  return Object.assign(fault, { name, $fault: status < 500 ? 'client' : 'server' });
}

export function at(xml: Xml | undefined, name: string): Xml | undefined {
  return listAt(xml, name)[0];
}

export function textAt(xml: Xml | undefined, name: string): string | undefined {
  const found = at(xml, name);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** The elements of this name. */
export function listAt(xml: Xml | undefined, name: string): readonly Xml[] {
  if (xml === undefined || typeof xml === 'string') return [];
  const found = xml[name];
  if (found === undefined) return [];
  return Array.isArray(found) ? found : [found as Xml];
}
