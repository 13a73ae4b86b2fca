import type { ConflictView } from '@/lib/protocol/views';
import { type MessageKey, words } from '@/lib/words';
import { Notice } from './Notice';

interface ConflictNoticeProps {
  notice: ConflictView;
  /** Browsers call their private windows differently, and Firefox alone has containers. */
  browserName: 'chrome' | 'firefox';
  onRecheck: () => void;
  /** «Это тоже мой дневник»: only where the profile is linked to another diary. */
  onSamePerson?: () => void;
}

const ways: Record<ConflictNoticeProps['browserName'], [MessageKey, MessageKey][]> = {
  chrome: [
    ['conflictOtherDevice', 'conflictOtherDeviceHow'],
    ['conflictIncognito', 'conflictIncognitoHow'],
    ['conflictSignOut', 'conflictSignOutHow'],
  ],
  firefox: [
    ['conflictOtherDevice', 'conflictOtherDeviceHow'],
    ['conflictPrivate', 'conflictPrivateHow'],
    ['conflictSignOut', 'conflictSignOutHow'],
    ['conflictContainer', 'conflictContainerHow'],
  ],
};

/** Whose Сферум is open in this browser, and the ways to come to one's own. */
export function ConflictNotice({ notice, browserName, onRecheck, onSamePerson }: ConflictNoticeProps) {
  const { present, wanted, reason } = notice;
  const who = [present.name, present.roles].filter(Boolean).join(', ') || words('conflictSomebody');
  const isLinked = reason === 'linkedToAnotherPerson';
  return (
    <Notice
      tone="warning"
      role="alert"
      actions={
        <>
          <button type="button" class="button" onClick={onRecheck}>
            {words('conflictAgain')}
          </button>
          {isLinked && onSamePerson && (
            <button type="button" class="button" onClick={onSamePerson}>
              {words('conflictSame')}
            </button>
          )}
        </>
      }
    >
      {isLinked ? (
        <>
          <p class="strong">{words('conflictLinked', who)}</p>
          <p>{words('conflictLinkedOwn')}</p>
        </>
      ) : (
        <p class="strong">{wanted ? words('conflictSentence', who, wanted) : words('conflictSentenceSelf', who)}</p>
      )}
      <ol class="ways">
        {ways[browserName].map(([name, how]) => (
          <li key={name}>
            <b>{words(name)}</b>
            <span>{words(how)}</span>
          </li>
        ))}
      </ol>
    </Notice>
  );
}
