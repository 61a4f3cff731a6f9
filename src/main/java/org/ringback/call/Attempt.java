package org.ringback.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.ringback.capture.wire.Endpoint;

/**
 * One request of one sender on every hop on which it was seen: From tag and CSeq number stay the same from hop to hop, the
 * branch does not (RFC 3261, 16.6).
 */
public final class Attempt {

    private static final int RINGING = 180;

    private final List<Transaction> hops;
    private List<Transaction> roots = List.of();
    private Optional<Message> told = Optional.empty();

    private Attempt(List<Transaction> hops) {
        this.hops = new ArrayList<>(hops);
    }

    /** @param again whether it is a request inside a dialog with the number of the one that made it, which is a mistake */
    private record Key(String method, String fromTag, long cseq, boolean again) {}

    /** Groups the transactions that are wanted, in the order in which they began. */
    public static List<Attempt> of(List<Transaction> transactions, Predicate<Transaction> wanted) {
        List<Transaction> found = new ArrayList<>(transactions.size());
        for (Transaction transaction : transactions) {
            if (wanted.test(transaction)) {
                found.add(transaction);
            }
        }
        return of(found);
    }

    /** Groups transactions, in the order in which they began. */
    static List<Attempt> of(List<Transaction> transactions) {
        List<Attempt> all = transactions.size() == 1 ? List.of(new Attempt(transactions)) : grouped(transactions);
        all.forEach(Attempt::complete);
        return all;
    }

    private static List<Attempt> grouped(List<Transaction> transactions) {
        Map<Key, Attempt> attempts = new LinkedHashMap<>();
        for (Transaction transaction : transactions) {
            var head = transaction.first().head();
            var key = new Key(transaction.method(), head.fromTag(), head.cseq(), false);
            Attempt known = attempts.get(key);
            if (known != null && inside(transaction) && outside(known.hops.getFirst())) {
                key = new Key(key.method(), key.fromTag(), key.cseq(), true);
            }
            attempts.computeIfAbsent(key, _ -> new Attempt(List.of())).hops.add(transaction);
        }
        return List.copyOf(attempts.values());
    }

    private static boolean inside(Transaction transaction) {
        Message first = transaction.first();
        return first.head().request() && first.insideDialog();
    }

    private static boolean outside(Transaction transaction) {
        Message first = transaction.first();
        return first.head().request() && !first.insideDialog();
    }

    /**
     * The attempts of a caller to set up the call, the last one being the one that counts unless an earlier one was
     * answered: again with credentials after a 401 or 407, to another address after a 3xx, and so on.
     */
    public static List<Attempt> toSetUp(List<Transaction> transactions) {
        return InviteStory.chain(InviteStory.initial(transactions));
    }

    private void complete() {
        roots = findRoots();
        told = findFinalResponse();
    }

    /** The hops nearest to the sender: nobody before them got the request. More than one if it tried several servers. */
    private List<Transaction> findRoots() {
        if (hops.size() == 1) {
            return hops;
        }
        Set<Endpoint> servers = new HashSet<>();
        hops.stream().filter(hop -> !hop.server().host().isEmpty()).forEach(hop -> servers.add(hop.server()));
        List<Transaction> nearest =
                hops.stream().filter(hop -> !servers.contains(hop.client())).toList();
        return nearest.isEmpty() ? List.of(hops.getFirst()) : nearest;
    }

    /** Each hop on which it was seen, in the order in which they began. */
    public List<Transaction> hops() {
        return hops;
    }

    /** The hop nearest to the sender. */
    public Transaction root() {
        return roots.getFirst();
    }

    String fromTag() {
        return root().first().head().fromTag();
    }

    /** The request on the hop nearest to the sender on which it was captured. */
    public Optional<Message> request() {
        Optional<Message> nearest = first(roots, Transaction::request);
        return nearest.isPresent() ? nearest : first(hops, Transaction::request);
    }

