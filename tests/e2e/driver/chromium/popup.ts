import { writeFile } from 'node:fs/promises';
import type { CDPSession } from '@playwright/test';
import { askDocument, type PopupAnswer, type PopupQuestion } from '../page/popup.ts';
import type { ToolbarPopup, WaitOptions } from '../types.ts';
import { waitUntil } from '../wait.ts';

interface TargetInfo {
  targetId: string;
  type: string;
  url: string;
}

/** Presses the toolbar button while a tab of this address is in front, and drives the popup that opens. */
export async function openChromiumPopup(
  connection: CDPSession,
  extensionId: string,
  address: string,
): Promise<ToolbarPopup> {
  const send = connection.send.bind(connection) as (method: string, parameters?: object) => Promise<unknown>;
  const targets = async (filter?: object[]) =>
    ((await send('Target.getTargets', filter ? { filter } : {})) as { targetInfos: TargetInfo[] }).targetInfos;
  const tab = (await targets([{ type: 'tab' }])).find(({ url }) => url === address);
  if (!tab) throw new Error(`No tab at ${address}`);
  const before = new Set((await targets()).map(({ targetId }) => targetId));
  await send('Extensions.triggerAction', { id: extensionId, targetId: tab.targetId });
  const popup = await waitUntil(
    async () => (await targets()).find(({ targetId, url }) => !before.has(targetId) && url.includes('/popup.html')),
    { what: 'the popup' },
  );
  const { sessionId } = (await send('Target.attachToTarget', { targetId: popup.targetId, flatten: false })) as {
    sessionId: string;
  };
  return new ChromiumPopup(connection, popup.targetId, sessionId);
}

class ChromiumPopup implements ToolbarPopup {
  private readonly connection: CDPSession;
  private readonly targetId: string;
  private readonly sessionId: string;
  private readonly waiting = new Map<number, (answer: Record<string, unknown>) => void>();
  private sent = 0;

  constructor(connection: CDPSession, targetId: string, sessionId: string) {
    this.connection = connection;
    this.targetId = targetId;
    this.sessionId = sessionId;
    connection.on('Target.receivedMessageFromTarget', ({ message, sessionId: from }) => {
      const { id, result } = JSON.parse(message) as { id: number; result?: Record<string, unknown> };
      if (from === this.sessionId) this.waiting.get(id)?.(result ?? {});
    });
  }

  private async command(method: string, parameters: object = {}): Promise<Record<string, unknown>> {
    this.sent += 1;
    const id = this.sent;
    const answer = new Promise<Record<string, unknown>>((resolve) => this.waiting.set(id, resolve));
    const message = JSON.stringify({ id, method, params: parameters });
    await this.connection.send('Target.sendMessageToTarget', { sessionId: this.sessionId, message });
    return answer;
  }

  private async ask(question: PopupQuestion): Promise<PopupAnswer> {
    const expression = `JSON.stringify((${askDocument})(document, ${JSON.stringify(question)}))`;
    const { result } = (await this.command('Runtime.evaluate', { expression })) as { result?: { value?: string } };
    return JSON.parse(result?.value ?? '{}') as PopupAnswer;
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
    const { x, y, error } = await this.ask({ kind: 'place', name });
    if (error) throw new Error(error);
    const at = { x, y, button: 'left', clickCount: 1 };
    await this.command('Input.dispatchMouseEvent', { type: 'mousePressed', buttons: 1, ...at });
    // The click may close the popup, and then nobody answers.
    void this.command('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at }).catch(() => undefined);
  }

  async fill(name: string, text: string): Promise<void> {
    const { error } = await this.ask({ kind: 'focus', name });
    if (error) throw new Error(error);
    await this.command('Input.insertText', { text });
  }

  async screenshot(path: string): Promise<void> {
    const { data = '' } = (await this.command('Page.captureScreenshot')) as { data?: string };
    await writeFile(path, Buffer.from(data, 'base64'));
  }

  async isOpen(): Promise<boolean> {
    const { targetInfos } = await this.connection.send('Target.getTargets');
    return targetInfos.some(({ targetId }) => targetId === this.targetId);
  }

  async close(): Promise<void> {
    await this.connection.send('Target.closeTarget', { targetId: this.targetId }).catch(() => undefined);
  }
}
