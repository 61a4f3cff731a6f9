package org.ringback.search;

/** Whether what was typed so far is the beginning of a word but for one wrong, missing, extra or swapped letter. */
final class OneTypo {

    /** Below this length nearly every word would match. */
    static final int SHORTEST = 5;

    /** Where nothing else is found there is less to lose. */
    static final int SHORTEST_AT_LAST = 4;

    /** No word is so long. */
    static final int NEVER = Integer.MAX_VALUE;

    private OneTypo() {}

    static boolean begins(String typed, String word) {
        int length = Math.min(typed.length(), word.length());
        int at = 0;
        while (at < length && typed.charAt(at) == word.charAt(at)) {
            at++;
        }
        if (at == typed.length()) {
            return true;
        }
        return matches(typed, at + 1, word, at + 1) // another letter
                || matches(typed, at + 1, word, at) // one too many
                || matches(typed, at, word, at + 1) // one missing
                || (swapped(typed, word, at) && matches(typed, at + 2, word, at + 2));
    }

    private static boolean matches(String typed, int from, String word, int at) {
        int start = Math.min(from, typed.length());
        return word.regionMatches(at, typed, start, typed.length() - start);
    }

    private static boolean swapped(String typed, String word, int at) {
        return at + 1 < typed.length()
                && at + 1 < word.length()
                && typed.charAt(at) == word.charAt(at + 1)
                && typed.charAt(at + 1) == word.charAt(at);
    }

    /** The letter at one place of each word, side by side. */
    static char[] letters(String[] words, int at) {
        var letters = new char[words.length];
        for (int i = 0; i < words.length; i++) {
            letters[i] = words[i].length() > at ? words[i].charAt(at) : 0;
        }
        return letters;
    }
}
