package jp.ishikari.link.edge;

/**
 * That a request comes from a registered terminal at the counter (窓口の端末), during a visit there, as
 * the session authorizer found. It stands beside the {@link Caller}: a visitor may be a guest or
 * signed in.
 */
public record AtTerminal(String visitId, String terminalId) {}
