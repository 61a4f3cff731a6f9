package org.ringback.diagnosis.rule;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.diagnosis.evidence.Audio;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sightings;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.evidence.Talk;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.flow.CallStream;
import org.ringback.media.MediaStream;
import org.ringback.media.Timeline;

/** Two senders at the same time on one port: their sound is heard mixed, in pieces, or only one of them (RFC 3550, 8). */
final class SeveralSenders implements Rule {

    private static final Kind TWO =
            Kind.of("two-senders", Weight.TROUBLE, 3550, "8.2", "heard", "first", "second", "span");

    private static final long TOGETHER = 2_000_000;
    private static final long ENOUGH = 50;

    @Override
    public List<Kind> kinds() {
        return List.of(TWO);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.MEDIA, Sign.CALL, Sign.ANSWERED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        Talk.of(examined).ifPresent(talk -> look(talk).ifPresent(findings));
    }

    private static Optional<Finding> look(Talk talk) {
        List<MediaStream> streams = talk.media().streams().stream()
                .filter(stream -> stream.sound() && !chosen(stream))
                .map(CallStream::stream)
                .filter(stream -> stream.packets() >= ENOUGH)
                .toList();
        for (int i = 1; i < streams.size(); i++) {
            for (int j = 0; j < i; j++) {
                MediaStream first = streams.get(j);
                MediaStream second = streams.get(i);
                long together = same(first, second) ? together(first, second, talk) : 0;
                if (together >= TOGETHER) {
                    return Optional.of(Finding.about(TWO, Certainty.LIKELY)
                            .proof(talk.answer())
                            .seen(List.of(Sightings.first(first), Sightings.first(second)))
                            .with("heard", Value.of(first.destination()))
                            .with("first", Value.of(first.source()))
                            .with("second", Value.of(second.source()))
                            .with("span", Elapsed.value(together))
                            .found());
                }
            }
        }
        return Optional.empty();
    }

    /** One port in one file, and two who send there; with one source it is the same stream from a changed address. */
    private static boolean same(MediaStream first, MediaStream second) {
        return first.file() == second.file()
                && first.destination().equals(second.destination())
                && !first.source().equals(second.source())
                && first.ssrc() != second.ssrc();
    }

    /** Who looks for a way by ICE tells senders apart by more than a port, and some serve all calls on one. */
    private static boolean chosen(CallStream stream) {
        return stream.receiver()
                .filter(announced -> Audio.has(announced.media(), "ice-ufrag"))
                .isPresent();
    }

    /**
     * How long both sent during the talk. One may pause while the other one sends, as for music on hold: so only parts count in
     * which both send most of what they can.
     */
    private static long together(MediaStream first, MediaStream second, Talk talk) {
        Timeline parts = first.timeline();
        long together = 0;
        for (int part = 0; part < parts.parts(); part++) {
            long from = parts.begin() + part * parts.width();
            boolean within = from >= talk.answer().time() && from + parts.width() <= talk.until();
            double share = share(parts, part) + share(second.timeline(), from, parts.width()) - 1;
            together += within && share > 0 ? (long) (share * parts.width()) : 0;
        }
        return together;
    }

    /** The least of the shares in the parts that a span touches. */
    private static double share(Timeline parts, long from, long width) {
        double least = 1;
        for (int part = 0; part < parts.parts(); part++) {
            long begin = parts.begin() + part * parts.width();
            if (begin < from + width && begin + parts.width() > from) {
                least = Math.min(least, share(parts, part));
            }
        }
        boolean all = parts.begin() <= from && parts.begin() + parts.parts() * parts.width() >= from + width;
        return all ? least : 0;
    }

    /** How much came in a part, of what came in the fullest. */
    private static double share(Timeline parts, int part) {
        int most = 1;
        for (int i = 0; i < parts.parts(); i++) {
            most = Math.max(most, parts.packets(i));
        }
        return (double) parts.packets(part) / most;
    }
}
