import { useEffect, useState } from 'preact/hooks';
import { InvitationNotice } from '@/components/conflict/InvitationNotice';
import type { NoticeView } from '@/lib/messages/invitation';
import { listenToNews } from '@/lib/messages/news';
import { ask } from '@/lib/messages/send';

const leave = () => void ask('notice.leave', {}).catch(() => undefined);

/** Reads who is in the way, and again when somebody signs in or out. */
export function NoticePage({ invitation }: { invitation: string }) {
  /** `undefined` until the first answer. */
  const [view, setView] = useState<NoticeView | undefined>(undefined);
  useEffect(() => {
    const read = () => void ask('notice.read', { address: invitation }).then(setView, () => undefined);
    read();
    return listenToNews((news) => {
      if (news === 'session') read();
    });
  }, [invitation]);
  return <InvitationNotice view={view} invitation={invitation} onLeave={leave} />;
}
