import './Ways.css';
import { useEffect } from 'preact/hooks';
import { useLatest } from '@/components/pages/useLatest';
import type { SignInAgainView } from '@/lib/messages/ways';
import { words } from '@/lib/words';

interface SignInAgainProps {
  /** Reads who may sign in again; does what the person chose. */
  read: () => Promise<SignInAgainView>;
  act: (act: 'open' | 'forget') => Promise<SignInAgainView>;
  onChange: (hear: () => void) => () => void;
}

/** «Пётр может войти снова»: after he left for a while so that somebody else could sign in. Nothing when nobody did. */
export function SignInAgain({ read, act, onChange }: SignInAgainProps) {
  const { view, take, put } = useLatest<SignInAgainView>(null);
  useEffect(() => {
    const refresh = () => void take(read());
    refresh();
    return onChange(refresh);
  }, [read, onChange, take]);
  if (!view) return null;

  const choose = (choice: 'open' | 'forget') => void act(choice).then(put, () => undefined);
  return (
    <aside class="way sign-in-again" aria-labelledby="sign-in-again">
      <h2 id="sign-in-again">{words('waysSignInAgain', view.name || words('waysSomebody'))}</h2>
      <p>{words('waysSignInAgainHow')}</p>
      <div class="actions">
        <button type="button" class="button" onClick={() => choose('open')}>
          {words('waysSignOutOpen')}
        </button>
        <button type="button" class="button" onClick={() => choose('forget')}>
          {words('waysSignInAgainForget')}
        </button>
      </div>
    </aside>
  );
}
