import type { PopupView } from '@/lib/messages/popup';
import { words } from '@/lib/words';

interface PopupDiaryProps {
  view: PopupView;
  onSection: (tabId: number) => void;
}

/** The way to the section in the diary, which alone is there where the vendor's own menu item stands. */
export function PopupDiary({ view, onSection }: PopupDiaryProps) {
  const { diary, foreignJar } = view;
  return (
    <section>
      {foreignJar && <p>{words(foreignJar === 'private' ? 'popupForeignPrivate' : 'popupForeignContainer')}</p>}
      {diary ? (
        <button type="button" class="button button-main" onClick={() => onSection(diary.tabId)}>
          {words(diary.hasSection ? (diary.linked ? 'popupSection' : 'popupLink') : 'popupDiary')}
        </button>
      ) : (
        <p class="pale">{words('popupDiaryNone')}</p>
      )}
    </section>
  );
}
