package org.ringback.sip;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads one session description line by line. */
final class SdpReader {

    /** More media, and more attributes or formats of one, are left out. */
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

    private final Level session = new Level("", 0, "", List.of());
    private final List<Level> media = new ArrayList<>();
    private Sdp.Origin origin;
    private String name = "";

    Sdp read(String text) {
        for (int from = 0; from < text.length(); ) {
            int end = endOfLine(text, from);
            line(text, from, end);
            from = end + 1;
        }
        List<Sdp.Media> described = new ArrayList<>(media.size());
        for (Level level : media) {
            described.add(level.media(session));
        }
        return new Sdp(
                Optional.ofNullable(origin),
                name,
                Optional.ofNullable(session.address),
                Optional.ofNullable(session.direction),
                session.attributes,
                described);
    }

    /** An empty line between CR and LF says nothing. */
    private static int endOfLine(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** One letter, an equals sign and a value, with any white space around each of them. */
    private void line(String text, int from, int end) {
        int letter = skip(text, from, end);
        int equals = skip(text, letter + 1, end);
        if (letter >= end || equals >= end || text.charAt(equals) != '=') {
            return;
        }
        String value = text.substring(equals + 1, end).strip();
        Level level = media.isEmpty() ? session : media.getLast();
        switch (text.charAt(letter)) {
            case 'o' -> origin(value);
            case 's' -> name = value;
            case 'c' -> level.address(value);
            case 'a' -> level.attribute(value);
            case 'm' -> media(value);
            default -> {
                // Of no use for a call.
            }
        }
    }

    private static int skip(String text, int from, int end) {
        int at = from;
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** What stands between blanks; the last of very many words keeps its own. */
    private static String[] words(String value) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < value.length() && words.size() < MOST - 1; at++) {
            if (Ascii.blank(value.charAt(at))) {
                words.add(value.substring(from, at));
                while (at + 1 < value.length() && Ascii.blank(value.charAt(at + 1))) {
                    at++;
                }
                from = at + 1;
            }
        }
        words.add(value.substring(from));
        return words.toArray(String[]::new);
    }

    private void origin(String value) {
        String[] words = words(value);
        if (words.length >= 3) {
            origin = new Sdp.Origin(words[0], words[1], words[2], words.length >= 6 ? words[5] : "");
        }
    }

    private void media(String value) {
        String[] words = words(value);
        if (words.length < 2 || media.size() >= MOST) {
            return;
        }
        int slash = words[1].indexOf('/');
        String port = slash < 0 ? words[1] : words[1].substring(0, slash);
        List<String> formats = words.length > 3 ? List.of(words).subList(3, words.length) : List.of();
        media.add(new Level(words[0], SipUri.port(port), words.length > 2 ? words[2] : "", formats));
    }

    /** What is said about the session, or about one of its media. */
    private static final class Level {

        private final String kind;
        private final int port;
        private final String protocol;
        private final List<String> formats;
        private final List<Sdp.Attribute> attributes = new ArrayList<>();
        private Sdp.Address address;
        private Sdp.Direction direction;

        Level(String kind, int port, String protocol, List<String> formats) {
            this.kind = kind;
            this.port = port;
            this.protocol = protocol;
            this.formats = formats;
        }

        void address(String value) {
            String[] words = words(value);
            if (words.length >= 3) {
                int slash = words[2].indexOf('/');
                address = new Sdp.Address(words[1], slash < 0 ? words[2] : words[2].substring(0, slash));
            }
        }

        void attribute(String value) {
            int colon = value.indexOf(':');
            String name = (colon < 0 ? value : value.substring(0, colon)).strip();
            if (attributes.size() < MOST) {
                attributes.add(new Sdp.Attribute(
                        name, colon < 0 ? "" : value.substring(colon + 1).strip()));
            }
            for (Sdp.Direction each : DIRECTIONS) {
                if (Ascii.same(each.name(), name)) {
                    direction = each;
                }
            }
        }

        Sdp.Media media(Level session) {
            Sdp.Direction own = direction != null ? direction : session.direction;
            Map<String, String> maps = byFormat("rtpmap");
            Map<String, String> parameters = byFormat("fmtp");
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

        /** What an attribute says about each format, the first time: {@code a=rtpmap:<format> <value>}. */
        private Map<String, String> byFormat(String name) {
            Map<String, String> values = new HashMap<>();
            for (Sdp.Attribute attribute : attributes) {
                if (Ascii.same(attribute.name(), name)) {
                    String value = attribute.value();
                    int blank = blank(value);
                    if (blank < value.length()) {
                        values.putIfAbsent(value.substring(0, blank), behindBlanks(value, blank));
                    }
                }
            }
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
}
