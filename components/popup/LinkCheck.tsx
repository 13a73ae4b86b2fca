import './LinkCheck.css';
import { useState } from 'preact/hooks';
import { useLatest } from '@/components/pages/useLatest';
import type { PastedView } from '@/lib/messages/popup';
import { words } from '@/lib/words';
import { LinkVerdict, VerdictActions } from './LinkVerdict';

interface LinkCheckProps {
  check: (text: string) => Promise<PastedView>;
  onOpen: (address: string) => void;
}

/** «Проверить ссылку-приглашение»: any pasted text, a verdict in words, and the ways out where somebody is in the way. */
export function LinkCheck({ check, onOpen }: LinkCheckProps) {
  const [text, setText] = useState('');
  const { view: verdict, take, put } = useLatest<PastedView | 'asking' | 'failed' | null>(null);

  function submit(event: Event): void {
    event.preventDefault();
    if (verdict === 'asking') return;
    put('asking');
    void take(check(text).catch(() => 'failed' as const));
  }

  const isKnown = verdict !== null && typeof verdict === 'object';
  return (
    <details class="popup-folded">
      <summary>{words('popupCheck')}</summary>
      <form class="popup-check" onSubmit={submit}>
        <label>
          {words('popupCheckLabel')}
          <input
            class="text-field"
            type="text"
            inputMode="url"
            autoComplete="off"
            spellcheck={false}
            value={text}
            onInput={(event) => {
              setText(event.currentTarget.value);
              // Nothing is said of what stood there before.
              put(null);
            }}
          />
        </label>
        <div class="actions">
          <button type="submit" class="button" aria-disabled={verdict === 'asking'}>
            {words('popupCheckButton')}
          </button>
        </div>
      </form>
      {/* There before its text, so that the text is read out. */}
      <div class="popup-verdict" role="status">
        {verdict === 'asking' && <p>{words('popupChecking')}</p>}
        {verdict === 'failed' && <p class="bad">{words('popupFailed')}</p>}
        {isKnown && <LinkVerdict verdict={verdict} />}
      </div>
      {isKnown && <VerdictActions verdict={verdict} onOpen={onOpen} />}
    </details>
  );
}
