/** The code points that WebDriver has for keys without a character. */
const codes: Record<string, string> = {
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  Alt: '\uE00A',
  Backspace: '\uE003',
  Control: '\uE009',
  Delete: '\uE017',
  End: '\uE010',
  Enter: '\uE007',
  Escape: '\uE00C',
  Home: '\uE011',
  Meta: '\uE03D',
  PageDown: '\uE00F',
  PageUp: '\uE00E',
  Shift: '\uE008',
  Space: ' ',
  Tab: '\uE004',
};

export interface KeyAction {
  type: 'keyDown' | 'keyUp';
  value: string;
}

/** The actions of pressing `Enter`, `a` or `Shift+Tab`. */
export function keyPress(key: string): KeyAction[] {
  const values = key.split('+').map((part) => codes[part] ?? part);
  return [
    ...values.map((value): KeyAction => ({ type: 'keyDown', value })),
    ...values.toReversed().map((value): KeyAction => ({ type: 'keyUp', value })),
  ];
}

/** The actions of typing a text, a character at a time. */
export function typing(text: string): KeyAction[] {
  return [...text].flatMap((character): KeyAction[] => [
    { type: 'keyDown', value: character === '\n' ? '\uE007' : character },
    { type: 'keyUp', value: character === '\n' ? '\uE007' : character },
  ]);
}
