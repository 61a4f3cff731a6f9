package org.ringback.pseudonym;

import java.util.Set;

/** Whole phrases that most responses bear, in lower case: they stay even where somebody is called like one of their words. */
final class Phrases {

    private static final Set<String> STANDARD = Set.of(
            "trying",
            "ringing",
            "session progress",
            "queued",
            "call is being forwarded",
            "ok",
            "accepted",
            "moved temporarily",
            "moved permanently",
            "multiple choices",
            "use proxy",
            "bad request",
            "unauthorized",
            "forbidden",
            "not found",
            "method not allowed",
            "not acceptable",
            "proxy authentication required",
            "request timeout",
            "gone",
            "unsupported media type",
            "unsupported uri scheme",
            "bad extension",
            "extension required",
            "session interval too small",
            "interval too brief",
            "temporarily unavailable",
            "call/transaction does not exist",
            "call leg/transaction does not exist",
            "loop detected",
            "too many hops",
            "address incomplete",
            "ambiguous",
            "busy here",
            "request terminated",
            "not acceptable here",
            "bad event",
            "request pending",
            "undecipherable",
            "server internal error",
            "not implemented",
            "bad gateway",
            "service unavailable",
            "server time-out",
            "server timeout",
            "version not supported",
            "message too large",
            "precondition failure",
            "busy everywhere",
            "decline",
            "declined",
            "does not exist anywhere",
            "unwanted",
            "rejected",
            "early dialog terminated",
            "no notification");

    private Phrases() {}

    /** Whether a phrase is one of them. */
    static boolean standard(String lower) {
        return STANDARD.contains(lower);
    }
}
