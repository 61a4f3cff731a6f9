package org.ringback.call;

/** The timers of RFC 3261 by which silence is judged, with T1 at its default of 500 ms. */
final class Timers {

    /** Timers B and F, 64 times T1, in microseconds. */
    static final long TRANSACTION_TIMEOUT = 32_000_000;

    /** By so much the captured order of two packets may be wrong, in microseconds. */
    static final long CHANGED_PLACES = 20_000;

    /** Nothing is repeated so soon, whatever T1 is; a mirror port may show one packet several times. Microseconds. */
    static final long COPIED = 50_000;

    /** So often an INVITE is repeated over UDP before Timer B runs out: after 0.5, 1.5, 3.5, 7.5, 15.5 and 31.5 s. */
    static final int INVITE_REPEATS = 6;

    /** So often another request is repeated over UDP before Timer F runs out. */
    static final int REQUEST_REPEATS = 10;

    /** Fewer repetitions of a 2xx may be an ACK that is late or was lost once. */
    static final int REPEATED_ANSWERS = 3;

    /** The least that Timer C of a proxy may be, in microseconds (16.6 step 11). */
    static final long TIMER_C = 180_000_000;

    /** After Timer C and one more transaction something would have been heard of a call that is being set up. */
    static final long LONGEST_SILENCE = TIMER_C + TRANSACTION_TIMEOUT;

    private Timers() {}
}
