import { useState } from 'preact/hooks';
import { Notice } from '@/components/parts/Notice';
import type { SchoolZone } from '@/lib/diary/adding/zones';
import { words } from '@/lib/words';
import { ZoneChoice } from './ZoneChoice';

/** Asks for the school's zone where a diary serves many regions: until it is told nothing depends on the time of a lesson. */
export function ZoneQuestion({ likely, onTell }: { likely: SchoolZone; onTell: (zone: SchoolZone) => void }) {
  const [zone, setZone] = useState(likely);
  return (
    <Notice
      tone="calm"
      actions={
        <button type="button" class="button button-main" onClick={() => onTell(zone)}>
          {words('zoneTell')}
        </button>
      }
    >
      <p>{words('zoneWhy')}</p>
      <ZoneChoice value={zone} onChange={setZone} />
    </Notice>
  );
}
