package org.ringback.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ringback.call.Call;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.sip.Sdp;

/**
 * Where somebody asked for media: one media line of a session description (RFC 8866, 5.14).
 *
 * @param message in which it stands
 * @param side whose description it is
 * @param ports at which media may arrive by it: the one that it names first, then the candidates of ICE (RFC 8839, 5.1)
 * @param fragment by which its side is named in checks of ICE (RFC 8839, 5.4); empty without ICE
 * @param otherWays whether media may take a way on which no checks over UDP are seen: over a relay or TCP by one of its candidates
 *     (RFC 8839, 5.1; RFC 6544, 4.5), or by candidates that are named later (RFC 8840, 4.1.3)
 */
public record Announced(
        Message message, Side side, Sdp.Media media, List<Endpoint> ports, String fragment, boolean otherWays) {

    /** A candidate at a relay, or over TCP. */
    private static final Pattern CONCEALED = Pattern.compile("(?i) typ relay\\b| typ .* tcptype ");

    /** Nobody lists more. */
    private static final int MOST_CANDIDATES = 64;

    public Announced {
        ports = List.copyOf(ports);
    }

    /** All that are on, in order of the messages; the same again in a retransmission is none. */
    static List<Announced> of(Call call) {
        List<Announced> all = new ArrayList<>(2);
        String callerTag = call.opening().head().fromTag();
        for (Message message : call.messagesOnce()) {
            if (message.captured().bytes().byteSize() > 0) {
                Sdp.in(message.captured().bytes()).ifPresent(sdp -> add(message, side(message, callerTag), sdp, all));
            }
        }
        return all;
    }

    private static Side side(Message message, String callerTag) {
        boolean namedFirst = message.head().fromTag().equals(callerTag);
        return namedFirst == message.head().request() ? Side.CALLER : Side.CALLEE;
    }

    private static void add(Message message, Side side, Sdp sdp, List<Announced> all) {
        for (Sdp.Media media : sdp.media()) {
            if (!media.off()) {
                List<Endpoint> ports = new ArrayList<>(2);
                media.address()
                        .filter(address -> !address.nowhere())
                        .ifPresent(address -> ports.add(new Endpoint(address.host(), media.port())));
                media.attributes().stream()
                        .filter(attribute -> attribute.name().equals("candidate"))
                        .limit(MOST_CANDIDATES)
                        .flatMap(attribute -> candidate(attribute.value()).stream())
                        .filter(candidate -> !ports.contains(candidate))
                        .forEach(ports::add);
                if (!ports.isEmpty()) {
                    all.add(new Announced(message, side, media, ports, fragment(sdp, media), otherWays(sdp, media)));
                }
            }
        }
    }

    private static String fragment(Sdp sdp, Sdp.Media media) {
        return Stream.concat(media.attributes().stream(), sdp.attributes().stream())
                .filter(attribute -> attribute.name().equals("ice-ufrag"))
                .findFirst()
                .map(attribute -> attribute.value().strip())
                .orElse("");
    }

    private static boolean otherWays(Sdp sdp, Sdp.Media media) {
        return Stream.concat(media.attributes().stream(), sdp.attributes().stream())
                .anyMatch(attribute -> switch (attribute.name()) {
                    case "candidate" -> CONCEALED.matcher(attribute.value()).find();
                    case "ice-options" -> attribute.value().contains("trickle");
                    default -> false;
                });
    }

    /** The address and port of a candidate: its fifth and sixth word. */
    private static Optional<Endpoint> candidate(String value) {
        String[] words = value.strip().split(" +", 7);
        if (words.length < 6 || !words[5].matches("[0-9]{1,5}")) {
            return Optional.empty();
        }
        int port = Integer.parseInt(words[5]);
        return port > 0 && port < 1 << 16 ? Optional.of(new Endpoint(words[4], port)) : Optional.empty();
    }

    /** As {@link Captured#time()}. */
    public long time() {
        return message.time();
    }

    /** The port that it names itself. */
    public Endpoint port() {
        return ports.getFirst();
    }

    public boolean sound() {
        return media.kind().equalsIgnoreCase("audio");
    }

    /** What a payload type stands for in it. */
    public Optional<Sdp.Format> format(int payloadType) {
        String number = Integer.toString(payloadType);
        return media.formats().stream()
                .filter(format -> format.format().equals(number))
                .findFirst();
    }
}
