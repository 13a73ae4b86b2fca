import { useState } from 'preact/hooks';
import { UnlinkDialog } from '@/components/people/UnlinkDialog';
import { diaryPage, readableHost } from '@/lib/diary/origin';
import type { KnownLinkView } from '@/lib/messages/settings';
import { words } from '@/lib/words';

interface KnownLinksProps {
  /** `null`: not known yet. */
  links: readonly KnownLinkView[] | null;
  onUnlink: (accountKey: string) => void;
}

/** All links of this browser: whose diary is open under their name sees it, of others only that they are there. */
export function KnownLinks({ links, onUnlink }: KnownLinksProps) {
  const [asked, setAsked] = useState<string | null>(null);
  const others = links?.filter(({ names }) => names === null) ?? [];
  return (
    <>
      {links?.length === 0 && <p>{words('linksNone')}</p>}
      <ul class="settings-list plain">
        {links?.map(({ accountKey, origin, names }, index) => {
          const name = names?.account || words('linksOther');
          return (
            <li key={accountKey}>
              <p>
                <span class="strong">{name}</span>,{' '}
                <a href={diaryPage(origin)} target="_blank" rel="noopener noreferrer">
                  {readableHost(origin)}
                </a>
              </p>
              {names && <p>{words('linksProfile', names.profile, names.roles.toLocaleLowerCase('ru'))}</p>}
              <button
                type="button"
                class="button"
                aria-label={words('linksUnlink', names ? name : `${name}, ${index + 1}`)}
                onClick={() => setAsked(accountKey)}
              >
                {words('linksUnlinkShort')}
              </button>
            </li>
          );
        })}
      </ul>
      {others.length > 0 && <p class="pale">{words('linksWhyNoName')}</p>}
      {asked !== null && (
        <UnlinkDialog
          onAnswer={(yes) => {
            setAsked(null);
            if (yes) onUnlink(asked);
          }}
        />
      )}
    </>
  );
}
