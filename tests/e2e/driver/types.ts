import type { Role, RoleOptions } from './roles.ts';

/**
 * One driver for two browsers, so that each journey is written once. Everything is found by role and accessible name, as
 * a person finds it; open shadow roots are looked into; every action waits until it is possible.
 */

/** A string is the whole name or text, white space put together; a part is asked for by a regular expression. */
export type Name = string | RegExp;

export interface WaitOptions {
  /** Milliseconds; 10,000 where nothing is said. */
  timeout?: number;
}

export interface ClickOptions extends WaitOptions {
  button?: 'left' | 'middle' | 'right';
  /** Keys that are held down, as for a tab of its own. */
  modifiers?: 'Control'[];
}

/** A place on the screen in CSS pixels, from the top left corner of the page or frame. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One breach of an axe rule. */
export interface Violation {
  rule: string;
  impact: string;
  help: string;
  /** Selectors of the elements at fault. */
  nodes: string[];
}

/** Where things are looked for: a page, a frame, or an element found before. */
export interface Scope {
  /** What has this role and, if given, this accessible name. Hidden elements are not found. */
  role(role: Role, name?: Name, options?: RoleOptions): Found;
  /** The smallest visible element with this text. */
  text(text: Name): Found;
  /** A field with this label. */
  field(label: Name): Found;
  /** By CSS selector, shadow roots included: only for places that have neither role nor text. Hidden ones count too. */
  css(selector: string): Found;
}

/** What is found, looked up anew at every use. An action on more than one element is an error that lists them. */
export interface Found extends Scope {
  click(options?: ClickOptions): Promise<void>;
  hover(options?: WaitOptions): Promise<void>;
  /** Replaces the text of a field, with the events of typing. */
  fill(text: string, options?: WaitOptions): Promise<void>;
  /** Chooses an option of a `select` by its visible text. */
  choose(label: string, options?: WaitOptions): Promise<void>;
  /** Puts the focus here and presses a key: `Enter`, `Escape`, `Shift+Tab`, `ArrowDown`, `a`. */
  press(key: string, options?: WaitOptions): Promise<void>;
  /** Waits until exactly one is seen (`visible`, also where nothing is said) or none (`hidden`). */
  waitFor(state?: 'visible' | 'hidden', options?: WaitOptions): Promise<void>;
  /** Whether one at least is seen now; does not wait. */
  isVisible(): Promise<boolean>;
  /** Whether it can be used; waits for it to be there. */
  isEnabled(): Promise<boolean>;
  /** How many there are now; does not wait. */
  count(): Promise<number>;
  /** The rendered text, white space put together; waits for it to be there. */
  textContent(): Promise<string>;
  /** The texts of all there are now; does not wait. */
  allTexts(): Promise<string[]>;
  /** A field's value. */
  value(): Promise<string>;
  attribute(name: string): Promise<string | null>;
  box(): Promise<Box>;
  /** Runs in the page with the element, which stays unnamed in this type as the tests are not DOM code. */
  evaluate<Value>(run: (element: HTMLElement) => Value | Promise<Value>): Promise<Value>;
  first(): Found;
  /** The one of this number, from 0. */
  nth(index: number): Found;
  /** Of these, only those with this text inside. */
  having(text: Name): Found;
}

/** A page or a frame in it. */
export interface Surface extends Scope {
  url(): Promise<string>;
  /** Waits for a frame at any depth whose address holds this. The extension's own frame in a diary's page is one too. */
  frame(address: string | RegExp, options?: WaitOptions): Promise<Surface>;
  /** The addresses of all frames inside now. */
  frames(): Promise<string[]>;
  /** Runs in the page's own world; values go over as JSON. */
  evaluate<Value>(run: () => Value | Promise<Value>): Promise<Value>;
  evaluate<Value, Argument>(run: (argument: Argument) => Value | Promise<Value>, argument: Argument): Promise<Value>;
  /** Presses a key where the focus is. */
  press(key: string): Promise<void>;
  /** Types text where the focus is. */
  type(text: string): Promise<void>;
  /** What has the focus, as `button "Перейти"`. */
  focused(): Promise<string>;
  /** What a person who does not see the page is told, an element a line. */
  outline(): Promise<string>;
  /** Breaches of WCAG 2 A and AA found by axe. Frames are not entered: ask each. */
  axe(): Promise<Violation[]>;
  /** The visible part of the tab as PNG; of the whole tab also when asked of a frame. */
  screenshot(path: string): Promise<void>;
}

/** A tab, or a window opened as a popup. */
export interface Page extends Surface {
  goto(address: string): Promise<void>;
  reload(): Promise<void>;
  close(): Promise<void>;
  isClosed(): Promise<boolean>;
  waitForClose(options?: WaitOptions): Promise<void>;
  waitForAddress(address: RegExp, options?: WaitOptions): Promise<void>;
  bringToFront(): Promise<void>;
  setViewport(size: { width: number; height: number }): Promise<void>;
  setColorScheme(scheme: 'light' | 'dark'): Promise<void>;
  /** The person has switched high contrast on: the system's colours instead of the page's. */
  setForcedColors(on: boolean): Promise<void>;
  /** The person has asked the system for less that moves. */
  setReducedMotion(on: boolean): Promise<void>;
}

