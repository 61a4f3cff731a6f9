package org.ringback.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.capture.wire.Captured;
import org.ringback.network.DnsLookup;
import org.ringback.network.DnsLookup.Outcome;
import org.ringback.network.NetworkEvents;

/**
 * Whoever sent a request had waited for names before (RFC 3263, 4): one question after the other, of which each led to the next
 * one and the last to where the request went. That they were asked for this request no packet says.
 *
 * @param lookups in the order in which they were asked for
 * @param length from the first question to the request
 */
public record NameWait(List<DnsLookup> lookups, Duration length) {

    /** People notice it, and it is more than one question that got lost. */
    private static final long LONG = 2_000_000;

    /** A request goes out at once when its next hop is known, and so does the next question. */
    private static final long AT_ONCE = 500_000;

    /** Longer nobody waits for an answer to a question before he asks another server, asks otherwise or goes on without. */
    private static final long GIVEN_UP = 10_000_000;

    /** Longer no caller waits; and of a hostile file not all is looked through. */
    private static final long LONGEST = 60_000_000;

    private static final int MOST = 64;

    public NameWait {
        lookups = List.copyOf(lookups);
    }

    /** The one that took most of the time. */
    public DnsLookup slowest() {
        DnsLookup slowest = lookups.getFirst();
        long longest = -1;
        for (int i = 0; i < lookups.size(); i++) {
            DnsLookup each = lookups.get(i);
            long until = each.answer().isPresent() || i + 1 == lookups.size()
                    ? each.seen().time()
                    : Math.max(each.seen().time(), lookups.get(i + 1).query().time());
            if (until - each.query().time() > longest) {
                longest = until - each.query().time();
                slowest = each;
            }
        }
        return slowest;
    }

    /**
     * For how long the sender of a request had waited.
     *
     * @param all transactions of the call; by them it is known when a server got what it passed on
     */
    static Optional<NameWait> before(Transaction hop, List<Transaction> all, NetworkEvents events) {
        long sent = hop.request().map(Message::time).orElse(Captured.NO_TIME);
        if (sent == Captured.NO_TIME) {
            return Optional.empty();
        }
        OptionalLong got = got(hop, all);
        long since = Math.max(Math.max(sent - LONGEST, got.orElse(Long.MIN_VALUE)), sentBefore(hop, all, sent));
        List<DnsLookup> before = events.lookupsOf(hop.client().host(), since, sent).stream()
                .filter(lookup -> lookup.query().time() >= since)
                .toList();
        List<DnsLookup> chain = chain(before, hop, sent, got.isPresent());
        if (chain.isEmpty() || sent - chain.getFirst().query().time() < LONG) {
            return Optional.empty();
        }
        return Optional.of(new NameWait(
                chain, Duration.ofMillis((sent - chain.getFirst().query().time()) / 1000)));
    }

    /** When whoever sent it on had got it; empty if he made it, or that was not captured. */
    private static OptionalLong got(Transaction hop, List<Transaction> all) {
        return all.stream()
                .filter(other -> other != hop
                        && other.method().equals(hop.method())
                        && other.server().host().equals(hop.client().host()))
                .flatMap(other -> other.request().stream())
                .mapToLong(Message::time)
                .filter(time -> time != Captured.NO_TIME)
                .min();
    }

    /** When whoever sent it had sent another request of the call: what was asked for until then was for that one. */
    private static long sentBefore(Transaction hop, List<Transaction> all, long sent) {
        return all.stream()
                .filter(other -> other != hop
                        && other.client().host().equals(hop.client().host()))
                .flatMap(other -> other.request().stream())
                .mapToLong(Message::time)
                .filter(time -> time < sent)
                .max()
                .orElse(Long.MIN_VALUE);
    }

    /** @param passedOn whether the questions came after the request, so that they may have no answer at the end */
    private static List<DnsLookup> chain(List<DnsLookup> before, Transaction hop, long sent, boolean passedOn) {
        String target = Onward.target(hop);
        Set<String> names = before.stream()
                .filter(lookup -> ofTarget(lookup, target)
                        || (lookup.answer().isPresent()
                                && (Onward.domain(lookup).equals(target)
                                        || lookup.targets()
                                                .contains(hop.server().host()))))
                .map(Onward::domain)
                .collect(Collectors.toCollection(HashSet::new));
        List<DnsLookup> chain = new ArrayList<>();
        long next = sent;
        for (DnsLookup lookup : before.reversed()) {
            boolean ends = passedOn || lookup.answer().isPresent() || ofTarget(lookup, target) || !chain.isEmpty();
            boolean leads = names.contains(Onward.domain(lookup))
                    || lookup.targets().stream().anyMatch(names::contains);
            if (ends && leads && next - lookup.seen().time() <= patience(lookup) && chain.size() < MOST) {
                chain.addFirst(lookup);
                names.add(Onward.domain(lookup));
                next = Math.min(next, lookup.query().time());
            }
        }
        return chain;
    }

    /** For SIP at the very domain of the request nobody asks who does not want to send one there. */
    private static boolean ofTarget(DnsLookup lookup, String target) {
        return lookup.ofSip() && Onward.domain(lookup).equals(target);
    }

    /** How soon whoever asked went on. */
    private static long patience(DnsLookup lookup) {
        return lookup.outcome() == Outcome.UNANSWERED ? GIVEN_UP : AT_ONCE;
    }
}
