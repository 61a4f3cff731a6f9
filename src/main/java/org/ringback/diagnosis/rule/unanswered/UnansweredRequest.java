package org.ringback.diagnosis.rule.unanswered;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ringback.call.Attempt;
import org.ringback.call.CallKind;
import org.ringback.call.Ending;
import org.ringback.call.Outcome;
import org.ringback.call.Transaction;
import org.ringback.call.Unclear;
import org.ringback.capture.wire.Transport;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.EventPackage;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/** A request other than INVITE that nobody answered until Timer F ran out (RFC 3261, 17.1.2.2). */
final class UnansweredRequest implements Rule {

    private static final Kind REGISTER = Kind.of(
                    "register-unanswered", Weight.FAILURE, 3261, "17.1.2.2", "sender", "receiver", "repeats")
            .unless("too-large-for-udp", "private-target", "register-ignored-after-refusals")
            .unless(Undelivered.OUTSIDE);
    private static final Kind BYE = Kind.of(
                    "bye-unanswered", Weight.TROUBLE, 3261, "15.1.1", "sender", "receiver", "repeats")
            .unless("too-large-for-udp", "private-target", "request-inside-undelivered");
    private static final Kind OTHER = Kind.of(
                    "request-unanswered", Weight.FAILURE, 3261, "17.1.2.2", "sender", "receiver", "repeats", "method")
            .unless("too-large-for-udp", "private-target", "request-inside-undelivered", "session-refresh-unanswered")
            .unless(Undelivered.OUTSIDE);

    private static final Kind SUBSCRIBE = unanswered("subscribe-unanswered");
    private static final Kind MESSAGE = unanswered("message-unanswered").unless("message-unanswered-then-accepted");
    private static final Kind TRANSFER = unanswered("transfer-unanswered");

    private static final Kind ONCE = Kind.of(
                    "request-without-response", Weight.FAILURE, 3261, "17.1.2.2", "sender", "receiver", "method")
            .unless("message-unanswered-then-accepted")
            .unless(Undelivered.OUTSIDE)
            .unless(ConnectionLost.IDS);
    private static final Kind NOT_CAPTURED = Kind.of(
                    "request-response-not-captured", Weight.BLIND, 3261, "17.1.2.2", "sender", "receiver", "method")
            .unless(Undelivered.OUTSIDE)
            .unless(ConnectionLost.IDS);

    /** So often a request is repeated in 27.5 s; a sender that stops a little early gave up all the same. */
    private static final int PROOF_OF_TIMEOUT = 9;

    private static final Set<String> OTHER_RULES = Set.of("INVITE", "ACK", "CANCEL");

    /** Fewer repetitions may be due to a response that was on its way. */
    private static final int PROOF = 3;

    /** After 15.5 s of silence, half of what everybody waits, only a capture that ended leaves out the rest. */
    private static final int ENOUGH = 6;

    /** After 0.5, 1.5, 3.5 s and then every 4 s until 31.5 s. */
    private static final int ALL_REPEATS = 10;
    /** Nobody waits longer than 20 s for somebody who hangs up. */
    private static final int MANY_REPEATS = 7;

    private static Kind unanswered(String id) {
        return Kind.of(id, Weight.FAILURE, 3261, "17.1.2.2", "sender", "receiver", "repeats")
                .unless("too-large-for-udp", "private-target", "request-inside-undelivered")
                .unless(Undelivered.OUTSIDE);
    }

