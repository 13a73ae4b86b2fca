import { useState } from 'preact/hooks';
import type { PastedView } from '@/lib/messages/popup';
import { words } from '@/lib/words';
import { LinkVerdict } from './LinkVerdict';

interface LinkCheckProps {
  check: (text: string) => Promise<PastedView>;
  onOpen: (address: string) => void;
}

/** «Проверить ссылку-приглашение»: any pasted text, a verdict in words, and the ways out where somebody is in the way. */
export function LinkCheck({ check, onOpen }: LinkCheckProps) {
  const [text, setText] = useState('');
  const [verdict, setVerdict] = useState<PastedView | 'asking' | 'failed' | null>(null);

  function submit(event: Event): void {
    event.preventDefault();
    setVerdict('asking');
    check(text).then(setVerdict, () => setVerdict('failed'));
  }

  return (
    <section>
      <h2>{words('popupCheck')}</h2>
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
              setVerdict(null);
            }}
          />
        </label>
        <div class="actions">
          <button type="submit" class="button" disabled={verdict === 'asking'}>
            {words('popupCheckButton')}
          </button>
        </div>
      </form>
      <div role="status">
        {verdict === 'asking' && <p>{words('popupChecking')}</p>}
        {verdict === 'failed' && <p class="bad">{words('popupFailed')}</p>}
      </div>
      {verdict !== null && typeof verdict === 'object' && <LinkVerdict verdict={verdict} onOpen={onOpen} />}
    </section>
  );
}
