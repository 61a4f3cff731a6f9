package org.ringback.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.ringback.capture.wire.Endpoint;
import org.ringback.sip.MessageHead;

/**
 * Sorts the messages of one Call-ID into transactions: by the branch where it begins with the magic cookie, else by the
 * fields of RFC 2543 (RFC 3261, 17.1.3 and 17.2.3). Both sides of a hop agree on these, so one rule serves both views.
 */
final class Transactions {

    private static final String MAGIC_COOKIE = "z9hG4bK";

    /** So many transactions with one branch are looked through, from the last one back: beyond that it is an attack. */
    private static final int LOOK_BACK = 64;

    private final Map<String, List<Transaction>> byBranch = new HashMap<>();
    private final List<Transaction> all = new ArrayList<>();

    private Transactions() {}

    /** In the order in which they began. Marks the retransmissions among the messages. */
    static List<Transaction> of(List<Message> messages) {
        var matched = new Transactions();
        for (Message message : messages) {
            matched.add(message);
        }
        return matched.all;
    }

    private void add(Message message) {
        String method = message.head().method();
        if (message.request("ACK")) {
            Transaction invite = acknowledged(message);
            if (invite != null) {
                invite.add(message);
                return;
            }
        }
        Transaction known = find(message, method);
        Transaction transaction = known == null ? begin(message, method) : known;
        transaction.add(message);
        if (known == null && method.equals("CANCEL")) {
            Transaction same = find(message, "INVITE");
            Transaction invite = same == null ? byNumber(message) : same;
            if (invite != null) {
                invite.canceledBy(transaction);
            }
        }
    }

    private Transaction acknowledged(Message ack) {
        Transaction invite = find(ack, "INVITE");
        if (invite != null) {
            return invite;
        }
        Transaction numbered = byNumber(ack);
        boolean refused = numbered != null
                && numbered.finalResponse().filter(told -> !told.success()).isPresent();
        return refused ? numbered : null;
    }

    private Transaction begin(Message message, String method) {
        boolean request = message.head().request();
        Endpoint source = message.captured().source();
        Endpoint destination = message.captured().destination();
        var transaction = new Transaction(method, request ? source : destination, request ? destination : source);
        all.add(transaction);
        byBranch.computeIfAbsent(message.head().branch(), _ -> new ArrayList<>(2))
                .add(transaction);
        return transaction;
    }

    private Transaction find(Message message, String method) {
        List<Transaction> candidates = byBranch.get(message.head().branch());
        if (candidates == null) {
            return null;
        }
        Transaction found = onSameHop(message, method, candidates, Transactions::sameRequest);
        // Some boxes rewrite the sent-by on the way back.
        return found != null || message.head().request()
                ? found
                : onSameHop(message, method, candidates, Transactions::sameButForSentBy);
    }

    /** The INVITE with the same number on the same hop: SIPp and others give CANCEL and ACK a branch of their own. */
    private Transaction byNumber(Message message) {
        return onSameHop(
                message,
                "INVITE",
                all,
                (one, other) -> one.cseq() == other.cseq() && one.fromTag().equals(other.fromTag()));
    }

    private static Transaction onSameHop(
            Message message,
            String method,
            List<Transaction> candidates,
            BiPredicate<MessageHead, MessageHead> matching) {
        boolean request = message.head().request();
        Endpoint client =
                request ? message.captured().source() : message.captured().destination();
        Endpoint server =
                request ? message.captured().destination() : message.captured().source();
        Transaction other = null;
        int last = candidates.size() - 1;
        for (int i = last; i >= 0 && i > last - LOOK_BACK; i--) {
            Transaction candidate = candidates.get(i);
            if (candidate.method().equals(method)
                    && matching.test(candidate.first().head(), message.head())) {
                if (same(candidate.client(), client) && same(candidate.server(), server)) {
                    return candidate;
                }
                // A response may come from another address of the server or go to the port of the Via (18.2.2).
                other = request ? null : candidate;
            }
        }
        return other;
    }

    private static boolean same(Endpoint one, Endpoint other) {
        return one.host().isEmpty() || other.host().isEmpty() || one.host().equals(other.host());
    }

    private static boolean sameRequest(MessageHead one, MessageHead other) {
        return sameButForSentBy(one, other) && one.sentBy().equalsIgnoreCase(other.sentBy());
    }

    /** The number guards against software that uses one branch for everything. */
    private static boolean sameButForSentBy(MessageHead one, MessageHead other) {
        boolean magic = one.branch().regionMatches(true, 0, MAGIC_COOKIE, 0, MAGIC_COOKIE.length());
        return one.cseq() == other.cseq() && (magic || one.fromTag().equals(other.fromTag()));
    }
}
