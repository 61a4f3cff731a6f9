package org.ringback.diagnosis.rule.dialog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.evidence.Transfer;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.sip.SipMessage;
import org.ringback.sip.SipUri;
import org.ringback.sip.StartLine;

/**
 * A transfer whose new call went to another host than the Refer-To names, though that host is known from this very call; such a
 * Refer-To means something there only (RFC 3515, 2.4.2).
 */
final class TransferElsewhere implements Rule {

    private static final Kind ELSEWHERE = Kind.of(
            "transfer-sent-elsewhere", Weight.FAILURE, 3515, "2.4.2", "asker", "doer", "target", "sent", "code");

    private static final Duration SOON = Duration.ofSeconds(10);

    @Override
    public List<Kind> kinds() {
        return List.of(ELSEWHERE);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REFER);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (Transfer transfer : Transfer.of(examined)) {
            made(transfer, examined)
                    .flatMap(call -> judge(transfer, call, examined))
                    .ifPresent(findings);
        }
    }

    /** The call that names who asked for it in the same words (RFC 3892). */
    private static Optional<Call> made(Transfer transfer, Case examined) {
        Optional<String> by = transfer.request().header("Referred-By", "b");
        String doer = transfer.accepted().captured().source().host();
        return by.flatMap(words -> examined
                .circumstances()
                .others()
                .openedBy(doer, transfer.request().time())
                .stream()
                .filter(call -> call.kind() == CallKind.CALL
                        && !call.callId().equals(examined.call().callId())
                        && Elapsed.between(transfer.request().time(), call.start())
                                .filter(passed -> passed.compareTo(SOON) < 0)
                                .isPresent()
                        && call.opening()
                                .header("Referred-By", "b")
                                .filter(words::equals)
                                .isPresent())
                .findFirst());
    }

    /** Whether the host of the Refer-To is that of the asker by the addresses of this call, and the new call went elsewhere. */
    private static Optional<Finding> judge(Transfer transfer, Call made, Case examined) {
        String asker = transfer.request().captured().source().host();
        String wanted = transfer.target().host();
        boolean there = wanted.equalsIgnoreCase(asker) || toldAsThere(wanted, asker, examined);
        boolean elsewhere = !made.opening().captured().destination().host().equals(asker);
        return made.lastFinalResponse()
                .filter(told -> told.head().status() >= 400)
                .filter(_ -> there && elsewhere && !wanted.isEmpty())
                .map(told -> Finding.about(ELSEWHERE, Certainty.LIKELY)
                        .proof(made.opening(), transfer.request(), told)
                        .with("asker", Value.of(transfer.request().captured().source()))
                        .with("doer", Value.of(made.opening().captured().source()))
                        .with("target", Value.of(transfer.target().text()))
                        .with("sent", Value.of(made.opening().captured().destination()))
                        .with("code", examined.code(told))
                        .found());
    }

    /** A request of this call with this host in its Request-URI went to the asker, and is no domain of the sender as well. */
    private static boolean toldAsThere(String host, String asker, Case examined) {
        return examined.requests("INVITE").stream()
                .filter(invite -> invite.captured().destination().host().equals(asker))
                .map(examined::read)
                .filter(invite -> invite.addresses("From").stream()
                        .noneMatch(from -> from.uri().host().equalsIgnoreCase(host)))
                .map(SipMessage::startLine)
                .anyMatch(line -> line instanceof StartLine.RequestLine asked
                        && SipUri.of(asked.uri()).host().equalsIgnoreCase(host));
    }
}
