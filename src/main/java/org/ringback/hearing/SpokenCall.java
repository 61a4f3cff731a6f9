package org.ringback.hearing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.ringback.capture.wire.Captured;
import org.ringback.flow.CallMedia;
import org.ringback.flow.CallStream;
import org.ringback.flow.Side;
import org.ringback.media.MediaStream;
import org.ringback.media.PacketsOf;
import org.ringback.reading.Again;
import org.ringback.reading.CaptureSource;
import org.ringback.sip.Sdp;
import org.ringback.sound.BothSides;
import org.ringback.sound.Playout;
import org.ringback.sound.RtpPacket;
import org.ringback.sound.Schedule;
import org.ringback.sound.WaveFile;
import org.ringback.sound.codec.Codec;
import org.ringback.sound.srtp.CryptoAttribute;
import org.ringback.sound.srtp.MasterKey;
import org.ringback.sound.srtp.SecureStream;

/**
 * What was said in a call: of each direction the stream with most packets.
 *
 * @param sides the caller left, the callee right
 * @param locked whether there are packets that are encrypted, and no key in the messages opens them (RFC 3711, RFC 4568)
 */
public record SpokenCall(BothSides sides, boolean locked) {

    /** Four hours with a packet every 10 ms; a hostile stream is not kept whole. */
    private static final int MOST_PACKETS = 1_500_000;

    private static final int HEADER = 12;

    /**
     * Reads the files of a call once more; empty if they hold no packet of its streams any more. Takes about as long as reading
     * them took.
     *
     * @param canceled asked often; gives what there is until then
     */
    public static Optional<SpokenCall> of(CaptureSource source, CallMedia media, BooleanSupplier canceled) {
        Map<Side, CallStream> chosen = new HashMap<>();
        for (Side side : Side.values()) {
            media.toward(side).stream()
                    .max(Comparator.comparingLong(
                            (CallStream stream) -> stream.stream().packets()))
                    .ifPresent(stream -> chosen.put(side, stream));
        }
        Set<MediaStream> wanted = new HashSet<>();
        IdentityHashMap<MediaStream, Opening> openings = new IdentityHashMap<>();
        chosen.forEach((_, stream) -> {
            wanted.add(stream.stream());
            List<MasterKey> keys = keys(stream, media);
            openings.put(stream.stream(), new Opening(keys, Protection.of(stream, media, !keys.isEmpty())));
        });
        Again.read(
                source,
                (file, offset) -> new PacketsOf(file, offset, wanted, (stream, time, bytes) -> {
                    Opening opening = openings.get(stream);
                    if (opening != null) {
                        opening.add(time, bytes);
                    }
                }),
                canceled);
        boolean locked = openings.values().stream().anyMatch(Opening::locked);
        var sides = new BothSides(said(chosen.get(Side.CALLEE), openings), said(chosen.get(Side.CALLER), openings));
        return openings.values().stream().allMatch(opening -> opening.packets.isEmpty()) && !locked
                ? Optional.empty()
                : Optional.of(new SpokenCall(sides, locked));
    }

    /** Whether there is any voice to be heard. */
    public boolean audible() {
        return directions().anyMatch(Schedule::isAudible);
    }

    /** The names of the codecs that cannot be decoded, in order. */
    public List<String> undecodable() {
        return directions()
                .flatMap(each -> each.undecodable().stream())
                .map(Codec::name)
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<Schedule> directions() {
        return Stream.of(sides.caller(), sides.callee()).flatMap(Optional::stream);
    }

    /** Writes both sides as a WAV file at the lowest rate that loses nothing. The stream is not closed. */
    public void write(OutputStream out) throws IOException {
        int rate = sides.naturalRate();
        var buffered = new BufferedOutputStream(out);
        WaveFile.write(sides.read(rate, 0), sides.samples(rate), buffered);
        buffered.flush();
    }

    private static Optional<Schedule> said(CallStream stream, IdentityHashMap<MediaStream, Opening> openings) {
        if (stream == null) {
            return Optional.empty();
        }
        Opening opening = openings.get(stream.stream());
        return opening.packets.isEmpty()
                ? Optional.empty()
                : Optional.of(new Playout(codecs(stream), Playout.USUAL_DELAY).plan(opening.packets));
    }

    private static Map<Integer, Codec> codecs(CallStream stream) {
        Map<Integer, Codec> codecs = new HashMap<>();
        for (MediaStream.Payload payload : stream.stream().payloads()) {
            Optional<Sdp.Format> format = stream.format(payload.type())
                    .filter(known -> !known.encoding().isEmpty());
            int rate = stream.stream().pace().clockRate();
            format.map(known -> new Codec(
                            known.encoding(), known.rate() > 0 ? known.rate() : 8000, Math.max(1, known.channels())))
                    .or(() -> Optional.of(Sdp.encoding(payload.type()))
                            .filter(name -> !name.isEmpty())
                            .map(name -> new Codec(name, rate > 0 ? rate : 8000)))
                    .ifPresent(codec -> codecs.put(payload.type(), codec));
        }
        return codecs;
    }

    /** Who sends names the key in its own description (RFC 4568, 5.1.1). */
    private static List<MasterKey> keys(CallStream stream, CallMedia media) {
        return media.soundOf(stream.toward().other()).stream()
                .flatMap(each -> each.media().attributes().stream())
                .filter(attribute -> attribute.name().equals("crypto"))
                .flatMap(attribute -> CryptoAttribute.of(attribute.value()).stream())
                .flatMap(attribute -> attribute.keys().stream())
                .distinct()
                .toList();
    }

    /** Gathers the packets of a stream, in the clear. */
    private static final class Opening {
        private final Optional<SecureStream> secure;
        private final List<RtpPacket> packets = new ArrayList<>();
        private long closed;

        private Opening(List<MasterKey> keys, Protection protection) {
            secure = protection == Protection.NONE ? Optional.empty() : Optional.of(SecureStream.of(keys));
        }

        private boolean locked() {
            return closed > packets.size();
        }

        private void add(long time, byte[] bytes) {
            if (time == Captured.NO_TIME || packets.size() >= MOST_PACKETS) {
                return;
            }
            ClearPacket.of(bytes, secure)
                    .ifPresentOrElse(
                            payload -> packets.add(new RtpPacket(
                                    time,
                                    number(bytes, 4, 4),
                                    (int) number(bytes, 2, 2),
                                    bytes[1] < 0,
                                    bytes[1] & 0x7F,
                                    payload)),
                            () -> closed++);
        }

        private static long number(byte[] bytes, int at, int length) {
            long number = 0;
            for (int i = 0; i < length && at + i < Math.min(bytes.length, HEADER); i++) {
                number = number << 8 | (bytes[at + i] & 0xFF);
            }
            return number;
        }
    }
}
