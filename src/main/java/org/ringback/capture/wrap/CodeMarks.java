package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks of forums and trackers that say where code begins and ends, right before or behind a line of it. */
final class CodeMarks implements Wrapping {

    private static final Pattern OPENING = Pattern.compile(
            "^\\s{0,8}(?:(?:\\[(?:code|quote|pre|plain|log|noparse|php)(?:=[^\\]]{0,40})?\\]|\\{(?:code|noformat|quote)(?::[^}]{0,80})?\\}|`{1,3})\\s?){1,3}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOSING = Pattern.compile(
            "(?:\\[/(?:code|quote|pre|plain|log|noparse|php)\\]|\\{(?:code|noformat|quote)\\}|`{1,3})\\s{0,8}$",
            Pattern.CASE_INSENSITIVE);

    /** Jira's, which may say when and where. */
    private static final Pattern TITLE = Pattern.compile(
            "^\\s{0,8}\\{(?:code|noformat):(?:[^}|]{0,40}\\|)?title=([^}|]{8,200})[^}]{0,80}\\}\\s{0,8}$");

    /** More than one character, so that it is no mark within a line. */
    private static final Pattern ENDS_BLOCK = Pattern.compile(
            "\\S(?:\\[/(?:code|quote|pre|plain|log|noparse|php)\\]|`{3})\\s{0,8}$", Pattern.CASE_INSENSITIVE);

    @SuppressWarnings("ReferenceEquality")
    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        if (!isAround(rows)) {
            return rows;
        }
        List<TextRow> peeled = new ArrayList<>(rows.size());
        boolean changed = false;
        for (TextRow row : rows) {
            TextRow without = row.with(peel(row.text()));
            // The same row again: nothing was taken off.
            changed |= without != row;
            peeled.add(without);
            if (without != row && ENDS_BLOCK.matcher(row.text()).find()) {
                peeled.add(row.made(""));
            }
        }
        return changed ? peeled : rows;
    }

    private static boolean isAround(List<TextRow> rows) {
        for (TextRow row : rows) {
            String line = row.text();
            boolean marked = !line.isEmpty() && "[{` \t".indexOf(line.charAt(0)) >= 0;
            if ((marked && OPENING.matcher(line).find()) || isFencedStart(line)) {
                return true;
            }
        }
        return false;
    }

    /** Who wrote it and when stands before the fence. */
    private static boolean isFencedStart(String line) {
        int fence = line.indexOf("```");
        return fence > 0 && LoggedStartLine.opens(line.substring(fence + 3));
    }

    private static String peel(String line) {
        boolean marked = line.indexOf('[') >= 0 || line.indexOf('{') >= 0 || line.indexOf('`') >= 0;
        if (!marked) {
            return line;
        }
        if (isFencedStart(line)) {
            return line.replace("```", "");
        }
        Matcher title = TITLE.matcher(line);
        String opened = title.find() ? title.group(1) : OPENING.matcher(line).replaceFirst("");
        return CLOSING.matcher(opened).replaceFirst("");
    }
}
