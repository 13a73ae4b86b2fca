import type { PopupView } from '@/lib/messages/popup';
import { words } from '@/lib/words';

interface PopupDiaryProps {
  view: PopupView;
  /** «Сегодня» has the way to the section at the diary's own row. */
  isListed: boolean;
  onSection: (origin: string) => void;
}

/** Where little can be known, that it is so; the way to the section where «Сегодня» has no row for it. */
export function PopupDiary({ view: { diary, foreignJar, isLinksOnly }, isListed, onSection }: PopupDiaryProps) {
  const hasSection = !isListed && diary?.hasSection;
  if (!foreignJar && !hasSection) return null;
  return (
    <section>
      {foreignJar && (
        <p class="pale">{words(foreignJar === 'private' ? 'popupForeignPrivate' : 'popupForeignContainer')}</p>
      )}
      {hasSection && (
        <div class="actions">
          <button type="button" class="button button-quiet" onClick={() => onSection(diary.origin)}>
            {words(diary.linked || isLinksOnly ? 'popupSection' : 'popupLink')}
          </button>
        </div>
      )}
    </section>
  );
}
