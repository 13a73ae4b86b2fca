import { words } from '@/lib/words';

/** A command and its keys as the browser has them; empty where it has none. */
export interface Shortcut {
  name: string;
  description: string;
  keys: string;
}

interface ShortcutsProps {
  /** `null`: the browser has not said it yet. */
  shortcuts: readonly Shortcut[] | null;
  /** Opens the page where this browser lets people change them; `null`: there is none, the steps are told. */
  onChange: (() => void) | null;
}

/** Which keys do what, and where they are changed. */
export function Shortcuts({ shortcuts, onChange }: ShortcutsProps) {
  return (
    <>
      <dl class="settings-rows">
        {shortcuts?.map(({ name, description, keys }) => (
          <div key={name}>
            <dt>{description}</dt>
            <dd>{keys ? <kbd>{keys}</kbd> : <span class="pale">{words('shortcutNone')}</span>}</dd>
          </div>
        ))}
      </dl>
      <p>{words(onChange ? 'shortcutWhere' : 'shortcutSteps')}</p>
      {onChange && (
        <div class="actions">
          <button type="button" class="button" onClick={onChange}>
            {words('shortcutChange')}
          </button>
        </div>
      )}
    </>
  );
}
