import './Page.css';
import type { ComponentChildren } from 'preact';
import { words } from '@/lib/words';
import { FootLinks } from './FootLinks';

interface PageProps {
  children: ComponentChildren;
  /** For reading: lines of the length of a book's. */
  narrow?: boolean;
  /** It is help, or leads there itself. */
  hasHelp?: boolean;
  isSettings?: boolean;
}

/** A page of the extension outside the diary, with its foot. */
export function Page({ children, narrow = false, hasHelp = false, isSettings = false }: PageProps) {
  return (
    <div class={narrow ? 'page page-narrow' : 'page'}>
      <main>{children}</main>
      <footer class="page-foot">
        <FootLinks hasHelp={hasHelp} isSettings={isSettings} />
        <p>{words('foot')}</p>
      </footer>
    </div>
  );
}

/** The foot of the popup, which has its links elsewhere: whose work this is, and whose it is not. */
export function PageFoot() {
  return <footer class="page-foot">{words('foot')}</footer>;
}
