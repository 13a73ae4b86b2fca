/**
 * What a person does with the toolbar button in Firefox's own window. These functions run with the browser's own rights, each
 * on its own: it uses nothing from this file.
 */

interface PopupBrowser {
  messageManager: {
    loadFrameScript(address: string, later: boolean): void;
    addMessageListener(name: string, listen: (message: { data: string }) => void): void;
    removeMessageListener(name: string, listen: (message: { data: string }) => void): void;
  };
  browsingContext: {
    currentWindowGlobal: { drawSnapshot(area: null, scale: number, ground: string): Promise<ImageBitmap> };
  };
}
declare const Services: {
  wm: { getMostRecentWindow(type: string): { document: Document; focus(): void } };
};
declare const WebExtensionPolicy: { getByID(id: string): { extension: unknown } | null };
declare const ChromeUtils: { importESModule(address: string): Record<string, never> };

export async function pressToolbarButton(id: string): Promise<void> {
  const { ExtensionParent } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionParent.sys.mjs',
  ) as unknown as {
    ExtensionParent: {
      apiManager: {
        global: { browserActionFor(extension: unknown): { triggerAction(window: unknown): Promise<void> } };
      };
    };
  };
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  const extension = WebExtensionPolicy.getByID(id)?.extension;
  // In a window that is not in front, as after another one has gone, Firefox opens nothing.
  window.focus();
  await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
}

export function isPopupOpen(): boolean {
  const { document } = Services.wm.getMostRecentWindow('navigator:browser');
  return document.querySelector('browser.webextension-popup-browser') !== null;
}

/** Runs a script in the popup's process and waits for its answer, four seconds at most. */
export function askPopup(source: string): Promise<string> {
  const { document } = Services.wm.getMostRecentWindow('navigator:browser');
  const popup = document.querySelector('browser.webextension-popup-browser') as unknown as PopupBrowser | null;
  if (!popup) return Promise.resolve('{"error":"the popup is closed"}');
  return new Promise((resolve) => {
    const { messageManager } = popup;
    const end = (answer: string) => {
      messageManager.removeMessageListener('popup-answer', hear);
      resolve(answer);
    };
    const hear = ({ data }: { data: string }) => end(data);
    messageManager.addMessageListener('popup-answer', hear);
    messageManager.loadFrameScript(`data:application/javascript;charset=utf-8,${encodeURIComponent(source)}`, false);
    setTimeout(() => end('{"error":"the popup did not answer"}'), 4000);
  });
}

/** @returns the popup as PNG, in base64 */
export async function snapPopup(): Promise<string> {
  const { document } = Services.wm.getMostRecentWindow('navigator:browser');
  const popup = document.querySelector('browser.webextension-popup-browser') as unknown as PopupBrowser | null;
  if (!popup) return '';
  const image = await popup.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  return canvas.toDataURL('image/png').replace(/^[^,]*,/, '');
}

export function closePopup(): void {
  const { document } = Services.wm.getMostRecentWindow('navigator:browser');
  for (const panel of document.querySelectorAll('panel')) {
    const { state, hidePopup } = panel as unknown as { state: string; hidePopup(): void };
    if (state === 'open') hidePopup.call(panel);
  }
}
