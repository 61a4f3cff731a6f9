package org.ringback.capture.wrap;

import java.util.List;
import java.util.regex.Pattern;

/** Values as the shell of a database writes how they are made, {@code ISODate("…")}, {@code NumberLong(42)}: without that. */
final class MadeValues extends LineWrapping {

    private static final Pattern MADE = Pattern.compile(
            "(?<=[:=,\\[] {0,4})(?:new )?(?:ISODate|Date|ObjectId|NumberLong|NumberInt|UUID|Timestamp)\\("
                    + "(\"[^\"]{0,60}\"|'[^']{0,60}'|\\d{1,20})\\)");
    private static final List<String> NAMES = List.of("ISODate(", "ObjectId(", "NumberLong(");

    @Override
    boolean isAround(List<TextRow> rows) {
        return rows.stream().anyMatch(row -> NAMES.stream().anyMatch(row.text()::contains));
    }

    @Override
    String peel(String line) {
        return line.indexOf('(') < 0 ? line : MADE.matcher(line).replaceAll("$1");
    }
}
