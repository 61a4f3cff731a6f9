package org.ringback.diagnosis.rule.dialog;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Origins;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/** A PRACK that was refused because it acknowledges another response than the one that was sent, or none (RFC 3262, 3). */
final class RefusedPrack implements Rule {

    private static final Kind OTHER = Kind.of(
            "prack-names-another", Weight.TROUBLE, 3262, "7.2", "sender", "rack", "expected", "code", "refuser");
    private static final Kind NOTHING =
            Kind.of("prack-for-nothing", Weight.TROUBLE, 3262, "4", "sender", "rack", "code", "refuser");

    private static final Kind FAILED =
            Kind.of("prack-refused-call-failed", Weight.FAILURE, 3262, "3", "sender", "code", "refuser", "end");

    @Override
    public List<Kind> kinds() {
        return List.of(OTHER, NOTHING, FAILED);
    }

    /** Nothing waits for this PRACK: another rule tells that. */
    private static final int UNKNOWN = 481;

    @Override
    public Needs needs() {
        return Needs.all(Sign.PRACK, Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (Attempt prack : examined.attempts("PRACK")) {
            Optional<Message> refused =
                    prack.finalResponse().filter(told -> told.head().status() >= 400 && !told.challenge());
            Optional<Finding> found =
                    refused.flatMap(told -> prack.request().flatMap(request -> judge(request, told, examined)));
            if (found.isPresent()) {
                findings.accept(found.get());
                return;
            }
        }
    }

    private static Optional<Finding> judge(Message prack, Message told, Case examined) {
        List<Message> provisional = examined
                .responses(response -> response.provisional()
                        && response.head().status() > 100
                        && response.head().toTag().equals(prack.head().toTag()))
                .stream()
                .filter(response -> response.time() <= prack.time() && examined.whole(response))
                .toList();
        if (provisional.isEmpty()) {
            return Optional.empty();
        }
        List<Message> reliable = provisional.stream()
                .filter(response -> RAck.rseq(response, examined).isPresent())
                .toList();
        if (reliable.isEmpty()) {
            return Optional.of(
                    about(NOTHING, prack, told, provisional.getLast(), examined).found());
        }
        boolean fits = RAck.of(prack, examined)
                .filter(rack -> reliable.stream().anyMatch(response -> rack.names(response, examined)))
                .isPresent();
        Message last = reliable.getLast();
        return fits
                ? failed(prack, told, examined)
                : Optional.of(about(OTHER, prack, told, last, examined)
                        .with(
                                "expected",
                                RAck.rseq(last, examined).orElseThrow() + " "
                                        + last.head().cseq() + " "
                                        + last.head().method())
                        .found());
    }

    /** Whoever refuses a PRACK that fits does not want any, and the call came to nothing after it. */
    private static Optional<Finding> failed(Message prack, Message told, Case examined) {
        return examined.refusedCall()
                .filter(refusal -> told.head().status() != UNKNOWN
                        && Elapsed.between(told, refusal.told()).isPresent())
                .map(refusal -> Finding.about(FAILED, Certainty.LIKELY)
                        .proof(told, prack, refusal.response())
                        .saidBy(Origins.of(told, examined))
                        .with("sender", Value.of(prack.captured().source()))
                        .with("code", examined.code(told))
                        .with("refuser", Value.of(told.captured().source()))
                        .with("end", examined.code(refusal.response()))
                        .found());
    }

    private static Finding.Builder about(Kind kind, Message prack, Message told, Message provisional, Case examined) {
        // The response that it acknowledges may have passed where nobody captured.
        return Finding.about(kind, Certainty.LIKELY)
                .proof(told, prack, provisional)
                .saidBy(Origins.of(told, examined))
                .with("sender", Value.of(prack.captured().source()))
                .with("rack", RAck.written(prack, examined).map(Value::of).orElseGet(Value.Unknown::new))
                .with("code", examined.code(told))
                .with("refuser", Value.of(told.captured().source()));
    }
}
