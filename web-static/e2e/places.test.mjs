// Every screen and every button, seen by somebody who does not see the screen.
import { after, before, describe } from 'node:test';
import { launch } from './browser.mjs';
import { placesJourney } from './journeys/places.mjs';

const city = { browser: null };

before(async () => {
  city.browser = await launch();
});
after(async () => {
  await city.office?.end();
  await city.browser?.close();
});

describe('Whoever does not see the screen', () => placesJourney(city));
