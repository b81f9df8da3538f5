/** The list of report formats. Add a line here and a file beside it. */
import { github } from './github.ts';
import { json } from './json.ts';
import type { Reporter } from './reporter.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

export const reporters = { text, json, github, sarif } satisfies Record<string, Reporter>;
