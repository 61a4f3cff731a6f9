package org.ringback.sip;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is said about the session, or about one of its media. */
final class SdpLevel {

    /** More attributes are left out. */
    private static final int MOST = 500;

    /** Payload types that need no {@code a=rtpmap} (RFC 3551 section 6). */
    private static final Map<String, String> STATIC = Map.ofEntries(
            Map.entry("0", "PCMU/8000/1"),
            Map.entry("3", "GSM/8000/1"),
            Map.entry("4", "G723/8000/1"),
            Map.entry("5", "DVI4/8000/1"),
            Map.entry("6", "DVI4/16000/1"),
            Map.entry("7", "LPC/8000/1"),
            Map.entry("8", "PCMA/8000/1"),
            Map.entry("9", "G722/8000/1"),
            Map.entry("10", "L16/44100/2"),
            Map.entry("11", "L16/44100/1"),
            Map.entry("12", "QCELP/8000/1"),
            Map.entry("13", "CN/8000/1"),
            Map.entry("14", "MPA/90000"),
            Map.entry("15", "G728/8000/1"),
            Map.entry("16", "DVI4/11025/1"),
            Map.entry("17", "DVI4/22050/1"),
            Map.entry("18", "G729/8000/1"),
            Map.entry("25", "CelB/90000"),
            Map.entry("26", "JPEG/90000"),
            Map.entry("28", "nv/90000"),
            Map.entry("31", "H261/90000"),
            Map.entry("32", "MPV/90000"),
            Map.entry("33", "MP2T/90000"),
            Map.entry("34", "H263/90000"));

    /** The name of what a payload type is assigned to; empty for others. */
    static String encoding(int payloadType) {
        String known = STATIC.getOrDefault(Integer.toString(payloadType), "");
        return known.substring(0, Math.max(0, known.indexOf('/')));
    }

    private static final List<Sdp.Direction> DIRECTIONS = List.of(Sdp.Direction.values());

    private final String kind;
    private final int port;
    private final String protocol;
    private final List<String> formats;
    final List<Sdp.Attribute> attributes = new ArrayList<>();
    Sdp.Address address;
    Sdp.Direction direction;

    /** What is said about each format, the first time. */
    private Map<String, String> maps = Map.of();

    private Map<String, String> parameters = Map.of();

    SdpLevel(String kind, int port, String protocol, List<String> formats) {
        this.kind = kind;
        this.port = port;
        this.protocol = protocol;
        this.formats = formats;
    }

    void address(List<String> words) {
        if (words.size() >= 3) {
            String host = words.get(2);
            int slash = host.indexOf('/');
            address = new Sdp.Address(words.get(1), slash < 0 ? host : host.substring(0, slash));
        }
    }

    void attribute(String name, String value) {
        if (attributes.size() < MOST) {
            attributes.add(new Sdp.Attribute(name, value));
            if (Ascii.same("rtpmap", name)) {
                maps = byFormat(maps, value);
            } else if (Ascii.same("fmtp", name)) {
                parameters = byFormat(parameters, value);
            }
        }
        // All directions have as many letters.
        if (name.length() == Sdp.Direction.SENDRECV.name().length()) {
            for (Sdp.Direction each : DIRECTIONS) {
                if (Ascii.same(each.name(), name)) {
                    direction = each;
                }
            }
        }
    }

    Sdp.Media media(SdpLevel session) {
        Sdp.Direction own = direction != null ? direction : session.direction;
        boolean rtp = protocol.toUpperCase(Locale.ROOT).contains("RTP");
        List<Sdp.Format> described = new ArrayList<>(formats.size());
        for (String format : formats) {
            String known = rtp ? STATIC.getOrDefault(format, "") : "";
            described.add(format(format, maps.getOrDefault(format, known), parameters.getOrDefault(format, "")));
        }
        return new Sdp.Media(
                kind,
                port,
                protocol,
                described,
                Optional.ofNullable(address != null ? address : session.address),
                own != null ? own : Sdp.Direction.SENDRECV,
                attributes);
    }

    private static Sdp.Format format(String format, String map, String parameters) {
        int name = part(map, 0);
        int rate = part(map, name + 1);
        int channels = part(map, rate + 1);
        return new Sdp.Format(
                format,
                map.substring(0, name).strip(),
                number(map, name + 1, rate),
                number(map, rate + 1, channels),
                parameters);
    }

    /** Where a part ends that begins here: at a slash, or with the whole. */
    private static int part(String map, int from) {
        int slash = map.indexOf('/', from);
        return slash < 0 ? map.length() : slash;
    }

    private static int number(String map, int from, int to) {
        long number = from < to ? Numbers.of(map.substring(from, to)) : 0;
        return number > 0 && number <= Integer.MAX_VALUE ? (int) number : 0;
    }

    /** Adds what an attribute says about a format: {@code a=rtpmap:<format> <value>}. */
    private static Map<String, String> byFormat(Map<String, String> known, String value) {
        int blank = blank(value);
        if (blank == value.length()) {
            return known;
        }
        Map<String, String> values = known.isEmpty() ? new HashMap<>() : known;
        values.putIfAbsent(value.substring(0, blank), behindBlanks(value, blank));
        return values;
    }

    private static int blank(String value) {
        int at = 0;
        while (at < value.length() && !Ascii.blank(value.charAt(at))) {
            at++;
        }
        return at;
    }

    private static String behindBlanks(String value, int from) {
        int at = from;
        while (at < value.length() && Ascii.blank(value.charAt(at))) {
            at++;
        }
        return value.substring(at);
    }
}
