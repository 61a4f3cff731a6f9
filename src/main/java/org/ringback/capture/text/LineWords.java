package org.ringback.capture.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Which of some sets of words a line has any of, found in one way through the line however many words there are: each line
 * of a log is looked through for them. Lines have one character for each byte.
 */
final class LineWords {

    private static final int CHARACTERS = 256;
    private static final int LAST = CHARACTERS - 1;

    private final List<String> words = new ArrayList<>();
    /** For each word the bit of its set. */
    private final int[] sets;
    /** For each character the words that may have it in first, second and third place, a bit for each word. */
    private final long[] first = new long[CHARACTERS];

    private final long[] second = new long[CHARACTERS];
    private final long[] third = new long[CHARACTERS];

    /** Takes up to 32 sets with up to 64 words in all, none of them empty. */
    LineWords(List<List<String>> sets) {
        int count = sets.stream().mapToInt(List::size).sum();
        if (sets.size() > Integer.SIZE || count > Long.SIZE) {
            throw new IllegalArgumentException(sets.size() + " sets with " + count + " words");
        }
        this.sets = new int[count];
        for (int set = 0; set < sets.size(); set++) {
            for (String word : sets.get(set)) {
                this.sets[words.size()] = 1 << set;
                add(word);
            }
        }
    }

    private void add(String word) {
        long bit = 1L << words.size();
        words.add(word);
        note(word, 0, bit, first);
        note(word, 1, bit, second);
        note(word, 2, bit, third);
    }

    /** Behind a short word anything may stand. */
    private static void note(String word, int place, long bit, long[] characters) {
        for (int character = 0; character < CHARACTERS; character++) {
            boolean fits = place >= word.length() || word.charAt(place) == character;
            characters[character] |= fits ? bit : 0;
        }
    }

    /** A bit for each set of which a word stands in the line, the first set being the lowest. */
    int in(String line) {
        int found = 0;
        int length = line.length();
        int one = 0;
        int two = length > 0 ? line.charAt(0) & LAST : 0;
        int three = length > 1 ? line.charAt(1) & LAST : 0;
        for (int at = 0; at < length; at++) {
            one = two;
            two = three;
            three = at + 2 < length ? line.charAt(at + 2) & LAST : 0;
            long maybe = first[one] & second[two] & third[three];
            while (maybe != 0) {
                int word = Long.numberOfTrailingZeros(maybe);
                maybe &= maybe - 1;
                if ((found & sets[word]) == 0 && line.startsWith(words.get(word), at)) {
                    found |= sets[word];
                }
            }
        }
        return found;
    }
}
