import './Ways.css';
import type { ComponentChildren } from 'preact';
import { GuideLink } from '@/components/guide/GuideLink';
import type { Way } from '@/lib/conflict/ways';
import type { WaysView } from '@/lib/messages/ways';
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
  /** What stands above; `choosing`: there are ways to choose from, not one that is under way. */
  lead?: (choosing: boolean) => ComponentChildren;
  /** The toolbar popup is small, and goes away as soon as another tab is opened. */
  inPopup?: boolean;
}

/** The ways out of two people in one browser, each with a button that does it. */
export function Ways({ client, present, lead, inPopup = false }: WaysProps) {
  const state = useWays(client);
  const { view, failed } = state;
  const signOut = view?.signOut ?? null;
  return (
    <div class="ways">
      {lead?.(signOut === null)}
      {!view && !failed && <div class="ways-loading" aria-busy="true" />}
      {view && signOut && <SignOutWaiting {...state} signOut={signOut} />}
      {view && !signOut && (
        <ul class="ways-list" aria-label={words('waysList')}>
          {view.ways.map((way) => (
            <li key={way} class="way">
              <Titled title={titleOf(way, view, present)} folds={inPopup}>
                {render(way, view)}
              </Titled>
            </li>
          ))}
        </ul>
      )}
      <p class={failed ? 'bad' : 'for-readers'} role="alert">
        {failed ? words('waysFailed') : ''}
      </p>
      {/* The popup has its own. */}
      {!inPopup && (
        <p>
          <GuideLink entry={signOut ? 'signOut' : 'sameBrowser'} />
        </p>
      )}
    </div>
  );

  function render(way: Way, held: WaysView) {
    switch (way) {
      case 'privateWindow':
        return <PrivateWindowWay {...state} view={held} inPopup={inPopup} />;
      case 'container':
        return <ContainerWay {...state} view={held} />;
      case 'elsewhere':
        return <ElsewhereWay address={held.address} />;
      case 'signOut':
        return <SignOutWay {...state} />;
    }
  }
}

function titleOf(way: Way, { browser }: WaysView, present: string): string {
  switch (way) {
    case 'privateWindow':
      return words(browser.kind === 'firefox' ? 'waysPrivateFirefox' : 'waysPrivateChrome');
    case 'container':
      return words('waysContainer');
    case 'elsewhere':
      return words('waysElsewhere');
    case 'signOut':
      return words('waysSignOut', present || words('waysSomebody'));
  }
}

interface TitledProps {
  title: string;
  /** There is little room: one way at most is unfolded. */
  folds: boolean;
  children: ComponentChildren;
}

function Titled({ title, folds, children }: TitledProps) {
  if (folds)
    return (
      <details class="way-body" name="way">
        <summary>
          <h2>{title}</h2>
        </summary>
        {children}
      </details>
    );
  return (
    <div class="way-body">
      <h2>{title}</h2>
      {children}
    </div>
  );
}
