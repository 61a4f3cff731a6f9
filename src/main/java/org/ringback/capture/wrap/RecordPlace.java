package org.ringback.capture.wrap;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address that a record names, as the line before a message has it.
 *
 * @param transport empty if it is not said there
 */
record RecordPlace(String text, String transport) {

    static final RecordPlace UNKNOWN = new RecordPlace("?", "");

    /** The system that wrote the record. */
    static final RecordPlace WRITER = new RecordPlace("*", "");

    private static final Pattern PLACE = Pattern.compile(
            "^(?:(udp|tcp|tls|sctp|wss?|UDP|TCP|TLS|SCTP|WSS?):(?://)?)?(\\[[0-9A-Fa-f:.]{2,45}\\](?::\\d{1,5})?|[0-9A-Za-z_.:-]{1,80})$");

    private static final Pattern ADDRESS = Pattern.compile(
            "\\d{1,3}(?:\\.\\d{1,3}){3}|\\[.+|[0-9A-Fa-f]{0,4}:[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:.]*|[^:]+:\\d{1,5}");

    /** @param port of its own field; may be empty */
    static RecordPlace of(String address, String port) {
        Matcher written = PLACE.matcher(address);
        if (!written.matches() || written.group(2).contains("sip:")) {
            return UNKNOWN;
        }
        String transport = written.group(1) == null ? "" : written.group(1).toUpperCase(Locale.ROOT);
        String host = written.group(2);
        boolean v6 = host.indexOf(':') != host.lastIndexOf(':') && !host.startsWith("[");
        boolean portless = port.isEmpty() || port.equals("0") || (!v6 && host.indexOf(':') >= 0);
        return new RecordPlace(portless ? host : (v6 ? "[" + host + "]" : host) + ":" + port, transport);
    }

    /** Whether it is an address of IP or has a port. */
    boolean isAddress() {
        return ADDRESS.matcher(text).matches();
    }

    String transportOrUnknown() {
        return transport.isEmpty() ? "?" : transport;
    }
}
