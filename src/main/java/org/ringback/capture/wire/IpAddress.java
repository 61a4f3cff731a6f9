package org.ringback.capture.wire;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * An IPv4 or IPv6 address. The JDK's own parser belongs to a class that can ask the network.
 *
 * @param high the first eight bytes of an IPv6 address, 0 for IPv4
 * @param low the other eight bytes, or the four of IPv4
 */
public record IpAddress(boolean v6, long high, long low) {

    private static final int GROUPS = 8;

    /** Reads dotted decimal (four numbers up to 255) or the text forms of RFC 4291, section 2.2, without brackets. */
    public static Optional<IpAddress> of(String text) {
        if (text.indexOf(':') < 0) {
            return v4(text).map(value -> new IpAddress(false, 0, value));
        }
        int[] groups = groups(text);
        if (groups == null) {
            return Optional.empty();
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < GROUPS; i++) {
            if (i < GROUPS / 2) {
                high = high << 16 | groups[i];
            } else {
                low = low << 16 | groups[i];
            }
        }
        return Optional.of(new IpAddress(true, high, low));
    }

    /** As people write it: IPv6 in the form of RFC 5952, without brackets. */
    public String text() {
        return AddressText.of(v6, high, low);
    }

    /** As it stands in a packet: 4 or 16 bytes. */
    public byte[] bytes() {
        return v6
                ? ByteBuffer.allocate(16).putLong(high).putLong(low).array()
                : ByteBuffer.allocate(4).putInt((int) low).array();
    }

    private static Optional<Long> v4(String text) {
        String[] numbers = text.split("\\.", -1);
        if (numbers.length != 4) {
            return Optional.empty();
        }
        long address = 0;
        for (String number : numbers) {
            boolean digits = !number.isEmpty()
                    && number.length() <= 3
                    && number.chars().allMatch(character -> character >= '0' && character <= '9');
            int value = digits ? Integer.parseInt(number) : 256;
            if (value > 255) {
                return Optional.empty();
            }
            address = address << 8 | value;
        }
        return Optional.of(address);
    }

    /** The eight numbers of an IPv6 address, or null. */
    private static int[] groups(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            int[] all = part(text);
            return all != null && all.length == GROUPS ? all : null;
        }
        int[] head = part(text.substring(0, gap));
        int[] tail = part(text.substring(gap + 2));
        if (head == null || tail == null || head.length + tail.length >= GROUPS) {
            return null;
        }
        int[] groups = new int[GROUPS];
        System.arraycopy(head, 0, groups, 0, head.length);
        System.arraycopy(tail, 0, groups, GROUPS - tail.length, tail.length);
        return groups;
    }

    private static int[] part(String text) {
        if (text.isEmpty()) {
            return new int[0];
        }
        String[] words = text.split(":", -1);
        String last = words[words.length - 1];
        boolean dotted = last.indexOf('.') >= 0;
        int[] groups = new int[dotted ? words.length + 1 : words.length];
        if (groups.length > GROUPS) {
            return null;
        }
        int plain = dotted ? words.length - 1 : words.length;
        for (int i = 0; i < plain; i++) {
            if (words[i].isEmpty() || words[i].length() > 4 || !words[i].chars().allMatch(IpAddress::isHex)) {
                return null;
            }
            groups[i] = Integer.parseInt(words[i], 16);
        }
        if (dotted) {
            Optional<Long> v4 = v4(last);
            if (v4.isEmpty()) {
                return null;
            }
            groups[plain] = (int) (v4.get() >>> 16);
            groups[plain + 1] = (int) (v4.get() & 0xFFFF);
        }
        return groups;
    }

    private static boolean isHex(int character) {
        return character < 128 && Character.digit(character, 16) >= 0;
    }
}
