package org.ringback.diagnosis.rule.dialog;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Attempt;
import org.ringback.call.CallKind;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/** A new call under the Call-ID and From tag of one that is over: both are for one only (RFC 3261, 8.1.1.4, 19.3). */
final class ReusedCallId implements Rule {

    private static final Kind REUSED = Kind.of("call-id-reused", Weight.TROUBLE, 3261, "8.1.1.4", "sender", "callId");

    @Override
    public List<Kind> kinds() {
        return List.of(REUSED);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL, Sign.ANSWERED, Sign.BYE);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (examined.call().kind() != CallKind.CALL) {
            return;
        }
        if (examined.requests("INVITE").size() < 2) {
            return;
        }
        List<Attempt> invitations = examined.attempts("INVITE").stream()
                .filter(attempt -> attempt.request()
                        .filter(request -> !request.insideDialog())
                        .isPresent())
                .toList();
        for (int i = 0; i + 1 < invitations.size(); i++) {
            Message next = invitations.get(i + 1).request().orElseThrow();
            Optional<Message> over = end(invitations.get(i), next, examined);
            if (over.isPresent()) {
                findings.accept(Finding.about(REUSED, Certainty.CERTAIN)
                        .proof(invitations.get(i).request().orElseThrow(), over.get(), next)
                        .with("sender", Value.of(next.captured().source()))
                        .with("callId", examined.call().callId())
                        .found());
                return;
            }
        }
    }

    /** The BYE that ended a call of the same caller before the next one. */
    private static Optional<Message> end(Attempt answered, Message next, Case examined) {
        Message first = answered.request().orElseThrow();
        if (!answered.accepted()
                || !first.head().fromTag().equals(next.head().fromTag())
                || !first.captured()
                        .source()
                        .host()
                        .equals(next.captured().source().host())) {
            return Optional.empty();
        }
        String tag = answered.finalResponse().orElseThrow().head().toTag();
        return examined.messages().stream()
                .takeWhile(message -> message != next)
                .dropWhile(message -> message != first)
                .filter(message -> message.request("BYE")
                        && (message.head().fromTag().equals(tag)
                                || message.head().toTag().equals(tag)))
                .findFirst();
    }
}
