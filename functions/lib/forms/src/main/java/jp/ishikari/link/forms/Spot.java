package jp.ishikari.link.forms;

/**
 * Where in the answers the check is.
 *
 * @param path as in {@link FormError}
 * @param page the id of the page
 * @param field the field
 * @param part the part of a name or address, or null
 * @param item what an item of the surrounding group is called, or null outside groups
 * @param number which item, from 1; 0 outside groups
 */
record Spot(String path, String page, Field field, String part, String item, int number) {

  static Spot of(String page, Field field) {
    return new Spot(field.id(), page, field, null, null, 0);
  }

  Spot part(String name) {
    return new Spot(path + "." + name, page, field, name, item, number);
  }

  /** The item itself, before one of its fields. */
  Spot item(int index) {
    return new Spot(path + "[" + index + "]", page, field, null, item, number);
  }

  /** A field of an item of this group. */
  Spot member(Field member, int index, String itemLabel) {
    String memberPath = path + "[" + index + "]." + member.id();
    return new Spot(memberPath, page, member, null, itemLabel, index + 1);
  }
}
