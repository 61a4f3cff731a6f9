package org.ringback.diagnosis.rule;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.diagnosis.evidence.Case;
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

/** Two senders at the same time on one port: their sound is heard mixed, in pieces, or only one of them (RFC 3550, 8). */
final class SeveralSenders implements Rule {

    private static final Kind TWO = Kind.of(
            "two-senders", Weight.TROUBLE, 3550, "8.2", "heard", "first", "second", "span");

    private static final long TOGETHER = 2_000_000;
    private static final long ENOUGH = 50;

    @Override
    public List<Kind> kinds() {
        return List.of(TWO);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL, Sign.ANSWERED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        Talk.of(examined).ifPresent(talk -> look(talk).ifPresent(findings));
    }

    private static Optional<Finding> look(Talk talk) {
        List<MediaStream> streams = talk.media().streams().stream()
                .filter(CallStream::sound)
                .map(CallStream::stream)
                .filter(stream -> stream.packets() >= ENOUGH)
                .toList();
        for (int i = 1; i < streams.size(); i++) {
            for (int j = 0; j < i; j++) {
                MediaStream first = streams.get(j);
                MediaStream second = streams.get(i);
                if (same(first, second) && together(first, second) >= TOGETHER) {
                    return Optional.of(Finding.about(TWO, Certainty.LIKELY)
                            .proof(talk.answer())
                            .seen(List.of(Sightings.first(first), Sightings.first(second)))
                            .with("heard", Value.of(first.destination()))
                            .with("first", Value.of(first.source()))
                            .with("second", Value.of(second.source()))
                            .with("span", SilentSide.span(together(first, second)))
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

    private static long together(MediaStream first, MediaStream second) {
        return Math.min(first.last().time(), second.last().time())
                - Math.max(first.first().time(), second.first().time());
    }
}
