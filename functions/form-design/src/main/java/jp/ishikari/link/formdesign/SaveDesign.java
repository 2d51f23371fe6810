package jp.ishikari.link.formdesign;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.formdesign.store.Design;

/**
 * Keeps the editor's work, finished or not; never over a colleague's. The answer says what stands
 * in the way of publishing it.
 */
@Contract(request = SaveDesign.Asked.class, response = SaveDesign.Saved.class)
record SaveDesign(OwnDesign own, DesignWrite writes) implements Operation {

  record Asked(@Limit int revision, @JsonUnwrapped DraftRequest draft) {}

  record Saved(int revision, List<DesignFinding> findings, List<DesignAnswer.Tried> examples) {
    static Saved of(Design design) {
      return new Saved(
          design.revision(),
          DesignFinding.of(design.draft()),
          DesignAnswer.examples(design.draft()));
    }
  }

  @Override
  public Response run(Request request) {
    return own.change(
        request,
        Asked.class,
        (asked, mistakes) -> {
          asked.draft().check(mistakes);
          return asked;
        },
        (key, found, asked) ->
            writes.save(
                request,
                key,
                found,
                asked.revision(),
                asked.draft().over(found.draft()),
                Saved::of));
  }
}
