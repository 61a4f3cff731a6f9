package org.ringback.diagnosis.rule.dialog;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Audio;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Exchange;
import org.ringback.diagnosis.evidence.RefusedInvite;
import org.ringback.flow.CallStream;
import org.ringback.flow.Side;

/** What shows in a call after a change of it was refused (RFC 3261, 14.1): whether the wish came true by another way, and whether the call went on. */
final class AfterRefusal {

    /** A fax or a device that gives up does so by then. */
    static final Duration SOON = Duration.ofSeconds(10);

    /** So long no packets are under way that were sent before, in microseconds. */
    private static final long GOES_ON = 3_000_000;

    private AfterRefusal() {}

    /** Whether the same side asked again and got what it wanted: then the first refusal did no harm. */
    static boolean retried(RefusedInvite refusal, Case examined) {
        String tag = refusal.response().head().fromTag();
        // An UPDATE without a description only renews the time of the session.
        Stream<Attempt> updates = examined.attempts("UPDATE").stream()
                .filter(attempt -> attempt.request()
                        .filter(update -> examined.read(update).sdp().isPresent())
                        .isPresent());
        return Stream.concat(examined.attempts("INVITE").stream(), updates)
                .anyMatch(attempt -> attempt.root().first().head().fromTag().equals(tag)
                        && attempt.root().first().head().cseq()
                                > refusal.response().head().cseq()
                        && attempt.accepted());
    }

    /** Whether both agreed to speak and hear after it, whoever asked for that, or sound goes on both ways all the same. */
    static boolean soundAfter(RefusedInvite refusal, Case examined) {
        return later(refusal, examined)
                        .anyMatch(round -> Audio.speaksNow(round.offer())
                                && round.answer().filter(Audio::speaksNow).isPresent())
                || Stream.of(Side.values())
                        .allMatch(side -> examined.media().toward(side).stream()
                                .map(CallStream::stream)
                                .anyMatch(stream -> stream.last().time()
                                                - refusal.response().time()
                                        > GOES_ON));
    }

    /** Whether the call went on for long enough after it. */
    static boolean kept(RefusedInvite refusal, Case examined) {
        Optional<Message> bye = examined.requests("BYE").stream().findFirst();
        return bye.isPresent()
                ? bye.flatMap(end -> Elapsed.between(refusal.response(), end))
                        .filter(passed -> passed.compareTo(Elapsed.TRANSACTION_TIMEOUT) > 0)
                        .isPresent()
                : Elapsed.goesOn(examined, refusal.response(), Elapsed.TRANSACTION_TIMEOUT);
    }

    /** Whether sound was agreed on once more after the refusal, as the way for a fax without T.38. */
    static boolean fellBack(RefusedInvite refusal, Case examined) {
        return later(refusal, examined)
                .anyMatch(round -> round.answer().filter(Audio::speaksNow).isPresent());
    }

    /** That the call goes on shows only where somebody looks on, nobody hangs up soon, and sound does not stop. */
    static boolean wentOn(RefusedInvite refusal, Case examined) {
        boolean silent = !examined.media().streams().isEmpty()
                && examined.media().streams().stream()
                        .noneMatch(each ->
                                each.stream().last().time() - refusal.response().time() > GOES_ON);
        return !silent
                && Elapsed.goesOn(examined, refusal.response(), SOON)
                && examined.requests("BYE").stream()
                        .flatMap(bye -> Elapsed.between(refusal.response(), bye).stream())
                        .noneMatch(passed -> passed.compareTo(SOON) < 0);
    }

    private static Stream<Exchange.Round> later(RefusedInvite refusal, Case examined) {
        return examined.exchanges().stream()
                .flatMap(exchange -> exchange.agreed().stream())
                .filter(round -> round.offered().time() > refusal.response().time());
    }
}
