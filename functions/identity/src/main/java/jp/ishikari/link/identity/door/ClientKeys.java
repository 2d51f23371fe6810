package jp.ishikari.link.identity.door;

import java.util.List;
import java.util.Map;

/** A key set (RFC 7517 §5), as the provider reads it; written by the library that has the keys. */
public record ClientKeys(List<Map<String, Object>> keys) {}
