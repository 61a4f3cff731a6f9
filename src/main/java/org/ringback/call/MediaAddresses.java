package org.ringback.call;

import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeSet;
import org.ringback.sip.HeaderLookup;

/**
 * What a session description can be known by: the addresses and ports at which it asks for media (RFC 8866, 5.7 and 5.14),
 * its origin (5.2) and the keys that were made for it.
 */
final class MediaAddresses {

    private static final int LONGEST_PORT = 5;

    /** Some always write the same number, which is short then. */
    private static final int SHORTEST_SESSION = 5;

    /** What the lines begin with that are looked at. */
    private static final String WANTED = "mcoa";

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
     */
    static Set<String> of(HeaderLookup message) {
        List<String> lines = message.bodyLines(WANTED);
        if (lines.isEmpty()) {
            return Set.of();
        }
        var read = new MediaAddresses();
        lines.forEach(read::line);
        read.add();
        return read.addresses;
    }

    private void line(String line) {
        String stripped = line.stripLeading();
        if (stripped.startsWith("m=")) {
            media(new StringTokenizer(stripped, " \t"));
        } else if (stripped.startsWith("c=")) {
            connection(new StringTokenizer(stripped, " \t"));
        } else if (stripped.startsWith("o=")) {
            origin(stripped);
        } else if (stripped.startsWith(CREDENTIAL)) {
            addresses.add("ice-ufrag=" + stripped.substring(CREDENTIAL.length()).strip());
        } else if (stripped.startsWith(CRYPTO) && stripped.contains(KEY)) {
            addresses.add("inline="
                    + stripped.substring(stripped.indexOf(KEY) + KEY.length()).strip());
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
