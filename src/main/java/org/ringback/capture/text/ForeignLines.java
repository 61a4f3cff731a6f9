package org.ringback.capture.text;

/**
 * Lines of other origin between those of a message: a log of several threads, or of several programs, has them. So many and
 * no more are borne in one place, since what goes on for long is no interruption any more.
 */
final class ForeignLines {

    private static final int MOST = 32;

    private int count;
    private String last = "";

    /** One more; whether it is borne. */
    boolean bear() {
        return count++ < MOST;
    }

    /** The message goes on: the next interruption is another one. */
    void over() {
        count = 0;
    }

    /** It may announce the next message. */
    void remember(String line) {
        last = line;
    }

    /** The last one that was remembered, or an empty string. */
    String last() {
        return last;
    }
}
