package org.ringback.diagnosis.rule;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.capture.wire.Transport;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;

/** A request that is too large for UDP and that nobody answered, while smaller ones got through (RFC 3261, 18.1.1). */
final class TooLarge implements Rule {

    private static final Kind LOST =
            Kind.of("too-large-for-udp", Weight.FAILURE, 3261, "18.1.1", "method", "size", "server", "small");

    /** Above it a request must not go over UDP where the path MTU is unknown. Bytes. */
    private static final long LARGEST = 1300;

    /** Fewer may be a moment's loss. */
    private static final long REPEATS = 3;

    @Override
    public List<Kind> kinds() {
        return List.of(LOST);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        examined.transactions().stream()
                .filter(transaction ->
                        large(transaction) && !transaction.responded() && transaction.repeatedRequests() >= REPEATS)
                .findFirst()
                .ifPresent(lost -> smallOne(lost, examined)
                        .ifPresent(small -> findings.accept(Finding.about(LOST, Certainty.LIKELY)
                                .proof(lost.first(), small.first())
                                .with("method", lost.method())
                                .with("size", Value.of(size(lost.first())))
                                .with("server", Value.of(lost.server()))
                                .with("small", Value.of(size(small.first())))
                                .found())));
    }

    /** A smaller request that the same server answered: it is there, so the size makes the difference. */
    private static Optional<Transaction> smallOne(Transaction lost, Case examined) {
        List<Transaction> small = examined.transactions().stream()
                .filter(other -> other.server().equals(lost.server())
                        && other.client().host().equals(lost.client().host())
                        && other.request().isPresent()
                        && !other.method().equals("ACK")
                        && size(other.first()) <= LARGEST)
                .toList();
        return small.stream().allMatch(Transaction::responded) ? small.stream().findFirst() : Optional.empty();
    }

    private static boolean large(Transaction transaction) {
        return transaction.request().isPresent()
                && !transaction.method().equals("ACK")
                && transaction.first().captured().transport() == Transport.UDP
                && size(transaction.first()) > LARGEST;
    }

    private static long size(Message message) {
        return message.captured().bytes().byteSize();
    }
}
