package org.ringback.call;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses and ports at which a message asks for media (RFC 8866, 5.7 and 5.14). */
final class MediaAddresses {

    private static final Pattern LINE = Pattern.compile(
            "(?m)^[ \\t]*(?:c=IN[ \\t]+IP[46][ \\t]+(?<host>[^\\s/]+)|m=\\S+[ \\t]+(?<port>\\d{1,5})\\b)");

    private MediaAddresses() {}

    /** As {@code address port}; without ports that are off and the address that stands for hold. */
    static Set<String> of(Message message) {
        String body = HeaderLookup.body(message.captured().bytes());
        Set<String> addresses = new TreeSet<>();
        String session = "";
        String port = "";
        String host = "";
        for (Matcher line = LINE.matcher(body); line.find(); ) {
            if (line.group("port") != null) {
                add(addresses, host, port);
                port = line.group("port");
                host = session;
            } else {
                host = line.group("host");
                if (port.isEmpty()) {
                    session = host;
                }
            }
        }
        add(addresses, host, port);
        return addresses;
    }

    private static void add(Set<String> addresses, String host, String port) {
        if (!host.isEmpty() && !host.equals("0.0.0.0") && !port.isEmpty() && !port.equals("0")) {
            addresses.add(host + " " + port);
        }
    }
}
