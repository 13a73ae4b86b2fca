import { describe, expect, it } from 'vitest';
import { createClock } from '@/lib/clock';

const now = Date.UTC(2026, 10, 23, 3, 0, 0, 250);
const header = (offset: number) => new Date(now + offset).toUTCString();

describe('the corrected clock', () => {
  it.each([
    ['no header', null, 0],
    ['nonsense', 'yesterday', 0],
    ['the same time', header(0), 0],
    ['89 s ahead is believed to the computer', header(89_000), 0],
    ['89 s behind too', header(-89_000), 0],
    ['an hour ahead is corrected', header(3_600_000), 3_600_000],
    ['a day behind is corrected', header(-86_400_000), -86_400_000],
  ])('%s', (_, date, offset) => {
    const clock = createClock(() => now);
    clock.observe(date, now, now);
    expect(Math.abs(clock.offset - offset)).toBeLessThan(1000);
    expect(clock.now()).toBe(now + clock.offset);
    expect(clock.computerNow()).toBe(now);
  });

  it('takes the middle of the exchange for the moment of the header', () => {
    const clock = createClock(() => now);
    const date = new Date(Date.UTC(2026, 10, 23, 5, 0, 5)).toUTCString();
    const sent = Date.UTC(2026, 10, 23, 3, 0, 0);
    clock.observe(date, sent, sent + 10_000);
    expect(clock.offset).toBe(2 * 3_600_000 + 500);
  });

  it.each([
    ['the computer slept meanwhile', 0, 61_000],
    ['the computer was set back meanwhile', 0, -1],
  ])('learns nothing when %s', (_, sent, received) => {
    const clock = createClock(() => now);
    clock.observe(header(3_600_000), sent, received);
    expect(clock.measured).toBeNull();
  });

  it('hands its measurement over, and prefers the one it was handed', () => {
    const diary = createClock(() => now);
    diary.observe(header(600_000), now, now);
    const background = createClock(() => now);
    background.observe(header(-600_000), now, now);
    background.adopt(diary.measured);
    background.observe(header(-600_000), now, now);
    expect(background.offset).toBe(diary.offset);
    background.adopt(null);
    expect(background.offset).toBeLessThan(0);
  });

  it('keeps the computer right where the diary says so, whatever VK says', () => {
    const clock = createClock(() => now);
    clock.observe(header(600_000), now, now);
    clock.adopt(0);
    expect(clock.offset).toBe(0);
  });
});