/** The toolbar popup as its button opens it: no tab, so that there is less to find than in a page. */
export interface ToolbarPopup {
  /** What can be read there now, white space put together. */
  text(): Promise<string>;
  waitForText(text: RegExp, options?: WaitOptions): Promise<void>;
  /** Clicks the one control of this name with the mouse. */
  click(name: string): Promise<void>;
  /** Writes into the field of this name. */
  fill(name: string, text: string): Promise<void>;
  size(): Promise<{ width: number; height: number }>;
  screenshot(path: string): Promise<void>;
  isOpen(): Promise<boolean>;
  close(): Promise<void>;
}

export interface Download {
  name: string;
  path: string;
}

/** A browser with the extension in a fresh profile; every host name leads to the stand. */
export interface Browser {
  readonly name: 'chromium' | 'firefox';
  /** `chrome-extension://…` or `moz-extension://…`, no slash at the end. */
  readonly extensionOrigin: string;

  /** Opens a tab and waits for its `load`. */
  open(address: string): Promise<Page>;
  /** All tabs and popups now, private ones and containers included, extension pages included. */
  pages(): Promise<Page[]>;
  /** Waits for a tab or popup with this address, open already or not. */
  waitForPage(address: RegExp, options?: WaitOptions): Promise<Page>;
  /** Opens a page of the extension by its path, `popup.html`. */
  extensionPage(path: string): Promise<Page>;

  /** The person presses the extension's toolbar button while this tab is in front. */
  openPopup(page: Page): Promise<ToolbarPopup>;

  /** Ends the background at once, as the browser does when it was idle. The next event starts it again. */
  killBackground(): Promise<void>;
  /** Whether the background runs now. */
  isBackgroundAlive(): Promise<boolean>;
  /** Loads the extension again, as an update does. Pages keep their old content scripts until they are reloaded. */
  reloadExtension(): Promise<void>;
  /** The person switches the extension off in the browser's settings. Nothing of it can be asked any more. */
  switchOff(): Promise<void>;
  /** The browser ends with all its windows, and begins again with the same profile; none of its tabs comes back. */
  restart(): Promise<void>;
  /** Runs with `chrome` in a page of the extension; for looking into storage, never for acting in a person's stead. */
  inExtension<Value>(run: () => Value | Promise<Value>): Promise<Value>;
  inExtension<Value, Argument>(run: (argument: Argument) => Value | Promise<Value>, argument: Argument): Promise<Value>;

  /** Installs another extension, unpacked, beside ours. */
  installOther(folder: string): Promise<void>;

  /** The person lets the extension work in private windows. Loads the extension again. */
  allowPrivateWindows(): Promise<void>;
  /** Opens a private window. In Chromium it has to be allowed first. */
  openPrivateWindow(address: string): Promise<Page>;
  /** Opens a tab in the container «Work». Only Firefox has them. */
  openContainer(address: string): Promise<Page>;
  /** The person takes the right to this origin back in the browser's settings. */
  revokeOrigin(pattern: string): Promise<void>;
  /** The person gives the right to this origin in the browser's settings. */
  allowOrigin(pattern: string): Promise<void>;
  /** Does what makes the browser ask for a right, and says no to its question. Only Firefox’s can be answered. */
  sayNo?(act: () => Promise<void>): Promise<void>;

  /** The person presses the extension's keyboard shortcut, by the name in the manifest. */
  dispatchCommand(name: string): Promise<void>;
  /** Ids of the notifications on the screen. */
  notifications(): Promise<string[]>;
  /** The person clicks a notification. */
  clickNotification(id: string): Promise<void>;
  /** The text on the toolbar button. */
  badge(): Promise<string>;

  /** Waits for a downloaded file by its name. */
  waitForDownload(name: RegExp, options?: WaitOptions): Promise<Download>;
  /** What was copied last; `page` is one that may be brought to the front for it. */
  clipboard(page: Page): Promise<string>;
  /** Errors that the extension's own pages and background, and all pages, wrote to the console since the start. */
  consoleErrors(): Promise<string[]>;

  close(): Promise<void>;
}

export interface LaunchOptions {
  /** Folder of the built extension. */
  extension: string;
  /** Port of 127.0.0.1 on which every https host is answered. */
  port: number;
  /** The computer's time zone; the real one where nothing is said. */
  zone?: string;
  /** The browser's language, `ru` or `en`. */
  language?: string;
  /** What the person says yes to when asked: `notifications`, `https://school.example/*`. Not granted until then. */
  agreesTo?: readonly string[];
  /** Firefox keeps each site's cookies from all others, extensions included (`privacy.firstparty.isolate`). */
  isolatesSites?: boolean;
  /** A window to look at. */
  headed?: boolean;
}
