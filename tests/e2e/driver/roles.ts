/** The ARIA roles that journeys look for. */
export type Role =
  | 'alert'
  | 'alertdialog'
  | 'banner'
  | 'button'
  | 'cell'
  | 'checkbox'
  | 'columnheader'
  | 'combobox'
  | 'dialog'
  | 'form'
  | 'group'
  | 'heading'
  | 'img'
  | 'link'
  | 'list'
  | 'listbox'
  | 'listitem'
  | 'main'
  | 'navigation'
  | 'option'
  | 'progressbar'
  | 'radio'
  | 'radiogroup'
  | 'region'
  | 'row'
  | 'rowheader'
  | 'searchbox'
  | 'spinbutton'
  | 'status'
  | 'switch'
  | 'tab'
  | 'table'
  | 'tablist'
  | 'tabpanel'
  | 'textbox'
  | 'tooltip';

export interface RoleOptions {
  /** Only those switched on (or off): `aria-checked` or the box itself. */
  checked?: boolean;
  /** Only those chosen (or not): `aria-selected`. */
  selected?: boolean;
  /** Only those that cannot (or can) be used. */
  disabled?: boolean;
  /** Only those opened (or closed): `aria-expanded`. */
  expanded?: boolean;
  /** Only headings of this level. */
  level?: number;
}
