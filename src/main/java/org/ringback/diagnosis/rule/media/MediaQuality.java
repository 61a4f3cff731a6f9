package org.ringback.diagnosis.rule.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.capture.wire.Sighting;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Sightings;
import org.ringback.diagnosis.evidence.Talk;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.flow.CallStream;
import org.ringback.flow.Stalls;
import org.ringback.media.MediaStream;
import org.ringback.media.ReceiverReport;

/**
 * Packets that were lost or came unevenly (RFC 3550). Where the receiver reports by RTCP what it got, that tells on which side of
 * the capture point they were lost, or that only the capture lacks them.
 */
final class MediaQuality implements TalkRule {

    private static final Kind LOSS = Kind.of(
            "media-loss", Weight.TROUBLE, 3550, "6.4.1", "speaker", "heard", "share", "lost", "holes", "longest");
    private static final Kind REPORTED = Kind.of(
            "media-loss-reported", Weight.TROUBLE, 3550, "6.4.1", "speaker", "heard", "reporter", "lost", "worst");
    private static final Kind CAPTURE = Kind.of(
            "capture-lost-media", Weight.BLIND, 3550, "6.4.1", "speaker", "heard", "lost", "reporter", "reported");
    private static final Kind STALLED =
            Kind.of("capture-stalled", Weight.BLIND, 3550, "5.1", "lost", "times", "longest", "streams");
    private static final Kind JITTER =
            Kind.of("media-jitter", Weight.TROUBLE, 3550, "6.4.1", "speaker", "heard", "mean", "highest");

    private static final double NOTICED = 0.01;
    private static final long ENOUGH_LOST = 10;
    private static final long ENOUGH = 100;

    /** A hole of so many packets is a syllable, whatever the share. */
    private static final long SYLLABLE = 10;

    /** A second: more is missing at once where nothing was sent. */
    private static final long WORDS = 50;

    /** Five seconds: that is no loss but an interruption, or a sender who counts what he does not send. */
    private static final long INTERRUPTED = 250;

    /** A report that knows of less than a tenth of what is missing here speaks against it. */
    private static final int TENTH = 10;

    /** What the buffers of telephones usually even out is about as much. */
    private static final double UNEVEN = 60_000;

    private static final double UNEVEN_MEAN = 25_000;

    @Override
    public List<Kind> kinds() {
        return List.of(LOSS, REPORTED, CAPTURE, STALLED, JITTER);
    }

    @Override
    public void examine(Talk talk, Case examined, Consumer<Finding> findings) {
        Stalls stalls = examined.circumstances().stalls();
        List<StalledStream> stalled = new ArrayList<>();
        for (CallStream stream : talk.media().streams()) {
            if (stream.sound() && stream.stream().packets() >= ENOUGH) {
                Message proof = stream.receiver()
                        .or(stream::sender)
                        .map(each -> each.message())
                        .orElse(talk.answer());
                Optional<StalledStream> by = StalledStream.of(stream.stream(), stalls);
                // Who has something else to send for a while may count it all the same.
                boolean broken = stream.stream().loss().longestHole() > WORDS && !talk.alwaysBothWays();
                Optional<Finding> lost = broken ? Optional.empty() : loss(stream.stream(), proof);
                boolean standsStill = by.isPresent()
                        && lost.filter(finding ->
                                        finding.kind().equals(LOSS) && finding.certainty() != Certainty.CERTAIN)
                                .isPresent();
                if (standsStill) {
                    stalled.add(by.get());
                } else {
                    lost.ifPresent(findings);
                }
                jitter(stream.stream(), proof).ifPresent(findings);
            }
        }
        if (!stalled.isEmpty()) {
            findings.accept(stalled(stalled, talk));
        }
    }

    private static Finding stalled(List<StalledStream> streams, Talk talk) {
        List<Stalls.Stall> stalls = streams.stream()
                .flatMap(stream -> stream.stalls().stream())
                .distinct()
                .toList();
        return Finding.about(STALLED, Certainty.LIKELY)
                .proof(talk.answer())
                .seen(streams.stream()
                        .map(stream -> Sightings.first(stream.stream()))
                        .limit(2)
                        .toList())
                .with(
                        "lost",
                        Value.of(streams.stream()
                                .mapToLong(stream -> stream.stream().loss().lost())
                                .sum()))
                .with("times", Value.of(stalls.size()))
                .with(
                        "longest",
                        Elapsed.value(stalls.stream()
                                .mapToLong(stall -> stall.to() - stall.from())
                                .max()
                                .orElse(0)))
                .with(
                        "streams",
                        Value.of(stalls.stream()
                                .mapToInt(Stalls.Stall::streams)
                                .max()
                                .orElse(0)))
                .found();
    }

