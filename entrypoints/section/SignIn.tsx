import { SignInAgain } from '@/components/ways/SignInAgain';
import { listenToNews } from '@/lib/messages/news';
import { ask } from '@/lib/messages/send';

const readSignInAgain = () => ask('signInAgain.read', {});
const actSignInAgain = (act: 'open' | 'forget') => ask('signInAgain.act', { act });
const onWays = (hear: () => void) => listenToNews((news) => news === 'ways' && hear());

/** Whoever signed out for a while may sign in again. */
export function SignInReminder() {
  return <SignInAgain read={readSignInAgain} act={actSignInAgain} onChange={onWays} />;
}
