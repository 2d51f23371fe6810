// The whole city hall in a current browser: what a resident, a clerk and a visitor at the counter do. What staff set up is in
// staff.test.mjs, which runs at the same time in the same city.
import { after, before, describe } from 'node:test';
import { launch } from './browser.mjs';
import { inbox } from './city.mjs';
import { accountsJourney } from './journeys/accounts.mjs';
import { counterJourney } from './journeys/counter.mjs';
import { documentsJourney } from './journeys/documents.mjs';
import { draftsJourney } from './journeys/drafts.mjs';
import { backByMailJourney, emailJourney } from './journeys/email.mjs';
import { filesJourney } from './journeys/files.mjs';
import { firstPaintJourney } from './journeys/first-paint.mjs';
import { followJourney } from './journeys/follow.mjs';
import { guestJourney } from './journeys/guest.mjs';
import { keptJourney } from './journeys/kept.mjs';
import { messagesJourney } from './journeys/messages.mjs';
import { otherDeviceJourney } from './journeys/other-device.mjs';
import { ledgerJourney } from './journeys/ledger.mjs';
import { paymentsJourney } from './journeys/payments.mjs';
import { residentJourney } from './journeys/resident.mjs';
import { signatureJourney } from './journeys/signature.mjs';
import { troubleJourney } from './journeys/trouble.mjs';

const city = { browser: null };

before(async () => {
  city.browser = await launch();
});
after(async () => {
  await city.office?.end();
  await city.browser?.close();
});

describe('A resident', () => residentJourney(city));
describe('Somebody with an e-mail address', () => emailJourney(city));
describe('A guest', () => guestJourney(city));
describe('Somebody who follows without an account', () => followJourney(city));
describe('Somebody who goes on later', () => draftsJourney(city));
describe('Somebody with several ways to sign in', () => accountsJourney(city));
describe('A visitor at the counter', () => counterJourney(city));
describe('Somebody who signs', () => signatureJourney(city));
describe('Somebody at a PC without a card reader', () => otherDeviceJourney(city));
describe('Somebody who is interrupted', () => keptJourney(city));
describe('Files of a resident', () => filesJourney(city));
describe('A resident and a clerk who write to each other', () => messagesJourney(city));
describe('A document that the city gives back', () => documentsJourney(city));
describe('Somebody who pays', () => paymentsJourney(city));
describe('Whoever keeps the books', () => ledgerJourney(city));
describe('A page that comes slowly', () => firstPaintJourney(city));
describe('When something does not work', () => troubleJourney(city));
describe('Somebody who comes back by mail to an account with a card', { skip: inbox === '' }, () => backByMailJourney(city));
