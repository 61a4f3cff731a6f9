package org.ringback.sip;

/**
 * Steps over the parts of a header that lies in an array: names, tokens, quotes, elements of a list. Static and on arrays,
 * because {@link HeadReader} takes these steps for every message of a capture. All ranges are from the first byte to the one
 * behind the last; nothing outside of a range is looked at.
 */
final class HeaderBytes {

    private HeaderBytes() {}

    static int wordEnd(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && !Ascii.blank(bytes[at])) {
            at++;
        }
        return at;
    }

    /** A number of three digits from 100 on; -1 for anything else. */
    static int status(byte[] bytes, int from, int to) {
        if (to - from != 3) {
            return -1;
        }
        int number = 0;
        for (int at = from; at < to; at++) {
            if (!Ascii.digit(bytes[at])) {
                return -1;
            }
            number = number * 10 + bytes[at] - '0';
        }
        return number >= 100 ? number : -1;
    }

    /** Past a token and the spaces behind it. */
    static int token(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && Ascii.token(bytes[at])) {
            at++;
        }
        return skip(bytes, at, to);
    }

    static int elementEnd(byte[] bytes, int from, int to) {
        int at = from;
        // What does not close once does not close later either.
        boolean quotes = true;
        boolean brackets = true;
        for (; at < to && bytes[at] != ','; at++) {
            if (bytes[at] == '"' && quotes) {
                int close = quoteEnd(bytes, at, to);
                quotes = close >= 0;
                at = Math.max(at, close);
            } else if (bytes[at] == '<' && brackets) {
                int close = at;
                while (close < to && bytes[close] != '>') {
                    close++;
                }
                brackets = close < to;
                at = brackets ? close : at;
            }
        }
        return at;
    }

    static int valueEnd(byte[] bytes, int from, int to) {
        if (from < to && bytes[from] == '"') {
            int close = quoteEnd(bytes, from, to);
            return close < 0 ? to : close + 1;
        }
        int at = from;
        while (at < to && bytes[at] != ';' && !Ascii.space(bytes[at])) {
            at++;
        }
        return at;
    }

    /** The closing quote, or -1. */
    static int quoteEnd(byte[] bytes, int from, int to) {
        for (int at = from + 1; at < to; at++) {
            if (bytes[at] == '\\') {
                at++;
            } else if (bytes[at] == '"') {
                return at;
            }
        }
        return -1;
    }

    /** The next such byte outside of quotes, or {@code to}. */
    static int find(byte[] bytes, int from, int to, int wanted) {
        int at = from;
        boolean quotes = true;
        for (; at < to && bytes[at] != wanted; at++) {
            if (bytes[at] == '"' && quotes) {
                int close = quoteEnd(bytes, at, to);
                quotes = close >= 0;
                at = Math.max(at, close);
            }
        }
        return at;
    }

    static int textEnd(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && Ascii.space(bytes[end - 1])) {
            end--;
        }
        return end;
    }

    static int skip(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && Ascii.space(bytes[at])) {
            at++;
        }
        return at;
    }

    /** Where the value begins if the header has one of two names, else -1. */
    static int value(byte[] bytes, int from, int to, byte[] name, char compact) {
        int end = from;
        while (end < to && bytes[end] != ':' && !Ascii.blank(bytes[end])) {
            end++;
        }
        boolean named = end - from == 1 ? Ascii.lower(bytes[from]) == compact : is(bytes, from, end, name);
        if (!named) {
            return -1;
        }
        while (end < to && Ascii.blank(bytes[end])) {
            end++;
        }
        return end < to && bytes[end] == ':' ? end + 1 : -1;
    }

    static boolean is(byte[] bytes, int from, int to, byte[] word) {
        if (to - from != word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (Ascii.lower(bytes[from + i]) != word[i]) {
                return false;
            }
        }
        return true;
    }
}
