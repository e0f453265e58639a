// Assesses a proposal file against a running service and prints the verdict:
//
//   npm run example -- http://127.0.0.1:8080 ../../proposals/f12-ai-customer-service/proposal.yaml
//
// HEGUI_KEY is sent as the key when it is set. The exit code is 1 when the verdict is fail or error.

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import { points, Problem, Service } from './client.js';

const [address, file] = process.argv.slice(2);
if (address === undefined || file === undefined) {
  console.error('usage: npm run example -- ADDRESS FILE');
  process.exit(2);
}
const key = process.env['HEGUI_KEY'];
const service = new Service(address, { language: 'en', ...(key === undefined ? {} : { key }) });
try {
  const { decision, repair } = await service.assess({ name: basename(file), content: await readFile(file, 'utf8') });
  console.log(`${decision.verdict} ${points(decision.score)}`);
  for (const reason of decision.reasons) console.log(`because of ${reason.code} ${reason.ids?.join(' ') ?? ''}`.trimEnd());
  for (const step of repair?.steps ?? []) console.log(`repair ${step.requirement}`);
  process.exitCode = decision.verdict === 'pass' || decision.verdict === 'review' ? 0 : 1;
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  console.error([error.message, error.detail, error.requestId && `request ${error.requestId}`].filter(Boolean).join('\n'));
  process.exitCode = 3;
}
