import { describe, expect, it, vi } from 'vitest';
import { createSingleFlight, doubleClick } from '@/lib/singleFlight';

describe('a double click does a thing once', () => {
  let time = 0;

  it('while it is being done, and shortly after', async () => {
    const once = createSingleFlight<string>(() => time);
    const act = vi.fn(async () => 'opened');
    const answers = [once('call 1', act), once('call 1', act)];
    expect(await Promise.all(answers)).toEqual(['opened', 'opened']);
    time += doubleClick - 1;
    await once('call 1', act);
    expect(act).toHaveBeenCalledTimes(1);
  });

  it('another target is another thing', async () => {
    const once = createSingleFlight<string>(() => time);
    const act = vi.fn(async () => 'opened');
    await Promise.all([once('call 1', act), once('call 2', act)]);
    expect(act).toHaveBeenCalledTimes(2);
  });

  it('may be wanted again later, also after a failure', async () => {
    const once = createSingleFlight<string>(() => time);
    const act = vi.fn(async () => 'opened').mockRejectedValueOnce(new Error('no'));
    await expect(once('call 1', act)).rejects.toThrow('no');
    expect(await once('call 1', act)).toBe('opened');
    time += doubleClick;
    await once('call 1', act);
    expect(act).toHaveBeenCalledTimes(3);
  });

  it('one that takes long is waited for, not begun again', async () => {
    const once = createSingleFlight<string>(() => time);
    let land = (_: string) => {};
    const act = vi.fn(() => new Promise<string>((resolve) => (land = resolve)));
    const first = once('call 1', act);
    time += 10 * doubleClick;
    const second = once('call 1', act);
    land('opened');
    expect(await Promise.all([first, second])).toEqual(['opened', 'opened']);
    expect(act).toHaveBeenCalledTimes(1);
  });
});
