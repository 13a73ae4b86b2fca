import { describe, expect, it } from 'vitest';
import { clockDifference, createClock } from '@/lib/clock';

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
    ['a server that has 1970', 'Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['27 hours ahead', header(27 * 3_600_000), 0],
    ['27 hours behind', header(-27 * 3_600_000), 0],
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
    expect(clock.offset).toBe(0);
    expect(clockDifference(header(3_600_000), sent, received)).toBeNull();
  });

  it.each([
    ['the diary alone', 600_000, null, 600_000],
    ['VK alone', null, 600_000, 600_000],
    ['both alike: the diary', 600_000, 620_000, 600_000],
    ['a diary in local time: VK', 7 * 3_600_000, 0, 0],
    ['a diary that says the computer is right, VK not', 0, 600_000, 600_000],
    ['a diary of 1970: VK', -1.8e12, 600_000, 600_000],
    ['neither', null, null, 0],
  ])('%s', (_, diary, vk, offset) => {
    const clock = createClock(() => now);
    clock.adopt(diary);
    if (vk !== null) clock.observe(header(vk), now, now);
    expect(Math.abs(clock.offset - offset)).toBeLessThan(1000);
  });

  it.each([
    ['its local time', 7 * 3_600_000, 'Asia/Krasnoyarsk', 0],
    ['its local time, a minute off', 7 * 3_600_000 - 60_000, 'Asia/Krasnoyarsk', 0],
    ['its local time at another place', 3 * 3_600_000, 'Europe/Moscow', 0],
    [
      'the right time to a computer whose zone is Moscow’s by mistake',
      -4 * 3_600_000,
      'Asia/Krasnoyarsk',
      -4 * 3_600_000,
    ],
    ['the right time to a computer that is an hour behind', 3_600_000, 'Asia/Krasnoyarsk', 3_600_000],
    ['no difference', 0, 'Etc/UTC', 0],
  ])('of a diary alone that says %s', (_, difference, zone, offset) => {
    const clock = createClock(() => now);
    clock.adopt(difference, zone);
    expect(clock.offset).toBe(offset);
  });

  it('gives a diary’s word back', () => {
    const clock = createClock(() => now);
    clock.adopt(600_000);
    clock.adopt(null);
    expect(clock.offset).toBe(0);
  });
});
