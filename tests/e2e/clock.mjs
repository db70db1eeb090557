// Loaded before dist/: moves the clock of the process by HEADGATE_TEST_AHEAD_MS, so that slots come due without waiting.
const aheadMs = Number(process.env.HEADGATE_TEST_AHEAD_MS ?? 0);
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...values) {
    if (values.length === 0) super(RealDate.now() + aheadMs);
    else super(...values);
  }
  static now() {
    return RealDate.now() + aheadMs;
  }
};
