package org.ringback.diagnosis.rule.refusal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ringback.call.Call;
import org.ringback.call.CallNumber;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.RefusalFinding;
import org.ringback.diagnosis.rule.RefusalRule;
import org.ringback.sip.SipMessage;
import org.ringback.sip.SipUri;

/**
 * A refused call beside those that got through: the same user was reached under another domain (RFC 3261, 16.5), or the same
 * caller was let in from another host.
 */
final class OtherDomain implements RefusalRule {

    private static final Kind DOMAIN = Kind.of(
            "domain-unlike-those-that-passed",
            Weight.FAILURE,
            3261,
            "16.5",
            "refuser",
            "code",
            "user",
            "asked",
            "passed");
    private static final Kind SOURCE = Kind.of(
            "source-unlike-those-that-passed",
            Weight.FAILURE,
            3261,
            "21.4.4",
            "refuser",
            "code",
            "caller",
            "source",
            "passed");

    /** Not found here, or not served here; whoever is only away for now (480) may be there a little later. */
    private static final Set<Integer> ABOUT_TARGET = Set.of(403, 404, 416, 484, 485, 604);

    private static final int FORBIDDEN = 403;

    @Override
    public List<Kind> kinds() {
        return List.of(DOMAIN, SOURCE);
    }

    @Override
    public Optional<Finding> judge(Refusal refusal, Case examined) {
        return domain(refusal, examined).or(() -> source(refusal, examined));
    }

    private static Optional<Finding> domain(Refusal refusal, Case examined) {
        SipUri asked = refusal.attempt()
                .request()
                .map(OtherDomain::target)
                .orElseGet(() -> SipUri.of(refusal.target(examined)));
        if (!ABOUT_TARGET.contains(refusal.status())
                || asked.user().isEmpty()
                || asked.host().isEmpty()
                || refusal.origin().elsewhere()) {
            return Optional.empty();
        }
        List<Call> same = examined.circumstances().others().passed(examined.call()).stream()
                .filter(call -> target(call.opening()).user().equals(asked.user())
                        && !target(call.opening()).host().isEmpty()
                        && (refusal.status() != FORBIDDEN
                                || call.from().equals(examined.call().from()))
                        && !cameBetween(asked.user(), call, examined))
                .toList();
        boolean alsoHere =
                same.stream().anyMatch(call -> target(call.opening()).host().equalsIgnoreCase(asked.host()));
        return alsoHere
                ? Optional.empty()
                : same.stream()
                        .findFirst()
                        .map(call -> RefusalFinding.about(DOMAIN, Certainty.LIKELY, refusal, examined)
                                .proof(refusal.proof(call.opening()))
                                .with("user", asked.user())
                                .with("asked", asked.host())
                                .with("passed", target(call.opening()).host())
                                .found());
    }

    /** Whether the user registered between the two calls, which tells why only one of them found somebody. */
    private static boolean cameBetween(String user, Call passed, Case examined) {
        Call own = examined.call();
        long first = Math.min(own.start(), passed.start());
        long last = Math.max(own.start(), passed.start());
        return examined.circumstances().others().registrationsOf(user).stream()
                .anyMatch(register -> register.start() >= first && register.start() <= last);
    }

    private static Optional<Finding> source(Refusal refusal, Case examined) {
        Call own = examined.call();
        String here = own.opening().captured().source().host();
        String server = own.opening().captured().destination().host();
        if (refusal.status() != FORBIDDEN
                || refusal.origin().elsewhere()
                || !refusal.origin().firstSaidBy().host().equals(server)
                || CallNumber.nobody(own.from())
                || refusal.attempt().progress().isPresent()
                // Who is known by a login need not come from a known address.
                || refusal.request().filter(Message::loggedIn).isPresent()
                || !examined.circumstances().others().passed(own).isEmpty()) {
            return Optional.empty();
        }
        return examined.circumstances().others().ofCaller(own.from().user(), own.start()).stream()
                .filter(call -> !call.opening().captured().source().host().equals(here)
                        && call.opening().captured().destination().host().equals(server)
                        && sameNumber(call, own)
                        && call.answer().isPresent())
                .findFirst()
                .map(call -> RefusalFinding.about(SOURCE, Certainty.LIKELY, refusal, examined)
                        .proof(refusal.proof(call.opening()))
                        .with("caller", own.from().user())
                        .with("source", here)
                        .with(
                                "passed",
                                Value.of(call.opening().captured().source().host()))
                        .found());
    }

    /** Another number may be barred wherever the call comes from. */
    private static boolean sameNumber(Call one, Call other) {
        return CallNumber.same(
                CallNumber.plain(one.to().user()), CallNumber.plain(other.to().user()));
    }

    private static SipUri target(Message request) {
        return SipUri.of(
                SipMessage.parse(request.captured().bytes()).requestUri().orElse(""));
    }
}
