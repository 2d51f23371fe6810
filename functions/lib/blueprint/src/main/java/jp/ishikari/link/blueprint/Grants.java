package jp.ishikari.link.blueprint;

import java.util.List;

/** One grant, or several that are declared together. */
@FunctionalInterface
public interface Grants {
  List<Grant> each();
}
