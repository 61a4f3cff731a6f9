package org.ringback.pseudonym;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;

/**
 * Replaces whoever and whatever messages name. Pseudonyms are drawn at random and the table is thrown away, so nobody can
 * compute them back. What it cannot hide: times, sizes and the course of the call, ports, codecs and options, which
 * software was used, and who sees the original can match it with the result by these.
 */
public final class Pseudonymizer {

    private Pseudonymizer() {}

    /**
     * Gives pseudonyms: the same value gets the same one everywhere in these messages and their addresses, in another call
     * of this method another one.
     *
     * @param random where others must not guess the pseudonyms, a {@link java.security.SecureRandom}
     */
    public static Pseudonymized of(List<Captured> messages, RandomGenerator random) {
        var pseudonyms = new Pseudonyms(random);
        // A text may name what only a later message shows to be a user or a Call-ID, so all are gone through before.
        var search = new MessageRewriter(pseudonyms, new Remains());
        messages.forEach(message -> rewrite(message, search, pseudonyms));
        pseudonyms.complete();
        var remains = new Remains();
        var rewriter = new MessageRewriter(pseudonyms, remains);
        List<Captured> rewritten = new ArrayList<>(messages.size());
        messages.forEach(message -> rewritten.add(rewrite(message, rewriter, pseudonyms)));
        return new Pseudonymized(rewritten, new Preview(pseudonyms.replaced(), remains.all()));
    }

    private static Captured rewrite(Captured message, MessageRewriter rewriter, Pseudonyms pseudonyms) {
        return new Captured(
                MemorySegment.ofArray(rewriter.rewrite(message.bytes())).asReadOnly(),
                message.time(),
                endpoint(message.source(), pseudonyms),
                endpoint(message.destination(), pseudonyms),
                message.transport(),
                message.file(),
                message.frame(),
                message.counted());
    }

    private static Endpoint endpoint(Endpoint endpoint, Pseudonyms pseudonyms) {
        return endpoint.host().isEmpty() ? endpoint : new Endpoint(pseudonyms.host(endpoint.host()), endpoint.port());
    }
}
