package org.ringback.diagnosis.rule.media;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.CallKind;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.evidence.Answerer;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Exchange;
import org.ringback.diagnosis.evidence.Sightings;
import org.ringback.diagnosis.evidence.Talk;
import org.ringback.diagnosis.evidence.Transfer;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.flow.CallStream;
import org.ringback.flow.Side;
import org.ringback.media.MediaStream;

/** Sound that begins long after the answer, ends long before the BYE, or does not end with it. */
final class MediaTimes implements TalkRule {

    private static final Kind LATE = Kind.of("media-late", Weight.TROUBLE, 3264, "5.1", "speaker", "heard", "span");
    private static final Kind ENDS = Kind.of(
                    "media-ends-early", Weight.TROUBLE, 3550, "5.1", "speaker", "heard", "span", "flowed")
            .unless("media-sender-left");
    private static final Kind AFTER_OFFER =
            Kind.of("media-ends-after-reoffer", Weight.TROUBLE, 3264, "8", "speaker", "heard", "span", "offerer");
    private static final Kind BOTH_END =
            Kind.of("media-ends-both-ways", Weight.TROUBLE, 3550, "5.1", "span", "ender", "flowed");
    private static final Kind UNSEEN =
            Kind.of("media-unseen-before-end", Weight.BLIND, 3550, "5.1", "flowed", "span", "ender");
    private static final Kind AFTER_END =
            Kind.of("media-after-end", Weight.TROUBLE, 3261, "15", "speaker", "heard", "span");

    /** Of a greeting a word or two is gone. */
    private static final long CLIPPED = 1_000_000;

    /** So long nobody is silent without a packet in between, unless silence is not sent at all. */
    private static final long SILENT = 8_000_000;

    /** Nobody stays so long on a line that is dead, so more likely it is the capture that is deaf. */
    private static final long SURELY_MISSED = 15_000_000;

    private static final long AT_ONCE = 2_000_000;

    /** Reports come every five seconds and half as much again (RFC 3550, 6.2 and 6.3.1); one may be lost. */
    private static final long BETWEEN_REPORTS = 15_000_000;

    /** A new call may ring before it replaces the old one. */
    private static final long TAKING_OVER = 60_000_000;

    private static final long ENOUGH = 50;

    @Override
    public List<Kind> kinds() {
        return List.of(LATE, ENDS, AFTER_OFFER, BOTH_END, UNSEEN, AFTER_END);
    }

    @Override
    public void examine(Talk talk, Case examined, Consumer<Finding> findings) {
        if (paused(talk)) {
            return;
        }
        late(talk, Side.CALLER, examined)
                .or(() -> late(talk, Side.CALLEE, examined))
                .ifPresent(findings);
        if (talk.media().wholeRtp()) {
            ends(talk, examined).ifPresent(findings);
        }
        afterEnd(talk, examined).ifPresent(findings);
    }

    /** Who sends nothing while silent looks like who has stopped sending. */
    private static boolean paused(Talk talk) {
        return talk.media().streams().stream()
                .flatMap(each -> each.stream().longestPause().stream())
                .anyMatch(pause -> pause.length() > SILENT / 4);
    }

    private static Optional<Finding> late(Talk talk, Side side, Case examined) {
        long first = talk.firstTo(side);
        if (first == Captured.NO_TIME || first - talk.agreed() < CLIPPED || !talk.alwaysBothWays()) {
            return Optional.empty();
        }
        MediaStream stream = talk.heardBy(side).stream()
                .map(CallStream::stream)
                .filter(each -> each.first().time() == first)
                .findFirst()
                .orElseThrow();
        return stream.packets() < ENOUGH
                        || !Talk.sameClock(talk.answer(), stream)
                        || callsBesides(talk.agreed(), first, examined)
                ? Optional.empty()
                : Optional.of(Finding.about(LATE, Certainty.LIKELY)
                        .proof(talk.answer())
                        .seen(List.of(Sightings.first(stream)))
                        .with("speaker", Value.of(stream.source()))
                        .with("heard", Value.of(stream.destination()))
                        .with("span", Elapsed.value(first - talk.agreed()))
                        .found());
    }

    /** Whether the caller calls a third meanwhile, for whom the first one waits. */
    private static boolean callsBesides(long answered, long heard, Case examined) {
        String caller = examined.call().opening().captured().source().host();
        return examined.circumstances().begunAfter(answered - AT_ONCE, heard - answered + AT_ONCE).stream()
                .anyMatch(other -> other != examined.call()
                        && other.kind() == CallKind.CALL
                        && other.opening().request("INVITE")
                        && other.opening().captured().source().host().equals(caller)
                        && other.messages().stream()
                                .anyMatch(told -> told.success()
                                        && told.head().method().equals("INVITE")
                                        && Math.abs(told.time() - heard) < AT_ONCE));
    }

    private static Optional<Finding> ends(Talk talk, Case examined) {
        boolean caller = ends(talk, Side.CALLER);
        boolean callee = ends(talk, Side.CALLEE);
        if (caller && callee) {
            return bothEnd(talk, examined);
        }
        if (!caller && !callee) {
            return Optional.empty();
        }
        Side side = caller ? Side.CALLER : Side.CALLEE;
        // Where the other direction was silent all the time, nothing of it goes on.
        long other = talk.lastTo(side.other());
        boolean otherGoesOn = other != Captured.NO_TIME && talk.until() - other < AT_ONCE;
        boolean transferred = Transfer.underWay(examined, talk.lastTo(side) + AT_ONCE);
        return otherGoesOn && !transferred && !stillReceived(talk, side) && !SilenceNotSent.lastSaid(last(talk, side))
                ? Optional.of(oneEnds(talk, side, examined))
                : Optional.empty();
    }

