package org.ringback.capture.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

/** The own side and the other one, each with its name before it: {@code local=\u2026 remote=\u2026}. */
final class OwnAndPeer {

    private static final String IS = "(?:[ _-]?(?:addr(?:ess)?|ip|host|endpoint|ep))?[\"']?\\s?(?:[=:]|\\s)\\s?[\"'<]?";
    private static final Pattern OWN = Pattern.compile(
            "\\b(?:local|my|own|self|l)" + IS + WrittenPair.TRANSPORT + WrittenPair.ADDRESS, Pattern.CASE_INSENSITIVE);
    private static final Pattern PEER = Pattern.compile(
            "\\b(?:remote|peer|far[ _-]?end|r)" + IS + WrittenPair.TRANSPORT + WrittenPair.ADDRESS,
            Pattern.CASE_INSENSITIVE);

    private OwnAndPeer() {}

    /** What a line says about a message that was received, or sent, without its time; null if it does not name the sides. */
    static Frame in(String line, boolean received) {
        Matcher peer = PEER.matcher(line);
        if (!peer.find()) {
            return null;
        }
        Matcher own = OWN.matcher(line);
        Endpoint other = Addresses.endpoint(peer.group(2));
        Endpoint here = own.find() ? Addresses.endpoint(own.group(2)) : Endpoint.LOG_WRITER;
        Transport transport = WrittenPair.transport(peer.group(1), null);
        return received
                ? Frame.between(Captured.NO_TIME, other, here, transport)
                : Frame.between(Captured.NO_TIME, here, other, transport);
    }
}
