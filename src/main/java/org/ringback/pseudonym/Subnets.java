package org.ringback.pseudonym;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.ringback.capture.wire.IpAddress;

/**
 * Draws addresses. Whoever shares a network of 256 private addresses still does, and whether an address is public does not
 * change: both decide whether a call can work.
 */
final class Subnets {

    /** An IPv4 range whose addresses stay in it. */
    private record Range(long network, int bits) {
        boolean holds(long address) {
            return address >>> (32 - bits) == network >>> (32 - bits);
        }
    }

    /** RFC 1918, RFC 6598 and RFC 3927. */
    private static final List<Range> LOCAL = List.of(
            new Range(0x0A000000L, 8),
            new Range(0xAC100000L, 12),
            new Range(0xC0A80000L, 16),
            new Range(0x64400000L, 10),
            new Range(0xA9FE0000L, 16));

    /** Nothing, one's own machine, and groups: they say nothing about anybody. */
    private static final List<Range> PLAIN =
            List.of(new Range(0, 8), new Range(0x7F000000L, 8), new Range(0xE0000000L, 3));

    /** For documentation (RFC 5737). */
    private static final List<Long> PUBLIC = List.of(0xC0000200L, 0xC6336400L, 0xCB007100L);

    /** For benchmarks (RFC 2544), if those are not enough. */
    private static final Range MORE = new Range(0xC6120000L, 15);

    private static final int TRIES = 40;
    private static final long DOCUMENTATION = 0x20010DB8L;

    private final RandomGenerator random;
    private final Set<Long> taken = new HashSet<>();
    private final Map<Long, Long> networks = new HashMap<>();
    private final Map<Long, List<Integer>> hosts = new HashMap<>();
    private final Map<Long, Long> publicOnes = new HashMap<>();
    private final Set<IpAddress> used = new HashSet<>();
    private List<Long> unusedPublic = List.of();
    private boolean shuffled;

    Subnets(RandomGenerator random) {
        this.random = random;
    }

    static boolean plain(IpAddress address) {
        if (!address.v6()) {
            return PLAIN.stream().anyMatch(range -> range.holds(address.low()));
        }
        boolean nothingOrSelf = address.high() == 0 && (address.low() == 0 || address.low() == 1);
        return nothingOrSelf || address.high() >>> 56 == 0xFF;
    }

    /** Whether it says nothing beyond its own network: RFC 1918, RFC 6598, RFC 3927, RFC 4193 and RFC 4291 (2.5.6). */
    static boolean local(IpAddress address) {
        return address.v6()
                ? address.high() >>> 54 == 0x3FA || address.high() >>> 57 == 0x7E
                : LOCAL.stream().anyMatch(range -> range.holds(address.low()));
    }

    private static boolean mapped(IpAddress address) {
        return address.v6() && address.high() == 0 && address.low() >>> 32 == 0xFFFF;
    }

    /** An address that must not be drawn for another one, nor its network for another network. */
    void note(IpAddress address) {
        taken.add(address.low() & 0xFFFFFF00L);
        taken.add(address.low());
    }

    IpAddress pseudonym(IpAddress address) {
        if (mapped(address)) {
            long v4 = pseudonym(address.low() & 0xFFFF_FFFFL);
            return new IpAddress(true, 0, 0xFFFF_0000_0000L | v4);
        }
        if (!address.v6()) {
            return new IpAddress(false, 0, pseudonym(address.low()));
        }
        IpAddress drawn = v6(address, address.low());
        for (int tries = 0; drawn.equals(address) || !used.add(drawn); tries++) {
            // Short ones run out.
            drawn = v6(address, tries < TRIES ? address.low() : -1);
        }
        return drawn;
    }

    private long pseudonym(long address) {
        return LOCAL.stream()
                .filter(range -> range.holds(address))
                .findFirst()
                .map(range -> local(address, range))
                .orElseGet(() -> publicOnes.computeIfAbsent(address, _ -> unusedPublic()));
    }

    private long local(long address, Range range) {
        long network = networks.computeIfAbsent(address & 0xFFFFFF00L, _ -> network(range));
        int host = (int) (address & 0xFF);
        return network
                | (host == 0 || host == 255
                        ? host
                        : hosts(address & 0xFFFFFF00L).get(host - 1));
    }

    private long network(Range range) {
        long size = 1L << (24 - range.bits());
        for (int tries = 0; ; tries++) {
            long network = range.network() + (random.nextLong(size) << 8);
            boolean free = !networks.containsValue(network) && (!taken.contains(network) || tries > 2 * size);
            if (free || tries > 20 * size) {
                return network;
            }
        }
    }

    private List<Integer> hosts(long network) {
        return hosts.computeIfAbsent(network, _ -> {
            List<Integer> order = new ArrayList<>();
            for (int host = 1; host < 255; host++) {
                order.add(host);
            }
            Collections.shuffle(order, Random.from(random));
            return order;
        });
    }

    private long unusedPublic() {
        if (!shuffled) {
            shuffled = true;
            unusedPublic = new ArrayList<>();
            for (long network : PUBLIC) {
                for (int host = 1; host < 255; host++) {
                    if (!taken.contains(network + host)) {
                        unusedPublic.add(network + host);
                    }
                }
            }
            Collections.shuffle(unusedPublic, Random.from(random));
        }
        long drawn = 0;
        while (drawn == 0 || (unusedPublic.isEmpty() && publicOnes.containsValue(drawn))) {
            drawn = unusedPublic.isEmpty()
                    ? MORE.network() + random.nextLong(1L << (32 - MORE.bits()))
                    : unusedPublic.removeLast();
        }
        return drawn;
    }

    /** Zeros stay zeros, so that it is as long as it was. */
    private IpAddress v6(IpAddress address, long low) {
        boolean linkLocal = address.high() >>> 54 == 0x3FA;
        boolean uniqueLocal = address.high() >>> 57 == 0x7E;
        long high = like(address.high());
        if (linkLocal) {
            high = address.high() & 0xFFC0_0000_0000_0000L;
        } else if (uniqueLocal) {
            high = (high & 0x00FF_FFFF_FFFF_FFFFL) | (address.high() & 0xFF00_0000_0000_0000L);
        } else {
            high = (high & 0xFFFF_FFFFL) | (DOCUMENTATION << 32);
        }
        return new IpAddress(true, high, like(low));
    }

    private long like(long half) {
        long drawn = 0;
        for (int shift = 48; shift >= 0; shift -= 16) {
            int group = (int) (half >>> shift) & 0xFFFF;
            int highest = Integer.highestOneBit(Math.max(group, 1));
            int most = highest >= 0x1000 ? 0x10000 : highest >= 0x100 ? 0x1000 : highest >= 0x10 ? 0x100 : 0x10;
            drawn = drawn << 16 | (group == 0 ? 0 : most / 16 + random.nextInt(most - most / 16));
        }
        return drawn;
    }
}
