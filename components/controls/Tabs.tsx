import './Tabs.css';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Badge } from '@/components/parts/Badge';

interface Tab<Name extends string> {
  name: Name;
  label: string;
  /** A number beside the label, and what it says. */
  count?: { value: number; label: string };
}

interface TabsProps<Name extends string> {
  label: string;
  tabs: readonly Tab<Name>[];
  selected: Name;
  onSelect: (name: Name) => void;
  /** What the selected tab shows. */
  children: ComponentChildren;
}

/** Tabs: arrows, Home and End move between them and select at once; Tab goes on into what is shown. */
export function Tabs<Name extends string>({ label, tabs, selected, onSelect, children }: TabsProps<Name>) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const index = tabs.findIndex(({ name }) => name === selected);
    const last = tabs.length - 1;
    const targets: Record<string, number> = {
      ArrowLeft: index === 0 ? last : index - 1,
      ArrowRight: index === last ? 0 : index + 1,
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    const tab = target === undefined ? undefined : tabs[target];
    if (!tab || target === undefined) return;
    event.preventDefault();
    onSelect(tab.name);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[target]?.focus();
  };
  return (
    <div class="tabs">
      <div class="tab-list" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.name}
            type="button"
            role="tab"
            id={`tab-${tab.name}`}
            class="tab"
            aria-description={tab.count?.value ? tab.count.label : undefined}
            aria-selected={tab.name === selected}
            aria-controls={`panel-${tab.name}`}
            tabIndex={tab.name === selected ? 0 : -1}
            onClick={() => onSelect(tab.name)}
          >
            {tab.label}
            {tab.count && <Badge count={tab.count.value} />}
          </button>
        ))}
      </div>
      {tabs.map(({ name }) => (
        <div
          key={name}
          class="panel"
          role="tabpanel"
          id={`panel-${name}`}
          aria-labelledby={`tab-${name}`}
          hidden={name !== selected}
        >
          {name === selected && children}
        </div>
      ))}
    </div>
  );
}
