package org.ringback.diagnosis.rule.media;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.capture.wire.Endpoint;
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
import org.ringback.flow.Side;
import org.ringback.media.MediaFlow;
import org.ringback.media.MediaStream;

/**
 * A stream goes on from another address in the middle of a call, because its sender changed networks or NAT forgot it, and the
 * other side goes on sending to where it was (RFC 4961).
 */
final class MovedSender implements TalkRule {

    static final String ID = "media-sender-moved";

    private static final Kind MOVED =
            Kind.of(ID, Weight.TROUBLE, 4961, null, "old", "new", "sender", "span", "packets");

    private static final long ENOUGH = 50;

    /** A network is changed in so short a time. */
    private static final long CHANGING = 5_000_000;

    /** Packets that were on their way. */
    private static final long STRAGGLERS = 1_000_000;

    /** So long the other one may not have noticed yet. */
    private static final long NOTICING = 5_000_000;

    @Override
    public List<Kind> kinds() {
        return List.of(MOVED);
    }

    @Override
    public void examine(Talk talk, Case examined, Consumer<Finding> findings) {
        for (Side side : Side.values()) {
            look(talk, side).ifPresent(findings);
        }
    }

    private static Optional<Finding> look(Talk talk, Side toward) {
        List<MediaStream> streams =
                talk.heardBy(toward).stream().map(CallStream::stream).toList();
        for (MediaStream fresh : streams) {
            for (MediaStream old : streams) {
                if (goesOn(old, fresh) && !announced(talk, toward.other(), old, fresh)) {
                    Optional<MediaStream> astray = astray(talk, old, fresh);
                    if (astray.isPresent()) {
                        return Optional.of(found(talk, toward.other(), old, fresh, astray.get()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean goesOn(MediaStream old, MediaStream fresh) {
        long gap = fresh.first().time() - old.last().time();
        return old.ssrc() == fresh.ssrc()
                && old.file() == fresh.file()
                && old.destination().equals(fresh.destination())
                && !old.source().equals(fresh.source())
                && old.packets() >= ENOUGH
                && fresh.packets() >= ENOUGH
                && gap >= -STRAGGLERS
                && gap <= CHANGING;
    }

    /**
     * Whether the other side was told, or finds out in another way; or the sender stays where it asked for sound and only sends
     * from another port, as some do.
     */
    private static boolean announced(Talk talk, Side of, MediaStream old, MediaStream fresh) {
        List<Announced> own = talk.media().soundOf(of);
        boolean sameHost = old.source().host().equals(fresh.source().host());
        return own.stream()
                        .anyMatch(each -> Audio.has(each.media(), "ice-ufrag")
                                || each.ports().size() > 1)
                || ports(own).stream()
                        .anyMatch(port -> port.host().equals(fresh.source().host()))
                || (sameHost && ports(own).contains(old.source()));
    }

    private static List<Endpoint> ports(List<Announced> own) {
        return own.stream().flatMap(each -> each.ports().stream()).toList();
    }

    /** What goes on to the old address, if nothing goes to the new one, and nothing comes from the old one any more. */
    private static Optional<MediaStream> astray(Talk talk, MediaStream old, MediaStream fresh) {
        long noticed = fresh.first().time() + NOTICING;
        boolean followed = talk.media().streams().stream()
                .map(CallStream::stream)
                .anyMatch(stream -> stream.destination().equals(fresh.source()));
        boolean stillThere = talk.media().flows().stream()
                .anyMatch(flow -> leaves(flow, old.source())
                        && flow.last().time() > fresh.first().time() + STRAGGLERS);
        return followed || stillThere
                ? Optional.empty()
                : talk.media().streams().stream()
                        .map(CallStream::stream)
                        .filter(stream -> stream.destination().equals(old.source())
                                && stream.source().equals(old.destination())
                                && stream.file() == fresh.file()
                                && stream.last().time() >= noticed)
                        .findFirst();
    }

    private static boolean leaves(MediaFlow flow, Endpoint port) {
        return flow.source().host().equals(port.host())
                && Math.abs(flow.source().port() - port.port()) <= 1;
    }

    private static Finding found(Talk talk, Side mover, MediaStream old, MediaStream fresh, MediaStream astray) {
        Message described = talk.media().soundOf(mover).stream()
                .map(Announced::message)
                .reduce((_, last) -> last)
                .orElse(talk.answer());
        return Finding.about(MOVED, Certainty.LIKELY)
                .proof(described)
                .seen(List.of(Sightings.last(old), Sightings.first(fresh), Sightings.last(astray)))
                .with("old", Value.of(old.source()))
                .with("new", Value.of(fresh.source()))
                .with("sender", Value.of(astray.source()))
                .with("span", Elapsed.value(astray.last().time() - fresh.first().time()))
                .with("packets", Value.of(fresh.packets()))
                .found();
    }
}
