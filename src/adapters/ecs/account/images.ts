import { BatchGetImageCommand, ECRClient } from '@aws-sdk/client-ecr';
import { throwFault } from '../faults.ts';
import { readSettings } from './settings.ts';

/** `<account>.dkr.ecr.<region>.<domain>/<repository>@<digest>` */
const inRegistry =
  /^(?<registry>\d{12})\.dkr\.ecr(?:-fips)?\.(?<region>[a-z0-9-]+)\.[a-z0-9.]+\/(?<repository>[a-z0-9._/-]+)@(?<digest>sha256:[0-9a-f]{64})$/;

type Image = {
  readonly image: string;
  readonly registry: string;
  readonly region: string;
  readonly repository: string;
  readonly digest: string;
};

/** The most that BatchGetImage takes. */
const mostPerRequest = 100;
const mostRequests = 20;

export async function missingImages(images: readonly string[]): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const batch of batchesOf(images.flatMap(imageIn)).slice(0, mostRequests))
    missing.push(...(await missingOf(batch)));
  return missing;
}

function imageIn(image: string): readonly Image[] {
  const { registry, region, repository, digest } = inRegistry.exec(image)?.groups ?? {};
  if (registry === undefined || region === undefined || repository === undefined || digest === undefined)
    return [];
  return [{ image, registry, region, repository, digest }];
}

/** Each of one repository, and no larger than one request. */
function batchesOf(images: readonly Image[]): readonly (readonly Image[])[] {
  const byRepository = new Map<string, Image[]>();
  for (const image of images) {
    const place = [image.region, image.registry, image.repository].join('/');
    byRepository.set(place, [...(byRepository.get(place) ?? []), image]);
  }
  return [...byRepository.values()].flatMap((list) =>
    Array.from({ length: Math.ceil(list.length / mostPerRequest) }, (_, index) =>
      list.slice(index * mostPerRequest, (index + 1) * mostPerRequest),
    ),
  );
}

async function missingOf(batch: readonly Image[]): Promise<readonly string[]> {
  const [first] = batch;
  if (first === undefined) return [];
  const client = new ECRClient(readSettings({ region: first.region }));
  try {
    const { images = [], failures = [] } = await client.send(
      new BatchGetImageCommand({
        registryId: first.registry,
        repositoryName: first.repository,
        imageIds: batch.map(({ digest }) => ({ imageDigest: digest })),
      }),
    );
    // What failed for another reason than that it is gone, may be there.
    const otherFailures = failures.filter(({ failureCode }) => failureCode !== 'ImageNotFound');
    const spared = new Set([...images, ...otherFailures].map(({ imageId }) => imageId?.imageDigest));
    return batch.filter(({ digest }) => !spared.has(digest)).map(({ image }) => image);
  } catch (error) {
    if (error instanceof Error && error.name === 'RepositoryNotFoundException')
      return batch.map(({ image }) => image);
    throwFault(error, 'BatchGetImage');
  } finally {
    client.destroy();
  }
}
