package org.ringback.call;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.Captured;

/** Tells a caller who hung up from a call that was given up because nobody answered; see {@link Ending#NO_ANSWER}. */
final class NoAnswer {

    /** RFC 3326: Q.850 18 is no user responding, 19 no answer although it rang. */
    private static final Pattern NETWORK = Pattern.compile("Q\\.850\\s*;", Pattern.CASE_INSENSITIVE);

    private static final Pattern NETWORK_CAUSE = Pattern.compile("cause\\s*=\\s*1[89]\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIP = Pattern.compile("SIP\\s*;", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIP_CAUSE = Pattern.compile("cause\\s*=\\s*4(?:08|80)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private NoAnswer() {}

    /**
     * @param end the CANCEL, or the 487 if no CANCEL was captured
     * @param told the 487, or the CANCEL if no 487 was captured
     */
    static boolean ended(Attempt attempt, Message end, Message told) {
        return saysSo(end) || saysSo(told) || (attempt.ringing().isPresent() && tookTooLong(attempt, end));
    }

    private static boolean saysSo(Message message) {
        return message.header("Reason", "").filter(NoAnswer::nobodyAnswered).isPresent();
    }

    private static boolean nobodyAnswered(String reasons) {
        for (String reason : reasons.split(",", -1)) {
            if (says(reason, NETWORK, NETWORK_CAUSE) || says(reason, SIP, SIP_CAUSE)) {
                return true;
            }
        }
        return false;
    }

    /** Looked for one after the other: as one pattern it would go back and forth in a long value that says it again and again. */
    private static boolean says(String reason, Pattern protocol, Pattern cause) {
        Matcher named = protocol.matcher(reason);
        return named.find() && cause.matcher(reason).find(named.end());
    }

    private static boolean tookTooLong(Attempt attempt, Message end) {
        Message ringing = attempt.ringing().orElseThrow();
        return passed(ringing, end) >= Timers.TIMER_C
                || attempt.request()
                        .filter(invite -> expires(invite)
                                .filter(limit -> passed(invite, end) >= limit)
                                .isPresent())
                        .isPresent();
    }

    /** How long the INVITE is good for, in microseconds. */
    private static Optional<Long> expires(Message invite) {
        return invite.header("Expires", "")
                .filter(value -> SECONDS.matcher(value).matches())
                .map(value -> Long.parseLong(value) * 1_000_000)
                .filter(limit -> limit > 0);
    }

    private static long passed(Message from, Message to) {
        return from.time() == Captured.NO_TIME || to.time() == Captured.NO_TIME ? 0 : to.time() - from.time();
    }
}
