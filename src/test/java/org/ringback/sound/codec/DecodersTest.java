package org.ringback.sound.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.BesideOthers;
import org.ringback.sound.Recording;

@BesideOthers
class DecodersTest {

    @ParameterizedTest
    @CsvSource({"PCMU,pcmu,160", "pcma,pcma,160", "G722,g722,160", "GSM,gsm,33", "gsm,gsm,66"})
    void givesSampleBySampleWhatOthersDecode(String codec, String file, int packet) {
        short[] decoded = decoded(new Codec(codec, 8000), Recording.packets(file + ".bin", packet));

        assertThat(decoded).isEqualTo(Recording.samples(file + ".s16"));
    }

    @ParameterizedTest
    @CsvSource({"opus-narrow,40", "opus-voip,30", "opus-audio,60"})
    void decodesOpusAsItsAuthorsDo(String file, double clearness) {
        short[] decoded = decoded(new Codec("opus", 48_000, 2), Recording.packets(file + ".packets"));

        // What they give begins after the first samples, in which a decoder settles.
        int settling = 312;
        short[] theirs = Recording.samples(file + ".s16");
        short[] ours = Arrays.copyOfRange(decoded, settling, settling + theirs.length);
        assertThat(Recording.clearness(theirs, ours)).isGreaterThan(clearness);
    }

    @Test
    void linearSamplesAreBigEndian() {
        Decoder decoder = Decoders.of(new Codec("L16", 44_100)).orElseThrow();

        assertThat(decoder.rate()).isEqualTo(44_100);
        assertThat(decoder.decode(new byte[] {0x12, 0x34, -1, -2})).contains(new short[] {0x1234, -2});
        assertThat(decoder.decode(new byte[3])).isEmpty();
    }

    @Test
    void channelsBesideEachOtherBecomeOne() {
        Decoder decoder = Decoders.of(new Codec("L16", 8000, 2)).orElseThrow();

        assertThat(decoder.decode(new byte[] {0, 100, 0, 50, -1, 0, 0, 0})).contains(new short[] {75, -128});
    }

    @Test
    void theLoudestAndTheQuietestOfG711() {
        Decoder muLaw = Decoders.of(new Codec("PCMU", 8000)).orElseThrow();
        Decoder aLaw = Decoders.of(new Codec("PCMA", 8000)).orElseThrow();

        assertThat(muLaw.decode(new byte[] {0, (byte) 0x80, (byte) 0xFF, 0x7F}))
                .contains(new short[] {-32_124, 32_124, 0, 0});
        assertThat(aLaw.decode(new byte[] {(byte) 0xAA, 0x2A, (byte) 0xD5, 0x55}))
                .contains(new short[] {32_256, -32_256, 8, -8});
    }

    @ParameterizedTest
    @ValueSource(strings = {"G729", "AMR", "AMR-WB", "EVS", "G723", "iLBC", "CN", "telephone-event", "", "SPEEX"})
    void saysWhatItCannotDecode(String name) {
        assertThat(Decoders.of(new Codec(name, 8000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"L16,0,1", "L16,-8000,1", "L16,2000000000,1", "L16,8000,0", "L16,8000,200", "PCMU,8000,2"})
    void impossibleRatesAndChannelsAreNoCodec(String name, int rate, int channels) {
        assertThat(Decoders.of(new Codec(name, rate, channels))).isEmpty();
    }

    @Test
    void aFrameWithoutItsSignatureIsNoGsm() {
        byte[] frame = Recording.packets("gsm.bin", 33).getFirst();
        frame[0] = 0x11;
        Decoder decoder = Decoders.of(new Codec("GSM", 8000)).orElseThrow();

        assertThat(decoder.length(frame)).isZero();
        assertThat(decoder.decode(frame)).isEmpty();
        assertThat(decoder.decode(new byte[32])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PCMU", "PCMA", "G722", "GSM", "L16", "opus"})
    void anyBytesGiveAsManySamplesAsWereSaidOrNothing(String name) {
        SplittableRandom random = new SplittableRandom(2026);
        Decoder decoder = Decoders.of(new Codec(name, 8000)).orElseThrow();
        List<byte[]> real = switch (name) {
            case "opus" -> Recording.packets("opus-voip.packets");
            case "GSM" -> Recording.packets("gsm.bin", 33);
            default -> Recording.packets("pcmu.bin", 160);
        };
        for (int i = 0; i < 4000; i++) {
            byte[] payload = i % 3 == 0 ? damaged(real.get(i % real.size()), random) : random(random);
            int said = decoder.length(payload);
            assertThat(said).isBetween(0, Math.max(2 * payload.length, 160 * payload.length / 33 + 5760));
            decoder.decode(payload).ifPresent(samples -> assertThat(samples).hasSize(said));
            assertThat(said == 0 && decoder.decode(payload).isPresent()).isFalse();
        }
    }

    private static byte[] random(SplittableRandom random) {
        byte[] payload = new byte[random.nextInt(1 + (random.nextInt(20) == 0 ? 3000 : 200))];
        random.nextBytes(payload);
        return payload;
    }

    private static byte[] damaged(byte[] payload, SplittableRandom random) {
        byte[] damaged =
                Arrays.copyOf(payload, random.nextInt(4) == 0 ? random.nextInt(payload.length) : payload.length);
        for (int i = random.nextInt(6); i > 0 && damaged.length > 0; i--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }
        return damaged;
    }

    @Test
    void afterDamageOpusIsUnderstoodAgain() {
        Decoder decoder = Decoders.of(new Codec("opus", 48_000, 2)).orElseThrow();
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 500; i++) {
            decoder.decode(random(random));
        }
        List<byte[]> packets = Recording.packets("opus-audio.packets");
        short[] last = {};
        for (byte[] packet : packets) {
            last = decoder.decode(packet).orElseThrow();
        }

        short[] undisturbed = Arrays.copyOfRange(
                decoded(new Codec("opus", 48_000, 2), packets), (packets.size() - 1) * 960, packets.size() * 960);
        assertThat(Recording.clearness(undisturbed, last)).isGreaterThan(10);
    }

    @Test
    void comfortNoiseIsAsLoudAsItsPacketSays() {
        ComfortNoise noise = new ComfortNoise();
        noise.level(new byte[] {50, 1, 2});

        assertThat(loudness(noise)).isCloseTo(-50, within(0.5));
    }

    @Test
    void comfortNoiseHurtsNobody() {
        ComfortNoise noise = new ComfortNoise();
        noise.level(new byte[] {0});

        assertThat(loudness(noise)).isCloseTo(-30, within(0.5));
    }

    @Test
    void comfortNoiseWithoutALevelIsSilence() {
        ComfortNoise noise = new ComfortNoise();
        noise.level(new byte[] {50});
        noise.level(new byte[0]);

        assertThat(noise.next()).isZero();
    }

    private static double loudness(ComfortNoise noise) {
        double power = 0;
        for (int i = 0; i < 8000; i++) {
            power += Math.pow(noise.next() / 32_767.0, 2);
        }
        return 10 * Math.log10(power / 8000);
    }

    private static short[] decoded(Codec codec, List<byte[]> packets) {
        Decoder decoder = Decoders.of(codec).orElseThrow();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] packet : packets) {
            short[] samples = decoder.decode(packet).orElseThrow();
            ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asShortBuffer().put(samples);
            all.writeBytes(bytes.array());
        }
        short[] samples = new short[all.size() / 2];
        ByteBuffer.wrap(all.toByteArray())
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(samples);
        return samples;
    }
}
