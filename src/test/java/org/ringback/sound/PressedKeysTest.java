package org.ringback.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PressedKeysTest {

    private static final int TYPE = 101;

    private final List<RtpPacket> packets = new ArrayList<>();
    private long clock = 1_000_000;

    @Test
    void aKeyIsPutTogetherFromItsPackets() {
        press(5, 8000, 160, 320, 480, 640);
        end(5, 8000, 800);

        assertThat(keys()).containsExactly(new PressedKey(5, 1_000_000, 100, 7, true));
        assertThat(keys().getFirst().key()).contains('5');
    }

    @Test
    void theSameKeyTwiceIsTwoKeys() {
        press(11, 8000, 160);
        end(11, 8000, 400);
        press(11, 16_000, 160);
        end(11, 16_000, 480);

        assertThat(keys())
                .extracting(PressedKey::key)
                .allMatch(key -> key.orElseThrow() == '#')
                .hasSize(2);
        assertThat(keys()).extracting(PressedKey::duration).containsExactly(50L, 60L);
    }

    @Test
    void aKeyWhoseEndWasLostSaysSo() {
        press(1, 8000, 160, 320);

        assertThat(keys()).singleElement().satisfies(key -> {
            assertThat(key.endSeen()).isFalse();
            assertThat(key.duration()).isEqualTo(40);
        });
    }

    @Test
    void packetsInAnotherOrderMakeTheSameKey() {
        packet(3, 8000, 800, true);
        press(3, 8000, 160, 480);

        assertThat(keys()).singleElement().satisfies(key -> {
            assertThat(key.endSeen()).isTrue();
            assertThat(key.duration()).isEqualTo(100);
            assertThat(key.packets()).isEqualTo(3);
        });
    }

    @Test
    void aKeyHeldForLongGoesOnUnderAnotherTimestamp() {
        press(9, 8000, 160, 65_535);
        press(9, 8000 + 65_535, 160, 320);
        end(9, 8000 + 65_535, 465);

        assertThat(keys()).singleElement().satisfies(key -> {
            assertThat(key.duration()).isEqualTo(66_000 / 8);
            assertThat(key.packets()).isEqualTo(7);
        });
    }

    @Test
    void theClockOfTheCodecCounts() {
        press(0, 0, 4800);

        assertThat(PressedKeys.of(packets, TYPE, 48_000))
                .singleElement()
                .satisfies(key -> assertThat(key.duration()).isEqualTo(100));
    }

    @Test
    void packetsOfOthersAndDamagedOnesAreLeftOut() {
        packets.add(new RtpPacket(0, 0, 0, false, 0, new byte[160]));
        packets.add(new RtpPacket(0, 0, 1, false, TYPE, new byte[3]));

        assertThat(keys()).isEmpty();
    }

    @Test
    void whatIsNoKeyHasNone() {
        press(16, 8000, 160);
        press(200, 9000, 160);

        assertThat(keys())
                .extracting(PressedKey::key)
                .allMatch(Optional::isEmpty)
                .hasSize(2);
    }

    @Test
    void theFieldsOfAPayloadAreRead() {
        assertThat(TelephoneEvent.of(new byte[] {12, (byte) 0x8A, 0x03, 0x20}))
                .contains(new TelephoneEvent(12, true, 10, 800));
    }

    @Test
    void anyBytesMakeAtMostAsManyKeysAsPackets() {
        SplittableRandom random = new SplittableRandom(4733);
        for (int i = 0; i < 20_000; i++) {
            byte[] payload = new byte[random.nextInt(8)];
            random.nextBytes(payload);
            packets.add(new RtpPacket(random.nextLong(), random.nextLong(), i, false, TYPE, payload));
        }

        int packetsOfKeys = keys().stream().mapToInt(PressedKey::packets).sum();
        assertThat(packetsOfKeys).isBetween(1, packets.size());
        assertThat(keys()).allSatisfy(key -> assertThat(key.duration()).isNotNegative());
        assertThat(PressedKeys.of(packets, TYPE, -1)).isNotEmpty();
    }

    private List<PressedKey> keys() {
        return PressedKeys.of(packets, TYPE, 8000);
    }

    private void press(int event, long timestamp, int... durations) {
        for (int duration : durations) {
            packet(event, timestamp, duration, false);
        }
    }

    /** Three times, as RFC 4733 wants it. */
    private void end(int event, long timestamp, int duration) {
        for (int i = 0; i < 3; i++) {
            packet(event, timestamp, duration, true);
        }
    }

    private void packet(int event, long timestamp, int duration, boolean end) {
        byte[] payload = {(byte) event, (byte) (end ? 0x8A : 10), (byte) (duration >> 8), (byte) duration};
        packets.add(new RtpPacket(clock, timestamp, packets.size(), false, TYPE, payload));
        clock += 20_000;
    }
}
