import { useState } from 'preact/hooks';
import { ReadOut } from '@/components/pages/ReadOut';
import { Notice } from '@/components/parts/Notice';
import type { SchoolZone } from '@/lib/diary/adding/zones';
import { words } from '@/lib/words';
import { ZoneChoice } from './ZoneChoice';

interface ZoneQuestionProps {
  likely: SchoolZone;
  /** Rejects where the zone could not be kept. */
  onTell: (zone: SchoolZone) => Promise<void>;
}

/** Asks for the school's zone where a diary serves many regions: until it is told nothing depends on the time of a lesson. */
export function ZoneQuestion({ likely, onTell }: ZoneQuestionProps) {
  const [zone, setZone] = useState(likely);
  const [isUnkept, setUnkept] = useState(false);
  const tell = () =>
    void onTell(zone).then(
      () => setUnkept(false),
      () => setUnkept(true),
    );
  return (
    <Notice
      tone="calm"
      actions={
        <button type="button" class="button button-main" onClick={tell}>
          {words('zoneTell')}
        </button>
      }
    >
      <p>{words('zoneWhy')}</p>
      <ZoneChoice value={zone} onChange={setZone} />
      <ReadOut>{isUnkept && <p class="bad">{words('settingsFailed')}</p>}</ReadOut>
    </Notice>
  );
}
