package org.ringback.capture.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
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
    private static final String TRANSPORT = "(?:(udp|tcp|tls|sctp|wss?|UDP|TCP|TLS|SCTP|WSS?)[:/ ])?";
    private static final String IS = "(?:\\s|[\"']?\\s?[=:]\\s?[\"']?)";
    private static final Pattern FROM = Pattern.compile(
            "\\b(?:from|(?:src|source)(?=[^A-Za-z0-9_]?\\s?[=:]))" + IS + "<?" + TRANSPORT + "(" + PLACE + ")",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TO = Pattern.compile(
            "\\b(?:to|(?:dst|dest|destination)(?=[^A-Za-z0-9_]?\\s?[=:]))" + IS + "<?" + TRANSPORT + "(" + PLACE + ")",
            Pattern.CASE_INSENSITIVE);

    private static final String ADDRESS =
            "((?:\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[0-9A-Fa-f:.]{2,45}\\]):\\d{1,5})(?![\\d.]|:\\d)";
    /** An arrow that points to the left has its source on the right; some have the transport within them. */
    private static final Pattern PAIR = Pattern.compile("(?<![\\w.])" + TRANSPORT + ADDRESS
            + "[\\s|,;\"']{0,20}(?:-{1,4}>|={1,2}>|(<-{1,4}(?!\\()|<={1,2}|<-\\([^()]{1,24}\\)-)|-\\([^()]{1,24}\\)->)?"
            + "[\\s|,;\"']{0,20}" + TRANSPORT + ADDRESS);

    private static final Pattern ONE =
            Pattern.compile("(?<![\\w.])(?<!\\b(?:on|at|local|via|interface)[ :=]{1,2})" + TRANSPORT + ADDRESS);
    /** Fields with the ports in fields of their own, behind their addresses or behind both: {@code tshark -T fields}. */
    private static final String IP = "(\\d{1,3}(?:\\.\\d{1,3}){3})";

    private static final String NEXT = "[\\t ,;|]{1,4}";
    private static final Pattern FIELDS = Pattern.compile(
            "(?<![\\w.])" + IP + NEXT + "(\\d{2,5})" + NEXT + IP + NEXT + "(\\d{2,5})(?![\\w.])|(?<![\\w.])" + IP + NEXT
                    + IP + NEXT + "(\\d{2,5})" + NEXT + "(\\d{2,5})(?![\\w.])");

    /** The port in words of its own. */
    private static final Pattern APART =
            Pattern.compile("\\b(?:from|to) (\\d{1,3}(?:\\.\\d{1,3}){3}) (?:on )?port (\\d{1,5})\\b");

    private static final int LONGEST = 1000;

    @Override
    public List<String> words() {
        return List.of("");
    }

    /** How Python prints an address. */
    private static final Pattern TUPLE = Pattern.compile(
            "\\(['\"](\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9A-Fa-f:]{2,45})['\"], ?(\\d{1,5})(?:, ?\\d{1,9}){0,2}\\)");

    @Override
    public Frame frame(String written, String previous, LogClock clock) {
        String line =
                written.indexOf('(') < 0 ? written : TUPLE.matcher(written).replaceAll(ScriptWords::plain);
        Stamp stamp = clock.stampOf(line);
        Optional<Boolean> received = SideWords.received(line);
        Frame places = places(line, received);
        if (stamp == null && places.equals(Frame.UNKNOWN)) {
            return null;
        }
        return places.at(stamp == null ? Captured.NO_TIME : clock.micros(stamp));
    }

    private static String plain(MatchResult tuple) {
        boolean v6 = tuple.group(1).indexOf(':') >= 0;
        return v6 ? "[" + tuple.group(1) + "]:" + tuple.group(2) : tuple.group(1) + ":" + tuple.group(2);
    }

    /** Without the time. */
    private static Frame places(String line, Optional<Boolean> received) {
        Matcher from = FROM.matcher(line);
        Matcher to = TO.matcher(line);
        boolean hasFrom = from.find();
        boolean hasTo = to.find();
        Matcher pair = PAIR.matcher(line.length() > LONGEST ? "" : line);
        if (!(hasFrom && hasTo) && pair.find()) {
            Endpoint left = Addresses.endpoint(pair.group(2));
            Endpoint right = Addresses.endpoint(pair.group(5));
            boolean toTheLeft = pair.group(3) != null;
            return Frame.between(
                    Captured.NO_TIME,
                    toTheLeft ? right : left,
                    toTheLeft ? left : right,
                    transport(pair.group(1), pair.group(4)));
        }
        Matcher fields = FIELDS.matcher(line.length() > LONGEST || hasFrom || hasTo ? "" : line);
        if (fields.find()) {
            boolean behind = fields.group(1) != null;
            return Frame.between(
                    Captured.NO_TIME,
                    behind
                            ? Addresses.of(fields.group(1), fields.group(2))
                            : Addresses.of(fields.group(5), fields.group(7)),
                    behind
                            ? Addresses.of(fields.group(3), fields.group(4))
                            : Addresses.of(fields.group(6), fields.group(8)),
                    Transport.UNKNOWN);
        }
        Endpoint source = hasFrom ? Addresses.endpoint(from.group(2)) : Endpoint.UNKNOWN;
        Endpoint destination = hasTo ? Addresses.endpoint(to.group(2)) : Endpoint.UNKNOWN;
        Transport transport = transport(hasFrom ? from.group(1) : null, hasTo ? to.group(1) : null);
        if (received.isEmpty() || (hasFrom && hasTo)) {
            return Frame.between(Captured.NO_TIME, source, destination, transport);
        }
        boolean in = received.get();
        Endpoint peer = in ? source : destination;
        return Frame.with(Captured.NO_TIME, in, peer.equals(Endpoint.UNKNOWN) ? only(line) : peer, transport);
    }

    /** The only address in a line; unknown if there are several. */
    private static Endpoint only(String line) {
        Matcher apart = APART.matcher(line);
        if (apart.find()) {
            return Addresses.of(apart.group(1), apart.group(2));
        }
        Matcher one = ONE.matcher(line.length() > LONGEST ? "" : line);
        Endpoint found = one.find() ? Addresses.endpoint(one.group(2)) : Endpoint.UNKNOWN;
        return one.hasMatch() && one.find() ? Endpoint.UNKNOWN : found;
    }

    private static Transport transport(String source, String destination) {
        String word = source == null ? destination : source;
        return word == null ? Transport.UNKNOWN : Addresses.transport(word);
    }
}
