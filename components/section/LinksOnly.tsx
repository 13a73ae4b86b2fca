import { ServiceLink } from '@/components/controls/ServiceLink';
import { Step } from '@/components/parts/Step';
import { words } from '@/lib/words';

interface LinksOnlyProps {
  reason: 'private' | 'container';
  messengerAddress: string;
  onMessenger: (background: boolean) => void;
}

/** Firefox's private windows and containers: why there are no chats, and what works all the same. */
export function LinksOnly({ reason, messengerAddress, onMessenger }: LinksOnlyProps) {
  return (
    <Step
      heading={words('linksOnlyHeading')}
      sentence={words(reason === 'private' ? 'linksOnlyPrivate' : 'linksOnlyContainer')}
      actions={
        <ServiceLink class="button button-main" address={messengerAddress} onOpen={onMessenger}>
          {words('goToSferum')}
        </ServiceLink>
      }
      below={
        <div class="hints">
          <h2>{words('linksOnlyWorks')}</h2>
          <ul>
            <li>{words('linksOnlyLessons')}</li>
            <li>{words('linksOnlyMessenger')}</li>
          </ul>
          <p>{words('linksOnlyChats')}</p>
        </div>
      }
    />
  );
}
