import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '../../engine/open.js';
import { openIndexBuild } from '../../engine/open-build.js';
import { describeEngine } from './engine-contract.js';

describeEngine('sqlite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'zhengsou-'));
  return {
    build: (options) => openIndexBuild({ engine: 'sqlite', dataFolder: folder }, options),
    open: () => openEngine({ engine: 'sqlite', dataFolder: folder }),
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
});
