package org.ringback.diagnosis.rule.unanswered;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Heard;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/**
 * A 2xx that comes to a proxy again and again and never leaves it towards the caller, though a proxy passes each on at once
 * (RFC 3261, 16.7 step 5). In a capture of both sides.
 */
public final class AnswerNotPassedOn implements Rule {

    public static final String ID = "answer-not-passed-on";

    private static final Kind KEPT =
            Kind.of(ID, Weight.FAILURE, 3261, "16.7", "proxy", "answerer", "caller", "repeats");

    /** Fewer may have been lost before they came to the proxy. */
    private static final int PROOF = 3;

    /** Not in a dialog, or in an early one as well (RFC 3261, 17.1.1.3 and 9.1; RFC 3262, 4; RFC 3311, 5.1). */
    private static final Set<String> BEFORE_ANSWER = Set.of("ACK", "CANCEL", "PRACK", "UPDATE");

    @Override
    public List<Kind> kinds() {
        return List.of(KEPT);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.ANSWERED, Sign.REPEATED, Sign.PASSED_ON);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        // An ACK to a 2xx is a transaction of its own, and shows that it arrived.
        if (examined.transactions().stream()
                .noneMatch(transaction -> transaction.method().equals("ACK"))) {
            examined.attempts("INVITE").stream()
                    .flatMap(attempt -> judge(attempt, examined).stream())
                    .findFirst()
                    .ifPresent(findings);
        }
    }

    private static Optional<Finding> judge(Attempt attempt, Case examined) {
        for (Transaction hop : attempt.hops()) {
            List<Message> copies =
                    hop.messages().stream().filter(Message::success).toList();
            Optional<Transaction> before = copies.size() > PROOF
                    ? before(hop, attempt)
                            .filter(known ->
                                    waits(known, copies.getFirst()) && !heard(known, copies.getFirst(), examined))
                    : Optional.empty();
            if (before.isPresent()) {
                return Optional.of(found(hop, before.get(), copies));
            }
        }
        return Optional.empty();
    }

    /** Whether the caller still waited when the 2xx came; another file may have other times, or end sooner. */
    private static boolean waits(Transaction before, Message answer) {
        boolean canceled = before.canceledBy()
                .filter(cancel -> cancel.first().time() <= answer.time())
                .isPresent();
        boolean over = before.finalResponse()
                .filter(told -> told.time() <= answer.time())
                .isPresent();
        return !canceled
                && !over
                && before.first().captured().file() == answer.captured().file();
    }

    /**
     * Whether the caller acts upon the answer, whose way to it was not captured then: by a request in its dialog, or by sound
     * to a port that it alone names.
     */
    private static boolean heard(Transaction before, Message answer, Case examined) {
        return examined.messages().stream()
                        .anyMatch(message -> message.head().request()
                                && message.time() >= answer.time()
                                && message.head().toTag().equals(answer.head().toTag())
                                && message.head().fromTag().equals(answer.head().fromTag())
                                && !BEFORE_ANSWER.contains(message.head().method()))
                || Heard.sound(before, named -> named.success() && same(named, answer), examined);
    }

    private static boolean same(Message one, Message other) {
        return one.head().cseq() == other.head().cseq()
                && one.head().method().equals(other.head().method())
                && one.head().toTag().equals(other.head().toTag());
    }

    private static Finding found(Transaction hop, Transaction before, List<Message> copies) {
        List<Message> proof = new ArrayList<>(List.of(copies.getFirst(), copies.getLast(), before.first()));
        before.finalResponse().ifPresent(proof::add);
        return Finding.about(KEPT, Certainty.LIKELY)
                .proof(proof)
                .with("proxy", Value.of(hop.client()))
                .with("answerer", Value.of(hop.server()))
                .with("caller", Value.of(before.client()))
                .with("repeats", Value.of(copies.size() - 1))
                .found();
    }

    /** The hop over which the request came to the proxy, if its responses were captured and no 2xx is among them. */
    private static Optional<Transaction> before(Transaction hop, Attempt attempt) {
        List<Transaction> all = attempt.hops().stream()
                .filter(other -> other != hop
                        && !other.server().host().isEmpty()
                        && other.server().host().equals(hop.client().host()))
                .toList();
        return all.stream().anyMatch(Transaction::accepted)
                ? Optional.empty()
                : all.stream().filter(Transaction::responded).findFirst();
    }
}
