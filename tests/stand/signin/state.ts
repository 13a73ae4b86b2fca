import type { Confirmation } from '../model.ts';
import type { AuthorizeRequest } from '../vkid/authorize-request.ts';

/** Where a person is on the way in. The last five belong to one service each. */
export type SignInStep =
  | 'contact'
  | Confirmation
  | 'recognise'
  | 'register'
  | 'identified'
  | 'remembered'
  | 'choose-profile'
  | 'check-data'
  | 'educational'
  | 'create-educational';

/** One sign-in window, from the phone number to the way back. */
export interface SignInFlow {
  id: string;
  service: 'vkid' | 'messenger';
  step: SignInStep;
  /** Phone or e-mail as it was understood: "+79130000001". */
  contact: string;
  /** Key of the person. */
  person?: string;
  /** What is still to be confirmed after the current step. */
  left: Confirmation[];
  /** What was wrong with the last form. */
  error?: string;
  /** VK ID: what the application has asked for. */
  authorize?: AuthorizeRequest;
  /** VK ID: the profile that the person has chosen. */
  profile?: 'personal' | 'educational';
  /** VK Мессенджер: where to go in the end. */
  returnTo?: string;
}

export interface SignInState {
  flows: Map<string, SignInFlow>;
  /** Codes that are «sent»: the same for everyone. */
  codes: Record<Exclude<Confirmation, 'password'>, string>;
  /** Id of the next VK ID account or educational profile that is made. */
  nextId: number;
}

/** Nobody is signing in. */
export function createSignInState(): SignInState {
  return {
    flows: new Map(),
    codes: { sms: '123456', push: '112233', call: '4321' },
    nextId: 871900001,
  };
}
