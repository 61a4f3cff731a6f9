package org.ringback.capture.text;

/** The last lines outside of messages that were not blank: one of them may say something about the message that follows. */
final class RecentLines {

    private static final int KEPT = 3;
    private static final int CLOSE = 2;
    private static final int SHORTEST_RULE = 4;

    private final String[] lines = new String[KEPT];
    private final long[] numbers = new long[KEPT];
    private long remembered;

    void remember(String line, long number) {
        int slot = (int) (remembered++ % KEPT);
        lines[slot] = line;
        numbers[slot] = number;
    }

    /** Lines are counted from another one on: so many fewer. */
    void recount(long fewer) {
        for (int i = 0; i < KEPT; i++) {
            numbers[i] -= fewer;
        }
    }

    /** The line before another one, if it is close to it; an empty string otherwise. */
    String before(long number) {
        return isWithin(0, number, CLOSE) ? line(0) : "";
    }

    /** The last line that says anything behind a prefix, from there on; null if there is none close to a line. */
    String lastBehind(LinePrefix prefix, long number) {
        for (int back = 0; back < KEPT && isWithin(back, number, KEPT); back++) {
            String text = behind(prefix, back);
            if (!text.isBlank() && !isRule(text)) {
                return text;
            }
        }
        return null;
    }

    /** Whether it is a line that some draw between what they say and the message. */
    private static boolean isRule(String text) {
        String rule = text.strip();
        char mark = rule.charAt(0);
        return rule.length() >= SHORTEST_RULE
                && "-=*_#~".indexOf(mark) >= 0
                && rule.chars().allMatch(each -> each == mark);
    }

    /** The last two lines behind a prefix, if they stand right before a line; an empty array otherwise. */
    String[] lastTwoBehind(LinePrefix prefix, long number) {
        boolean both = isWithin(0, number, CLOSE) && isWithin(1, number, CLOSE + 1);
        return both ? new String[] {line(1).stripTrailing(), behind(prefix, 0).stripTrailing()} : new String[0];
    }

    private boolean isWithin(int back, long number, int distance) {
        return remembered > back && number - numbers[slot(back)] <= distance;
    }

    private String behind(LinePrefix prefix, int back) {
        String line = line(back);
        return line.substring(Math.max(0, prefix.columnIn(line)));
    }

    private String line(int back) {
        return lines[slot(back)];
    }

    private int slot(int back) {
        return (int) Math.floorMod(remembered - 1 - back, (long) KEPT);
    }
}
