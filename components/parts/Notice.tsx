import './Notice.css';
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon';

interface NoticeProps {
  /** `bad`: had better not be done. */
  tone: 'calm' | 'warning' | 'good' | 'bad';
  /** It is read out at once. What is to be read when there is a pause stands in a `ReadOut`. */
  role?: 'alert';
  children: ComponentChildren;
  /** Buttons. */
  actions?: ComponentChildren;
}

const icons = { calm: 'information', warning: 'warning', bad: 'stop', good: 'done' } as const;

/** Something to know or to do, set apart from the rest. */
export function Notice({ tone, role, children, actions }: NoticeProps) {
  return (
    <div class={`notice notice-${tone}`} role={role}>
      <Icon name={icons[tone]} />
      <div class="notice-body">
        {children}
        {actions && <div class="actions">{actions}</div>}
      </div>
    </div>
  );
}
