package org.ringback.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Endpoint;

/** Keys that are pressed, as RFC 4733 sends them and as some send them. */
class KeysTest {

    private static final Endpoint ALICE = new Endpoint("192.0.2.1", 4000);
    private static final Endpoint BOB = new Endpoint("192.0.2.2", 6000);
    private static final long BEGIN = 1_795_341_600_000_000L;
    private static final int EVENTS = 101;

    private final Datagrams datagrams = new Datagrams(0);
    private final Talker alice = new Talker(datagrams, ALICE, BOB, BEGIN).packets(10);

    @Test
    void aKeyWithThreeEndsIsPressedOnce() {
        alice.key(5, EVENTS, 6, true).packets(10);

        assertThat(datagrams.only().keys())
                .containsExactly(new KeyPress(5, new Moment(BEGIN + 200_000, 11), 7 * 160, 9, true, EVENTS));
    }

    @Test
    void theSameKeyTwiceIsTwoPresses() {
        alice.key(1, EVENTS, 4, true).packets(3).key(1, EVENTS, 4, true);

        assertThat(datagrams.only().keys()).extracting(KeyPress::key).containsExactly("1", "1");
    }

    @Test
    void keysHaveTheirNames() {
        for (int event = 0; event <= 16; event++) {
            alice.key(event, EVENTS, 2, true).packets(1);
        }

        assertThat(datagrams.only().keys())
                .extracting(KeyPress::key)
                .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#", "A", "B", "C", "D", "");
    }

    @Test
    void aPressThatNeverEndsIsTold() {
        alice.key(7, EVENTS, 10, false).packets(10);

        assertThat(datagrams.only().keys()).singleElement().satisfies(press -> {
            assertThat(press.ended()).isFalse();
            assertThat(press.ticks()).isEqualTo(1600);
        });
    }

    @Test
    void oneEndOfThreeIsEnough() {
        alice.key(7, EVENTS, 4, false).loses(2).event(EVENTS, alice.timestamp() - 6 * 160, 7, true, 800);

        assertThat(datagrams.only().keys())
                .singleElement()
                .extracting(KeyPress::ended)
                .isEqualTo(true);
    }

    @Test
    void aPressOfNineSecondsInTwoSegmentsIsOne() {
        int begin = alice.timestamp();
        for (int duration = 160; duration <= 65_440; duration += 160) {
            alice.event(EVENTS, begin, 3, false, duration);
        }
        alice.event(EVENTS, begin, 3, false, 65_535);
        for (int duration = 65; duration <= 6000; duration += 160) {
            alice.event(EVENTS, begin + 65_535, 3, false, duration);
        }
        alice.event(EVENTS, begin + 65_535, 3, true, 6465);

        assertThat(datagrams.only().keys()).singleElement().satisfies(press -> {
            assertThat(press.ended()).isTrue();
            assertThat(press.ticks()).isEqualTo(72_000);
        });
    }

    @Test
    void whoWritesANewTimestampIntoEachPacketPressesOnce() {
        int begin = alice.timestamp();
        for (int i = 0; i < 8; i++) {
            alice.event(EVENTS, begin + 160 * i, 3, i == 7, 160 * (i + 1));
        }

        assertThat(datagrams.only().keys()).singleElement().satisfies(press -> {
            assertThat(press.ended()).isTrue();
            assertThat(press.packets()).isEqualTo(8);
        });
    }

    @Test
    void anEndThatIsOvertakenByTheNextKeyBelongsToItsOwn() {
        int first = alice.timestamp();
        alice.event(EVENTS, first, 1, false, 160).event(EVENTS, first, 1, false, 320);
        alice.event(EVENTS, first + 800, 2, false, 160);
        alice.sequence(1011 + 10).event(EVENTS, first, 1, true, 480);
        alice.event(EVENTS, first + 800, 2, true, 320);

        assertThat(datagrams.only().keys()).extracting(KeyPress::key).containsExactly("1", "2");
        assertThat(datagrams.only().keys()).allMatch(KeyPress::ended);
    }

    @Test
    void aPacketThatComesTwiceCountsOnce() {
        int begin = alice.timestamp();
        alice.event(EVENTS, begin, 1, false, 160);
        alice.sequence(1010).event(EVENTS, begin, 1, false, 160);

        assertThat(datagrams.only().keys())
                .singleElement()
                .extracting(KeyPress::packets)
                .isEqualTo(1);
    }

    @Test
    void speechIsNoKeyHoweverShort() {
        alice.size(4).silent(5).packets(100).type(18).packets(50);

        assertThat(datagrams.only().keys()).isEmpty();
    }

    @Test
    void ofManyThousandPressesTheFirstAreRemembered() {
        for (int i = 0; i < 3000; i++) {
            alice.key(i % 10, EVENTS, 1, true);
        }

        assertThat(datagrams.only().keys()).hasSize(256);
    }

    @Test
    void keysDoNotCountAsJitterOrAsAnotherPacketTime() {
        for (int i = 0; i < 20; i++) {
            alice.key(i % 10, EVENTS, 5, true).packets(5);
        }

        assertThat(datagrams.only().pace().highestJitter()).isZero();
        assertThat(datagrams.only().pace().packetTime()).isEqualTo(20);
    }
}
