package org.ringback.diagnosis.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringback.call.Attempt;
import org.ringback.call.Dialog;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.capture.wire.Captured;

/**
 * The messages of a dialog that may carry an offer or an answer (RFC 3264), in their order: each request on the hop nearest
 * to its sender. Two captured packets may have changed places, and then what a message answers tells that it came later.
 */
final class Carriers {

    /** Microseconds by which the captured order of two packets may be wrong. */
    private static final long CHANGED_PLACES = 20_000;

    private final List<Placed> all = new ArrayList<>();
    /** The first 2xx to each number, after which the ACK came. */
    private final Map<Long, Placed> answers = new HashMap<>();

    private Carriers() {}

    /** A message at the time at which it came. */
    private static final class Placed implements Comparable<Placed> {
        private final Message message;
        private long time;

        private Placed(Message message) {
            this.message = message;
            this.time = message.time();
        }

        private void notBefore(long earliest) {
            long early = earliest == Captured.NO_TIME ? 0 : earliest - message.time();
            time = early > 0 && early < CHANGED_PLACES ? earliest + 1 : message.time();
        }

        @Override
        public int compareTo(Placed other) {
            Captured one = message.captured();
            Captured next = other.message.captured();
            if (time != other.time) {
                return Long.compare(time, other.time);
            }
            return one.file() == next.file()
                    ? Long.compare(one.frame(), next.frame())
                    : Integer.compare(one.file(), next.file());
        }
    }

    static List<Message> of(Dialog dialog) {
        var carriers = new Carriers();
        for (Attempt attempt : Attempt.of(dialog.transactions(), transaction -> mayCarry(transaction.method()))) {
            carriers.add(attempt.root(), dialog);
        }
        carriers.placeAcknowledgements();
        Collections.sort(carriers.all);
        List<Message> messages = new ArrayList<>(carriers.all.size());
        for (Placed placed : carriers.all) {
            messages.add(placed.message);
        }
        return messages;
    }

    private static boolean mayCarry(String method) {
        return switch (method) {
            case "INVITE", "ACK", "UPDATE", "PRACK" -> true;
            default -> false;
        };
    }

    private void add(Transaction root, Dialog dialog) {
        long asked = root.request().map(Message::time).orElse(Captured.NO_TIME);
        for (Message message : root.messages()) {
            if (!message.retransmission() && message.head().status() != 100 && ofThisFork(message, dialog)) {
                var placed = new Placed(message);
                placed.notBefore(asked);
                all.add(placed);
                if (message.success()) {
                    answers.putIfAbsent(message.head().cseq(), placed);
                }
            }
        }
    }

    private static boolean ofThisFork(Message message, Dialog dialog) {
        var head = message.head();
        return head.request()
                || head.toTag().equals(dialog.calleeTag())
                || head.toTag().equals(dialog.callerTag());
    }

    private void placeAcknowledgements() {
        long progress = Captured.NO_TIME;
        boolean any = false;
        for (Placed placed : all) {
            if (placed.message.provisional()) {
                progress = any ? Math.min(progress, placed.message.time()) : placed.message.time();
                any = true;
            }
        }
        for (Placed placed : all) {
            if (placed.message.request("PRACK")) {
                placed.notBefore(progress);
            } else if (placed.message.request("ACK")) {
                Placed answer = answers.get(placed.message.head().cseq());
                if (answer != null) {
                    placed.notBefore(answer.time);
                }
            }
        }
    }
}
