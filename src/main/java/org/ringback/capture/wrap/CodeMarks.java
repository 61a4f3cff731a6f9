package org.ringback.capture.wrap;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks of forums and trackers that say where code begins and ends, right before or behind a line of it. */
final class CodeMarks extends LineWrapping {

    private static final Pattern OPENING = Pattern.compile(
            "^\\s{0,8}(?:(?:\\[(?:code|quote|pre|plain|log|noparse|php)(?:=[^\\]]{0,40})?\\]|\\{(?:code|noformat|quote)(?::[^}]{0,80})?\\}|`{1,3})\\s?){1,3}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOSING = Pattern.compile(
            "(?:\\[/(?:code|quote|pre|plain|log|noparse|php)\\]|\\{(?:code|noformat|quote)\\}|`{1,3})\\s{0,8}$",
            Pattern.CASE_INSENSITIVE);

    /** Jira's, which may say when and where. */
    private static final Pattern TITLE =
            Pattern.compile("^\\s{0,8}\\{(?:code|noformat):(?:[^}|]{0,40}\\|)?title=([^}|]{8,200})[^}]{0,80}\\}\\s{0,8}$");

    @Override
    boolean isAround(List<TextRow> rows) {
        for (TextRow row : rows) {
            String line = row.text();
            if (!line.isEmpty()
                    && "[{` \t".indexOf(line.charAt(0)) >= 0
                    && OPENING.matcher(line).find()) {
                return true;
            }
        }
        return false;
    }

    @Override
    String peel(String line) {
        boolean marked = line.indexOf('[') >= 0 || line.indexOf('{') >= 0 || line.indexOf('`') >= 0;
        if (!marked) {
            return line;
        }
        Matcher title = TITLE.matcher(line);
        String opened = title.find() ? title.group(1) : OPENING.matcher(line).replaceFirst("");
        return CLOSING.matcher(opened).replaceFirst("");
    }
}
