import './ways.css';
import { GuideLink } from '@/components/guide/GuideLink';
import type { Way } from '@/lib/conflict/ways';
import type { WaysClient } from '@/lib/messages/waysClient';
import { words } from '@/lib/words';
import { ContainerWay } from './ContainerWay';
import { ElsewhereWay } from './ElsewhereWay';
import { PrivateWindowWay } from './PrivateWindowWay';
import { SignOutWaiting } from './SignOutWaiting';
import { SignOutWay } from './SignOutWay';
import { useWays } from './useWays';

export interface WaysProps {
  client: WaysClient;
  /** Given name of the one who is signed in now; empty when unknown. */
  present: string;
  /** The toolbar popup goes away as soon as another tab is opened: its hints say so. */
  inPopup?: boolean;
}

/** The ways out of two people in one browser, each with a button that does it. */
export function Ways({ client, present, inPopup = false }: WaysProps) {
  const state = useWays(client);
  const { view, failed } = state;
  if (!view) return failed ? <p role="alert">{words('waysFailed')}</p> : <div class="ways-loading" aria-busy="true" />;
  const failure = failed && (
    <p class="ways-failure" role="alert">
      {words('waysFailed')}
    </p>
  );
  if (view.signOut) {
    return (
      <>
        <SignOutWaiting {...state} signOut={view.signOut} />
        {failure}
        <p class="ways-more-help">
          <GuideLink entry="signOut">{words('waysGuide')}</GuideLink>
        </p>
      </>
    );
  }
  return (
    <>
      <ul class="ways-list" aria-label={words('waysList')}>
        {view.ways.map((way) => (
          <li key={way} class="way">
            {render(way)}
          </li>
        ))}
      </ul>
      {failure}
      <p class="ways-more-help">
        <GuideLink entry="sameBrowser">{words('waysGuide')}</GuideLink>
      </p>
    </>
  );

  function render(way: Way) {
    if (!view) return null;
    switch (way) {
      case 'privateWindow':
        return <PrivateWindowWay {...state} view={view} inPopup={inPopup} />;
      case 'container':
        return <ContainerWay {...state} view={view} />;
      case 'elsewhere':
        return <ElsewhereWay address={view.address} />;
      case 'signOut':
        return <SignOutWay {...state} present={present} />;
    }
  }
}