    private static Optional<Message> first(List<Transaction> hops, Function<Transaction, Optional<Message>> what) {
        for (Transaction hop : hops) {
            Optional<Message> found = what.apply(hop);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /**
     * What the sender was told in the end; where its own hop shows nothing, what a proxy would have passed on
     * (RFC 3261, 16.7 step 6: a 2xx, else a 6xx, else the lowest class) if all behind it have decided.
     */
    public Optional<Message> finalResponse() {
        return told;
    }

    /** Whether its sender got a 2xx in the end. */
    public boolean accepted() {
        return told.filter(Message::success).isPresent();
    }

    private Optional<Message> findFinalResponse() {
        if (hops.size() == 1) {
            return hops.getFirst().finalResponse();
        }
        Optional<Message> toSender = roots.stream()
                .flatMap(root -> root.finalResponse().stream())
                .reduce((one, next) -> one.success() ? one : next);
        if (toSender.isEmpty()) {
            return passedOn();
        }
        boolean undecided = roots.size() > 1 && roots.stream().anyMatch(Attempt::stillRings);
        return toSender.filter(best -> best.success() || forAll(best) || !undecided);
    }

    /** Whether a branch of a proxy whose own caller was not captured still rings: then what another branch said decides nothing. */
    private static boolean stillRings(Transaction root) {
        return root.finalResponse().isEmpty()
                && root.canceledBy().isEmpty()
                && root.request().filter(request -> vias(request) > 2).isPresent()
                && root.messages().stream().anyMatch(message -> message.head().status() == RINGING);
    }

    /** A proxy waits for each branch that it has not canceled, unless one is answered or declines for all (RFC 3261, 16.7 step 5). */
    private Optional<Message> passedOn() {
        boolean canceled = roots.stream().anyMatch(root -> root.canceledBy().isPresent());
        boolean open = hops.stream().anyMatch(this::open);
        return hops.stream()
                // What a proxy itself cancels makes room for the next target, and is told to nobody.
                .filter(hop -> canceled || hop.canceledBy().isEmpty() || roots.contains(hop))
                .flatMap(hop -> hop.finalResponse().stream())
                .min(Comparator.comparingInt(Attempt::rank))
                .filter(best -> best.success() || forAll(best) || !open);
    }

    private static boolean forAll(Message response) {
        return response.head().status() >= 600;
    }

    /** Whether somebody behind a proxy is still to decide. */
    private boolean open(Transaction hop) {
        return !roots.contains(hop)
                && hop.finalResponse().isEmpty()
                && hop.canceledBy().isEmpty()
                && hops.stream()
                        .noneMatch(
                                next -> next.client().host().equals(hop.server().host()));
    }

    private static int rank(Message response) {
        int statusClass = response.head().status() / 100;
        return statusClass == 2 ? 0 : statusClass == 6 ? 1 : statusClass;
    }

    /**
     * Where this status came from: the hop nearest to its source. Each proxy on the way back takes off its Via
     * (RFC 3261, 16.7 step 3), so that no clock is needed; the time decides between forks.
     */
    Endpoint firstSaidBy(int status) {
        Message nearest = null;
        int most = 0;
        Optional<String> tag = told.filter(message -> message.head().status() == status)
                .map(message -> message.head().toTag());
        for (Transaction hop : hops) {
            for (Message message : hop.messages()) {
                boolean same = tag.isEmpty() || tag.get().equals(message.head().toTag());
                if (same && message.head().status() == status && !message.retransmission()) {
                    int vias = hops.size() == 1 ? 1 : vias(message);
                    nearest = vias == most ? Message.earlier(nearest, message) : vias > most ? message : nearest;
                    most = Math.max(most, vias);
                }
            }
        }
        return nearest == null ? Endpoint.UNKNOWN : nearest.captured().source();
    }

    /** One more than stand in it. */
    private static int vias(Message message) {
        int vias = 1;
        for (String value : message.headers("Via", "v")) {
            vias += 1 + (int) value.chars().filter(sign -> sign == ',').count();
        }
        return vias;
    }

    /** The first sign that the other side is being alerted, which is a 180 and nothing else (RFC 3261, 21.1.2). */
    public Optional<Message> ringing() {
        return nearest(message -> message.head().status() == RINGING);
    }

    /**
     * The first sign that something goes on behind the next hop: 101 to 199. A 181 says that the call is forwarded, a 182
     * that it waits in a queue, a 183 whatever its sound says (RFC 3261, 21.1).
     */
    public Optional<Message> progress() {
        return nearest(message -> message.head().status() > 100 && message.provisional());
    }

    private Optional<Message> nearest(Predicate<Message> wanted) {
        Optional<Message> found = earliest(roots, wanted);
        return found.isPresent() ? found : earliest(hops, wanted);
    }

    private static Optional<Message> earliest(List<Transaction> hops, Predicate<Message> wanted) {
        Message earliest = null;
        for (Transaction hop : hops) {
            for (Message message : hop.messages()) {
                if (wanted.test(message)) {
                    earliest = Message.earlier(earliest, message);
                }
            }
        }
        return Optional.ofNullable(earliest);
    }

    /** The CANCEL by the sender itself; where only a proxy's was captured, not that one: it only ends forks. */
    public Optional<Message> cancel() {
        return first(roots, root -> root.canceledBy().flatMap(Transaction::request));
    }

    /** The ACK on the hop of the sender to a non-2xx response that was not captured; other branches may have shown theirs. */
    Optional<Message> acknowledgementOfMissed() {
        return first(roots, root -> root.finalResponse().isPresent() ? Optional.empty() : root.acknowledgement());
    }

    /** Whether any response was captured, on whichever hop. */
    public boolean responded() {
        return hops.stream().anyMatch(Transaction::responded);
    }

    long repeatedRequests() {
        return roots.stream().mapToLong(Transaction::repeatedRequests).max().orElse(0);
    }

    Message last() {
        Message last = null;
        for (Transaction hop : hops) {
            last = Message.later(last, hop.last());
        }
        return last;
    }
}
