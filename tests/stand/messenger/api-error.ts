/** What the API says when it refuses. */
export interface ApiErrorBody {
  readonly error_code: number;
  readonly error_msg: string;
  readonly request_params: readonly { key: string; value: string }[];
  readonly [extra: string]: unknown;
}

const MESSAGES: Readonly<Record<number, string>> = {
  1: 'Unknown error occurred',
  3: 'Unknown method passed',
  5: 'User authorization failed: invalid access_token (4).',
  6: 'Too many requests per second',
  8: 'Invalid request: v is required',
  9: 'Flood control',
  10: 'Internal server error',
  12: 'Unable to compile code',
  13: 'Runtime error occurred during code invocation: response size is too big',
  14: 'Captcha needed',
  15: 'Access denied',
  17: 'Validation required: please open redirect_uri in browser',
  18: 'User was deleted or banned',
  25: 'Token confirmation required',
  29: 'Rate limit reached',
  100: 'One of the parameters specified was missing or invalid',
  3610: 'User is deactivated',
};

/** The body of an error; `detail` replaces the usual text. */
export function apiError(code: number, detail?: string, parameters?: URLSearchParams): ApiErrorBody {
  const shown = [...(parameters ?? [])].filter(([key]) => key !== 'access_token');
  return {
    error_code: code,
    error_msg: detail ?? MESSAGES[code] ?? 'Error',
    request_params: shown.map(([key, value]) => ({ key, value })),
    ...(code === 14 ? { captcha_sid: '1', captcha_img: 'https://api.vk.me/captcha.php?sid=1' } : {}),
    ...(code === 17 ? { redirect_uri: 'https://id.vk.ru/validate' } : {}),
  };
}

/** A call that the API refuses. */
export class ApiRefusal extends Error {
  readonly code: number;

  constructor(code: number, detail?: string) {
    super(detail ?? MESSAGES[code] ?? 'Error');
    this.code = code;
  }
}
