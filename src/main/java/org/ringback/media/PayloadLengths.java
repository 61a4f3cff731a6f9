package org.ringback.media;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How long the payloads of one type are: codecs of a steady rate have one length, or two. */
final class PayloadLengths {

    private static final int DIFFERENT = 4;

    private final int[] lengths = new int[DIFFERENT];
    private final long[] times = new long[DIFFERENT];
    private int known;
    private int last;

    /** In octets; of very many different ones the first few are counted. Gives the one that was counted last. */
    int add(int length) {
        if (known == 0 || lengths[last] != length) {
            find(length);
        }
        if (lengths[last] == length) {
            times[last]++;
        }
        return lengths[last];
    }

    private void find(int length) {
        for (int i = 0; i < known; i++) {
            if (lengths[i] == length) {
                last = i;
                return;
            }
        }
        if (known < DIFFERENT) {
            lengths[known] = length;
            last = known++;
        }
    }

    /** So many more of the one that was counted last. */
    void same(int count) {
        times[last] += count;
    }

    /** The one that was counted last. */
    int last() {
        return lengths[last];
    }

    /** The most frequent first. */
    List<MediaStream.Length> measured() {
        List<MediaStream.Length> all = new ArrayList<>(known);
        for (int i = 0; i < known; i++) {
            all.add(new MediaStream.Length(lengths[i], times[i]));
        }
        all.sort(Comparator.comparingLong(MediaStream.Length::packets).reversed());
        return all;
    }
}
