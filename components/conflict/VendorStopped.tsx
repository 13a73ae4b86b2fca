import '@/components/parts/Step.css';
import type { ConflictView } from '@/lib/messages/conflict';
import { words } from '@/lib/words';
import { ConflictNotice } from './ConflictNotice';

interface VendorStoppedProps {
  notice: ConflictView;
  onRecheck: () => void;
  onProceed: () => void;
}

/** The diary's own linking button was stopped, because somebody else is signed in. */
export function VendorStopped({ notice, onRecheck, onProceed }: VendorStoppedProps) {
  return (
    <section class="step">
      <h1>{words('linkingHeading')}</h1>
      <ConflictNotice
        notice={notice}
        goal={{ kind: 'diary' }}
        onRecheck={onRecheck}
        anyway={{ label: words('proceedAnyway'), onClick: onProceed }}
      />
    </section>
  );
}
