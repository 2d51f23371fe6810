package jp.ishikari.link.blueprint;

/** Something an {@link Entry} can be granted the use of. */
public sealed interface Resource permits Table, Bucket, Queue, Topic, Key, Mailer {
  /** The constant's name; physical names follow from it ({@link Names}). */
  String name();
}
