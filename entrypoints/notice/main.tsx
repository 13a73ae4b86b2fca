import '@/components/theme/outside';
import { render } from 'preact';
import { WaysClients } from '@/components/ways/WaysTo';
import { readSferumAddress } from '@/lib/conflict/invitation';
import { createWaysClient } from '@/lib/messages/waysClient';
import { NoticePage } from './NoticePage';

/** The invitation that the frame lies over: its content script wrote it behind `#`. */
const invitation = decodeURIComponent(location.hash.slice(1));
const [framing = ''] = location.ancestorOrigins ?? [];
const root = document.getElementById('notice');

// Anywhere but over a page of Сферум the frame stays empty and asks nothing.
if (root && window.top !== window && readSferumAddress(framing) && readSferumAddress(invitation)) {
  render(
    <WaysClients.Provider value={createWaysClient}>
      <NoticePage invitation={invitation} />
    </WaysClients.Provider>,
    root,
  );
}
