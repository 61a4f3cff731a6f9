package org.ringback.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ringback.BesideOthers;

@BesideOthers
class BothSidesTest {

    @Test
    void theCallerIsLeftAndTheCalleeRightWhereTheirPacketsArrived() {
        Schedule caller = new Talk().says(10).plan();
        Schedule callee = later(new Talk().says(10).packets(), 100_000);
        var both = new BothSides(Optional.of(caller), Optional.of(callee));

        assertThat(both.begin()).isEqualTo(caller.begin());
        assertThat(both.length()).isEqualTo(300_000);
        short[] heard = Talk.all(both.read(8000, 0));
        assertThat(heard).hasSize(2 * 2400);
        short[] tone = Talk.heard(caller, 8000);
        assertThat(channel(heard, 0)).startsWith(tone).endsWith(new short[800]);
        assertThat(channel(heard, 1)).startsWith(new short[800]).endsWith(tone);
    }

    @Test
    void readingFromTheMiddleIsThePartOfTheWhole() {
        var both = new BothSides(
                Optional.of(later(new Talk().says(60).packets(), 30_000)),
                Optional.of(new Talk().says(80).plan()));
        short[] whole = Talk.all(both.read(16_000, 0));

        for (long from : List.of(20_000L, 700_000L, 1_300_000L)) {
            int begin = (int) (from * 16 / 1000) * 2;
            assertThat(Talk.all(both.read(16_000, from)))
                    .as("from " + from)
                    .isEqualTo(Arrays.copyOfRange(whole, begin, whole.length));
        }
    }

    @Test
    void aSideThatIsMissingIsSilent() {
        var both =
                new BothSides(Optional.empty(), Optional.of(new Talk().says(5).plan()));

        short[] heard = Talk.all(both.read(8000, 0));
        assertThat(channel(heard, 0)).isEqualTo(new short[800]);
        assertThat(channel(heard, 1)).isEqualTo(Talk.heard(new Talk().says(5).plan(), 8000));
    }

    @Test
    void nobodyAtAllIsNothing() {
        var both = new BothSides(Optional.empty(), Optional.of(new Talk().plan()));

        assertThat(both.length()).isZero();
        assertThat(Talk.all(both.read(8000, 0))).isEmpty();
    }

    @Test
    void sidesYearsApartMakeNoMoreThanFourHours() {
        for (long apart : List.of(1L << 52, Long.MAX_VALUE - 6_000_000, -(1L << 53))) {
            var both = new BothSides(
                    Optional.of(new Talk().says(5).plan()),
                    Optional.of(later(new Talk().says(5).packets(), apart)));

            assertThat(both.length()).isEqualTo(Playout.LONGEST.toMillis() * 1000);
            assertThat(both.read(8000, 0).read(new short[1600])).isEqualTo(1600);
        }
    }

    @Test
    void aNarrowAndAWideSideAreHeardAtTheWiderRate() {
        Talk wide = new Talk();
        for (byte[] payload : Recording.packets("g722.bin", 160)) {
            wide.send(9, payload, 160);
        }
        var both = new BothSides(Optional.of(new Talk().says(20).plan()), Optional.of(wide.plan()));

        assertThat(both.naturalRate()).isEqualTo(16_000);
        assertThat(channel(Talk.all(both.read(16_000, 0)), 1)).isEqualTo(Recording.samples("g722.s16"));
    }

    @Test
    void otherRatesAreNotHeard() {
        var both = new BothSides(Optional.of(new Talk().says(20).plan()), Optional.empty());

        assertThatThrownBy(() -> both.read(44_100, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Schedule later(List<RtpPacket> packets, long micros) {
        List<RtpPacket> later = new ArrayList<>();
        for (RtpPacket packet : packets) {
            later.add(new RtpPacket(
                    packet.arrival() + micros,
                    packet.timestamp(),
                    packet.sequence(),
                    packet.marker(),
                    packet.payloadType(),
                    packet.payload()));
        }
        return new Playout(Talk.CODECS, Playout.USUAL_DELAY).plan(later);
    }

    private static short[] channel(short[] both, int channel) {
        short[] own = new short[both.length / 2];
        for (int i = 0; i < own.length; i++) {
            own[i] = both[2 * i + channel];
        }
        return own;
    }
}
