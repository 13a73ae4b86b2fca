import { whoWords } from '@/components/conflict/whoWords';
import { GuideLink } from '@/components/guide/GuideLink';
import { Notice } from '@/components/parts/Notice';
import { CopyLink } from '@/components/ways/CopyLink';
import { WaysTo } from '@/components/ways/WaysTo';
import type { PastedView } from '@/lib/messages/popup';
import { words } from '@/lib/words';

/** What a pasted link is, in words: what may be opened looks another way than what had better not. */
export function LinkVerdict({ verdict }: { verdict: PastedView }) {
  return (
    <Notice tone={toneOf(verdict)}>
      <p class="strong">{verdictWords(verdict)}</p>
    </Notice>
  );
}

interface VerdictActionsProps {
  verdict: PastedView;
  onOpen: (address: string) => void;
}

/** What can be done with it. */
export function VerdictActions({ verdict, onOpen }: VerdictActionsProps) {
  const { address, conflict, kind } = verdict;
  return (
    <>
      {conflict && address && (
        <WaysTo
          goal={{ kind: 'address', address }}
          present={conflict.present.name}
          inPopup
          lead={(choosing) => choosing && <p>{words('conflictChoose', words('waysParent'))}</p>}
        />
      )}
      {address && (
        <div class="actions">
          <button
            type="button"
            class={conflict ? 'button button-quiet' : 'button button-main'}
            onClick={() => onOpen(address)}
          >
            {words(conflict ? 'popupOpenAnyway' : 'popupOpen')}
          </button>
        </div>
      )}
      {kind === 'unknown' && <CopyLink address={verdict.link} />}
      {kind === 'foreign' && (
        <p>
          <GuideLink entry="invitation">{words('guide_invitation')}</GuideLink>
        </p>
      )}
    </>
  );
}

/** How good it is to open a pasted link. */
export function toneOf({ kind, conflict, problem }: PastedView): 'good' | 'warning' | 'bad' {
  if (conflict || kind === 'foreign') return 'bad';
  return problem || kind === 'empty' || kind === 'notALink' || kind === 'unknown' ? 'warning' : 'good';
}

function verdictWords({ kind, conflict, problem, host }: PastedView): string {
  switch (kind) {
    case 'empty':
      return words('popupEmpty');
    case 'notALink':
      return words('popupNotALink');
    case 'foreign':
      return words('popupForeign', host);
    case 'unknown':
      return words('popupUnknownLink');
    case 'call':
      return words('popupCall');
    case 'chat':
      return words('popupChat');
    case 'invitation':
      if (conflict) return words('conflictPresent', whoWords(conflict));
      return words(problem ? 'popupInvitationUnknown' : 'popupInvitation');
    case 'sferum':
      if (conflict) return `${words('popupSferumConflict')} ${words('conflictPresent', whoWords(conflict))}`;
      return words(problem ? 'popupInvitationUnknown' : 'popupSferum');
  }
}
