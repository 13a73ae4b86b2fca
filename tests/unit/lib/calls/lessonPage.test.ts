import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { lessonPageAddress, readLessonPage } from '@/lib/calls/lessonPage';

const places = fc.record({
  tabId: fc.nat(),
  id: fc.string({ unit: 'grapheme', minLength: 1 }),
  start: fc.option(fc.nat()),
});

it('reads what was written, whatever the lesson is called', () => {
  fc.assert(
    fc.property(places, (place) => {
      const { hash } = new URL(lessonPageAddress(place), 'chrome-extension://x');
      expect(readLessonPage(hash)).toEqual(place);
    }),
  );
});

it.each(['', '#', '#5', '#5//', '#x/1/2', '#-1//a', '#1/x/a', '#1//%E0%A4%A'])('reads nothing from «%s»', (hash) => {
  expect(readLessonPage(hash)).toBeNull();
});

it('throws at no other text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      readLessonPage(text);
    }),
  );
});
