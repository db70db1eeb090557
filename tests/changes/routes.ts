import { fileRoutes } from './routes-files.ts';
import { imageRoutes } from './routes-images.ts';
import { importsRoutes } from './routes-imports.ts';
import { originRoutes } from './routes-origins.ts';
import { packageRoutes } from './routes-packages.ts';
import { pathsRoutes } from './routes-paths.ts';
import { runtimeRoutes } from './routes-runtime.ts';
import { tsconfigRoutes } from './routes-tsconfig.ts';
import type { Route } from './scene.ts';

export const routes: readonly Route[] = [
  ...fileRoutes,
  ...pathsRoutes,
  ...tsconfigRoutes,
  ...importsRoutes,
  ...packageRoutes,
  ...originRoutes,
  ...runtimeRoutes,
  ...imageRoutes,
];
