package org.ringback.capture.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

/** The own side and the other one, each with its name before it: {@code local=\u2026 remote=\u2026}. */
final class OwnAndPeer {

    private static final String IS =
            "(?:[ _-]?(?:addr(?:ess)?|ip|host|endpoint|ep))?[\"']?\\s?(?:[=:]|\\s)\\s?[\"'<]?/?";
    private static final Pattern OWN = Pattern.compile(
            "\\b(?:local|my|own|self|if(?==)|l)" + IS + WrittenPair.TRANSPORT + WrittenPair.ADDRESS,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PEER = Pattern.compile(
            "\\b(?:remote|rem|peer|far[ _-]?end|r)" + IS + WrittenPair.TRANSPORT + WrittenPair.ADDRESS,
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ANY = Pattern.compile("(?<![\\w.])" + WrittenPair.TRANSPORT + WrittenPair.ADDRESS);

    private static final int LONGEST = 1000;

    private OwnAndPeer() {}

    /** Whether a line names both sides with their addresses. */
    static boolean namesBoth(String line) {
        return line.length() <= LONGEST
                && OWN.matcher(line).find()
                && PEER.matcher(line).find();
    }

    /** The only address in a line besides its own; null if there is none, or several. */
    private static Matcher besides(String line, Matcher own) {
        Matcher found = null;
        Matcher any = ANY.matcher(line);
        while (any.find()) {
            if (any.start(2) != own.start(2)) {
                if (found != null) {
                    return null;
                }
                found = ANY.matcher(line);
                found.find(any.start());
            }
        }
        return found;
    }

    /** What a line says about a message that was received, or sent, without its time; null if it does not name the sides. */
    static Frame in(String line, boolean received) {
        Matcher own = OWN.matcher(line);
        boolean told = own.find();
        Matcher peer = PEER.matcher(line);
        if (!peer.find()) {
            peer = told ? besides(line, own) : null;
        }
        if (peer == null) {
            return null;
        }
        Endpoint other = Addresses.endpoint(peer.group(2));
        Endpoint here = told ? Addresses.endpoint(own.group(2)) : Endpoint.LOG_WRITER;
        Transport transport = WrittenPair.transport(peer.group(1), null);
        return received
                ? Frame.between(Captured.NO_TIME, other, here, transport)
                : Frame.between(Captured.NO_TIME, here, other, transport);
    }
}
