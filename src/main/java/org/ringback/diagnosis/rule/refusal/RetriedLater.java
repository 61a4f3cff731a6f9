package org.ringback.diagnosis.rule.refusal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.RefusalRule;
import org.ringback.sip.RetryAfter;

/** A server that is too busy for a moment says when to come back; who does so, and is let in, has lost that moment only. */
final class RetriedLater implements RefusalRule {

    private static final Kind LATER = Kind.of(
                    "answered-after-retry",
                    Weight.NORMAL,
                    3261,
                    "20.33",
                    "refuser",
                    "code",
                    "asked",
                    "waited",
                    "callId")
            .settling();

    private static final int UNAVAILABLE = 503;

    /** Whoever comes back so long after the time is up may be a person who dials again. */
    private static final Duration SOON = Duration.ofSeconds(5);

    /** Nobody at a phone waits longer. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Override
    public List<Kind> kinds() {
        return List.of(LATER);
    }

    @Override
    public Optional<Finding> judge(Refusal refusal, Case examined) {
        Message told = refusal.told();
        return asked(told, examined)
                .flatMap(pause -> again(told, examined)
                        .flatMap(next -> Elapsed.between(told, next.opening())
                                .filter(waited ->
                                        waited.compareTo(pause) >= 0 && waited.compareTo(pause.plus(SOON)) <= 0)
                                .map(waited -> Finding.about(LATER, Certainty.LIKELY)
                                        .proof(told, next.opening())
                                        .saidBy(refusal.origin())
                                        .with(
                                                "refuser",
                                                Value.of(refusal.origin().firstSaidBy()))
                                        .with("code", examined.code(told))
                                        .with("asked", Value.of(pause))
                                        .with("waited", Value.of(waited))
                                        .with("callId", next.callId())
                                        .found())));
    }

    /** The pause that a server asks for, if somebody at a phone may wait for it. */
    private static Optional<Duration> asked(Message told, Case examined) {
        return told.head().status() != UNAVAILABLE
                ? Optional.empty()
                : examined.read(told)
                        .retryAfter()
                        .map(RetryAfter::seconds)
                        .filter(seconds -> seconds > 0 && seconds <= LONGEST.toSeconds())
                        .map(Duration::ofSeconds);
    }

    /** The next call of the same two people over the same hop, if it is answered. */
    private static Optional<Call> again(Message told, Case examined) {
        Call own = examined.call();
        return examined
                .circumstances()
                .openedBetween(
                        told.captured().destination().host(),
                        told.captured().source().host(),
                        told.time())
                .stream()
                .filter(call -> call != own
                        && call.kind() == CallKind.CALL
                        && !own.to().user().isEmpty()
                        && call.to().user().equals(own.to().user())
                        && call.from().user().equals(own.from().user()))
                .findFirst()
                .filter(next -> next.answer().isPresent() && !ofAnotherCaller(own, next, examined));
    }

    /** Behind one number of an office there may be two people: each call of the PBX then has a call of its own before it. */
    private static boolean ofAnotherCaller(Call own, Call next, Case examined) {
        List<Call> before = brought(own, examined);
        return !before.isEmpty() && before.stream().noneMatch(call -> call.end() >= next.start());
    }

    /** The legs by which this one was brought about. */
    private static List<Call> brought(Call leg, Case examined) {
        String host = leg.opening().captured().source().host();
        return examined.circumstances().legsOf(leg).stream()
                .map(link -> link.otherThan(leg))
                .filter(other ->
                        other.opening().captured().destination().host().equals(host) && other.start() <= leg.start())
                .toList();
    }
}
