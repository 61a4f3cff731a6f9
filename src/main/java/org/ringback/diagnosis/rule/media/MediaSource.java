package org.ringback.diagnosis.rule.media;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ringback.capture.wire.Endpoint;
import org.ringback.diagnosis.evidence.Audio;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Networks;
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

/**
 * Media come from another address than their sender announced, as behind NAT. Who answers to where they come from reaches the
 * sender (symmetric RTP, RFC 4961); who believes the announcement sends into nothing.
 */
final class MediaSource implements TalkRule {

    private static final Kind FOLLOWED = Kind.of(
                    "media-source-followed", Weight.NORMAL, 4961, null, "source", "announced", "follower")
            .unless(MovedSender.ID);
    private static final Kind MISSED =
            Kind.of("media-sent-to-private", Weight.TROUBLE, 7362, null, "sender", "announced", "source", "packets");

    private static final long ENOUGH = 50;

    @Override
    public List<Kind> kinds() {
        return List.of(FOLLOWED, MISSED);
    }

    @Override
    public void examine(Talk talk, Case examined, Consumer<Finding> findings) {
        for (CallStream stream : talk.media().streams()) {
            if (stream.sound()
                    && stream.basis() == CallStream.Basis.ANNOUNCED
                    && stream.sender().isEmpty()
                    && !begunBefore(stream)
                    && stream.stream().packets() >= ENOUGH) {
                look(stream, talk).ifPresent(findings);
            }
        }
    }

    /** Whoever sends to a port before this call names it knows it from another one, as a PBX that takes itself out of the media. */
    private static boolean begunBefore(CallStream stream) {
        return stream.receiver()
                .filter(asked -> stream.stream().first().time() < asked.time())
                .isPresent();
    }

    private static Optional<Finding> look(CallStream known, Talk talk) {
        Optional<Announced> announced = talk.media().soundOf(known.toward().other()).stream()
                .filter(each -> each.ports().size() == 1 && !Audio.has(each.media(), "ice-ufrag"))
                .reduce((_, last) -> last);
        if (announced.isEmpty() || known(talk, known)) {
            return Optional.empty();
        }
        MediaStream there = known.stream();
        Endpoint port = announced.get().port();
        Optional<MediaStream> back = streams(talk)
                .filter(stream -> stream.source().equals(there.destination())
                        && stream.destination().equals(there.source()))
                .findFirst();
        Optional<Certainty> followed = followed(port.host(), there.source().host());
        if (back.isPresent() && followed.isPresent()) {
            return Optional.of(Finding.about(FOLLOWED, followed.get())
                    .proof(announced.get().message())
                    .seen(List.of(Sightings.first(there), Sightings.first(back.get())))
                    .with("source", Value.of(there.source()))
                    .with("announced", Value.of(port))
                    .with("follower", Value.of(there.destination()))
                    .found());
        }
        return back.isPresent()
                        || !Networks.inner(port.host())
                        || !Networks.outer(there.source().host())
                ? Optional.empty()
                : streams(talk)
                        .filter(stream -> stream.destination().equals(port)
                                && stream.source()
                                        .host()
                                        .equals(there.destination().host())
                                && Networks.outer(stream.source().host())
                                && stream.packets() >= ENOUGH)
                        .findFirst()
                        .map(lost -> Finding.about(MISSED, Certainty.LIKELY)
                                .proof(announced.get().message())
                                .seen(List.of(Sightings.first(lost), Sightings.first(there)))
                                .with("sender", Value.of(lost.source()))
                                .with("announced", Value.of(port))
                                .with("source", Value.of(there.source()))
                                .with("packets", Value.of(lost.packets()))
                                .found());
    }

    /**
     * How sure it is that somebody who sends to this source follows it. Inside a NAT packets still have an inner address and the
     * description the outer one already: what is sent to the outer one is captured with the inner one.
     */
    private static Optional<Certainty> followed(String announced, String source) {
        if (announced.equals(source)) {
            return Optional.empty();
        }
        boolean hidden = Networks.inner(announced);
        if (Networks.inner(source)) {
            return hidden ? Optional.of(Certainty.POSSIBLE) : Optional.empty();
        }
        return Optional.of(hidden && Networks.outer(source) ? Certainty.CERTAIN : Certainty.LIKELY);
    }

    /** Whether its host is one where its side asked for media at some time. */
    private static boolean known(Talk talk, CallStream stream) {
        String host = stream.stream().source().host();
        return talk.media().announced().stream()
                .anyMatch(each -> each.side() != stream.toward()
                        && each.ports().stream().anyMatch(port -> port.host().equals(host)));
    }

    private static Stream<MediaStream> streams(Talk talk) {
        return talk.media().streams().stream().map(CallStream::stream);
    }
}
