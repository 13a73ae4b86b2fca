import { ApiRefusal } from '../api-error.ts';
import { type MethodCall, requestedFields } from './call.ts';
import { profilesOfAll } from './profiles.ts';

/** `users.get`: the users named, or the token's own. */
export function usersGet(call: MethodCall): unknown {
  const text = call.parameters.get('user_ids') ?? call.parameters.get('user_id') ?? '';
  const ids = text === '' ? [call.token.userId] : text.split(',').map(Number);
  if (ids.length > 1000 || ids.some((id) => !Number.isInteger(id))) throw new ApiRefusal(100);
  return profilesOfAll(call.context.world, ids, requestedFields(call));
}
