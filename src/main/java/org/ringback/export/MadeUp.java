package org.ringback.export;

/** What a file has to say although the messages do not: a capture has no place for what is unknown. */
public enum MadeUp {
    /** A message without a time got that of the one before it, or 1970-01-01 if there is none. */
    TIME,
    /** A host that is unknown, or known by name only, got an address from the ranges for documentation. */
    ADDRESS,
    /** A port that is unknown became 5060. */
    PORT,
    /** A message of which the transport is unknown is written as UDP. */
    TRANSPORT,
    /** What came over TLS, SCTP or WebSocket is written as plain TCP. */
    PLAIN_TCP,
    /**
     * What came over a stream is written as UDP: the message does not end where its Content-Length says, or its port belongs
     * to HTTP, where other tools would not look for SIP in a stream.
     */
    STREAM_AS_UDP,
    /** What came over UDP is written as TCP: in one datagram it would be longer than 65,535 bytes. */
    DATAGRAM_AS_TCP
}
