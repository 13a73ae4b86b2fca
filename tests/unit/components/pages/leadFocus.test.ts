// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { leadFocus } from '@/components/pages/leadFocus';

function draw(): { heading: HTMLElement; button: HTMLElement } {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  document.body.innerHTML = '<h1 tabindex="-1">Ждём</h1><button>Отменить</button>';
  const [heading, button] = [document.querySelector('h1'), document.querySelector('button')];
  if (!(heading && button)) throw new Error('nothing is drawn');
  return { heading, button };
}

let isHere = false;
beforeEach(() => {
  isHere = false;
  vi.spyOn(document, 'hasFocus').mockImplementation(() => isHere);
});

it('leads at once who is here', () => {
  isHere = true;
  const { heading } = draw();
  leadFocus(heading);
  expect(document.activeElement).toBe(heading);
});

it.each([
  ['who comes back', false, false, 'H1'],
  ['nobody who comes back to something else', true, false, 'BUTTON'],
  ['nobody once it has gone', false, true, 'BODY'],
])('leads %s', (_, isElsewhere, isGone, focused) => {
  const { heading, button } = draw();
  const giveUp = leadFocus(heading);
  expect(document.activeElement).toBe(document.body);
  if (isElsewhere) button.focus();
  if (isGone) giveUp();
  window.dispatchEvent(new Event('focus'));
  expect(document.activeElement?.tagName).toBe(focused);
});
