import { main } from './doors/cli/main.ts';

process.exitCode = await main(process.argv.slice(2), '0.1.0');
