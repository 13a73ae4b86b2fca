import { readableHost } from '@/lib/diary/origin';
import type { KeptView } from '@/lib/messages/settings';
import { type MessageKey, words } from '@/lib/words';

const places: readonly { place: KeptView['place']; heading: MessageKey }[] = [
  { place: 'disk', heading: 'keptOnDisk' },
  { place: 'memory', heading: 'keptInMemory' },
];

interface KeptListProps {
  /** `null`: not asked for. */
  kept: readonly KeptView[] | null;
  /** This is an incognito window of Chrome, with a storage of its own. */
  isIncognito: boolean;
  onShow: () => void;
}

/** «Показать, что хранится»: everything that the extension keeps in this browser now, by where it lies. */
export function KeptList({ kept, isIncognito, onShow }: KeptListProps) {
  return (
    <>
      <p>{words(isIncognito ? 'keptIncognito' : 'keptIntro')}</p>
      <div class="actions">
        <button type="button" class="button" onClick={onShow}>
          {words(kept ? 'keptAgain' : 'keptShow')}
        </button>
      </div>
      <div role="status">{kept?.length === 0 && <p>{words('keptNothing')}</p>}</div>
      {kept &&
        places.map(({ place, heading }) => (
          <KeptPlace key={place} heading={words(heading)} things={kept.filter((thing) => thing.place === place)} />
        ))}
    </>
  );
}

function KeptPlace({ heading, things }: { heading: string; things: readonly KeptView[] }) {
  if (things.length === 0) return null;
  return (
    <section>
      <h3>{heading}</h3>
      <ul>
        {things.map(({ key, sentence, count, list }) => (
          <li key={key}>
            {sentence ? words(sentence) : words('keptUnknown', key)}
            {count !== null && <span class="pale"> {words('keptCount', count)}</span>}
            {list.length > 0 && (
              <ul>
                {list.map((host) => (
                  <li key={host}>{readableHost(`https://${host}`)}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
