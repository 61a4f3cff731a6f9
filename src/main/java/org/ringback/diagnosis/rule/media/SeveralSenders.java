package org.ringback.diagnosis.rule.media;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ringback.diagnosis.evidence.Audio;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Sightings;
import org.ringback.diagnosis.evidence.Talk;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.flow.Announced;
import org.ringback.flow.CallStream;
import org.ringback.media.MediaStream;
import org.ringback.media.Timeline;

/** Two senders at the same time on one port, or one who sends twice: their sound is heard mixed, in pieces, or only one of them (RFC 3550, 8). */
final class SeveralSenders implements TalkRule {

    private static final Kind TWO =
            Kind.of("two-senders", Weight.TROUBLE, 3550, "8.2", "heard", "first", "second", "span");

    private static final Kind TWICE =
            Kind.of("two-streams-at-once", Weight.TROUBLE, 3550, "8.2", "speaker", "heard", "span");

    private static final long TOGETHER = 2_000_000;
    private static final long ENOUGH = 50;

    /** Of one sender only such parts count in which both streams hold so much of what they can. */
    private static final double FULL = 0.8;

    /** What goes along with speech in a stream of its own (RFC 4733, 3389, 4588, 5109, 8627). */
    private static final Set<String> NO_SPEECH = Set.of("TELEPHONE-EVENT", "CN", "RTX", "ULPFEC", "FLEXFEC");

    @Override
    public List<Kind> kinds() {
        return List.of(TWO, TWICE);
    }

    @Override
    public void examine(Talk talk, Case examined, Consumer<Finding> findings) {
        look(talk).ifPresent(findings);
    }

    private static Optional<Finding> look(Talk talk) {
        List<CallStream> streams = talk.media().streams().stream()
                .filter(stream -> stream.sound() && !chosen(stream))
                .filter(stream -> stream.stream().packets() >= ENOUGH)
                .toList();
        for (int i = 1; i < streams.size(); i++) {
            for (int j = 0; j < i; j++) {
                Optional<Finding> found = both(streams.get(j), streams.get(i), talk);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Finding> both(CallStream one, CallStream other, Talk talk) {
        MediaStream first = one.stream();
        MediaStream second = other.stream();
        if (!samePort(first, second)) {
            return Optional.empty();
        }
        boolean oneSender = first.source().equals(second.source());
        if (oneSender && !(speech(one, talk) && speech(other, talk))) {
            return Optional.empty();
        }
        long together = together(first, second, talk, oneSender ? 2 * FULL - 1 : 0);
        if (together < TOGETHER) {
            return Optional.empty();
        }
        Finding.Builder finding = Finding.about(oneSender ? TWICE : TWO, Certainty.LIKELY)
                .proof(talk.answer())
                .seen(List.of(Sightings.first(first), Sightings.first(second)))
                .with("heard", Value.of(first.destination()))
                .with("span", Elapsed.value(together));
        return Optional.of(
                oneSender
                        ? finding.with("speaker", Value.of(first.source())).found()
                        : finding.with("first", Value.of(first.source()))
                                .with("second", Value.of(second.source()))
                                .found());
    }

    /** One port in one file, and two sources who send there; one source is the same stream from a changed address. */
    private static boolean samePort(MediaStream first, MediaStream second) {
        return first.file() == second.file()
                && first.destination().equals(second.destination())
                && first.ssrc() != second.ssrc();
    }

    /**
     * Whether a stream is the speech of the only media line of its port: several lines on one port (RFC 9143) have a stream each,
     * and keys, repetitions and repairs may have one of their own beside it.
     */
    private static boolean speech(CallStream of, Talk talk) {
        int type = of.stream().mainPayload();
        boolean alone = talk.media().announced().stream()
                .filter(each -> each.ports().contains(of.stream().destination()))
                .allMatch(each ->
                        each.sound() && !Audio.has(each.media(), "ssrc-group") && !Audio.has(each.media(), "mid"));
        List<Announced> lines = talk.media().lines(of);
        return alone
                && !lines.isEmpty()
                && lines.stream()
                        .allMatch(line -> line.format(type)
                                .filter(format ->
                                        !NO_SPEECH.contains(format.encoding().toUpperCase(Locale.ROOT)))
                                .isPresent());
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
     *
     * @param least how far the two shares of a part have to go beyond one whole, together
     */
    private static long together(MediaStream first, MediaStream second, Talk talk, double least) {
        Timeline parts = first.timeline();
        long together = 0;
        for (int part = 0; part < parts.parts(); part++) {
            long from = parts.begin() + part * parts.width();
            boolean within = from >= talk.answer().time() && from + parts.width() <= talk.until();
            double share = share(parts, part) + share(second.timeline(), from, parts.width()) - 1;
            together += within && share > least ? (long) (share * parts.width()) : 0;
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
