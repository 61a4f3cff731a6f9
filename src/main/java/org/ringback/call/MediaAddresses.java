package org.ringback.call;

import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeSet;

/**
 * What a session description can be known by: the addresses and ports at which it asks for media (RFC 8866, 5.7 and 5.14),
 * its origin (5.2) and the keys that were made for it.
 */
final class MediaAddresses {

    private static final int LONGEST_PORT = 5;

    /** Some always write the same number, which is short then. */
    private static final int SHORTEST_SESSION = 5;

    private static final String CREDENTIAL = "a=ice-ufrag:";
    private static final String CRYPTO = "a=crypto:";
    private static final String KEY = "inline:";

    private final Set<String> addresses = new TreeSet<>();
    private String session = "";
    private String host = "";
    private String port = "";

    private MediaAddresses() {}

    /**
     * As {@code address port}, without ports that are off and the address that stands for hold; the others hold a
     * {@code =}.
     *
     * @param body of a message
     */
    static Set<String> of(String body) {
        if (body.isEmpty()) {
            return Set.of();
        }
        var read = new MediaAddresses();
        for (int from = 0; from < body.length(); ) {
            int end = endOfLine(body, from);
            read.line(body, from, end);
            from = end + 1;
        }
        read.add();
        return read.addresses;
    }

    /** An empty line between CR and LF says nothing. */
    private static int endOfLine(String body, int from) {
        int end = from;
        while (end < body.length() && body.charAt(end) != '\n' && body.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** Most lines say nothing that is wanted, and are left where they are. */
    private void line(String body, int from, int end) {
        int at = from;
        while (at < end && Character.isWhitespace(body.charAt(at))) {
            at++;
        }
        if (body.startsWith("m=", at)) {
            media(new StringTokenizer(body.substring(at, end), " \t"));
        } else if (body.startsWith("c=", at)) {
            connection(new StringTokenizer(body.substring(at, end), " \t"));
        } else if (body.startsWith("o=", at)) {
            origin(body.substring(at, end));
        } else if (body.startsWith(CREDENTIAL, at)) {
            addresses.add(
                    "ice-ufrag=" + body.substring(at + CREDENTIAL.length(), end).strip());
        } else if (body.startsWith(CRYPTO, at)) {
            int key = body.indexOf(KEY, at, end);
            if (key >= 0) {
                addresses.add(
                        "inline=" + body.substring(key + KEY.length(), end).strip());
            }
        }
    }

    /** Without its version, which changes with each new offer. */
    private void origin(String line) {
        var words = new StringTokenizer(line, " \t");
        if (words.countTokens() == 6) {
            String user = words.nextToken();
            String session = words.nextToken();
            words.nextToken();
            words.nextToken();
            words.nextToken();
            if (session.length() >= SHORTEST_SESSION) {
                addresses.add(user + " " + session + " " + words.nextToken());
            }
        }
    }

    private void media(StringTokenizer words) {
        boolean kind = words.nextToken().length() > "m=".length();
        String number = kind && words.hasMoreTokens() ? digits(words.nextToken()) : "";
        if (!number.isEmpty()) {
            add();
            port = number;
            host = session;
        }
    }

    private void connection(StringTokenizer words) {
        if (words.countTokens() < 3 || !words.nextToken().equals("c=IN")) {
            return;
        }
        String type = words.nextToken();
        String address = words.nextToken();
        int slash = address.indexOf('/');
        if ((type.equals("IP4") || type.equals("IP6")) && slash != 0) {
            host = slash < 0 ? address : address.substring(0, slash);
            if (port.isEmpty()) {
                session = host;
            }
        }
    }

    /** The port; how many there are may follow it. */
    private static String digits(String word) {
        int end = 0;
        while (end < word.length() && word.charAt(end) >= '0' && word.charAt(end) <= '9') {
            end++;
        }
        boolean number = end <= LONGEST_PORT && (end == word.length() || !Character.isLetter(word.charAt(end)));
        return number ? word.substring(0, end) : "";
    }

    private void add() {
        if (!host.isEmpty() && !host.equals("0.0.0.0") && !port.isEmpty() && !port.equals("0")) {
            addresses.add(host + " " + port);
        }
    }
}
