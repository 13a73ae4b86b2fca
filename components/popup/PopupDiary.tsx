import type { PopupView } from '@/lib/messages/popup';
import { words } from '@/lib/words';

interface PopupDiaryProps {
  /** `null`: not known yet. */
  view: PopupView | null;
  onSection: (tabId: number) => void;
}

/** The way to the section in the diary, which alone is there where the vendor's own menu item stands. */
export function PopupDiary({ view, onSection }: PopupDiaryProps) {
  const diary = view?.diary;
  const foreignJar = view?.foreignJar;
  if (view && !foreignJar && !diary?.hasSection) return null;
  return (
    <section>
      {foreignJar && <p>{words(foreignJar === 'private' ? 'popupForeignPrivate' : 'popupForeignContainer')}</p>}
      {diary?.hasSection && (
        <div class="actions">
          <button type="button" class="button" onClick={() => onSection(diary.tabId)}>
            {words(diary.linked || view?.isLinksOnly ? 'popupSection' : 'popupLink')}
          </button>
        </div>
      )}
      {!view && (
        <div class="actions" aria-hidden="true">
          <span class="button bone">
            <span>{words('popupSection')}</span>
          </span>
        </div>
      )}
    </section>
  );
}
