package jp.ishikari.link.edge;

/** The whole contract of one route: a request that passed the edge's checks becomes a response. */
@FunctionalInterface
public interface Operation {
  Response run(Request request);
}
