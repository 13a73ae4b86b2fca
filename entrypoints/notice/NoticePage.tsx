import { useCallback, useEffect } from 'preact/hooks';
import { InvitationNotice } from '@/components/conflict/InvitationNotice';
import { useLatest } from '@/components/pages/useLatest';
import type { NoticeView } from '@/lib/messages/invitation';
import { listenToNews } from '@/lib/messages/news';
import { ask } from '@/lib/messages/send';

const leave = () => void ask('notice.leave', {}).catch(() => undefined);

/** Reads who is in the way, and again when somebody signs in or out. */
export function NoticePage({ invitation }: { invitation: string }) {
  /** `undefined` until the first answer. */
  const { view, take } = useLatest<NoticeView | undefined>(undefined);
  const read = useCallback(() => void take(ask('notice.read', { address: invitation })), [invitation, take]);
  useEffect(() => {
    read();
    return listenToNews((news) => {
      if (news === 'session') read();
    });
  }, [read]);
  return <InvitationNotice view={view} invitation={invitation} onAgain={read} onLeave={leave} />;
}
