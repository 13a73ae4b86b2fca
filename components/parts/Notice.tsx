import './Notice.css';
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon';

interface NoticeProps {
  /** `bad`: had better not be done. */
  tone: 'calm' | 'warning' | 'good' | 'bad';
  /** `alert` is read out at once, `status` when there is a pause; none for what stands there from the start. */
  role?: 'alert' | 'status';
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
