import type { Annotation, Check } from '../../core/check.ts';
import { isoOf } from '../../core/instant.ts';
import { cutBytes, cutLength } from '../../report/visible.ts';

/** GitHub's shapes and limits of check runs. What is over a limit would be refused, or cut in silence. */
const limits = {
  name: 100,
  title: 255,
  summaryBytes: 65_535,
  annotationBytes: 65_535,
  annotations: 50,
} as const;

const cutMarker = '\n\n… (cut)';

export function outputOf(check: Check): { readonly title: string; readonly summary: string } {
  return {
    title: cutLength(check.title, limits.title),
    summary: cutBytes(check.summary, limits.summaryBytes, cutMarker),
  };
}

export function stateOf({ status, startedAt }: Check) {
  const started_at = isoOf(startedAt);
  switch (status.kind) {
    case 'queued':
      return { status: 'queued', started_at } as const;
    case 'in-progress':
      return { status: 'in_progress', started_at } as const;
    case 'completed':
      return {
        status: 'completed',
        conclusion: status.conclusion,
        started_at,
        completed_at: isoOf(status.at),
      } as const;
  }
}

export function nameOf({ name }: Check): string {
  return cutLength(name, limits.name);
}

export type WireAnnotation = {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly annotation_level: Annotation['level'];
  readonly title: string;
  readonly message: string;
};

/** In portions of what one request may carry. */
export function annotationBatches(annotations: readonly Annotation[]): WireAnnotation[][] {
  const batches: WireAnnotation[][] = [];
  for (let index = 0; index < annotations.length; index += limits.annotations)
    batches.push(annotations.slice(index, index + limits.annotations).map(annotationOf));
  return batches;
}

function annotationOf({ path, line, level, title, message }: Annotation): WireAnnotation {
  return {
    path,
    start_line: line,
    end_line: line,
    annotation_level: level,
    title: cutLength(title, limits.title),
    message: cutBytes(message, limits.annotationBytes),
  };
}
