declare global {
  /** Of the simulator's copy of the product: what only people read is left empty: boards, pages, summaries of checks. */
  var isMute: boolean | undefined;
}

/** No decision reads what is written for people, so where every millisecond counts it is not written, and errors say not where they come from. */
export async function withoutWords<T>(act: () => Promise<T>): Promise<T> {
  const { stackTraceLimit } = Error;
  globalThis.isMute = true;
  Error.stackTraceLimit = 0;
  try {
    return await act();
  } finally {
    globalThis.isMute = false;
    Error.stackTraceLimit = stackTraceLimit;
  }
}