    @Override
    public List<Kind> kinds() {
        return List.of(REGISTER, BYE, OTHER, SUBSCRIBE, MESSAGE, TRANSFER, ONCE, NOT_CAPTURED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (examined.call().retransmissions() >= PROOF) {
            repeated(examined, findings);
        }
        if (examined.call().kind() != CallKind.CALL && overdue(examined)) {
            once(examined).ifPresent(findings);
        }
    }

    private static boolean overdue(Case examined) {
        Outcome outcome = examined.call().outcome();
        return outcome.ending() == Ending.TIMED_OUT_LOCALLY
                || (outcome.unclear() == Unclear.NO_RESPONSE_CAPTURED
                        && Elapsed.goesOn(
                                examined,
                                examined.attempts(examined.call().method())
                                        .getLast()
                                        .root()
                                        .first(),
                                Elapsed.TRANSACTION_TIMEOUT));
    }

    private static void repeated(Case examined, Consumer<Finding> findings) {
        Set<String> methods = new LinkedHashSet<>();
        examined.transactions().forEach(transaction -> methods.add(transaction.method()));
        methods.removeAll(OTHER_RULES);
        // Who gets no response tries again and again: once is enough to say so.
        methods.stream()
                .flatMap(method -> examined.attempts(method).stream()
                        .filter(attempt -> !attempt.responded() && !bothHungUp(attempt, examined))
                        .flatMap(attempt -> silent(attempt, examined).stream())
                        .limit(1))
                .forEach(hop -> findings.accept(judge(hop, examined)));
    }

    /**
     * Whether it is a BYE, and the other side, which is silent, hung up as well meanwhile: then both know that the call is over.
     * Who hangs up when the last copy is long gone has got none of them.
     */
    private static boolean bothHungUp(Attempt attempt, Case examined) {
        String other = attempt.root().first().head().toTag();
        return attempt.root().method().equals("BYE")
                && examined.attempts("BYE").stream()
                        .filter(Attempt::responded)
                        .anyMatch(bye -> bye.root().first().head().fromTag().equals(other)
                                && Elapsed.between(
                                                attempt.root().last(),
                                                bye.root().first())
                                        .isEmpty());
    }

    private static Optional<Transaction> silent(Attempt attempt, Case examined) {
        return attempt.hops().stream()
                .filter(hop -> !UnansweredInvite.passedOn(hop, attempt))
                .filter(hop -> hop.repeatedRequests() >= ALL_REPEATS
                        || (hop.method().equals("BYE") && hop.repeatedRequests() >= MANY_REPEATS)
                        || (hop.repeatedRequests() >= ENOUGH && !hop.method().equals("BYE"))
                        || (hop.repeatedRequests() >= PROOF
                                && Elapsed.goesOn(examined, hop.first(), Elapsed.TRANSACTION_TIMEOUT)))
                .findFirst();
    }

    /**
     * The last request of what is no call, where so few repetitions were captured that they prove nothing. Over UDP none at
     * all proves the contrary (RFC 3261, 17.1.2.2).
     */
    private static Optional<Finding> once(Case examined) {
        Attempt attempt = examined.attempts(examined.call().method()).getLast();
        return attempt.hops().stream()
                .filter(hop -> !UnansweredInvite.passedOn(hop, attempt)
                        && silent(attempt, examined).isEmpty())
                .findFirst()
                .map(hop -> {
                    boolean heard = hop.first().captured().transport() == Transport.UDP && hop.repeatedRequests() == 0;
                    return Finding.about(heard ? NOT_CAPTURED : ONCE, Certainty.LIKELY)
                            .proof(hop.messages())
                            .with("sender", Value.of(hop.client()))
                            .with("receiver", Value.of(hop.server()))
                            .with("method", hop.method())
                            .found();
                });
    }

    private static Finding judge(Transaction hop, Case examined) {
        if (notified(hop, examined)) {
            return about(OTHER, hop, Certainty.LIKELY)
                    .with("method", hop.method())
                    .found();
        }
        return switch (hop.method()) {
            case "REGISTER" -> about(REGISTER, hop).found();
            case "BYE" -> about(BYE, hop).found();
            case "SUBSCRIBE" -> about(SUBSCRIBE, hop).found();
            case "MESSAGE" -> about(MESSAGE, hop).found();
            case "REFER" -> about(TRANSFER, hop).found();
            default -> about(OTHER, hop).with("method", hop.method()).found();
        };
    }

    /** Whether what a SUBSCRIBE or REFER asks for happens, though no response to it came (RFC 6665, 4.1.2.4). */
    private static boolean notified(Transaction hop, Case examined) {
        String asker = hop.first().head().fromTag();
        return (hop.method().equals("SUBSCRIBE") || hop.method().equals("REFER"))
                && examined.requests("NOTIFY").stream()
                        .anyMatch(told -> told.head().toTag().equals(asker)
                                && Elapsed.between(hop.first(), told).isPresent()
                                && (hop.method().equals("SUBSCRIBE") || EventPackage.isOfTransfer(told)));
    }

    private static Finding.Builder about(Kind kind, Transaction hop) {
        return about(kind, hop, hop.repeatedRequests() >= PROOF_OF_TIMEOUT ? Certainty.CERTAIN : Certainty.LIKELY);
    }

    private static Finding.Builder about(Kind kind, Transaction hop, Certainty certainty) {
        return Finding.about(kind, certainty)
                .proof(hop.messages())
                .with("sender", Value.of(hop.client()))
                .with("receiver", Value.of(hop.server()))
                .with("repeats", Value.of(hop.repeatedRequests()));
    }
}
