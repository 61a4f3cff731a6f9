package org.ringback.diagnosis.rule.media;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.capture.wire.Endpoint;
import org.ringback.diagnosis.evidence.Audio;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Sightings;
import org.ringback.diagnosis.evidence.Talk;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.flow.Announced;
import org.ringback.flow.CallStream;
import org.ringback.flow.Side;
import org.ringback.media.MediaStream;

/** Sound that goes to the right host, but to a port that the receiver never named and never sent from (RFC 3264, 5.1). */
final class OtherPort implements TalkRule {

    private static final Kind OTHER_PORT = Kind.of(
            "media-to-other-port", Weight.TROUBLE, 3264, "5.1", "sender", "receiver", "announced", "sent", "packets");

    /** Two seconds of speech with 20 ms in a packet. */
    private static final long ENOUGH = 100;

    @Override
    public List<Kind> kinds() {
        return List.of(OTHER_PORT);
    }

    @Override
    public void examine(Talk talk, Case examined, Consumer<Finding> findings) {
        for (Side side : Side.values()) {
            look(side, talk).ifPresent(findings);
        }
    }

    private static Optional<Finding> look(Side side, Talk talk) {
        List<Announced> own = talk.media().soundOf(side);
        List<CallStream> heard = talk.media().toward(side);
        boolean arrives = heard.stream().anyMatch(each -> each.basis() == CallStream.Basis.ANNOUNCED);
        boolean candidates =
                own.stream().anyMatch(each -> each.ports().size() > 1 || Audio.has(each.media(), "ice-ufrag"));
        if (own.isEmpty() || arrives || candidates || !talk.media().takenOver().isEmpty()) {
            return Optional.empty();
        }
        Announced latest = own.getLast();
        return heard.stream()
                .filter(each -> each.basis() == CallStream.Basis.SENT_FROM)
                .map(CallStream::stream)
                .filter(stream -> stream.packets() >= ENOUGH && misses(stream.destination(), own))
                .filter(stream -> speaks(side, stream.destination(), talk))
                .findFirst()
                .map(stream -> Finding.about(OTHER_PORT, Certainty.LIKELY)
                        .proof(latest.message())
                        .seen(List.of(Sightings.first(stream), Sightings.last(stream)))
                        .with("sender", Value.of(stream.source()))
                        .with("receiver", stream.destination().host())
                        .with("announced", Value.of(latest.port()))
                        .with("sent", Value.of(stream.destination()))
                        .with("packets", Value.of(stream.packets()))
                        .found());
    }

    /** The host is the one that was named, and the port is none of those. */
    private static boolean misses(Endpoint destination, List<Announced> own) {
        return own.stream().allMatch(each -> each.port().host().equals(destination.host()))
                && own.stream().noneMatch(each -> each.ports().contains(destination));
    }

    /** Whether the receiver is seen to send, and from elsewhere: who sends from a port also listens there (RFC 4961). */
    private static boolean speaks(Side side, Endpoint destination, Talk talk) {
        List<MediaStream> back = talk.media().toward(side.other()).stream()
                .map(CallStream::stream)
                .toList();
        return !back.isEmpty()
                && back.stream().noneMatch(stream -> stream.source().equals(destination));
    }
}
