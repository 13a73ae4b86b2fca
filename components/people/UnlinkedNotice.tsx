import { Notice } from '@/components/parts/Notice';
import type { Messages } from '@/lib/messages/all';
import type { AnswerOf } from '@/lib/messages/message';
import { words } from '@/lib/words';

interface UnlinkedNoticeProps {
  consent: AnswerOf<Messages['link.remove']>['consent'];
  /** VK ID's own page where consent is withdrawn. */
  consentAddress: string;
  onHide: () => void;
}

/** The link is forgotten; where VK ID's consent could not be withdrawn from here, the page where that is done. */
export function UnlinkedNotice({ consent, consentAddress, onHide }: UnlinkedNoticeProps) {
  return (
    <Notice
      tone="good"
      actions={
        <button type="button" class="button button-quiet" onClick={onHide}>
          {words('hide')}
        </button>
      }
    >
      <p class="strong">{words('unlinked')}</p>
      {consent === 'withdrawn' && <p>{words('consentWithdrawn')}</p>}
      {consent === 'byHand' && (
        <p>
          {words('consentByHand')}{' '}
          <a href={consentAddress} target="_blank" rel="noopener noreferrer">
            {words('consentPage')}
          </a>
        </p>
      )}
    </Notice>
  );
}
