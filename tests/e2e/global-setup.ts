import { provideBrowsers } from '../run/browsers.ts';
import { forgetOldBuilds } from '../run/builds.ts';

/** Before all tests: the browsers are there. What is built is asked for by each test, so that one test starts at once. */
export default function prepare(): void {
  const problem = provideBrowsers();
  if (problem !== undefined) throw new Error(problem);
  forgetOldBuilds();
}
