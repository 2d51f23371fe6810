// Starts the whole city hall of functions/local as a child process and waits until it is ready.
import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, target } from './browser.mjs';

/** Written by the build of functions/local: what `java` needs to run the city hall (class path, main class). */
const ARGUMENTS = join(root, '..', 'functions', 'local', 'target', 'city.args');
const PEOPLE = join(root, '..', 'functions', 'local', 'src', 'main', 'resources', 'sample-city');
/** Apart from the 8080s, so that a city hall somebody is using can stay. */
const BASE = Number(process.env.E2E_BASE_PORT ?? 18400);
const PATIENCE = 120000;

export async function startCity() {
  if (!existsSync(ARGUMENTS)) {
    throw new Error(`The city hall is not built: ${ARGUMENTS} is missing. Run ./mvnw package, or set PORTAL_ORIGIN to one that runs.`);
  }
  const data = join(target, 'e2e-city');
  rmSync(data, { recursive: true, force: true });
  const java = process.env.CITY_JAVA ?? (process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java');
  const child = spawn(java, ['@' + ARGUMENTS, '--base-port', String(BASE), '--data', data], {
    cwd: join(root, '..'),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let told = '';
  await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The city hall was not ready in time:\n' + told.slice(-4000))), PATIENCE);
    const listen = (data) => {
      told += data;
      if (!/\bReady\b/.test(told)) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The city hall ended with ${code}:\n` + told.slice(-4000)));
    });
  });
  return {
    env: {
      PORTAL_ORIGIN: `http://127.0.0.1:${BASE}`,
      STAFF_ORIGIN: `http://127.0.0.1:${BASE + 1}`,
      INBOX_ORIGIN: `http://127.0.0.1:${BASE + 5}`,
      SAMPLE_PEOPLE: PEOPLE,
    },
    /** The end of its standard input ends the city hall and its children. */
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.stdin.end();
      child.kill('SIGTERM');
      await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 15000))]);
      child.kill('SIGKILL');
    },
  };
}
