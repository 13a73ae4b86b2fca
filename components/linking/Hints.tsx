import './Linking.css';
import type { EntryId } from '@/components/guide/entries';
import { GuideLink } from '@/components/guide/GuideLink';
import { type MessageKey, words } from '@/lib/words';

/** Where the guide says more, by the advice: the first of these that is given. */
const moreAbout: readonly (readonly [MessageKey, EntryId])[] = [
  ['hintParentNumber', 'parentNumber'],
  ['hintCodeWait', 'code'],
  ['hintNotMe', 'notMe'],
  ['hintNoPage', 'vkPage'],
];

/** Short pieces of advice from the manuals, where they help. */
export function Hints({ keys }: { keys: readonly MessageKey[] }) {
  const [, entry] = moreAbout.find(([key]) => keys.includes(key)) ?? [];
  return (
    <div class="hints">
      <h2>{words('hintsHeading')}</h2>
      <ul>
        {keys.map((key) => (
          <li key={key}>{words(key)}</li>
        ))}
      </ul>
      {entry && (
        <p>
          <GuideLink entry={entry}>{words(`guide_${entry}`)}</GuideLink>
        </p>
      )}
    </div>
  );
}
