import { ServiceLink } from '@/components/controls/ServiceLink';
import { Step } from '@/components/parts/Step';
import { SettingsLink } from '@/components/settings/SettingsLink';
import type { SectionView } from '@/lib/messages/section';
import { type MessageKey, words } from '@/lib/words';

type Reason = (SectionView & { kind: 'linksOnly' })['reason'];

interface LinksOnlyProps {
  reason: Reason;
  messengerAddress: string;
  onMessenger: (background: boolean) => void;
}

const sentences: Record<Reason, MessageKey> = {
  private: 'linksOnlyPrivate',
  container: 'linksOnlyContainer',
  switchedOff: 'linksOnlySwitchedOff',
};

/** Why there are no chats, and what works all the same: in Firefox's private windows and containers, and where VK must not be asked. */
export function LinksOnly({ reason, messengerAddress, onMessenger }: LinksOnlyProps) {
  return (
    <Step
      heading={words('linksOnlyHeading')}
      sentence={words(sentences[reason])}
      actions={
        <>
          {reason === 'switchedOff' && <SettingsLink part="vk" class="button button-main" />}
          <ServiceLink
            class={reason === 'switchedOff' ? 'button' : 'button button-main'}
            address={messengerAddress}
            onOpen={onMessenger}
          >
            {words('goToSferum')}
          </ServiceLink>
        </>
      }
      below={
        <div class="hints">
          <h2>{words('linksOnlyWorks')}</h2>
          <ul>
            <li>{words('linksOnlyLessons')}</li>
            <li>{words('linksOnlyMessenger')}</li>
          </ul>
          <p>{words(reason === 'switchedOff' ? 'linksOnlyAgain' : 'linksOnlyChats')}</p>
        </div>
      }
    />
  );
}
