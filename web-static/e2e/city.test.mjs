// The whole city hall in a current browser: what a resident, a clerk and a visitor at the counter do.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { load } from '../test/load.mjs';
import { audited } from './audit.mjs';
import { launch } from './browser.mjs';
import { counterJourney } from './journeys/counter.mjs';
import { designerJourney } from './journeys/designer.mjs';
import { draftsJourney } from './journeys/drafts.mjs';
import { guestJourney } from './journeys/guest.mjs';
import { residentJourney } from './journeys/resident.mjs';
import { signatureJourney } from './journeys/signature.mjs';
import { staffAdminJourney } from './journeys/staff-admin.mjs';
import { troubleJourney } from './journeys/trouble.mjs';

const { screens } = await load('routes.generated.ts');
const city = { browser: null };

before(async () => {
  city.browser = await launch();
});
after(async () => {
  await city.browser?.close();
});

describe('A resident', () => residentJourney(city));
describe('A guest', () => guestJourney(city));
describe('Somebody who goes on later', () => draftsJourney(city));
describe('A visitor at the counter', () => counterJourney(city));
describe('Somebody who signs', () => signatureJourney(city));
describe('A designer', () => designerJourney(city));
describe('An administrator of staff', () => staffAdminJourney(city));
describe('When something does not work', () => troubleJourney(city));

describe('Every screen of the blueprint', () => {
  it('was audited, in the kiosk too', () => {
    const wanted = Object.entries(screens).flatMap(([name, { site }]) => (site === 'PORTAL' ? [name, 'KIOSK:' + name] : [name]));
    assert.deepEqual(wanted.filter((name) => !audited.has(name)), []);
  });
});
