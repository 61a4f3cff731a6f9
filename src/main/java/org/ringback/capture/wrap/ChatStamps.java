package org.ringback.capture.wrap;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What the export of a chat puts before what somebody has written: {@code [14/05/24, 10:42:11] Bob: } and
 * {@code 14.05.24, 10:42 - Bob: }. The time is that of the chat, not of what was pasted into it.
 */
final class ChatStamps extends LineWrapping {

    private static final String DAY = "\\d{1,4}[./-]\\d{1,2}[./-]\\d{2,4}";
    private static final String CLOCK = "\\d{1,2}[:.]\\d\\d(?:[:.]\\d\\d)?(?:\\W{1,3}[AaPp]\\.? ?[Mm]\\.?)?";
    /** Names of levels and of programs are no names of people. */
    private static final String NAME = "(?![A-Z]{4,10}\\b|[^:\\s]*\\[)[^:\\[\\]<>|]{1,40}: ";

    private static final Pattern STAMP = Pattern.compile("^(?:\u00e2\u0080[\u008e\u008f])?(?:\\[(?:" + DAY + ", "
            + CLOCK + "|" + CLOCK + ", " + DAY + ")\\] |" + DAY + ", " + CLOCK + " - )" + NAME);

    @Override
    boolean isAround(List<TextRow> rows) {
        for (TextRow row : rows) {
            if (isStamped(row.text())) {
                return true;
            }
        }
        return false;
    }

    @Override
    String peel(String line) {
        return isStamped(line) ? STAMP.matcher(line).replaceFirst("") : line;
    }

    private static boolean isStamped(String line) {
        boolean digit =
                !line.isEmpty() && (line.charAt(0) == '[' || line.charAt(0) == '\u00e2' || isDigit(line.charAt(0)));
        return digit && STAMP.matcher(line).lookingAt();
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
