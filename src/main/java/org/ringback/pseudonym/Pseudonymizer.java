package org.ringback.pseudonym;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.IpAddress;
import org.ringback.pseudonym.Preview.Where;

/**
 * Replaces whoever and whatever messages name: only what is known to mean nobody stays. Pseudonyms are drawn at random and the
 * table is thrown away, so nobody can compute them back. What it cannot hide: the course of the call, ports, codecs and
 * options, which software was used, and, unless blurred, times and sizes; who sees the original can match it with the result
 * by these.
 */
public final class Pseudonymizer {

    private final Pseudonyms pseudonyms;
    private final Dates dates;
    private final Likeness likeness;
    private final BooleanSupplier canceled;

    private Pseudonymizer(Pseudonyms pseudonyms, Dates dates, Likeness likeness, BooleanSupplier canceled) {
        this.pseudonyms = pseudonyms;
        this.dates = dates;
        this.likeness = likeness;
        this.canceled = canceled;
    }

    /**
     * Gives pseudonyms: the same value gets the same one everywhere in these messages and their addresses, in another call
     * of this method another one. Takes time and memory in proportion to the messages.
     *
     * @param random where others must not guess the pseudonyms, a {@link java.security.SecureRandom}
     * @param canceled asked before each message whether this goes on for nothing
     * @throws CancellationException if it is canceled
     */
    public static Pseudonymized of(
            List<Captured> messages, Likeness likeness, RandomGenerator random, BooleanSupplier canceled) {
        return new Pseudonymizer(
                        new Pseudonyms(random, likeness), new Dates(messages, likeness, random), likeness, canceled)
                .of(messages);
    }

    private Pseudonymized of(List<Captured> messages) {
        long[] times = dates.of(messages.stream().mapToLong(Captured::time));
        // A text may name what only a later message shows to be a user or a Call-ID, so all are gone through before.
        rewrite(messages, times, new MessageRewriter(pseudonyms, dates, new Remains()));
        pseudonyms.complete();
        var remains = new Remains();
        List<Captured> rewritten = rewrite(messages, times, new MessageRewriter(pseudonyms, dates, remains));
        pseudonyms.stayed().forEach(number -> remains.add(Where.EMERGENCY, number, ""));
        return new Pseudonymized(
                rewritten,
                new Preview(likeness, pseudonyms.replaced(), remains.all(), false),
                dates::shifted,
                this::endpoint);
    }

    private List<Captured> rewrite(List<Captured> messages, long[] times, MessageRewriter rewriter) {
        List<Captured> rewritten = new ArrayList<>(messages.size());
        for (Captured message : messages) {
            if (canceled.getAsBoolean()) {
                throw new CancellationException();
            }
            rewritten.add(rewrite(message, times[rewritten.size()], rewriter));
        }
        return rewritten;
    }

    private Captured rewrite(Captured message, long time, MessageRewriter rewriter) {
        boolean outside = foreign(message.source()) && !foreign(message.destination());
        return new Captured(
                MemorySegment.ofArray(rewriter.rewrite(message.bytes(), outside))
                        .asReadOnly(),
                time,
                endpoint(message.source()),
                endpoint(message.destination()),
                message.transport(),
                message.file(),
                message.frame(),
                message.counted());
    }

    private static boolean foreign(Endpoint endpoint) {
        Optional<IpAddress> address = IpAddress.of(endpoint.host());
        return address.filter(known -> !Subnets.local(known) && !Subnets.plain(known))
                .isPresent();
    }

    private Endpoint endpoint(Endpoint endpoint) {
        return endpoint.host().isEmpty() ? endpoint : new Endpoint(pseudonyms.host(endpoint.host()), endpoint.port());
    }
}
