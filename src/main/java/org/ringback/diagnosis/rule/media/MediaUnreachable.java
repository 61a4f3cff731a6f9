package org.ringback.diagnosis.rule.media;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ringback.capture.wire.Endpoint;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.evidence.Talk;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.flow.CallStream;
import org.ringback.media.MediaStream;
import org.ringback.network.IcmpError;

/**
 * A host or a router says by ICMP that it does not deliver sound (RFC 792): what is sent is never heard. Who says so matters: that
 * nobody listens on a port can only be known by the host itself; on the way it is what filters say.
 */
final class MediaUnreachable implements TalkRule {

    private static final Kind UNREACHABLE =
            Kind.of("media-port-unreachable", Weight.TROUBLE, 792, null, "speaker", "heard", "count", "span");
    private static final Kind PAST_NAT =
            Kind.of("media-sent-past-nat", Weight.TROUBLE, 7362, null, "speaker", "heard", "count", "span", "source");
    private static final Kind FILTERED = told("media-filtered");
    private static final Kind NO_HOST = told("media-host-unreachable");
    private static final Kind CIRCLE = told("media-ttl-exceeded");

    /** While a port is opened or closed an error or two are usual. */
    private static final int ENOUGH = 3;

    private static final long LONG = 1_000_000;

    /** An error comes back right after the packet that it is about. Microseconds. */
    private static final long SHORTLY = 200_000;

    /** Whose receiver lacks less hears it, whatever an error says. */
    private static final double MOSTLY_LOST = 0.5;

    private static Kind told(String id) {
        return Kind.of(id, Weight.TROUBLE, 792, null, "speaker", "heard", "count", "span", "teller");
    }

    @Override
    public List<Kind> kinds() {
        return List.of(UNREACHABLE, PAST_NAT, FILTERED, NO_HOST, CIRCLE);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.MEDIA, Sign.NETWORK, Sign.CALL, Sign.ANSWERED);
    }

    @Override
    public void examine(Talk talk, Case examined, Consumer<Finding> findings) {
        for (CallStream stream : talk.media().streams()) {
            if (stream.sound()) {
                look(stream, talk, examined).ifPresent(findings);
            }
        }
    }

    private static Optional<Finding> look(CallStream of, Talk talk, Case examined) {
        MediaStream stream = of.stream();
        Map<Kind, List<IcmpError>> byKind = errors(stream, talk, examined).stream()
                .filter(error -> kind(error) != null)
                .collect(Collectors.groupingBy(MediaUnreachable::kind, LinkedHashMap::new, Collectors.toList()));
        return byKind.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= ENOUGH
                        && (span(entry.getValue()) >= LONG || stopped(stream, entry.getValue(), talk)))
                .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                .filter(entry -> !arrives(of, entry.getValue().getFirst(), talk))
                .map(entry -> found(entry.getKey(), entry.getValue(), of, talk));
    }

    /** About packets of a stream, while the two talked. */
    private static List<IcmpError> errors(MediaStream stream, Talk talk, Case examined) {
        return examined
                .circumstances()
                .network()
                .between(
                        stream.source(),
                        stream.destination(),
                        Math.max(stream.first().time(), talk.answer().time()),
                        Math.min(stream.last().time(), talk.until()))
                .stream()
                .filter(IcmpError.class::isInstance)
                .map(IcmpError.class::cast)
                .filter(error -> error.quote().udp()
                        && error.from().equals(stream.source())
                        && error.to().equals(stream.destination())
                        && error.seen().file() == stream.file())
                .toList();
    }

    /** Null for what is only about large packets; sound has none. */
    private static Kind kind(IcmpError error) {
        boolean byHost = error.seen().source().host().equals(error.to().host());
        return switch (error.cause()) {
            case PORT_UNREACHABLE -> byHost ? UNREACHABLE : FILTERED;
            case PROHIBITED -> FILTERED;
            case HOST_UNREACHABLE, NETWORK_UNREACHABLE, PROTOCOL_UNREACHABLE -> NO_HOST;
            case TIME_EXCEEDED -> CIRCLE;
            case TOO_BIG, FRAGMENTS_MISSING -> null;
        };
    }

    /** Whether a sender was refused from its first packet on and soon sent no more, although the two talked on. */
    private static boolean stopped(MediaStream stream, List<IcmpError> errors, Talk talk) {
        long last = stream.last().time();
        return errors.getFirst().seen().time() - stream.first().time() <= SHORTLY
                && last - errors.getLast().seen().time() <= SHORTLY
                && talk.until() - last >= LONG;
    }

    private static long span(List<IcmpError> errors) {
        return errors.getLast().seen().time() - errors.getFirst().seen().time();
    }

    /**
     * Whether the sound found its way all the same: its sender turned to another port, as who follows the source of packets does,
     * or the receiver reports that it gets it.
     */
    private static boolean arrives(CallStream of, IcmpError first, Talk talk) {
        MediaStream stream = of.stream();
        long since = first.seen().time();
        boolean turned = talk.media().toward(of.toward()).stream()
                .map(CallStream::stream)
                .anyMatch(other -> !other.destination().equals(stream.destination())
                        && other.source().host().equals(stream.source().host())
                        && other.last().time() > stream.last().time()
                        && other.first().time() > since);
        return turned
                || stream.reports().stream()
                        .anyMatch(report -> report.reporter()
                                        .host()
                                        .equals(stream.destination().host())
                                && report.last().time() > since + LONG
                                && report.worstShare() < MOSTLY_LOST);
    }

    private static Finding found(Kind told, List<IcmpError> errors, CallStream of, Talk talk) {
        MediaStream stream = of.stream();
        Optional<Endpoint> elsewhere = told.equals(UNREACHABLE) ? otherPort(of, talk) : Optional.empty();
        Kind kind = elsewhere.isPresent() ? PAST_NAT : told;
        IcmpError first = errors.getFirst();
        Finding.Builder finding = Finding.about(kind, Certainty.LIKELY)
                .proof(of.receiver().map(each -> each.message()).orElse(talk.answer()))
                .seen(List.of(first.seen(), errors.getLast().seen()))
                .with("speaker", Value.of(stream.source()))
                .with("heard", Value.of(stream.destination()))
                .with("count", Value.of(errors.size()))
                .with("span", Elapsed.value(span(errors)));
        elsewhere.ifPresent(source -> finding.with("source", Value.of(source)));
        if (kind.places().contains("teller")) {
            finding.with("teller", first.seen().source().host());
        }
        return finding.found();
    }

    /** From where the host that does not listen sends all of its own sound, if that is another port. */
    private static Optional<Endpoint> otherPort(CallStream of, Talk talk) {
        Endpoint heard = of.stream().destination();
        List<Endpoint> sources = talk.media().toward(of.toward().other()).stream()
                .map(back -> back.stream().source())
                .filter(source -> source.host().equals(heard.host()))
                .distinct()
                .toList();
        return sources.contains(heard) ? Optional.empty() : sources.stream().findFirst();
    }
}
