// Verifies an exported file of evidence again, away from the city hall: with the command of docs/signature.md.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { target } from './browser.mjs';
import { ARGUMENTS, java25 } from './start-city.mjs';

/** Policy of 署名用電子証明書 in the test environment of J-LIS, which the simulated cards carry. */
const POLICY = '1.2.392.200149.8.5.1.0.20';

/**
 * @param authority where the simulated authority hands out its root and its list
 * @returns the lines that the command prints
 */
export async function verifyAgain(evidence, authority) {
  const folder = mkdtempSync(join(target, 'evidence-'));
  try {
    writeFileSync(join(folder, 'evidence.json'), evidence);
    for (const file of ['root', 'list']) {
      const answer = await fetch(`${authority}/test-authority/${file}`);
      writeFileSync(join(folder, file), Buffer.from(await answer.arrayBuffer()));
    }
    const one = { evidence: 'evidence.json', roots: 'root', crl: 'list', policies: [POLICY] };
    writeFileSync(join(folder, 'vectors.jsonl'), JSON.stringify(one) + '\n');
    // The class path of the city hall holds the verifier; nothing of the city hall runs.
    const path = /^-cp\r?\n"([^"]+)"/m.exec(readFileSync(ARGUMENTS, 'utf8'))[1];
    const command = ['-cp', path, 'jp.ishikari.link.signature.VerifyVectors', folder];
    return String(spawnSync(java25(), command, { encoding: 'utf8' }).stdout).trim().split(/\r?\n/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