    private static boolean ends(Talk talk, Side side) {
        long last = talk.lastTo(side);
        return last != Captured.NO_TIME
                && talk.packetsTo(side) >= ENOUGH
                && talk.bye().isPresent()
                && talk.until() - last >= SILENT
                && talk.toHearAtEnd(side) >= SILENT
                && !talk.moved()
                && Talk.sameClock(talk.bye().get(), last(talk, side).stream());
    }

    /** Whether the receiver reports packets so much later than the last one here that they only were not captured. */
    private static boolean stillReceived(Talk talk, Side side) {
        return talk.heardBy(side).stream()
                .flatMap(each -> each.stream().reports().stream())
                .anyMatch(report -> report.advanced().time() - talk.lastTo(side) > BETWEEN_REPORTS);
    }

    private static Finding oneEnds(Talk talk, Side side, Case examined) {
        CallStream known = last(talk, side);
        MediaStream stream = known.stream();
        long last = stream.last().time();
        boolean mayBeMeant = SilenceNotSent.agreed(known) || (side == Side.CALLER && Answerer.machine(examined));
        Optional<Exchange.Round> cause = talk.exchange().agreed().stream()
                .skip(1)
                .filter(round -> Math.abs(round.answered().orElseThrow().time() - last) < AT_ONCE)
                .findFirst();
        var finding = cause.map(round -> Finding.about(AFTER_OFFER, Certainty.LIKELY)
                        .proof(round.offered(), round.answered().orElseThrow())
                        .with("offerer", Value.of(round.offered().captured().source())))
                .orElseGet(() -> Finding.about(ENDS, mayBeMeant ? Certainty.POSSIBLE : Certainty.LIKELY)
                        .proof(talk.bye().orElseThrow())
                        .with(
                                "flowed",
                                Elapsed.value(Math.max(0, last - talk.answer().time()))));
        return finding.seen(List.of(Sightings.last(stream)))
                .with("speaker", Value.of(stream.source()))
                .with("heard", Value.of(stream.destination()))
                .with("span", Elapsed.value(talk.until() - last))
                .found();
    }

    private static Optional<Finding> bothEnd(Talk talk, Case examined) {
        long caller = talk.lastTo(Side.CALLER);
        long callee = talk.lastTo(Side.CALLEE);
        Message bye = talk.bye().orElseThrow();
        long last = Math.max(caller, callee);
        if (Math.abs(caller - callee) > AT_ONCE || Transfer.underWay(examined, last + AT_ONCE)) {
            return Optional.empty();
        }
        boolean seen = goesOn(talk, last + SILENT);
        if (!seen && talk.until() - last < SURELY_MISSED) {
            return Optional.empty();
        }
        return Optional.of(Finding.about(seen ? BOTH_END : UNSEEN, seen ? Certainty.LIKELY : Certainty.CERTAIN)
                .proof(bye)
                .seen(List.of(
                        Sightings.last(last(talk, Side.CALLER).stream()),
                        Sightings.last(last(talk, Side.CALLEE).stream())))
                .with("ender", Value.of(bye.captured().source()))
                .with("span", Elapsed.value(talk.until() - last))
                .with("flowed", Elapsed.value(Math.max(0, last - talk.answer().time())))
                .found());
    }

    /**
     * Whether media of any call, or reports and checks of this one, were captured later: else the capture may have seen none any
     * more.
     */
    private static boolean goesOn(Talk talk, long time) {
        return talk.media().lastSeen() >= time
                || talk.media().flows().stream().anyMatch(flow -> flow.last().time() >= time);
    }

    private static CallStream last(Talk talk, Side side) {
        return talk.heardBy(side).stream()
                .max((one, other) -> Long.compare(
                        one.stream().last().time(), other.stream().last().time()))
                .orElseThrow();
    }

    private static Optional<Finding> afterEnd(Talk talk, Case examined) {
        return talk.bye()
                .flatMap(bye -> talk.media().streams().stream()
                        .filter(CallStream::sound)
                        .map(CallStream::stream)
                        .filter(stream -> Talk.sameClock(bye, stream)
                                && stream.last().time() - bye.time() > AT_ONCE
                                // A clock that is set back in the middle of a capture changes no order in it.
                                && stream.last().frame() > bye.captured().frame()
                                && stream.first().time() < bye.time()
                                && stream.packets() >= ENOUGH
                                && unbroken(stream)
                                && !goesOnElsewhere(stream, bye, examined))
                        .findFirst()
                        .map(stream -> Finding.about(AFTER_END, Certainty.LIKELY)
                                .proof(bye)
                                .seen(List.of(Sightings.last(stream)))
                                .with("speaker", Value.of(stream.source()))
                                .with("heard", Value.of(stream.destination()))
                                .with("span", Elapsed.value(stream.last().time() - bye.time()))
                                .found()));
    }

    /** Whether another call that began shortly before or with the BYE has taken its ports over, and the stream with them. */
    private static boolean goesOnElsewhere(MediaStream stream, Message bye, Case examined) {
        return examined.circumstances().begunAfter(bye.time() - TAKING_OVER, TAKING_OVER + AT_ONCE).stream()
                .filter(other -> other.kind() == CallKind.CALL && other != examined.call())
                .anyMatch(other -> examined.circumstances().media(other).takesOver(stream));
    }

    /** Some begin no new stream for the next call on the same ports; but they stop between. */
    private static boolean unbroken(MediaStream stream) {
        return stream.loss().restarts() == 0
                && stream.pace().longestDelta() < AT_ONCE
                && stream.longestPause()
                        .filter(pause -> pause.length() >= AT_ONCE)
                        .isEmpty();
    }
}
