import { main } from './doors/action/main.ts';

process.exitCode = await main(process.env);
