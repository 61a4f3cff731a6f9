package org.ringback.diagnosis.rule.media;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Sighting;
import org.ringback.capture.wire.Transport;
import org.ringback.diagnosis.evidence.Audio;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Connecting;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.flow.CallStream;
import org.ringback.network.ConnectionRefused;
import org.ringback.network.ConnectionReset;
import org.ringback.network.NetworkEvent;
import org.ringback.network.SynUnanswered;
import org.ringback.sip.Sdp;

/** Sound was to flow over a TCP connection (RFC 4145, RFC 4571), and that does not come about or breaks off. */
final class MediaConnection implements Rule {

    private static final Kind REFUSED =
            Kind.of("media-connection-refused", Weight.TROUBLE, 4145, "4", "client", "server", "protocol");
    private static final Kind UNANSWERED = Kind.of(
            "media-connection-not-answered", Weight.TROUBLE, 4145, "4", "client", "server", "tries", "protocol");
    private static final Kind RESET =
            Kind.of("media-connection-reset", Weight.TROUBLE, 4145, "5", "who", "server", "protocol");

    /** That media do not flow is better told by why. */
    static final String[] IDS = {REFUSED.id(), UNANSWERED.id(), RESET.id()};

    /** Whose port is opened by the other side names the one of {@code discard} (RFC 4145, 4.1). */
    static final int NO_PORT = 9;

    /** One SYN may have been lost by the capture alone. */
    private static final int PROOF = 2;

    /** Who has the description may connect before its message passes here. */
    private static final long EARLY = 2_000_000;

    private static final long MOMENT = 1_000_000;

    /** Who hangs up may drop the connection before its BYE passes here. */
    private static final long HANGING_UP = 2_000_000;

    @Override
    public List<Kind> kinds() {
        return List.of(REFUSED, UNANSWERED, RESET);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.NETWORK, Sign.CALL, Sign.ANSWERED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        Connecting.of(examined)
                .filter(call ->
                        call.last().firstOn().filter(MediaConnection::overTcp).isPresent())
                .flatMap(call -> look(call, examined))
                .ifPresent(findings);
    }

    private static boolean overTcp(Audio.Pair pair) {
        return overTcp(pair.offer().protocol()) && overTcp(pair.answer().protocol());
    }

    static boolean overTcp(String protocol) {
        return protocol.toUpperCase(Locale.ROOT).startsWith("TCP/");
    }

    /** The last thing that happened to a connection with a port that waits for one, unless sound came after it. */
    private static Optional<Finding> look(Connecting call, Case examined) {
        List<Endpoint> waiting = waiting(call);
        return waiting.isEmpty()
                ? Optional.empty()
                : examined.circumstances().network().all().stream()
                        .filter(event -> call.during(event.seen().time(), EARLY)
                                && (waiting.contains(event.to()) || waiting.contains(event.from()))
                                && !heardAfter(call, event)
                                && !(event instanceof ConnectionReset
                                        && call.endsWithin(event.seen().time(), HANGING_UP)))
                        .reduce((_, last) -> last)
                        .flatMap(event -> judge(event, waiting.contains(event.to()) ? event.to() : event.from(), call));
    }

    /** The ports at which somebody waits for the connection by the last descriptions: those that are not active. */
    private static List<Endpoint> waiting(Connecting call) {
        Audio.Pair pair = call.last().firstOn().orElseThrow();
        return Stream.of(pair.offer(), pair.answer())
                .filter(media -> media.port() != NO_PORT
                        && media.attributes().stream()
                                .noneMatch(attribute -> attribute.name().equals("setup")
                                        && attribute.value().strip().equals("active")))
                .flatMap(media -> media.address().stream().map(address -> new Endpoint(address.host(), media.port())))
                .toList();
    }

    private static boolean heardAfter(Connecting call, NetworkEvent event) {
        return call.media().streams().stream()
                .map(CallStream::stream)
                .anyMatch(stream -> stream.transport() == Transport.TCP
                        && stream.last().time() > event.seen().time() + MOMENT);
    }

    /** Certain only where sound over another connection would be known, and the two ends are those of the call. */
    private static Certainty certainty(NetworkEvent event, Connecting call) {
        Audio.Pair pair = call.last().firstOn().orElseThrow();
        List<Sdp.Media> both = List.of(pair.offer(), pair.answer());
        boolean readable = both.stream()
                .noneMatch(media -> media.protocol().toUpperCase(Locale.ROOT).contains("TLS"));
        Set<String> hosts = Stream.concat(
                        both.stream().flatMap(media -> media.address().stream()).map(address -> address.host()),
                        call.descriptions().stream()
                                .map(message -> message.captured().source().host()))
                .collect(Collectors.toSet());
        boolean between =
                hosts.contains(event.from().host()) && hosts.contains(event.to().host());
        // Who is on hold needs no connection, and may let it go.
        boolean wanted = both.stream()
                .allMatch(media -> media.direction() == Sdp.Direction.SENDRECV
                        && media.address().filter(Sdp.Address::nowhere).isEmpty());
        return readable && between && wanted ? Certainty.CERTAIN : Certainty.POSSIBLE;
    }

    private static Optional<Finding> judge(NetworkEvent event, Endpoint server, Connecting call) {
        return switch (event) {
            case ConnectionRefused refused ->
                Optional.of(about(REFUSED, certainty(event, call), call, server, refused, refused.opening())
                        .with("client", event.from().host())
                        .found());
            case SynUnanswered silent
            when silent.tries() >= PROOF ->
                Optional.of(about(UNANSWERED, Certainty.LIKELY, call, server, silent, silent.opening())
                        .with("client", event.from().host())
                        .with("tries", Value.of(silent.tries()))
                        .found());
            case ConnectionReset reset ->
                Optional.of(about(RESET, certainty(event, call), call, server, reset)
                        .with("who", Value.of(reset.from()))
                        .found());
            default -> Optional.empty();
        };
    }

    private static Finding.Builder about(
            Kind kind, Certainty certainty, Connecting call, Endpoint server, NetworkEvent event, Sighting... opening) {
        return Finding.about(kind, certainty)
                .proof(call.descriptions())
                .seen(Stream.concat(Stream.of(opening), Stream.of(event.seen()))
                        .distinct()
                        .toList())
                .with("server", Value.of(server))
                .with("protocol", call.last().firstOn().orElseThrow().answer().protocol());
    }
}
