package org.ringback.search;

import java.util.Arrays;

/** All signs of a language. Their names are spread evenly, so what they begin with leads near each of them. */
final class KnownSigns {

    /** So many bits of a name are looked up: of up to 70,000 signs, about 17 begin alike. */
    private static final int LOOKED_UP = 12;

    private final int[] names;

    /** For each beginning where its names start; the next entry says where they end. */
    private final int[] starts = new int[(1 << LOOKED_UP) + 1];

    /** Keeps each of the names once; any of them may come several times. Uses the array up. */
    KnownSigns(int[] all) {
        Arrays.sort(all);
        int different = 0;
        for (int name : all) {
            if (different == 0 || all[different - 1] != name) {
                all[different++] = name;
                starts[beginning(name) + 1] = different;
            }
        }
        names = Arrays.copyOf(all, different);
        for (int i = 1; i < starts.length; i++) {
            starts[i] = Math.max(starts[i], starts[i - 1]);
        }
    }

    /** The names are in order, and the least of them is negative. */
    private static int beginning(int name) {
        return (name >> (Integer.SIZE - LOOKED_UP)) + (1 << (LOOKED_UP - 1));
    }

    int count() {
        return names.length;
    }

    /** The place of a sign among all, negative if it is not known. */
    int place(int name) {
        int beginning = beginning(name);
        return Arrays.binarySearch(names, starts[beginning], starts[beginning + 1], name);
    }
}
