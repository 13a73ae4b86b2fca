import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';

/** Draws a picture in the page of a happy-dom test; the one before goes. */
export async function draw(picture: ComponentChild): Promise<HTMLElement> {
  await act(() => {
    render(null, document.body);
    render(picture, document.body);
  });
  // What a picture asks for when it comes is answered.
  await act(() => Promise.resolve());
  // A region that is read out gets its text a moment after it stands.
  if (document.querySelector('.read-out')) await act(() => new Promise((resolve) => setTimeout(resolve, 120)));
  return document.body;
}

/** The buttons that are there, by their text. */
export function buttonsOf(page: ParentNode): string[] {
  return [...page.querySelectorAll('button')].map((button) => button.textContent ?? '');
}

/** The only button that leads the eye. */
export function mainButtonOf(page: ParentNode): string | undefined {
  const main = [...page.querySelectorAll('.button-main')].map((button) => button.textContent ?? '');
  return main.length > 1 ? main.join(' and ') : main[0];
}

export async function press(page: ParentNode, text: string): Promise<void> {
  const button = [...page.querySelectorAll<HTMLElement>('button, summary')].find((one) => one.textContent === text);
  if (!button) throw new Error(`There is no button «${text}» among ${buttonsOf(page).join(', ')}`);
  await act(async () => {
    button.click();
    await Promise.resolve();
  });
}
