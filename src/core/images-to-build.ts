import type { ImageOrigin } from './deployment.ts';
import type { DesiredFlow } from './desired.ts';
import type { FlowName } from './flow.ts';

/** Where the image of a flow comes from. */
export type ImageNeed =
  /** Local runs, flows that stay as they are, and flows that go. */
  | { readonly kind: 'none' }
  /** A version of this flow with the same content has it. */
  | {
      readonly kind: 'kept';
      readonly image: string;
      readonly built?: ImageOrigin;
      readonly bundle?: string;
    }
  /** To be built: the name of an entry of `Plan.images`. */
  | { readonly kind: 'needed'; readonly name: string };

/** An image that has to be built, and the flows that will run in it. */
export type ImageToBuild = {
  /** `default` for the project's, else the flow's name. */
  readonly name: string;
  readonly dockerfile: string;
  readonly isOwn: boolean;
  readonly flows: readonly FlowName[];
};

/** By which a deploy is given the image of a flow, and the record of its build. */
export function imageNameOf({ manifest, closure }: Pick<DesiredFlow, 'manifest' | 'closure'>): string {
  return closure.image?.isOwn === true ? ownImageName(manifest.name) : defaultImage;
}

export const defaultImage = 'default';

/** A dot keeps an own image of a flow called `default` apart from the project's: no flow has one in its name. */
function ownImageName(flow: FlowName): string {
  return flow === defaultImage ? `flow.${flow}` : flow;
}

type Imaged = { readonly flow: FlowName; readonly image: ImageNeed; readonly desired?: DesiredFlow };

export function imagesToBuild(flows: readonly Imaged[]): readonly ImageToBuild[] {
  const needing = new Map<string, Imaged[]>();
  for (const planned of flows) {
    if (planned.image.kind !== 'needed') continue;
    const known = needing.get(planned.image.name);
    if (known === undefined) needing.set(planned.image.name, [planned]);
    else known.push(planned);
  }
  return [...needing].map(([name, all]) => ({
    name,
    dockerfile: all.at(-1)?.desired?.closure.image?.dockerfile ?? 'Dockerfile',
    isOwn: name !== defaultImage,
    flows: all.map(({ flow }) => flow),
  }));
}
