import { diaryPage, readableHost } from '@/lib/diary/origin';
import type { DiariesView } from '@/lib/messages/diaries';
import { words } from '@/lib/words';

/**
 * Diaries that the person added before, and one that waits for a sign-in.
 *
 * @param isTold whether what happens with the waiting one stands on the page already
 */
export function AddedDiaries({ diaries, isTold }: { diaries: DiariesView; isTold: boolean }) {
  const waiting = isTold ? null : diaries.waiting;
  if (diaries.added.length === 0 && !waiting) return null;
  return (
    <>
      <h2>{words('welcomeYours')}</h2>
      <ul class="welcome-diaries">
        {waiting && (
          <li>
            <p>{words('welcomeSignIn', readableHost(waiting.origin))}</p>
          </li>
        )}
        {diaries.added.map(({ origin, isPermitted }) => (
          <li key={origin}>
            <a href={diaryPage(origin)} target="_blank" rel="noopener noreferrer">
              {readableHost(origin)}
            </a>
            {!isPermitted && <p class="bad">{words('welcomeClosed')}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
