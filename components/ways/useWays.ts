import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { WayAct, WaysView } from '@/lib/messages/ways';
import type { WaysClient } from '@/lib/messages/waysClient';
import { createTurns } from '@/lib/turns';

/** While waiting is seen, milliseconds. */
const lookEvery = 5000;

export interface WaysState {
  view: WaysView | null;
  /** What is under way; `null`: nothing. */
  acting: WayAct | null;
  /** What was done last and came off. */
  done: WayAct | null;
  failed: boolean;
  act: (act: WayAct) => void;
}

/** The ways as they stand, read again on news and whenever the page is seen again. */
export function useWays(client: WaysClient): WaysState {
  const [view, setView] = useState<WaysView | null>(null);
  const [acting, setActing] = useState<WayAct | null>(null);
  const [done, setDone] = useState<WayAct | null>(null);
  const [failed, setFailed] = useState(false);
  const busy = useRef(false);
  const [turn] = useState(createTurns);

  const run = useCallback(
    async (work: () => Promise<WaysView>, act: WayAct | null) => {
      if (act) {
        if (busy.current) return;
        busy.current = true;
        setActing(act);
        setDone(null);
      }
      const isLast = turn();
      try {
        const now = await work();
        // What an action answered is newer than whatever was asked before.
        if (act) turn();
        else if (!isLast()) return;
        setView(now);
        setFailed(false);
        if (act) setDone(act);
      } catch {
        if (act || isLast()) setFailed(true);
      } finally {
        if (act) {
          busy.current = false;
          setActing(null);
        }
      }
    },
    [turn],
  );

  const act = useCallback((name: WayAct) => void run(() => client.act(name), name), [client, run]);

  useEffect(() => {
    const read = () => void run(() => client.read(), null);
    const readWhenSeen = () => {
      if (!document.hidden) read();
    };
    read();
    document.addEventListener('visibilitychange', readWhenSeen);
    const stop = client.onChange(read);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', readWhenSeen);
    };
  }, [client, run]);

  // What the browser refused before and allows now needs no second click: the person has asked for it already.
  const resumable = view?.privateWindow.resumable ?? false;
  useEffect(() => {
    if (resumable && !document.hidden) act('openPrivateWindow');
  }, [resumable, act]);

  const watching = view?.signOut !== null && view?.signOut !== undefined && !view.signOut.tired;
  useEffect(() => {
    if (!watching) return undefined;
    const timer = setInterval(() => {
      // Not as something the person did: nothing on the screen changes until they have left.
      if (!document.hidden) void run(() => client.act('lookForSignOut'), null);
    }, lookEvery);
    return () => clearInterval(timer);
  }, [watching, client, run]);

  return { view, acting, done, failed, act };
}
