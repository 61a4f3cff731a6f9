package org.ringback.capture.text;

import org.ringback.capture.AddressText;

/** IPv6 addresses as text (RFC 4291 section 2.2). The JDK's own parser belongs to a class that can ask the network. */
final class V6 {

    private static final int GROUPS = 8;

    private V6() {}

    static boolean is(String text) {
        return groups(text) != null;
    }

    /** As everywhere in the program, or the text itself if it is no address. */
    static String shortest(String text) {
        int[] groups = groups(text);
        return groups == null ? text : AddressText.of(true, half(groups, 0), half(groups, GROUPS / 2));
    }

    private static long half(int[] groups, int from) {
        long half = 0;
        for (int at = from; at < from + GROUPS / 2; at++) {
            half = half << 16 | groups[at];
        }
        return half;
    }

    /** Its eight numbers, or null. */
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
        boolean v4 = words[words.length - 1].indexOf('.') >= 0;
        int count = v4 ? words.length + 1 : words.length;
        if (count > GROUPS) {
            return null;
        }
        int[] groups = new int[count];
        for (int i = 0; i < words.length; i++) {
            boolean dotted = v4 && i == words.length - 1;
            if (dotted ? !fillV4(words[i], groups, i) : !fill(words[i], groups, i)) {
                return null;
            }
        }
        return groups;
    }

    private static boolean fill(String word, int[] groups, int at) {
        if (word.isEmpty() || word.length() > 4 || !word.chars().allMatch(V6::isHex)) {
            return false;
        }
        groups[at] = Integer.parseInt(word, 16);
        return true;
    }

    private static boolean fillV4(String word, int[] groups, int at) {
        String[] numbers = word.split("\\.", -1);
        if (numbers.length != 4) {
            return false;
        }
        for (int i = 0; i < 4; i++) {
            boolean number = !numbers[i].isEmpty()
                    && numbers[i].length() <= 3
                    && numbers[i].chars().allMatch(character -> character >= '0' && character <= '9');
            int value = number ? Integer.parseInt(numbers[i]) : 256;
            if (value > 255) {
                return false;
            }
            groups[at + i / 2] = (groups[at + i / 2] << 8) | value;
        }
        return true;
    }

    private static boolean isHex(int character) {
        return Character.digit(character, 16) >= 0 && character < 128;
    }
}
