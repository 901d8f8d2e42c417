// `npm start`: builds the site when it is not up to date, serves it and says where.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, isBuilt } from './built.mjs';
import { ROOT, main } from './run.mjs';
import { createSiteServer, listen } from './serve.mjs';

await main(async () => {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '4173' } } });
  if (!isBuilt()) await build();
  const port = await listen(createSiteServer([join(ROOT, 'dist')]), Number(values.port), { tries: 50 });
  console.log(`\nTaqabul is ready at http://localhost:${port}/ (Ctrl+C ends it)\n`);
});
