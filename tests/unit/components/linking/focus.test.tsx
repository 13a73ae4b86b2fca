// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, it, vi } from 'vitest';
import { Step } from '@/components/parts/Step';

it('the focus is at a step’s heading as soon as it is drawn: nobody finds it lost', () => {
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  render(<Step heading="Проверьте данные" sentence="" takesFocus={true} />, document.body);
  expect(document.activeElement).toBe(document.querySelector('h1'));
});
