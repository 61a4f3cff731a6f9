package org.ringback.diagnosis.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringback.sip.Sdp;

/** What a session description says about sound. */
public final class Audio {

    /** Formats that go along with speech and carry none: RFC 4733, RFC 3389, RFC 2198. */
    private static final Set<String> NO_SPEECH = Set.of("TELEPHONE-EVENT", "CN", "RED");

    /** Numbers that mean the same to everybody, whatever name is written beside them (RFC 3551, 6). */
    private static final Pattern ASSIGNED = Pattern.compile("[0-9]|[12][0-9]|3[0-4]");

    private static final Set<String> G729 = Set.of("G729A", "G729B", "G729AB", "G.729", "G.729A", "G.729B", "G.729AB");

    private Audio() {}

    /** The streams of sound, those that are off too. */
    public static List<Sdp.Media> streams(Sdp sdp) {
        List<Sdp.Media> streams = new ArrayList<>(1);
        for (Sdp.Media media : sdp.media()) {
            if (sound(media)) {
                streams.add(media);
            }
        }
        return Collections.unmodifiableList(streams);
    }

    static boolean sound(Sdp.Media media) {
        return media.kind().equalsIgnoreCase("audio");
    }

    /** The codecs in order of preference as people write them, PCMA or opus/48000 for instance; without DTMF and comfort noise. */
    public static List<String> codecs(Sdp sdp) {
        return streams(sdp).stream()
                .filter(media -> !media.off())
                .flatMap(Audio::speech)
                .map(Audio::name)
                .distinct()
                .toList();
    }

    /**
     * The codecs of a description that says what its author can do and opens no stream: its ports are 0 (RFC 3264, 9). Those
     * of one that does open some are {@link #codecs}.
     */
    public static List<String> capabilities(Sdp sdp) {
        List<String> open = codecs(sdp);
        return open.isEmpty()
                ? streams(sdp).stream()
                        .flatMap(Audio::speech)
                        .map(Audio::name)
                        .distinct()
                        .toList()
                : open;
    }

    private static Stream<Sdp.Format> speech(Sdp.Media media) {
        return media.formats().stream().filter(Audio::speech);
    }

    private static boolean speech(Sdp.Format format) {
        return !NO_SPEECH.contains(format.encoding().toUpperCase(Locale.ROOT));
    }

    private static String name(Sdp.Format format) {
        if (format.encoding().isEmpty()) {
            return "PT " + format.format();
        }
        return format.rate() == 0 || format.rate() == 8000
                ? format.encoding()
                : format.encoding() + "/" + format.rate();
    }

    /** Codecs that both know. A payload type without a name fits the same payload type. */
    public static List<String> common(List<String> some, List<String> others) {
        Set<String> known = others.stream().map(Audio::plain).collect(Collectors.toSet());
        return some.stream().filter(name -> known.contains(plain(name))).toList();
    }

    /** Whether every codec has a name, so that two lists can be compared. */
    public static boolean named(List<String> codecs) {
        return !codecs.isEmpty() && codecs.stream().noneMatch(name -> name.startsWith("PT "));
    }

    /** Whether an answer takes up a speech format of the offer: by name, or by payload type where one of them has no name. */
    public static boolean fits(Sdp.Media offer, Sdp.Media answer) {
        for (Sdp.Format taken : answer.formats()) {
            for (Sdp.Format offered : speech(taken) ? offer.formats() : List.<Sdp.Format>of()) {
                if (speech(offered) && same(offered, taken)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean same(Sdp.Format one, Sdp.Format other) {
        boolean unnamed = one.encoding().isEmpty() || other.encoding().isEmpty();
        boolean sameNumber = one.format().equals(other.format());
        return (!unnamed && sameName(name(one), name(other)))
                || (sameNumber && (unnamed || ASSIGNED.matcher(one.format()).matches()));
    }

    private static boolean sameName(String one, String other) {
        return one.equalsIgnoreCase(other) || plain(one).equals(plain(other));
    }

    /** The annexes of G.729 understand each other (RFC 3551, 4.5.6), and some write them into the name. */
    private static String plain(String name) {
        String large = name.toUpperCase(Locale.ROOT);
        return G729.contains(large) ? "G729" : large;
    }

    public static boolean speaks(Sdp.Media media) {
        for (Sdp.Format format : media.formats()) {
            if (speech(format)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it can carry key presses as RFC 4733 has it. */
    public static boolean keys(Sdp.Media media) {
        for (Sdp.Format format : media.formats()) {
            if (format.encoding().equalsIgnoreCase("telephone-event")) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is encrypted for certain: SAVP or SAVPF, with keys in the description or over DTLS (RFC 4568, RFC 5764). */
    public static boolean secure(Sdp.Media media) {
        return media.protocol().toUpperCase(Locale.ROOT).contains("SAVP");
    }

    /** Whether plain RTP is asked for without any sign of an opportunistic key (RFC 8643). */
    public static boolean plain(Sdp.Media media) {
        return media.protocol().toUpperCase(Locale.ROOT).startsWith("RTP/AVP") && !has(media, "crypto");
    }

    /** The profiles of the streams that are on, RTP/SAVP for instance. */
    public static List<String> profiles(Sdp sdp) {
        return streams(sdp).stream()
                .filter(media -> !media.off())
                .map(Sdp.Media::protocol)
                .distinct()
                .toList();
    }

    public static boolean has(Sdp.Media media, String attribute) {
        return has(media.attributes(), attribute);
    }

    public static boolean has(Sdp sdp, String attribute) {
        return has(sdp.attributes(), attribute);
    }

    private static boolean has(List<Sdp.Attribute> attributes, String name) {
        for (Sdp.Attribute each : attributes) {
            if (each.name().equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it finds its way by ICE (RFC 8445), so that the address in {@code c=} does not decide. */
    public static boolean ice(Sdp sdp, Sdp.Media media) {
        return has(media, "candidate") || has(media, "ice-ufrag") || has(sdp, "ice-ufrag") || has(media, "altc");
    }

    /**
     * Whether its author says that sound comes from there now: not where a stream is on hold, or waits until both have reserved
     * what they need (RFC 3312).
     */
    public static boolean speaksNow(Sdp sdp) {
        return speaking(sdp).findAny().isPresent();
    }

    /** The streams of sound that are sent right now. */
    public static Stream<Sdp.Media> speaking(Sdp sdp) {
        return streams(sdp).stream()
                .filter(media -> !media.off()
                        && (media.direction() == Sdp.Direction.SENDRECV || media.direction() == Sdp.Direction.SENDONLY)
                        && !has(media, "curr")
                        && !has(media, "des"));
    }

    /** As it stands in the description: {@code a=sendonly} is sendonly. */
    public static String direction(Sdp.Media media) {
        return media.direction().name().toLowerCase(Locale.ROOT);
    }

    /** The same stream in offer and answer: they stand at the same place (RFC 3264, 6). */
    public record Pair(Sdp.Media offer, Sdp.Media answer) {

        public boolean on() {
            return !offer.off() && !answer.off();
        }
    }

    static List<Pair> pairs(Sdp offer, Sdp answer) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < Math.min(offer.media().size(), answer.media().size()); i++) {
            if (sound(offer.media().get(i)) && sound(answer.media().get(i))) {
                pairs.add(new Pair(offer.media().get(i), answer.media().get(i)));
            }
        }
        return Collections.unmodifiableList(pairs);
    }
}
