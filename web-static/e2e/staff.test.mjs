// The whole city hall in a current browser: what staff do who set it up.
import { after, before, describe } from 'node:test';
import { launch } from './browser.mjs';
import { assignmentsJourney } from './journeys/assignments.mjs';
import { builderJourney } from './journeys/builder.mjs';
import { bulkJourney } from './journeys/bulk.mjs';
import { designerJourney } from './journeys/designer.mjs';
import { entriesJourney } from './journeys/entries.mjs';
import { returningJourney } from './journeys/returning.mjs';
import { staffAdminJourney } from './journeys/staff-admin.mjs';

const city = { browser: null };

before(async () => {
  city.browser = await launch();
});
after(async () => {
  await city.browser?.close();
});

describe('A designer', () => designerJourney(city));
describe('The builder of forms', () => builderJourney(city));
describe('An administrator of staff', () => staffAdminJourney(city));
describe('Clerks who share the work', () => assignmentsJourney(city));
describe('A clerk with many cases', () => bulkJourney(city));
describe('A clerk with a paper', () => entriesJourney(city));
describe('A member of staff who comes back', () => returningJourney(city));
