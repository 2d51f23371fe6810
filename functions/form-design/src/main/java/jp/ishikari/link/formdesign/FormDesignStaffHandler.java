package jp.ishikari.link.formdesign;

import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.edge.EntryHandler;

/** Started by the cloud's runtime; the entry is compiled in. */
public final class FormDesignStaffHandler extends EntryHandler {
  public FormDesignStaffHandler() {
    super(Entry.FORM_DESIGN_STAFF);
  }
}
