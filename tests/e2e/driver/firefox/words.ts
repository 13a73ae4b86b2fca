import type { Pattern, Step } from '../page/steps.ts';
import type { Name } from '../types.ts';

/** A name as it goes into the page. */
export function pattern(name: Name): Pattern {
  return typeof name === 'string'
    ? { kind: 'text', text: name }
    : { kind: 'expression', source: name.source, flags: name.flags.replace('g', '') };
}

/** A search in words, for messages. */
export function told(steps: Step[]): string {
  return steps.map(tellStep).join(' › ');
}

function tellStep(step: Step): string {
  switch (step.kind) {
    case 'role': {
      const options = Object.entries(step.options).map(([name, value]) => ` [${name}=${value}]`);
      return `${step.role}${step.name === undefined ? '' : ` ${tellPattern(step.name)}`}${options.join('')}`;
    }
    case 'text':
      return `text ${tellPattern(step.text)}`;
    case 'field':
      return `field ${tellPattern(step.label)}`;
    case 'css':
      return step.selector;
    case 'having':
      return `having ${tellPattern(step.text)}`;
    case 'nth':
      return `number ${step.index}`;
  }
}

function tellPattern(wanted: Pattern): string {
  return wanted.kind === 'text' ? `"${wanted.text}"` : `/${wanted.source}/${wanted.flags}`;
}
