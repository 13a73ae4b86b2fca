import { provideBrowsers } from '../run/browsers.ts';
import { browserNames, provideBuild, variants } from '../run/builds.ts';

/** Before all tests: browsers and builds are there. */
export default async function prepare(): Promise<void> {
  const problem = provideBrowsers();
  if (problem !== undefined) throw new Error(problem);
  for (const variant of variants) for (const browser of browserNames) await provideBuild(variant, browser);
}
