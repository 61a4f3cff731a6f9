package org.ringback.capture.wire;

/** What carried a message. */
public enum Transport {
    UDP,
    TCP,
    TLS,
    SCTP,
    WS,
    WSS,
    /** A log that does not say. */
    UNKNOWN
}
