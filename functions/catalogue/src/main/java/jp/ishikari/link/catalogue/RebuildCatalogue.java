package jp.ishikari.link.catalogue;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.List;
import java.util.Objects;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.edge.BatchEntry;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Environment;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Writes the catalogue anew when a procedure was published; once per batch, whatever came in it. */
record RebuildCatalogue(
    Entry entry,
    ProcedureStore procedures,
    DivisionStore divisions,
    CatalogueIndex index,
    S3Client buckets,
    Environment environment)
    implements EntryFunction {

  @Override
  public byte[] handle(byte[] event, Context context) {
    boolean[] rebuilt = {false};
    return BatchEntry.stream(
            entry,
            published -> {
              if (!rebuilt[0]) {
                rebuild();
                rebuilt[0] = true;
              }
            })
        .handle(event, context);
  }

  private void rebuild() {
    List<Procedure> listed = procedures.listed();
    List<Division> named =
        listed.stream()
            .map(Procedure::divisionId)
            .distinct()
            .map(id -> divisions.find(id).orElse(null))
            .filter(Objects::nonNull)
            .toList();
    byte[] catalogue = index.build(listed, named);
    buckets.putObject(
        r ->
            r.bucket(environment.nameOf(Bucket.CATALOGUE))
                .key(CatalogueIndex.KEY)
                .contentType("application/json; charset=utf-8"),
        RequestBody.fromBytes(catalogue));
  }
}
