import { Notice } from '@/components/parts/Notice';
import { maxAddress, sferumInMaxAddress } from '@/lib/sites/max';
import { type MessageKey, words } from '@/lib/words';

const signs = { readOnly: 'maxReadOnly', noProfile: 'maxNoProfile' } as const satisfies Record<string, MessageKey>;

/** The school may have moved to MAX, by what was seen of it; the ways there, which are opened and nothing else. */
export function SchoolInMax({ sign }: { sign: keyof typeof signs }) {
  return (
    <Notice
      tone="calm"
      actions={
        <>
          <MaxLink address={sferumInMaxAddress} label="maxOpenSferum" />
          <MaxLink address={maxAddress} label="maxOpenWeb" />
        </>
      }
    >
      <p>{words(signs[sign])}</p>
    </Notice>
  );
}

function MaxLink({ address, label }: { address: string; label: MessageKey }) {
  return (
    <a class="button" href={address} target="_blank" rel="noopener noreferrer">
      {words(label)}
    </a>
  );
}
