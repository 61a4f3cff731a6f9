package org.ringback.diagnosis.rule.offer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.evidence.Audio;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Circumstances;
import org.ringback.diagnosis.evidence.Exchange;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.sip.Sdp.Direction;

/** A hold whose answer wants to send all the same, after which whoever held hangs up at once (RFC 3264, 6.1). */
final class HoldAnswer implements Rule {

    private static final Kind ENDED = Kind.of(
            "hold-answer-ended",
            Weight.FAILURE,
            3264,
            "6.1",
            "holder",
            "answerer",
            "offerDirection",
            "answerDirection",
            "after");

    /** What an answer may say to an offer that holds; whoever only wants to listen holds nobody. */
    private static final Map<Direction, Set<Direction>> ALLOWED = Map.of(
            Direction.SENDONLY, Set.of(Direction.RECVONLY, Direction.INACTIVE),
            Direction.INACTIVE, Set.of(Direction.INACTIVE));

    /** So soon nobody who has just put somebody on hold hangs up by hand, in microseconds. */
    private static final long AT_ONCE = 1_500_000;

    /** So soon before it ends a call is replaced by another one, in microseconds. */
    private static final long REPLACED = 10_000_000;

    @Override
    public List<Kind> kinds() {
        return List.of(ENDED);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL, Sign.ANSWERED, Sign.BYE);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (examined.requests("REFER").isEmpty()) {
            examined.exchanges()
                    .forEach(exchange -> look(exchange)
                            .filter(_ ->
                                    !becauseOfAnother(exchange.dialog().bye().orElseThrow(), examined))
                            .ifPresent(findings));
        }
    }

    private static Optional<Finding> look(Exchange exchange) {
        List<Exchange.Round> rounds = exchange.agreed();
        Optional<Message> bye = exchange.dialog().bye();
        if (rounds.size() < 2 || bye.isEmpty()) {
            return Optional.empty();
        }
        Exchange.Round last = rounds.getLast();
        Message answered = last.answered().orElseThrow();
        long after = bye.get().time() - answered.time();
        boolean atOnce = answered.time() != Captured.NO_TIME
                && after >= 0
                && after <= AT_ONCE
                && last.offered().head().request()
                && bye.get().head().fromTag().equals(last.offered().head().fromTag());
        return last.soundOn().stream()
                .filter(_ -> atOnce && !livedThrough(rounds))
                .filter(HoldAnswer::wrong)
                .findFirst()
                .map(pair -> Finding.about(ENDED, Certainty.LIKELY)
                        .proof(answered, last.offered(), bye.get())
                        .with("holder", Value.of(last.offered().captured().source()))
                        .with("answerer", Value.of(answered.captured().source()))
                        .with("offerDirection", "a=" + Audio.direction(pair.offer()))
                        .with("answerDirection", "a=" + Audio.direction(pair.answer()))
                        .with("after", Value.of(Duration.ofMillis(after / 1000)))
                        .found());
    }

    /** Whether the call went on after such an answer before. */
    private static boolean livedThrough(List<Exchange.Round> rounds) {
        return rounds.subList(0, rounds.size() - 1).stream()
                .flatMap(round -> round.soundOn().stream())
                .anyMatch(HoldAnswer::wrong);
    }

    /** Whether another call took its place (RFC 3891, 3), or whoever held transfers somebody in another call of the two hosts. */
    private static boolean becauseOfAnother(Message bye, Case examined) {
        Circumstances around = examined.circumstances();
        String id = bye.head().callId();
        String holder = bye.captured().source().host();
        String other = bye.captured().destination().host();
        boolean replaced = around.begunAfter(bye.time() - REPLACED, 2 * REPLACED).stream()
                .anyMatch(call -> call.opening()
                        .header("Replaces", "")
                        .filter(value -> value.strip().startsWith(id))
                        .isPresent());
        return replaced
                || Stream.of(
                                around.others().between(holder, other, bye.time()),
                                around.others().between(other, holder, bye.time()))
                        .flatMap(List::stream)
                        .flatMap(call -> call.messages().stream())
                        .anyMatch(message ->
                                message.request("REFER") && Math.abs(message.time() - bye.time()) <= REPLACED);
    }

    private static boolean wrong(Audio.Pair pair) {
        Set<Direction> allowed = ALLOWED.get(pair.offer().direction());
        return allowed != null && !allowed.contains(pair.answer().direction());
    }
}
