import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/** The keys that join what is on now, as the browser has them; empty where the person took them away, or another took them. */
export function useShortcut(): string {
  const [keys, setKeys] = useState('');
  useEffect(() => {
    const read = async () => {
      const all = await browser.commands.getAll();
      setKeys(all.find(({ name }) => name === 'join-now')?.shortcut ?? '');
    };
    read().catch(() => undefined);
  }, []);
  return keys;
}
