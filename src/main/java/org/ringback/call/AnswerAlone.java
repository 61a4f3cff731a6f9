package org.ringback.call;

import java.util.List;
import java.util.Set;

/** What can be taken from responses of which no request was captured. */
final class AnswerAlone {

    /** Whoever gets one of these comes back by itself: with credentials, another time or what else was asked for. */
    private static final Set<Integer> STEPS = Set.of(401, 407, 412, 422, 423, 494);

    /** To an INVITE these are said of a call that runs already (RFC 3261, 12.2.2 and 14.2). */
    private static final Set<Integer> INSIDE = Set.of(481, 491);

    private AnswerAlone() {}

    /**
     * Whether such a response may be a step that goes on, or the answer to something inside a running call: then nobody knows
     * that anything failed.
     */
    static boolean mayGoOn(String method, int status) {
        return status / 100 == 3
                || STEPS.contains(status)
                // It is only sent inside a dialog (RFC 6665, 4.1.3).
                || method.equals("NOTIFY")
                || (method.equals("INVITE") && INSIDE.contains(status));
    }

    /** Whether of a single request only a response was captured, and it may be such a step. */
    static boolean mayGoOn(List<Attempt> attempts) {
        Attempt last = attempts.getLast();
        return attempts.size() == 1
                && last.request().isEmpty()
                && last.finalResponse()
                        .map(Message::head)
                        .filter(told -> mayGoOn(told.method(), told.status()))
                        .isPresent();
    }
}
