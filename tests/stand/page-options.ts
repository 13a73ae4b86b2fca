/** How the diary's personal area behaves: what is not known of the real page is an option here. */
export interface PageOptions {
  /** Value of the `Content-Security-Policy` header; null sends none. */
  contentSecurityPolicy: string | null;
  /** `late`: the menu appears `menuDelayMs` after load; `hidden`: it is there and not shown. */
  menu: 'normal' | 'none' | 'late' | 'hidden';
  menuDelayMs: number;
  /** Lists before the menu: `header` a `ul.menu` without sections, `phone` a hidden copy of the menu. */
  otherMenus: readonly ('header' | 'phone')[];
  /** `other`: a style sheet that knows the page's own items by their classes. */
  menuStyle: 'usual' | 'other';
  /**
   * What the content's parent is: flex, a grid, as wide as what is in it, cut off, a scrolling box, enlarged with all of the page;
   * `unknown`: neither it nor the content has a known class.
   */
  layout: 'usual' | 'flex' | 'grid' | 'shrunk' | 'clipped' | 'scroller' | 'enlarged' | 'unknown';
  /** Scripts beside the page's own, one file of `static/meddlers.js` says what each does. */
  meddlers: readonly Meddler[];
  /**
   * `wrapped`: extra elements around the known ones and other classes; `reordered`: other order of columns, menu
   * links with full addresses; `indented`: each tag and text on a line of its own, and the shift above the time;
   * `unreadable`: days and lessons are plain blocks without any known name.
   */
  markup: 'contract' | 'wrapped' | 'reordered' | 'indented' | 'unreadable';
  /** Which days are unfolded at first. */
  unfolded: 'today' | 'with-lessons' | 'all' | 'none';
  /** Re-renders from scratch so often, besides every week change, section change and unfold; 0 does not. */
  rerenderEveryMs: number;
  /**
   * What is thrown away and made anew: `parts` the contents of the menu, of `.top` and of `.content`; `right` the
   * contents of the menu and of `.right`; `everything` the whole body.
   */
  rerender: 'parts' | 'right' | 'everything';
  /** The vendor's own menu item and its own «Подключиться» in the rows of online lessons. */
  vendorPlugin: boolean;
  /** The vendor's item reads «Сферум» instead of «Авторизация в Сферум». */
  vendorLinked: boolean;
  /** No animation runs on the page. */
  animationNone: boolean;
  /** Careless global styles, as old sites have them. */
  hostileStyles: boolean;
}

export type Meddler =
  /** Another extension: keeps its item just before «Доска объявлений». */
  | 'rival'
  /** Keeps the menu sorted by its words. */
  | 'sorter'
  /** Throws out whatever is not the page's own. */
  | 'thrower'
  /** Writes the menu's and the content's `innerHTML` back, twice a second. */
  | 'rewriter'
  /** Writes the whole body back, once a second, three times. */
  | 'bodyWriter'
  /** Sets the page's hash, three times a second, for four seconds. */
  | 'ownHash'
  /** Clicks the active item, as often. */
  | 'ownClick'
  /** Clicks every button that is not the page's own, five times a second. */
  | 'clicker'
  /** A translator and other extensions: puts things of its own into each lesson's row, and a column behind the last. */
  | 'decorator';

/** A strict policy that still lets the page load its own files. */
export const STRICT_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; frame-src 'self'";

/** The strictest: no inline styles and no frames at all. */
export const STRICTEST_POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; frame-src 'none'; form-action 'self'";

/** Options of an ordinary page. */
export function ordinaryPage(): PageOptions {
  return {
    contentSecurityPolicy: STRICT_POLICY,
    menu: 'normal',
    menuDelayMs: 1500,
    otherMenus: [],
    menuStyle: 'usual',
    layout: 'usual',
    meddlers: [],
    markup: 'contract',
    unfolded: 'with-lessons',
    rerenderEveryMs: 0,
    rerender: 'right',
    vendorPlugin: false,
    vendorLinked: false,
    animationNone: false,
    hostileStyles: true,
  };
}
