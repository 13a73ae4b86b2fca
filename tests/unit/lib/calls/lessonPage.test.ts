import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { lessonPageAddress, readLessonPage } from '@/lib/calls/lessonPage';

const places = fc.record({ tabId: fc.nat(), start: fc.option(fc.nat()), index: fc.nat({ max: 99_999 }) });

it('reads what was written, which is numbers alone', () => {
  fc.assert(
    fc.property(places, (place) => {
      const { hash } = new URL(lessonPageAddress(place), 'chrome-extension://x');
      expect(hash).toMatch(/^#[\d/]+$/);
      expect(readLessonPage(hash)).toEqual(place);
    }),
  );
});

it.each(['', '#', '#5', '#5//', '#x/1/2', '#-1//1', '#1/x/1', '#1//1/1'])('reads nothing from «%s»', (hash) => {
  expect(readLessonPage(hash)).toBeNull();
});
