import { type MessageKey, words } from '@/lib/words';

/** Short pieces of advice from the manuals, where they help. */
export function Hints({ keys }: { keys: readonly MessageKey[] }) {
  return (
    <div class="hints">
      <h2>{words('hintsHeading')}</h2>
      <ul>
        {keys.map((key) => (
          <li key={key}>{words(key)}</li>
        ))}
      </ul>
    </div>
  );
}
