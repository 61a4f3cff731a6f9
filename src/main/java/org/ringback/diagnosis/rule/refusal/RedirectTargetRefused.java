package org.ringback.diagnosis.rule.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Call;
import org.ringback.call.LegLink;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.sip.SipUri;

/** A phone forwards its calls itself, by a 3xx; its PBX calls the new target, and is refused there (RFC 3261, 8.1.3.4). */
final class RedirectTargetRefused implements Rule {

    private static final Kind REFUSED = Kind.of(
            "redirect-target-refused",
            Weight.FAILURE,
            3261,
            "8.1.3.4",
            "phone",
            "doer",
            "refuser",
            "code",
            "target",
            "from");

    private static final int CANCELED = 487;

    @Override
    public List<Kind> kinds() {
        return List.of(REFUSED);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL, Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        examined.refusal()
                .filter(refusal -> refusal.told().head().status() >= 400
                        && refusal.told().head().status() != CANCELED
                        && !refusal.told().challenge())
                .flatMap(refusal -> look(refusal, examined))
                .ifPresent(findings);
    }

    private static Optional<Finding> look(Refusal refusal, Case examined) {
        String host = refusal.told().captured().source().host();
        List<Call> made = examined.circumstances().legsOf(examined.call()).stream()
                .map((LegLink link) -> link.otherThan(examined.call()))
                .filter(leg -> leg.opening().captured().source().host().equals(host))
                .toList();
        for (Call forwarded : made) {
            Optional<Message> redirection =
                    last(forwarded).filter(told -> told.head().status() < 400);
            Optional<Call> target = redirection.flatMap(told -> target(told, host, refusal, examined));
            if (target.isPresent()) {
                return Optional.of(finding(refusal, redirection.get(), target.get(), examined));
            }
        }
        return Optional.empty();
    }

    private static Optional<Message> last(Call leg) {
        return leg.lastFinalResponse().filter(told -> told.head().status() >= 300 && !told.challenge());
    }

    /** The call to the address that the redirection names, if it was refused before the caller was. */
    private static Optional<Call> target(Message redirection, String host, Refusal refusal, Case examined) {
        List<String> named = examined.read(redirection).addresses("Contact").stream()
                .map(address -> SipUri.unescaped(address.uri().user()))
                .filter(user -> !user.isEmpty())
                .toList();
        return examined.circumstances().others().openedBy(host, redirection.time()).stream()
                .filter(call -> named.contains(SipUri.unescaped(call.to().user())))
                .filter(call -> last(call)
                        .filter(told -> told.head().status() >= 400
                                && Elapsed.between(told, refusal.told()).isPresent())
                        .isPresent())
                .findFirst();
    }

    private static Finding finding(Refusal refusal, Message redirection, Call target, Case examined) {
        Message told = last(target).orElseThrow();
        List<Message> proof = new ArrayList<>(List.of(told, redirection, target.opening()));
        proof.add(refusal.told());
        return Finding.about(REFUSED, Certainty.LIKELY)
                .proof(proof)
                .saidBy(refusal.origin())
                .with("phone", Value.of(redirection.captured().source()))
                .with("doer", Value.of(target.opening().captured().source()))
                .with("refuser", Value.of(told.captured().source()))
                .with("code", examined.code(told))
                .with("target", target.to().name())
                .with("from", target.from().name())
                .found();
    }
}
