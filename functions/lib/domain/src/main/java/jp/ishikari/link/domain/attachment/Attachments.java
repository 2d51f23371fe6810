package jp.ishikari.link.domain.attachment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.ishikari.link.domain.Part;

/** What others than their own capability need of files. */
public interface Attachments {

  /** It is another's, sent in already, gone, not all here, or refused. */
  record NotBound(String fileId) {}

  /** Those that there are, by id (consistent). */
  Map<String, Attachment> find(Set<String> fileIds);

  /**
   * That a file belongs to an application from now on; it does to one at most.
   *
   * @param holders in whose name it is sent in
   */
  Part<NotBound> binding(Attachment file, String applicationId, Set<String> holders);

  /** The same for a file that goes with a message about the application. */
  Part<NotBound> bindingToMessage(Attachment file, String applicationId, Set<String> holders);

  /** All that were ever sent in with an application, those that were replaced too. */
  List<Attachment> ofApplication(String applicationId);
}
