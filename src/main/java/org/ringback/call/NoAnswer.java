package org.ringback.call;

import java.util.Optional;
import java.util.Set;
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

    private static final Pattern CAUSE = Pattern.compile("cause\\s*=\\s*(\\d{1,3})", Pattern.CASE_INSENSITIVE);
    private static final Set<String> NO_ANSWER = Set.of("18", "19");
    /** Normal clearing, normal unspecified, a timer that ran out, interworking: they fit anything. */
    private static final Set<String> SAYS_NOTHING = Set.of("16", "31", "102", "127");

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private NoAnswer() {}

    /**
     * @param end the CANCEL, or the 487 if no CANCEL was captured
     * @param told the 487, or the CANCEL if no 487 was captured
     */
    static boolean ended(Attempt attempt, Message end, Message told) {
        return saysSo(end) || saysSo(told) || (attempt.progress().isPresent() && tookTooLong(attempt, end));
    }

    /**
     * Whether a 408 or 480 says that nobody answered: it rang before, unless the network gives another cause; or the cause
     * says so itself.
     */
    static boolean told(Attempt attempt, Message refusal) {
        Optional<String> cause = refusal.header("Reason", "").flatMap(NoAnswer::cause);
        return (cause.isPresent() && !SAYS_NOTHING.contains(cause.get()))
                ? NO_ANSWER.contains(cause.get())
                : attempt.ringing().isPresent();
    }

    /** The first Q.850 cause. */
    private static Optional<String> cause(String reasons) {
        for (String reason : reasons.split(",", -1)) {
            Matcher named = NETWORK.matcher(reason);
            Matcher cause = CAUSE.matcher(reason);
            if (named.find() && cause.find(named.end())) {
                return Optional.of(cause.group(1));
            }
        }
        return Optional.empty();
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
        Message progress = attempt.progress().orElseThrow();
        return passed(progress, end) >= Timers.TIMER_C
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
