import { whoWords } from '@/components/conflict/whoWords';
import { GuideLink } from '@/components/guide/GuideLink';
import { WaysTo } from '@/components/ways/WaysTo';
import type { PastedView } from '@/lib/messages/popup';
import { words } from '@/lib/words';

interface LinkVerdictProps {
  verdict: PastedView;
  onOpen: (address: string) => void;
}

/** What a pasted link is, in words, with what can be done. */
export function LinkVerdict({ verdict, onOpen }: LinkVerdictProps) {
  const { address, conflict } = verdict;
  return (
    <div class="popup-verdict">
      <p role="status" class="strong">
        {verdictWords(verdict)}
      </p>
      {conflict && address && <WaysTo goal={{ kind: 'address', address }} present={conflict.present.name} inPopup />}
      <p class="actions">
        {address && (
          <button
            type="button"
            class={conflict ? 'button button-quiet' : 'button button-main'}
            onClick={() => onOpen(address)}
          >
            {words(conflict ? 'popupOpenAnyway' : 'popupOpen')}
          </button>
        )}
      </p>
      {verdict.kind === 'foreign' && <GuideLink entry="invitation">{words('waysGuide')}</GuideLink>}
    </div>
  );
}

function verdictWords({ kind, conflict, problem, host }: PastedView): string {
  switch (kind) {
    case 'empty':
      return words('popupEmpty');
    case 'notALink':
      return words('popupNotALink');
    case 'foreign':
      return words('popupForeign', host);
    case 'call':
      return words('popupCall');
    case 'chat':
      return words('popupChat');
    case 'invitation':
      if (conflict) return words('invitationSentence', whoWords(conflict));
      return words(problem ? 'popupInvitationUnknown' : 'popupInvitation');
    case 'sferum':
      if (conflict) return `${words('popupSferumConflict')} ${words('invitationSentence', whoWords(conflict))}`;
      return words(problem ? 'popupInvitationUnknown' : 'popupSferum');
  }
}
