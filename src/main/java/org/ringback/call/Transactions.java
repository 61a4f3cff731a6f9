package org.ringback.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ringback.capture.Endpoint;
import org.ringback.sip.MessageHead;

/**
 * Sorts the messages of one Call-ID into transactions: by the branch where it begins with the magic cookie, else by the
 * fields of RFC 2543 (RFC 3261, 17.1.3 and 17.2.3). Both sides of a hop agree on these, so one rule serves both views.
 */
final class Transactions {

    private static final String MAGIC_COOKIE = "z9hG4bK";

    /** More hops with one and the same branch than that are an attack, not a network. */
    private static final int MOST_HOPS = 64;

    private final Map<Key, List<Transaction>> byKey = new HashMap<>();
    private final List<Transaction> all = new ArrayList<>();

    private Transactions() {}

    /** In the order in which they began. Marks the retransmissions among the messages. */
    static List<Transaction> of(List<Message> messages) {
        var matched = new Transactions();
        messages.forEach(matched::add);
        return matched.all;
    }

    /**
     * @param branch a line break, which no branch has, to look up by number only
     * @param sentBy a line break in the second look-up of a response: some boxes rewrite it on the way back
     * @param fromTag only without the magic cookie
     * @param cseq guards against software that uses one branch for everything
     */
    private record Key(String branch, String sentBy, String fromTag, String method, long cseq) {}

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

    /** The INVITE with the same number on the same hop: SIPp and others give CANCEL and ACK a branch of their own. */
    private Transaction byNumber(Message message) {
        return onSameHop(message, byKey.getOrDefault(numbered(message.head()), List.of()));
    }

    private Transaction begin(Message message, String method) {
        boolean request = message.head().request();
        Endpoint source = message.captured().source();
        Endpoint destination = message.captured().destination();
        var transaction = new Transaction(method, request ? source : destination, request ? destination : source);
        all.add(transaction);
        Key key = key(message.head(), method);
        byKey.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(transaction);
        byKey.computeIfAbsent(withoutSentBy(key), _ -> new ArrayList<>(1)).add(transaction);
        if (method.equals("INVITE")) {
            byKey.computeIfAbsent(numbered(message.head()), _ -> new ArrayList<>(1)).add(transaction);
        }
        return transaction;
    }

    private Transaction find(Message message, String method) {
        Key key = key(message.head(), method);
        Transaction found = onSameHop(message, byKey.getOrDefault(key, List.of()));
        return found != null || message.head().request()
                ? found
                : onSameHop(message, byKey.getOrDefault(withoutSentBy(key), List.of()));
    }

    private static Transaction onSameHop(Message message, List<Transaction> candidates) {
        boolean request = message.head().request();
        Endpoint client = request ? message.captured().source() : message.captured().destination();
        Endpoint server = request ? message.captured().destination() : message.captured().source();
        Transaction other = null;
        for (int i = 0; i < Math.min(candidates.size(), MOST_HOPS); i++) {
            Transaction candidate = candidates.get(i);
            boolean sameClient = same(candidate.client(), client);
            if (sameClient && same(candidate.server(), server)) {
                return candidate;
            }
            // A response may come from another address of the server or go to the port of the Via (18.2.2).
            if (other == null && (!request || candidates.size() == MOST_HOPS)) {
                other = candidate;
            }
        }
        return other;
    }

    private static boolean same(Endpoint one, Endpoint other) {
        return one.host().isEmpty() || other.host().isEmpty() || one.host().equals(other.host());
    }

    private static Key key(MessageHead head, String method) {
        boolean magic = head.branch().regionMatches(true, 0, MAGIC_COOKIE, 0, MAGIC_COOKIE.length());
        return new Key(
                head.branch(),
                head.sentBy().toLowerCase(Locale.ROOT),
                magic ? "" : head.fromTag(),
                method,
                head.cseq());
    }

    private static Key numbered(MessageHead head) {
        return new Key("\n", "", head.fromTag(), "INVITE", head.cseq());
    }

    private static Key withoutSentBy(Key key) {
        return new Key(key.branch(), "\n", key.fromTag(), key.method(), key.cseq());
    }
}
