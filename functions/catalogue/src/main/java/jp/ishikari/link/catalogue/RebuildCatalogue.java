package jp.ishikari.link.catalogue;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.List;
import java.util.Objects;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.catalogue.store.PublishedFiles;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.edge.BatchEntry;
import jp.ishikari.link.edge.EntryFunction;

/**
 * Writes the catalogue anew when a procedure was published or a division changed; once per batch,
 * whatever came in it.
 */
record RebuildCatalogue(
    Entry entry,
    ProcedureStore procedures,
    DivisionStore divisions,
    CatalogueIndex index,
    PublishedFiles files)
    implements EntryFunction {

  @Override
  public byte[] handle(byte[] event, Context context) {
    boolean[] rebuilt = {false};
    return BatchEntry.stream(
            entry,
            news -> {
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
    files.publish(CatalogueIndex.KEY, index.build(listed, named));
  }
}
