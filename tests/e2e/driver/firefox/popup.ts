import { writeFile } from 'node:fs/promises';
import { askDocument, type PopupAnswer, type PopupQuestion } from '../page/popup.ts';
import type { ToolbarPopup, WaitOptions } from '../types.ts';
import { waitUntil } from '../wait.ts';
import type { Bidi } from './bidi.ts';
import { askPopup, closePopup, isPopupOpen, pressToolbarButton, snapPopup } from './privilegedPopup.ts';

/**
 * Presses the toolbar button of the window in front, and drives the popup that opens. Firefox does nothing on a press while a window of
 * its own is going: whoever sees nothing open presses once more.
 */
export async function openFirefoxPopup(bidi: Bidi, extensionId: string): Promise<ToolbarPopup> {
  for (const isLast of [false, false, true]) {
    await bidi.privileged(pressToolbarButton, extensionId);
    const isOpen = waitUntil(() => bidi.privileged(isPopupOpen), {
      what: 'the popup',
      timeout: isLast ? 10_000 : 3000,
    });
    if (isLast) await isOpen;
    else if (await isOpen.catch(() => false)) break;
  }
  return new FirefoxPopup(bidi);
}

type Request = PopupQuestion | { kind: 'click'; name: string } | { kind: 'fill'; name: string; text: string };

class FirefoxPopup implements ToolbarPopup {
  private readonly bidi: Bidi;

  constructor(bidi: Bidi) {
    this.bidi = bidi;
  }

  private async ask(request: Request): Promise<PopupAnswer> {
    const source = `(${answerInPopup})(content, ${askDocument}, ${JSON.stringify(request)}, (name, answer) => sendAsyncMessage(name, answer))`;
    const answer = await this.bidi.privileged(askPopup, source);
    const read = JSON.parse(answer) as PopupAnswer;
    if (read.error) throw new Error(read.error);
    return read;
  }

  async text(): Promise<string> {
    return (await this.ask({ kind: 'text' })).text ?? '';
  }

  async waitForText(text: RegExp, options: WaitOptions = {}): Promise<void> {
    await waitUntil(async () => text.test(await this.text()), {
      what: `${text} in the popup`,
      otherwise: () => this.text(),
      ...options,
    });
  }

  async size(): Promise<{ width: number; height: number }> {
    const { width = 0, height = 0 } = await this.ask({ kind: 'size' });
    return { width, height };
  }

  async click(name: string): Promise<void> {
    await this.ask({ kind: 'click', name });
  }

  async fill(name: string, text: string): Promise<void> {
    await this.ask({ kind: 'fill', name, text });
  }

  async screenshot(path: string): Promise<void> {
    await writeFile(path, Buffer.from(await this.bidi.privileged(snapPopup), 'base64'));
  }

  isOpen(): Promise<boolean> {
    return this.bidi.privileged(isPopupOpen);
  }

  async close(): Promise<void> {
    await this.bidi.privileged(closePopup);
  }
}

/** Goes into the popup's process as text, with the browser's own rights there. */
function answerInPopup(
  content: Window & {
    synthesizeMouseEvent(type: string, x: number, y: number, event: object, options: object): void;
  },
  ask: typeof askDocument,
  request: Request,
  send: (name: string, answer: string) => void,
): void {
  const isAct = request.kind === 'click' || request.kind === 'fill';
  const question: PopupQuestion = isAct
    ? { kind: request.kind === 'click' ? 'place' : 'focus', name: request.name }
    : request;
  const answer = ask(content.document, question);
  send('popup-answer', JSON.stringify(answer));
  if (answer.error !== undefined || !isAct) return;
  if (request.kind === 'fill') {
    const field = content.document.activeElement as HTMLInputElement;
    field.value = request.text;
    field.dispatchEvent(
      new (content as unknown as { InputEvent: typeof InputEvent }).InputEvent('input', { bubbles: true }),
    );
    return;
  }
  for (const type of ['mousedown', 'mouseup']) {
    const event = { button: 0, clickCount: 1, buttons: type === 'mousedown' ? 1 : 0 };
    content.synthesizeMouseEvent(type, answer.x ?? 0, answer.y ?? 0, event, { isDOMEventSynthesized: false });
  }
}
