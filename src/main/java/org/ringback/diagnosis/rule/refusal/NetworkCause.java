package org.ringback.diagnosis.rule.refusal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Causes;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Origins;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.handbook.ResponseCode;

/**
 * The cause of the telephone network (ITU-T Q.850) that a refusal brings along in its Reason header (RFC 3326, RFC 6432):
 * it often says more than the code, and sometimes something else (RFC 3398, 7.2.4.1).
 */
final class NetworkCause implements Rule {

    private static final Kind CONTRADICTION =
            Kind.of("cause-contradicts-code", Weight.TROUBLE, 3398, "7.2.4.1", "code", "cause", "usual", "refuser");

    /** The resources that it speaks of are those that a cause of the network would name. */
    private static final int NO_RESERVATION = 580;

    private static final int TERMINATED = 487;

    /** No user responding, and subscriber absent. */
    private static final Set<Integer> NOT_THERE = Set.of(18, 20);

    /** Who waits for a phone in vain, or lets it ring in vain, does so for longer. */
    private static final Map<Integer, Duration> LEAST_WAIT =
            Map.of(18, Duration.ofMillis(500), 19, Duration.ofSeconds(3));

    @Override
    public List<Kind> kinds() {
        return Stream.concat(CauseMeaning.kinds().stream(), Stream.of(CONTRADICTION))
                .toList();
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL, Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        examined.refusedCall().or(() -> terminated(examined)).ifPresent(refusal -> {
            Message told = refusal.response();
            Optional<Integer> first = Causes.of(refusal.origin().answer(), examined);
            // A B2BUA may leave the cause out, or put in one of its own where the other leg was refused without one.
            Optional<Integer> cause = Causes.of(told, examined).or(() -> first);
            cause.filter(_ -> cause.equals(first))
                    .filter(one -> told.head().status() != NO_RESERVATION
                            && !Blocked.byNetwork(told, examined)
                            && !disproved(one, refusal))
                    .flatMap(CauseMeaning::of)
                    .ifPresent(meaning -> tell(told, cause.get(), meaning, examined, findings));
        });
    }

    /** A 487 that no CANCEL asked for says nothing but that the call is over (RFC 3261, 21.4.25). */
    private static Optional<Refusal> terminated(Case examined) {
        return examined.refusal()
                .filter(refusal -> refusal.status() == TERMINATED
                        && !refusal.saidElsewhere()
                        && examined.requests("CANCEL").isEmpty()
                        && examined.responses(told -> told.head().method().equals("CANCEL"))
                                .isEmpty()
                        && refusal.attempt().request().isPresent());
    }

    /** Servers make such causes of their own codes, where nobody waited for anybody. */
    private static boolean disproved(int cause, Refusal refusal) {
        return refusal.attempt()
                .request()
                .flatMap(request -> Elapsed.between(request, refusal.told()))
                .filter(waited -> waited.compareTo(LEAST_WAIT.getOrDefault(cause, Duration.ZERO)) < 0)
                .isPresent();
    }

    /** A phone that rang was there, unless a gateway rang in its place; a number that was reached is none to blame. */
    private static boolean doubted(int cause, CauseMeaning meaning, Case examined) {
        return meaning.subject() == CauseMeaning.Subject.NUMBER
                ? examined.circumstances().others().reached(examined.call())
                : NOT_THERE.contains(cause)
                        && examined.setup().stream()
                                .anyMatch(attempt -> attempt.ringing().isPresent());
    }

    private static void tell(Message told, int cause, CauseMeaning meaning, Case examined, Consumer<Finding> findings) {
        int code = told.head().status();
        Certainty sure = doubted(cause, meaning, examined) ? Certainty.POSSIBLE : Certainty.LIKELY;
        findings.accept(about(meaning.kind(), sure, told, cause, examined).found());
        usual(cause)
                .filter(_ -> !fits(code, cause) && !meaning.subject().of(code) && CauseMeaning.Subject.anyOf(code))
                .map(usual -> about(CONTRADICTION, Certainty.LIKELY, told, cause, examined)
                        .with("usual", new Value.Code(usual.number(), usual.phrase()))
                        .found())
                .ifPresent(findings);
    }

    private static Finding.Builder about(Kind kind, Certainty certainty, Message told, int cause, Case examined) {
        Origin origin = Origins.of(told, examined);
        return Finding.about(kind, certainty)
                .proof(told)
                .saidBy(origin)
                .with("code", examined.code(told))
                .with("cause", new Value.Cause(cause))
                .with("refuser", Value.of(origin.firstSaidBy()));
    }

    /** The code that a gateway should make of a cause. */
    private static Optional<ResponseCode> usual(int cause) {
        return KnownCodes.all().all().stream()
                .filter(code -> code.number() >= 400 && code.q850().fromCauses().contains(cause))
                .findFirst();
    }

    private static boolean fits(int code, int cause) {
        return KnownCodes.all()
                .find(code)
                .map(ResponseCode::q850)
                .filter(mapping -> mapping.fromCauses().contains(cause)
                        || (mapping.toCause() != null
                                && mapping.toCause().cause() != null
                                && mapping.toCause().cause() == cause))
                .isPresent();
    }
}
