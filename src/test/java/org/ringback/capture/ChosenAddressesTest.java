package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.ringback.capture.payload.AddressPair;

/** Nobody can choose addresses so that all connections meet in one place of a table. */
class ChosenAddressesTest {

    private static AddressPair pair(long source, int sourcePort, long destination, int destinationPort) {
        var pair = new AddressPair();
        pair.sourceLow = source;
        pair.sourcePort = sourcePort;
        pair.destinationLow = destination;
        pair.destinationPort = destinationPort;
        return pair;
    }

    @Test
    void bothDirectionsHaveTheSameHash() {
        for (int port : new int[] {5060, 40_000}) {
            assertThat(pair(1, port, 2, 5060).hash(7))
                    .isEqualTo(pair(2, 5060, 1, port).hash(7));
            assertThat(pair(1, port, 1, 5060).hash(7))
                    .isEqualTo(pair(1, 5060, 1, port).hash(7));
        }
    }

    @Test
    void addressesWithTheSameDifferenceSpread() {
        for (long seed : new long[] {0, 1, -77}) {
            var slots = new HashSet<Integer>();
            for (int number = 0; number < 20_000; number++) {
                slots.add(pair(number, 5060, number ^ 0xC0A8_0000L, 5060).hash(seed) & 0xFFFF);
            }
            // As many as chance leaves different: 65,536 (1 - 1/e^(20,000/65,536)).
            assertThat(slots).hasSizeGreaterThan(16_500);
        }
    }

    @Test
    void anotherSeedIsAnotherOrder() {
        assertThat(pair(1, 2, 3, 4).hash(1)).isNotEqualTo(pair(1, 2, 3, 4).hash(2));
    }

    /** Some hosts try all ports of one: their connections must not lie beside each other in a table. */
    @Test
    void allPortsOfSomeHostsAreSpread() {
        int size = 1 << 17;
        var taken = new BitSet(size);
        var pair = new AddressPair();
        pair.destinationLow = 0xC0000201L;
        pair.destinationPort = 5061;
        int farthest = 0;
        for (int number = 0; number < size / 2; number++) {
            pair.sourceLow = 0xC0000202L + number / 8192;
            pair.sourcePort = 1024 + number % 8192;
            int slot = pair.hash(7) & (size - 1);
            int free = taken.nextClearBit(slot);
            farthest = Math.max(farthest, free - slot);
            taken.set(free);
        }

        assertThat(farthest).isLessThan(500);
    }
}
