package org.ringback.diagnosis.rule.refusal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.call.Ending;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Causes;
import org.ringback.diagnosis.evidence.OtherCalls;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.RefusalRule;

/** A trunk that has no channel left (ITU-T Q.850, 34 and the like), while other calls over it are up: how many it carries. */
final class ChannelsUsedUp implements RefusalRule {

    private static final Kind USED_UP =
            Kind.of("channels-used-up", Weight.FAILURE, 6432, null, "refuser", "code", "cause", "up");

    /** No circuit, and not the one asked for; 42 and 47 tell of a switch or network, however far away. */
    private static final Set<Integer> NO_CHANNEL = Set.of(34, 44);

    private static final long BEFORE = Long.MIN_VALUE;

    /** One call is no load. */
    private static final int SOME = 2;

    private record Span(long from, long to) {
        boolean holds(long time) {
            return from <= time && time < to;
        }
    }

    @Override
    public List<Kind> kinds() {
        return List.of(USED_UP);
    }

    @Override
    public Optional<Finding> judge(Refusal refusal, Case examined) {
        // What a PBX passes on tells of the trunk behind it.
        Message told = refusal.origin().answer();
        Optional<Integer> cause = Causes.of(told, examined).filter(NO_CHANNEL::contains);
        if (cause.isEmpty() || told.time() == Captured.NO_TIME) {
            return Optional.empty();
        }
        List<Call> others = others(told, examined);
        if (others.stream().filter(call -> call.start() <= told.time()).count() >= OtherCalls.NEAR - 1) {
            // There may be more than were looked at.
            return Optional.empty();
        }
        List<Span> spans =
                others.stream().flatMap(call -> span(call, examined).stream()).toList();
        int up = up(spans, told.time());
        // A call that was taken while as many were up shows that this is not the limit.
        boolean moreWereTaken = spans.stream().anyMatch(span -> span.from() != BEFORE && up(spans, span.from()) > up);
        // What is refused alike while fewer are up, is so for another reason.
        boolean refusedWithFewer = others.stream()
                .flatMap(call -> refusedForChannels(call, examined).stream())
                .anyMatch(time -> up(spans, time) < up);
        if (up < SOME || moreWereTaken || refusedWithFewer) {
            return Optional.empty();
        }
        return Optional.of(Finding.about(USED_UP, Certainty.LIKELY)
                .proof(told)
                .saidBy(refusal.origin())
                .with("refuser", Value.of(refusal.origin().firstSaidBy()))
                .with("code", examined.code(told))
                .with("cause", new Value.Cause(cause.get()))
                .with("up", Value.of(up))
                .found());
    }

    private static int up(List<Span> spans, long time) {
        return (int) spans.stream().filter(span -> span.holds(time)).count();
    }

    /** When the calls between the two hosts were up, in whichever direction they were set up. */
    private static List<Call> others(Message told, Case examined) {
        String refuser = told.captured().source().host();
        String asker = told.captured().destination().host();
        if (refuser.isEmpty() || asker.isEmpty()) {
            return List.of();
        }
        var others = examined.circumstances().others();
        return Stream.of(others.between(asker, refuser, told.time()), others.between(refuser, asker, told.time()))
                .flatMap(List::stream)
                .filter(call -> call != examined.call()
                        && !call.callId().equals(told.head().callId())
                        && call.kind() == CallKind.CALL)
                .toList();
    }

    private static Optional<Long> refusedForChannels(Call call, Case examined) {
        return call.setup().stream()
                .flatMap(attempt -> attempt.finalResponse().stream())
                .filter(told -> told.head().status() >= 400
                        && told.time() != Captured.NO_TIME
                        && Causes.of(told, examined)
                                .filter(NO_CHANNEL::contains)
                                .isPresent())
                .map(Message::time)
                .findFirst();
    }

    /** From the answer to the BYE, or to the end of the capture; a call that was up when the capture began has a BYE only. */
    private static Optional<Span> span(Call call, Case examined) {
        Optional<Long> bye = call.messages().stream()
                .filter(message -> message.request("BYE"))
                .findFirst()
                .map(Message::time);
        if (call.outcome().ending() == Ending.BEGAN_BEFORE_CAPTURE) {
            return bye.map(end -> new Span(BEFORE, end));
        }
        return call.answer()
                .map(Message::time)
                .filter(answered -> answered != Captured.NO_TIME)
                .map(answered -> new Span(
                        answered,
                        bye.orElse(Math.max(answered, examined.circumstances().captureEnd()) + 1)));
    }
}
