import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFolder, runTool } from '../builds.ts';
import type { Check } from './check.ts';

interface Message {
  code: string;
  message: string;
  file?: string;
  line?: number;
}

interface Report {
  errors: Message[];
  warnings: Message[];
}

/** What Mozilla's own checker says about the Firefox build. */
export async function lintExtension(): Promise<Check[]> {
  const folder = buildFolder('with VK ID', 'firefox');
  const parameters = ['lint', '--no-config-discovery', '--output=json', `--source-dir=${folder}`];
  // It ends with 1 when it has found errors; they are in the report.
  const output = await runTool('web-ext', parameters).catch((error: Error) => error.message);
  const report = JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1)) as Report;
  const warnings = report.warnings.filter((warning) => !isFromPreact(folder, warning));
  const problems = [...report.errors, ...warnings].map(
    ({ code, message, file, line }) => `${code} ${file ?? ''}:${line ?? ''} ${message}`,
  );
  return [{ name: 'web-ext lint', ...(problems.length > 0 ? { problem: problems.join('\n') } : {}) }];
}

/** Preact itself assigns `innerHTML` for a property that our source never uses. */
function isFromPreact(folder: string, { code, file }: Message): boolean {
  if (code !== 'UNSAFE_VAR_ASSIGNMENT' || file === undefined) return false;
  return readFileSync(join(folder, file), 'utf8').includes('dangerouslySetInnerHTML');
}
