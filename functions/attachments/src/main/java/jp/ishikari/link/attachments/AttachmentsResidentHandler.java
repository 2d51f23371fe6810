package jp.ishikari.link.attachments;

import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.edge.EntryHandler;

/** Started by the cloud's runtime; the entry is compiled in. */
public final class AttachmentsResidentHandler extends EntryHandler {
  public AttachmentsResidentHandler() {
    super(Entry.ATTACHMENTS_RESIDENT);
  }
}
