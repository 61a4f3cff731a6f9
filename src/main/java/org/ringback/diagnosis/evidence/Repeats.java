package org.ringback.diagnosis.evidence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringback.call.Message;

/**
 * How a request was sent again and again. The timer doubles each time (RFC 3261, 17.1.1.2), so that also with some lost every
 * repetition comes after at least twice the time of the one before; mirror ports and the like copy packets at any time.
 */
public final class Repeats {

    /** T1 is 500 ms and doubles; what comes sooner is the same packet captured twice. */
    private static final Duration APART = Duration.ofMillis(400);
    /** T2 is 4 s (RFC 3261, 17.1.2.1). */
    private static final Duration OVER_T2 = Duration.ofMillis(4500);

    /** The way may take longer for one packet than for another. Percent. */
    private static final int TOLERANCE = 90;

    private final List<Message> sent = new ArrayList<>();

    private Repeats() {}

    /**
     * Of the request of a transaction.
     *
     * @param seen its messages in one file, in order of time
     */
    public static Repeats of(String method, List<Message> seen) {
        var repeats = new Repeats();
        Message last = null;
        for (Message message : seen) {
            if (message.request(method)) {
                if (last == null || (message.retransmission() && atLeast(last, message, APART))) {
                    repeats.sent.add(message);
                }
                last = message;
            }
        }
        return repeats;
    }

    /** Of a message and its copies, in order, those that were sent once more and not captured once more. */
    public static List<Message> apart(List<Message> copies) {
        List<Message> sent = new ArrayList<>();
        for (Message copy : copies) {
            boolean same = !sent.isEmpty()
                    && span(sent.getLast(), copy)
                            .filter(passed -> passed.compareTo(APART) < 0)
                            .isPresent();
            if (!same) {
                sent.add(copy);
            }
        }
        return sent;
    }

    /** Those that came so long after a response, in order. */
    public List<Message> after(Message response, Duration time) {
        return sent.stream()
                .filter(message -> message.retransmission() && atLeast(response, message, time))
                .toList();
    }

    /** Whether no repetition comes sooner after the last than that did after the one before, as from any timer. */
    public boolean steady() {
        for (int i = 2; i < sent.size(); i++) {
            if (sooner(sent.get(i - 1), sent.get(i), span(sent.get(i - 2), sent.get(i - 1)))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether they may come from the timer of all requests but INVITE (17.1.2.2), none later after the one before than T2 and none
     * after the transaction has timed out: who sends the same at other times starts a new one that looks like the old one.
     */
    public boolean withinT2() {
        for (int i = 1; i < sent.size(); i++) {
            if (atLeast(sent.get(i - 1), sent.get(i), OVER_T2)
                    || atLeast(sent.getFirst(), sent.get(i), Elapsed.TRANSACTION_TIMEOUT.plus(OVER_T2))) {
                return false;
            }
        }
        return true;
    }

    /** Whether they come as the timer of RFC 3261 has it. */
    public boolean doubling() {
        for (int i = 2; i < sent.size(); i++) {
            Optional<Duration> before = span(sent.getFirst(), sent.get(i - 1));
            if (sooner(sent.getFirst(), sent.get(i), before.map(passed -> passed.multipliedBy(2)))) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Duration> span(Message one, Message next) {
        return Elapsed.between(one, next);
    }

    /** Whether the time from one message to the next is shorter than it must be, or not known. */
    private static boolean sooner(Message one, Message next, Optional<Duration> least) {
        return least.map(time -> time.multipliedBy(TOLERANCE).dividedBy(100))
                .filter(time -> atLeast(one, next, time))
                .isEmpty();
    }

    private static boolean atLeast(Message one, Message next, Duration time) {
        return Elapsed.between(one, next)
                .filter(passed -> passed.compareTo(time) >= 0)
                .isPresent();
    }
}
