import { words } from '@/lib/words';

/** What stands at the foot of each page of the extension outside the diary. */
export function PageFoot() {
  return <footer class="page-foot">{words('foot')}</footer>;
}
