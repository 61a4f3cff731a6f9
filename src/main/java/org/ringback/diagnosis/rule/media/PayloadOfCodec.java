package org.ringback.diagnosis.rule.media;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ringback.diagnosis.evidence.Audio;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Sightings;
import org.ringback.diagnosis.evidence.Talk;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.flow.Announced;
import org.ringback.flow.CallStream;
import org.ringback.media.MediaFlow;
import org.ringback.media.MediaStream;
import org.ringback.media.MediaStream.Payload;
import org.ringback.sip.Sdp;

/**
 * Payloads that cannot be of the codec under whose number they are sent, because they have another length (RFC 3551, 4.5). Is said
 * only of codecs whose payloads can have no other one, and only where nobody has agreed on encryption, which adds a tag.
 */
final class PayloadOfCodec implements TalkRule {

    private static final Kind RATE = Kind.of(
            "payload-length-wrong", Weight.TROUBLE, 3551, "4.5", "speaker", "heard", "codec", "type", "size", "right");
    private static final Kind FRAMES = Kind.of(
            "payload-frames-wrong", Weight.TROUBLE, 3551, "4.5", "speaker", "heard", "codec", "type", "size", "frames");

    private static final long ENOUGH = 50;
    private static final double NEARLY_ALL = 0.95;

    /** A tag or a wrong count makes less of a difference. */
    private static final double OTHER = 0.3;

    /** Octets for each tick of the timestamps. */
    private static final Map<String, Double> STEADY = Map.of(
            "PCMU", 1.0, "PCMA", 1.0, "G722", 1.0, "G726-40", 0.625, "G726-32", 0.5, "G726-24", 0.375, "G726-16", 0.25);

    /** Octets of a frame (RFC 3551, 4.5.6 and 4.5.8; RFC 3952, 3). */
    private static final Map<String, List<Integer>> FRAMED =
            Map.of("G729", List.of(10), "GSM", List.of(33), "ILBC", List.of(38, 50), "G723", List.of(24, 20, 4));

    /** All have the same frames; those of annexes D and E, and of G.729.1, are called otherwise and have others. */
    private static final Set<String> G729 = Set.of("G729", "G729A", "G729B", "G729AB");

    private static final int SILENCE_OF_G729 = 2;
    private static final int MILLIS = 1000;

    @Override
    public List<Kind> kinds() {
        return List.of(RATE, FRAMES);
    }

    @Override
    public void examine(Talk talk, Case examined, Consumer<Finding> findings) {
        for (CallStream stream : talk.media().streams()) {
            if (stream.basis() == CallStream.Basis.ANNOUNCED && stream.sound() && !secret(stream, talk)) {
                stream.stream().payloads().stream()
                        .flatMap(payload -> look(stream, payload, talk).stream())
                        .findFirst()
                        .ifPresent(findings);
            }
        }
    }

    /** Whether anybody in the call speaks of keys, or other packets between the same ports may have been about some. */
    private static boolean secret(CallStream stream, Talk talk) {
        return talk.media().announced().stream().anyMatch(each -> !Audio.plain(each.media()))
                || talk.media().flows().stream()
                        .anyMatch(flow -> (flow.kind() == MediaFlow.Kind.DTLS || flow.kind() == MediaFlow.Kind.OTHER)
                                && flow.source().equals(stream.stream().source()));
    }

    private static Optional<Finding> look(CallStream stream, Payload payload, Talk talk) {
        if (payload.speech() < ENOUGH || payload.lengths().isEmpty()) {
            return Optional.empty();
        }
        List<Sdp.Format> formats = talk.media().announced().stream()
                .flatMap(each -> each.format(payload.type()).stream())
                .toList();
        List<String> codecs =
                formats.stream().map(PayloadOfCodec::name).distinct().toList();
        boolean severalChannels = formats.stream().anyMatch(format -> format.channels() > 1);
        if (codecs.size() != 1 || severalChannels) {
            return Optional.empty();
        }
        String codec = codecs.getFirst();
        int size = payload.lengths().getFirst().octets();
        Double steady = STEADY.get(codec);
        List<Integer> frames = FRAMED.get(codec);
        if (size == 0) {
            return Optional.empty();
        }
        if (steady != null) {
            long right = Math.round(payload.ticks() * steady);
            return otherRate(stream.stream(), payload, steady)
                    ? Optional.of(about(RATE, stream, payload, codec)
                            .with("right", Value.of(right))
                            .found())
                    : Optional.empty();
        }
        return frames != null && share(payload, codec, frames) >= NEARLY_ALL
                ? Optional.of(about(FRAMES, stream, payload, codec)
                        .with(
                                "frames",
                                Value.of(frames.stream().map(String::valueOf).toList()))
                        .found())
                : Optional.empty();
    }

    /** By the timestamps and by the time that passes between two packets, lest a sender that counts wrongly is accused. */
    private static boolean otherRate(MediaStream stream, Payload payload, double steady) {
        var most = payload.lengths().getFirst();
        long steps = stream.loss().expected() - 1;
        boolean comparable = payload.ticks() > 0
                && most.packets() >= NEARLY_ALL * payload.speech()
                && stream.payloads().size() == 1
                && stream.loss().restarts() == 0
                && steps > 0;
        if (!comparable) {
            return false;
        }
        double passed = steady * 8 * stream.length() / MILLIS / steps;
        return differ(most.octets(), payload.ticks() * steady) && differ(most.octets(), passed);
    }

    private static boolean differ(double one, double other) {
        return Math.abs(one - other) > OTHER * Math.max(one, other);
    }

    /** Which part of the packets holds no whole number of frames. */
    private static double share(Payload payload, String codec, List<Integer> frames) {
        long wrong = payload.lengths().stream()
                .filter(length -> !fits(length.octets(), codec, frames))
                .mapToLong(MediaStream.Length::packets)
                .sum();
        return (double) wrong / payload.speech();
    }

    private static boolean fits(int octets, String codec, List<Integer> frames) {
        return frames.stream().anyMatch(frame -> octets % frame == 0)
                || (codec.equals("G729") && octets % frames.getFirst() == SILENCE_OF_G729);
    }

    private static String name(Sdp.Format format) {
        String name = format.encoding().toUpperCase(Locale.ROOT);
        return G729.contains(name) ? "G729" : name;
    }

    private static Finding.Builder about(Kind kind, CallStream stream, Payload payload, String codec) {
        MediaStream carried = stream.stream();
        return Finding.about(kind, Certainty.LIKELY)
                .proof(stream.receiver().map(Announced::message).orElseThrow())
                .seen(List.of(Sightings.of(carried, payload.first()), Sightings.of(carried, payload.last())))
                .with("speaker", Value.of(carried.source()))
                .with("heard", Value.of(carried.destination()))
                .with("codec", codec)
                .with("type", Integer.toString(payload.type()))
                .with("size", Value.of(payload.lengths().getFirst().octets()));
    }
}
