package org.ringback.diagnosis.rule.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/** A call that was forwarded, as its 181 says (RFC 3261, 21.1.3), and refused where it was forwarded to. */
final class ForwardingRefused implements Rule {

    private static final Kind REFUSED =
            Kind.of("forwarding-refused", Weight.FAILURE, 3261, "21.1.3", "forwarder", "refuser", "code");
    private static final Kind REFUSED_THERE = Kind.of(
            "forwarding-refused-there",
            Weight.FAILURE,
            3261,
            "21.1.3",
            "forwarder",
            "refuser",
            "code",
            "target",
            "from",
            "told");

    private static final int FORWARDED = 181;
    private static final int CANCELED = 487;

    @Override
    public List<Kind> kinds() {
        return List.of(REFUSED, REFUSED_THERE);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL, Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        // What was said on the leg to the new target is what this looks for, so its refusal does not hide this one.
        examined.refusal()
                .filter(refusal -> examined.call().kind() == CallKind.CALL
                        && refusal.told().head().status() >= 400
                        && refusal.told().head().status() != CANCELED
                        && !refusal.told().challenge())
                .flatMap(refusal -> forwarded(refusal).map(progress -> judge(refusal, progress, examined)))
                .ifPresent(findings);
    }

    private static Optional<Message> forwarded(Refusal refusal) {
        return refusal.attempt().hops().stream()
                .flatMap(hop -> hop.responses().stream())
                .filter(message -> message.head().status() == FORWARDED)
                .findFirst();
    }

    private static Finding judge(Refusal refusal, Message progress, Case examined) {
        List<Message> proof = new ArrayList<>(List.of(refusal.told(), progress));
        Optional<Call> leg = forwardingLeg(refusal, progress, examined);
        Optional<Message> told = leg.flatMap(ForwardingRefused::refusal);
        if (told.isEmpty()) {
            return about(REFUSED, refusal, progress, examined)
                    .proof(proof)
                    .with("refuser", Value.of(refusal.origin().firstSaidBy()))
                    .found();
        }
        proof.add(told.get());
        proof.add(leg.orElseThrow().opening());
        return about(REFUSED_THERE, refusal, progress, examined)
                .proof(proof)
                .with("refuser", Value.of(told.get().captured().source()))
                .with("told", examined.code(told.get()))
                .with("target", leg.get().to().name())
                .with("from", leg.get().from().name())
                .found();
    }

    private static Finding.Builder about(Kind kind, Refusal refusal, Message progress, Case examined) {
        return Finding.about(kind, Certainty.LIKELY)
                .saidBy(refusal.origin())
                .with("forwarder", Value.of(progress.captured().source()))
                .with("code", examined.code(refusal.told()));
    }

    /** A call to somebody else that the forwarder set up meanwhile, and that was refused just before. */
    private static Optional<Call> forwardingLeg(Refusal refusal, Message progress, Case examined) {
        long from = refusal.attempt().root().first().time();
        long to = refusal.told().time();
        if (from == Captured.NO_TIME || to == Captured.NO_TIME) {
            return Optional.empty();
        }
        String host = progress.captured().source().host();
        return examined.circumstances().others().openedBy(host, from).stream()
                .filter(call -> call.start() != Captured.NO_TIME && call.start() <= to)
                .filter(call -> !call.callId().equals(examined.call().callId())
                        && !call.to().user().equals(examined.call().to().user()))
                .filter(call -> refusal(call).filter(told -> told.time() <= to).isPresent())
                .filter(call -> examined.circumstances().legsOf(examined.call()).stream()
                                .anyMatch(link -> link.otherThan(examined.call()) == call)
                        || call.from().user().equals(examined.call().from().user())
                        || call.opening().header("Diversion", "").isPresent()
                        || call.opening().header("History-Info", "").isPresent())
                .reduce((_, last) -> last);
    }

    private static Optional<Message> refusal(Call call) {
        return call.lastFinalResponse().filter(told -> told.head().status() >= 300 && !told.challenge());
    }
}
