package org.ringback.diagnosis.rule.media;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
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
import org.ringback.media.Goodbye;
import org.ringback.media.MediaStream;
import org.ringback.media.ReceiverReport;

/**
 * A source of sound leaves while the call goes on, or another one takes its place and the receiver does not notice (RFC 3550, 6.6
 * and 8). That a sender begins anew with another source is no fault: receivers have to follow, and mostly do.
 */
final class SourceChanges implements TalkRule {

    private static final Kind LEFT =
            Kind.of("media-sender-left", Weight.TROUBLE, 3550, "6.6", "speaker", "heard", "span", "flowed");
    private static final Kind IGNORED = Kind.of(
            "new-source-ignored", Weight.TROUBLE, 3550, "8", "speaker", "heard", "old", "new", "reporter", "span");

    /** So long nobody takes to hang up after the media have ended. */
    private static final long LONG_BEFORE_END = 5_000_000;

    /** Packets that were on their way. */
    private static final long STRAGGLERS = 1_000_000;

    /** Who reports every five seconds or so (RFC 3550, 6.2) has left it out several times by then. */
    private static final long SEVERAL_REPORTS = 20_000_000;

    /** The next report or two may tell of what came before the change. */
    private static final long NEXT_REPORTS = 10_000_000;

    private static final long ENOUGH = 50;

    @Override
    public List<Kind> kinds() {
        return List.of(LEFT, IGNORED);
    }

    @Override
    public void examine(Talk talk, Case examined, Consumer<Finding> findings) {
        if (!talk.media().wholeRtp()) {
            return;
        }
        for (Side side : Side.values()) {
            left(talk, side, examined).ifPresent(findings);
            ignored(talk, side).ifPresent(findings);
        }
    }

    private static Optional<Finding> left(Talk talk, Side side, Case examined) {
        if (talk.bye().isEmpty() || talk.moved()) {
            return Optional.empty();
        }
        Message bye = talk.bye().get();
        for (CallStream known : talk.heardBy(side)) {
            MediaStream stream = known.stream();
            long said = stream.goodbye()
                    .map(Goodbye::packet)
                    .map(packet -> packet.time())
                    .orElse(Captured.NO_TIME);
            if (said != Captured.NO_TIME
                    && stream.packets() >= ENOUGH
                    && Talk.sameClock(bye, stream)
                    && said >= talk.answer().time()
                    && talk.until() - said >= LONG_BEFORE_END
                    && talk.toHearAtEnd(side) >= talk.until() - said - STRAGGLERS
                    && talk.lastTo(side) <= said + STRAGGLERS
                    && !Transfer.underWay(examined, said)) {
                return Optional.of(Finding.about(LEFT, Certainty.LIKELY)
                        .proof(bye)
                        .seen(List.of(Sightings.goodbye(stream, stream.goodbye().get()), Sightings.last(stream)))
                        .with("speaker", Value.of(stream.source()))
                        .with("heard", Value.of(stream.destination()))
                        .with("span", Elapsed.value(talk.until() - said))
                        .with("flowed", Elapsed.value(said - talk.answer().time()))
                        .found());
            }
        }
        return Optional.empty();
    }

    private static Optional<Finding> ignored(Talk talk, Side side) {
        List<MediaStream> streams = new ArrayList<>(talk.heardBy(side).stream()
                .map(CallStream::stream)
                .filter(stream -> stream.packets() >= ENOUGH)
                .sorted(Comparator.comparingLong(stream -> stream.first().time()))
                .toList());
        for (int i = 1; i < streams.size(); i++) {
            MediaStream old = streams.get(i - 1);
            MediaStream fresh = streams.get(i);
            Optional<ReceiverReport> report = takesPlace(old, fresh) ? stale(old, fresh) : Optional.empty();
            if (report.isPresent()) {
                return Optional.of(Finding.about(IGNORED, Certainty.LIKELY)
                        .proof(talk.answer())
                        .seen(List.of(Sightings.last(old), Sightings.first(fresh), Sightings.of(old, report.get())))
                        .with("speaker", Value.of(fresh.source()))
                        .with("heard", Value.of(fresh.destination()))
                        .with("old", source(old))
                        .with("new", source(fresh))
                        .with("reporter", Value.of(report.get().reporter()))
                        .with(
                                "span",
                                Elapsed.value(report.get().heard().time()
                                        - fresh.first().time()))
                        .found());
            }
        }
        return Optional.empty();
    }

    /** Whether the same sender goes on with another source, long enough that it must have been reported. */
    private static boolean takesPlace(MediaStream old, MediaStream fresh) {
        return old.file() == fresh.file()
                && old.source().equals(fresh.source())
                && old.destination().equals(fresh.destination())
                && old.ssrc() != fresh.ssrc()
                && old.last().time() <= fresh.first().time() + STRAGGLERS
                && fresh.length() >= SEVERAL_REPORTS;
    }

    /** Reports of the receiver that knew the old source, went on, and never told of the new one. */
    private static Optional<ReceiverReport> stale(MediaStream old, MediaStream fresh) {
        return old.reports().stream()
                .filter(report -> report.reports() > 0
                        && report.reporter().host().equals(old.destination().host())
                        && report.heard().time() - fresh.first().time() >= SEVERAL_REPORTS
                        // Who counts on with the new one hears it, by whatever name.
                        && report.advanced().time() - fresh.first().time() < NEXT_REPORTS
                        && fresh.reports().isEmpty())
                .findFirst();
    }

    private static String source(MediaStream stream) {
        return "0x" + HexFormat.of().withUpperCase().toHexDigits((int) stream.ssrc());
    }
}
