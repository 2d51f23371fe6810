package jp.ishikari.link.attachments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.attachments.store.FileObjects;
import jp.ishikari.link.domain.attachment.Attachment;
import jp.ishikari.link.domain.attachment.FileState;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * Leave to send what is missing of a file, straight to the bucket. Parts that arrived are not in
 * it, so after a broken line none is sent twice.
 */
@Contract(request = Holding.Named.class, response = PermitParts.Missing.class)
record PermitParts(Holding holding, FileObjects objects) implements Operation {

  /**
   * @param number counted from 1
   * @param offset of its first byte
   * @param url where it is put; good for this part alone and for half an hour
   * @param checksum SHA-256 in Base64, sent as {@code x-amz-checksum-sha256}
   */
  private record Part(int number, int offset, int size, String url, String checksum) {}

  record Missing(List<Part> parts) {}

  @Override
  public Response run(Request request) {
    return Body.read(request, Holding.Named.class)
        .then(named -> holding.find(request, named))
        .fold(refusal -> refusal, file -> Response.ok(new Missing(missing(file))));
  }

  private List<Part> missing(Attachment file) {
    List<Part> parts = new ArrayList<>();
    if (file.state() != FileState.SENDING) {
      return parts;
    }
    Map<Integer, String> arrived = objects.arrived(file);
    for (int number = 1; number <= file.parts().size(); number++) {
      if (!arrived.containsKey(number)) {
        parts.add(
            new Part(
                number,
                (number - 1) * Attachment.PART_BYTES,
                file.bytesOf(number),
                objects.permission(file, number).toString(),
                file.parts().get(number - 1)));
      }
    }
    return parts;
  }
}
