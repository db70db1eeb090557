// `node --import headgate/typescript --test flows/daily-report/daily-report.test.ts`: TypeScript on a Node.js that does not read it
// by itself (before 22.18). A newer one is left alone.
import { register } from 'node:module';

if (!process.features.typescript) {
  register('./typescript-hooks.js', import.meta.url);
  process.setSourceMapsEnabled(true);
}
