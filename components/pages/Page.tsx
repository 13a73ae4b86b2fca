import './Page.css';
import type { ComponentChildren } from 'preact';
import { words } from '@/lib/words';

interface PageProps {
  children: ComponentChildren;
  /** For reading: lines of the length of a book's. */
  narrow?: boolean;
}

/** A page of the extension outside the diary, with its foot. */
export function Page({ children, narrow = false }: PageProps) {
  return (
    <div class={narrow ? 'page page-narrow' : 'page'}>
      <main>{children}</main>
      <PageFoot />
    </div>
  );
}

/** Whose work this is, and whose it is not. */
export function PageFoot() {
  return <footer class="page-foot">{words('foot')}</footer>;
}
