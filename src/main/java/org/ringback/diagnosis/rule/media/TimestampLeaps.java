package org.ringback.diagnosis.rule.media;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
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
import org.ringback.media.MediaStream;

/**
 * Timestamps that leap in the middle of speech (RFC 3550, 5.1): the receiver waits for a time that is far off, or takes what comes
 * for much too late, until its buffer begins anew. Without a marker nothing tells it that it should.
 */
final class TimestampLeaps implements TalkRule {

    private static final Kind LEAPS =
            Kind.of("rtp-timestamp-leaps", Weight.TROUBLE, 3550, "5.1", "speaker", "heard", "times", "farthest");

    private static final long ENOUGH = 50;

    /** Who writes no proper timestamps at all is heard by those who do not look at them. */
    private static final long OFTEN = 20;

    @Override
    public List<Kind> kinds() {
        return List.of(LEAPS);
    }

    @Override
    public void examine(Talk talk, Case examined, Consumer<Finding> findings) {
        Set<Long> told = new HashSet<>();
        for (CallStream of : talk.media().streams()) {
            MediaStream stream = of.stream();
            if (of.sound() && stream.packets() >= ENOUGH && stream.leaps().isPresent() && told.add(stream.ssrc())) {
                findings.accept(found(talk, stream, stream.leaps().get()));
            }
        }
    }

    private static Finding found(Talk talk, MediaStream stream, MediaStream.Leaps leaps) {
        boolean heard = leaps.times() > 1 && leaps.times() * OFTEN < stream.packets();
        return Finding.about(LEAPS, heard ? Certainty.LIKELY : Certainty.POSSIBLE)
                .proof(talk.answer())
                .seen(List.of(Sightings.of(stream, leaps.before()), Sightings.of(stream, leaps.after())))
                .with("speaker", Value.of(stream.source()))
                .with("heard", Value.of(stream.destination()))
                .with("times", Value.of(leaps.times()))
                .with("farthest", Elapsed.value(Math.abs(leaps.farthest()) / 1000 * 1000))
                .found();
    }
}
