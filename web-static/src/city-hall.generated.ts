// Generated from functions/lib/blueprint (CityHall). Do not edit: a test fails when it differs.

/** The city's own contact: the same on every page. */
export const CITY_HALL = {
  name: '石狩市役所',
  site: '石狩市のオンライン市役所',
  address: '〒061-3292 石狩市花川北6条1丁目30-2',
  phone: '0133-72-3111',
  hours: '平日 8時45分〜17時15分',
};
