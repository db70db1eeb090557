/** A body of AWS JSON 1.1. */
export type Wire = { readonly [name: string]: unknown };

/** An exception as AWS answers it. */
export class EcsFault extends Error {
  readonly type: string;
  readonly status: number;
  readonly more: Wire;
  constructor(type: string, message: string, { status = 400, ...more }: Wire & { status?: number } = {}) {
    super(message);
    this.type = type;
    this.status = status;
    this.more = more;
  }
}

/** Timestamps are seconds, with a fraction. */
export function seconds(ms: number): number {
  return ms / 1000;
}
