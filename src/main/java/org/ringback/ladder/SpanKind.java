package org.ringback.ladder;

/** What fills a gap in time; the most telling first. */
public enum SpanKind {
    /** An INVITE without any response: its sender gives up after 64 times T1 (RFC 3261, 17.1.1.2). */
    TIMER_B,
    /** Another request without any response, likewise (RFC 3261, 17.1.2.2). */
    TIMER_F,
    /** A final response to an INVITE waits for its ACK: Timer H (RFC 3261, 17.2.1), for a 2xx as long (13.3.1.4). */
    MISSING_ACK,
    /** The sender was asked to come back later (RFC 3261, 20.33). */
    RETRY_AFTER,
    /** How long the session lives without a refresh (RFC 4028). */
    SESSION_EXPIRES,
    /** The same message again and again, at intervals that double from T1 on (RFC 3261, 17.1.1.2, 17.1.2.2, 17.2.1). */
    BACK_OFF,
    /** From the first sign of ringing to the final response or the CANCEL. */
    RINGING
}
