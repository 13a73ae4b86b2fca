import type { ComponentChildren } from 'preact';

interface ServiceLinkProps {
  address: string;
  class?: string;
  /** Opens it instead of the browser, after a look at who is signed in. */
  onOpen: (background: boolean) => void;
  children: ComponentChildren;
}

/** A link to a service that is opened by the background: a click in front, with the middle button or Ctrl behind. */
export function ServiceLink({ address, class: className, onOpen, children }: ServiceLinkProps) {
  const open = (event: MouseEvent, background: boolean) => {
    event.preventDefault();
    onOpen(background);
  };
  return (
    <a
      href={address}
      target="_blank"
      rel="noopener noreferrer"
      class={className}
      onClick={(event) => open(event, event.ctrlKey || event.metaKey)}
      onAuxClick={(event) => event.button === 1 && open(event, true)}
    >
      {children}
    </a>
  );
}
