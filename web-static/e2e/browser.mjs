// The two browsers of the tests: a current Chromium without system packages, and a real Chromium 72.
// Both are unpacked into target/browsers and see one Japanese font, which is never shipped.
import { createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync, renameSync, chmodSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { chromium } from 'playwright-core';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export const target = join(root, 'target');
mkdirSync(target, { recursive: true });
/** What the processes of one run tell each other. */
export const runFolder = process.env.RUN_FOLDER ?? mkdtempSync(join(target, 'e2e-run-'));
const unpacked = join(target, 'browsers');
mkdirSync(unpacked, { recursive: true });

/** Flags that keep a test browser quiet: no sandbox in containers, no traffic of its own. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--font-render-hinting=none',
  '--lang=ja', '--hide-scrollbars'];

function fonts() {
  const folder = join(root, 'node_modules', '@expo-google-fonts', 'biz-udgothic');
  const file = join(unpacked, 'fonts.conf');
  writeFileSync(file, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${folder}</dir><cachedir>${join(unpacked, 'font-cache')}</cachedir>
<alias binding="same"><family>sans-serif</family><prefer><family>BIZ UDGothic</family></prefer></alias>
</fontconfig>`);
  return file;
}

async function currentBinary() {
  // The package unpacks into the system's temporary folder; ours is kept between runs and goes with `clean`.
  process.env.TMPDIR = unpacked;
  const { default: packed, inflate } = await import('@sparticuz/chromium');
  const binary = await packed.executablePath();
  await inflate(join(root, 'node_modules', '@sparticuz', 'chromium', 'bin', 'al2023.tar.br'));
  return { binary, libraries: join(unpacked, 'al2023', 'lib') };
}

/** A current Chromium, driven by Playwright. */
export async function launch() {
  const { binary, libraries } = await currentBinary();
  return chromium.launch({
    executablePath: binary,
    args: FLAGS,
    headless: true,
    chromiumSandbox: false,
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fonts(), LANG: 'ja_JP.UTF-8', TZ: 'Asia/Tokyo' },
  });
}

/** Unpacks Chromium 72 and says how to start it. */
export async function chromium72() {
  const binary = join(unpacked, 'chromium-72');
  if (!existsSync(binary)) {
    const packed = join(root, 'e2e', 'chromium72', 'node_modules', 'chrome-aws-lambda', 'bin', 'chromium-72.0.3617.0.br');
    const part = binary + '.part';
    await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(part));
    chmodSync(part, 0o755);
    renameSync(part, binary);
  }
  const { libraries } = await currentBinary();
  const profile = mkdtempSync(join(unpacked, 'profile-72-'));
  return {
    binary,
    args: [...FLAGS, '--headless', '--single-process', '--no-zygote', '--remote-debugging-port=0', '--user-data-dir=' + profile],
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fonts(), HOME: profile, LANG: 'ja_JP.UTF-8', TZ: 'Asia/Tokyo' },
    clean: () => rmSync(profile, { recursive: true, force: true }),
  };
}