    private static Optional<Finding> loss(MediaStream stream, Message proof) {
        MediaStream.Loss loss = stream.loss();
        Optional<ReceiverReport> report = report(stream);
        long reported = report.map(each -> Math.max(0, each.lost())).orElse(-1L);
        boolean noticed = loss.restarts() == 0
                && fits(stream)
                && loss.longestHole() <= INTERRUPTED
                && loss.lost() >= ENOUGH_LOST
                && (loss.share() >= NOTICED || loss.longestHole() >= SYLLABLE);
        if (noticed && report.isPresent() && reported * TENTH < loss.lost()) {
            return Optional.of(about(CAPTURE, Certainty.LIKELY, stream, proof, report)
                    .with("lost", Value.of(loss.lost()))
                    .with("reporter", Value.of(report.get().reporter()))
                    .with("reported", Value.of(reported))
                    .found());
        }
        if (noticed) {
            return Optional.of(about(
                            LOSS,
                            reported * 2 >= loss.lost() ? Certainty.CERTAIN : Certainty.LIKELY,
                            stream,
                            proof,
                            report)
                    .with("share", new Value.Share(loss.share()))
                    .with("lost", Value.of(loss.lost()))
                    .with("holes", Value.of(loss.holes()))
                    .with("longest", Value.of(loss.longestHole()))
                    .found());
        }
        boolean behind = report.isPresent()
                && reported >= Math.max(ENOUGH_LOST, TENTH * loss.lost())
                && reported >= NOTICED * loss.expected()
                && reported < loss.expected();
        return behind
                ? Optional.of(about(REPORTED, Certainty.LIKELY, stream, proof, report)
                        .with("reporter", Value.of(report.get().reporter()))
                        .with("lost", Value.of(reported))
                        .with("worst", new Value.Share(report.get().worstShare()))
                        .found())
                : Optional.empty();
    }

    /** Whether what is missing would have had the time to be sent: else the numbers have jumped, and nothing was lost. */
    private static boolean fits(MediaStream stream) {
        MediaStream.Pace pace = stream.pace();
        if (pace.clockRate() == 0) {
            return true;
        }
        double packet = 1e6 * pace.packetTicks() / pace.clockRate();
        double came =
                stream.packets() - stream.loss().duplicates() + stream.loss().lost() / 2.0;
        return (came - 2) * packet <= stream.length();
    }

    /** What the host that the stream goes to reports; another one may see less of it. */
    private static Optional<ReceiverReport> report(MediaStream stream) {
        return stream.reports().stream()
                .filter(each -> each.reports() > 0
                        && each.reporter().host().equals(stream.destination().host()))
                .findFirst();
    }

    private static Optional<Finding> jitter(MediaStream stream, Message proof) {
        MediaStream.Pace pace = stream.pace();
        if (pace.clockRate() == 0 || pace.highestJitter() < UNEVEN || pace.meanJitter() < UNEVEN_MEAN) {
            return Optional.empty();
        }
        return Optional.of(about(JITTER, Certainty.LIKELY, stream, proof, Optional.empty())
                .with("mean", Elapsed.value(Math.round(pace.meanJitter())))
                .with("highest", Elapsed.value(Math.round(pace.highestJitter())))
                .found());
    }

    private static Finding.Builder about(
            Kind kind, Certainty certainty, MediaStream stream, Message proof, Optional<ReceiverReport> report) {
        Sighting first = Sightings.first(stream);
        return Finding.about(kind, certainty)
                .proof(proof)
                .seen(report.map(each -> List.of(first, Sightings.of(stream, each)))
                        .orElseGet(() -> List.of(first)))
                .with("speaker", Value.of(stream.source()))
                .with("heard", Value.of(stream.destination()));
    }
}
