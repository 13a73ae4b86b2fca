import type { Advance, LinkingEffect, LinkingStep } from '@/lib/linking/steps';

/** A step in a word or two, as the tables write it. */
export function stepInWords(step: LinkingStep | undefined): string {
  if (!step) return 'nothing';
  switch (step.name) {
    case 'start':
      return step.problem ? `start, ${step.problem.kind}` : step.conflict ? `start, ${step.conflict.reason}` : 'start';
    case 'checking':
      return `checking for ${step.next}`;
    case 'waiting': {
      const notes = [
        step.windowClosed ? 'window closed' : '',
        step.timedOut ? 'timed out' : '',
        step.problem?.kind ?? '',
      ].filter(Boolean);
      return [`waiting for ${step.purpose}`, ...notes].join(', ');
    }
    case 'choice':
      return `choice of ${step.profiles.map(({ firstName }) => firstName).join(' and ')}`;
    case 'confirmation':
      return `confirmation of ${step.profile.firstName}${step.others.length > 0 ? ' among others' : ''}`;
    default:
      return step.name;
  }
}

/** `readPeople` is done for the person who has just clicked; «in passing» for nobody. */
function effectInWords(effect: LinkingEffect): string {
  return effect.type === 'readPeople' && !effect.byPerson ? 'readPeople in passing' : effect.type;
}

/** Where an event leads and what is to be done: «vkid → openVkid». */
export function inWords({ linking, effects }: Advance): string {
  const step = stepInWords(linking?.step) + (linking?.vkid === 'failed' ? ', without VK ID' : '');
  return [step, ...effects.map(effectInWords)].join(' → ');
}
