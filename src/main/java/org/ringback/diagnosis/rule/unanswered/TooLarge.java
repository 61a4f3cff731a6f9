package org.ringback.diagnosis.rule.unanswered;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.OverUdp;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/** A request that is too large for UDP and that nobody answered, while smaller ones got through (RFC 3261, 18.1.1). */
final class TooLarge implements Rule {

    private static final Kind LOST = Kind.of(
                    "too-large-for-udp", Weight.FAILURE, 3261, "18.1.1", "method", "size", "server", "small")
            .unless(Undelivered.OUTSIDE);
    private static final Kind PERHAPS = Kind.of(
                    "perhaps-too-large-for-udp", Weight.TROUBLE, 3261, "18.1.1", "method", "size", "server")
            .unless(Undelivered.OUTSIDE);

    /** Above it a request must not go over UDP where the path MTU is unknown. Bytes. */
    private static final long LARGEST = 1300;

    /** Fewer may be a moment's loss. */
    private static final long REPEATS = 3;

    @Override
    public List<Kind> kinds() {
        return List.of(LOST, PERHAPS);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REPEATED, Sign.UNANSWERED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        examined.transactions().stream()
                .filter(transaction ->
                        large(transaction) && !transaction.responded() && transaction.repeatedRequests() >= REPEATS)
                .findFirst()
                .flatMap(lost -> judge(lost, examined))
                .ifPresent(findings);
    }

    private static Optional<Finding> judge(Transaction lost, Case examined) {
        List<Transaction> small = smallOnes(lost, examined);
        boolean answered = small.stream().allMatch(Transaction::responded);
        return small.isEmpty()
                ? Optional.of(about(PERHAPS, Certainty.POSSIBLE, lost)
                        .proof(lost.first())
                        .found())
                : small.stream()
                        .filter(_ -> answered)
                        .findFirst()
                        .map(one -> about(LOST, Certainty.LIKELY, lost)
                                .proof(lost.first(), one.first())
                                .with("small", Value.of(size(one.first())))
                                .found());
    }

    private static Finding.Builder about(Kind kind, Certainty certainty, Transaction lost) {
        return Finding.about(kind, certainty)
                .with("method", lost.method())
                .with("size", Value.of(size(lost.first())))
                .with("server", Value.of(lost.server()));
    }

    /**
     * Smaller requests to the same server, in this call, else in others: where it answered them all, it is there, and the size
     * makes the difference.
     */
    private static List<Transaction> smallOnes(Transaction lost, Case examined) {
        List<Transaction> own = small(examined.transactions(), lost);
        return own.isEmpty()
                ? examined
                        .circumstances()
                        .others()
                        .between(
                                lost.client().host(),
                                lost.server().host(),
                                lost.first().time())
                        .stream()
                        .filter(call -> !call.callId().equals(examined.call().callId()))
                        .flatMap(call -> small(call.transactions(), lost).stream())
                        .toList()
                : own;
    }

    private static List<Transaction> small(List<Transaction> transactions, Transaction lost) {
        return transactions.stream()
                .filter(other -> other.server().equals(lost.server())
                        && other.client().host().equals(lost.client().host())
                        && other.request().isPresent()
                        && !other.method().equals("ACK")
                        && size(other.first()) <= LARGEST)
                .toList();
    }

    private static boolean large(Transaction transaction) {
        return transaction.request().isPresent()
                && !transaction.method().equals("ACK")
                && size(transaction.first()) > LARGEST
                && OverUdp.is(transaction.first());
    }

    private static long size(Message message) {
        return message.captured().bytes().byteSize();
    }
}
