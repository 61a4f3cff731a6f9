package org.ringback.capture.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

/**
 * The words before a message in logs that have no fixed shape: what the script of a Kamailio or OpenSIPS writes with xlog,
 * the cells before it in its row of a table, and anything else right above a message. Says "from" and "to" with an address
 * and a port are believed; so are two addresses side by side, the source first, and the only one beside a word that says
 * whether the message was sent or received.
 */
final class ScriptWords implements LogShape {

    private static final String PLACE = "(?:\\[[0-9A-Fa-f:.]{2,45}\\]|[0-9A-Za-z.-]{1,80}):\\d{1,5}\\b";
    private static final String TRANSPORT = WrittenPair.TRANSPORT;
    private static final String IS = "(?:\\s|[\"']?\\s?(?:=>|[=:])\\s?[\"']?)";
    private static final Pattern FROM = Pattern.compile(
            "\\b(?:from|(?:src|source)(?=[^A-Za-z0-9_]?\\s?[=:]|\\s\\d))" + IS + "<?" + TRANSPORT + "(" + PLACE + ")",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TO = Pattern.compile(
            "\\b(?:to|(?:dst|dest|destination)(?=[^A-Za-z0-9_]?\\s?[=:]|\\s\\d))" + IS + "<?" + TRANSPORT + "(" + PLACE
                    + ")",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ONE = Pattern.compile(
            "(?<![\\w.])(?<!\\b(?:on|at|local|via|interface)[ :=]{1,2})" + TRANSPORT + WrittenPair.ADDRESS);

    private static final int LONGEST = 1000;

    @Override
    public List<String> words() {
        return List.of("");
    }

    @Override
    public Frame frame(String written, String previous, LogClock clock) {
        String line = written.length() > LONGEST ? written : WrittenAddresses.plain(written);
        Stamp stamp = clock.stampOf(line);
        Optional<Boolean> received = SideWords.received(line);
        Frame places = places(line, received);
        if (stamp == null && places.equals(Frame.UNKNOWN)) {
            return null;
        }
        return places.at(stamp == null ? Captured.NO_TIME : clock.micros(stamp));
    }

    /** Without the time. */
    private static Frame places(String line, Optional<Boolean> received) {
        Matcher from = FROM.matcher(line);
        Matcher to = TO.matcher(line);
        boolean hasFrom = from.find();
        boolean hasTo = to.find();
        boolean readable = line.length() <= LONGEST;
        Optional<Boolean> side =
                received.isPresent() || !OwnAndPeer.namesBoth(line) ? received : SideWords.byOneArrow(line);
        Frame named = readable && side.isPresent() ? OwnAndPeer.in(line, side.get()) : null;
        if (named != null) {
            return named;
        }
        Frame pair = readable && !(hasFrom && hasTo) ? pair(line) : null;
        if (pair != null) {
            return pair;
        }
        Endpoint source = hasFrom ? Addresses.endpoint(from.group(2)) : Endpoint.UNKNOWN;
        Endpoint destination = hasTo ? Addresses.endpoint(to.group(2)) : Endpoint.UNKNOWN;
        Transport transport = WrittenPair.transport(hasFrom ? from.group(1) : null, hasTo ? to.group(1) : null);
        boolean lone = readable
                && received.isEmpty()
                && !hasFrom
                && !hasTo
                && !only(line).equals(Endpoint.UNKNOWN);
        Frame towards = lone ? WrittenPair.towards(line) : null;
        if (towards != null) {
            return towards;
        }
        if (received.isEmpty() || (hasFrom && hasTo)) {
            return Frame.between(Captured.NO_TIME, source, destination, transport);
        }
        boolean in = received.get();
        Endpoint peer = in ? source : destination;
        return Frame.with(Captured.NO_TIME, in, peer.equals(Endpoint.UNKNOWN) ? only(line) : peer, transport);
    }

    /** What a line says with two addresses, perhaps by their names. */
    private static Frame pair(String line) {
        Frame pair = WrittenPair.in(line);
        boolean named = pair == null && (line.contains("port") || line.contains("SPT="));
        return named ? NamedPair.in(line) : pair;
    }

    /** The only address in a line; unknown if there are several. */
    private static Endpoint only(String line) {
        Matcher one = ONE.matcher(line.length() > LONGEST ? "" : line);
        Endpoint found = one.find() ? Addresses.endpoint(one.group(2)) : Endpoint.UNKNOWN;
        return one.hasMatch() && one.find() ? Endpoint.UNKNOWN : found;
    }
}
