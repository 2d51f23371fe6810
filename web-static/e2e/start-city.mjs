// Starts the whole city hall of functions/local as a child process and waits until it is ready.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, target } from './browser.mjs';

/** Written by the build of functions/local: what `java` needs to run the city hall (class path, main class). */
export const ARGUMENTS = join(root, '..', 'functions', 'local', 'target', 'city.args');
const PEOPLE = join(root, '..', 'functions', 'local', 'src', 'main', 'resources', 'sample-city');
/** Apart from the 8080s, so that a city hall somebody is using can stay. */
export const BASE = Number(process.env.E2E_BASE_PORT ?? 18400);
const PATIENCE = 120000;

/** CITY_JAVA names the java of a JDK 25; without it the usual places are asked. */
export function java25() {
  if (process.env.CITY_JAVA) return process.env.CITY_JAVA;
  const folder = '/usr/lib/jvm';
  const homes = [process.env.JAVA25_HOME, process.env.JAVA_HOME]
    .filter((home) => home)
    .concat(existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []);
  const found = homes
    .map((home) => join(home, 'bin', 'java'))
    .concat(['java'])
    .find((java) => /version "25[."]/.test(String(spawnSync(java, ['-version']).stderr)));
  if (found === undefined) throw new Error('No JDK 25 was found. Set JAVA25_HOME to one.');
  return found;
}

/**
 * @param base its first port
 * @param options of the command line; with `--https` portal and console are served over https
 */
export async function startCity(base = BASE, options = []) {
  if (!existsSync(ARGUMENTS)) {
    throw new Error(`The city hall is not built: ${ARGUMENTS} is missing. Run ./mvnw package, or set PORTAL_ORIGIN to one that runs.`);
  }
  // A folder of this run's own: another run may be under way.
  const data = mkdtempSync(join(target, 'e2e-city-'));
  const child = spawn(java25(), ['@' + ARGUMENTS, '--base-port', String(base), '--data', data, ...options], {
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
  const scheme = options.includes('--https') ? 'https' : 'http';
  return {
    env: {
      PORTAL_ORIGIN: `${scheme}://127.0.0.1:${base}`,
      STAFF_ORIGIN: `${scheme}://127.0.0.1:${base + 1}`,
      PARTNER_ORIGIN: `${scheme}://127.0.0.1:${base + 2}`,
      INBOX_ORIGIN: `http://127.0.0.1:${base + 5}`,
      SAMPLE_PEOPLE: PEOPLE,
    },
    /** The end of its standard input ends the city hall and its children. */
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.stdin.end();
      child.kill('SIGTERM');
      await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 15000))]);
      child.kill('SIGKILL');
      rmSync(data, { recursive: true, force: true });
    },
  };
}
